import { css } from "lit";

export const styles = css`
  :host {
    min-width: 0;
  }
  .board {
    position: relative;
    overflow: auto;
    max-block-size: min(70 * var(--rw-vh), 48rem);
    border: 1px solid var(--rw-border);
    border-radius: 10px;
    background: var(--rw-surface);
    isolation: isolate;
    scroll-padding-block-start: 2.25rem;
  }
  .board.proposal {
    border: 2px solid var(--rw-warn);
  }
  .grid {
    min-inline-size: 42rem;
  }
  .grid.week {
    min-inline-size: 40rem;
  }
  .head,
  .line {
    display: grid;
    grid-template-columns: 10.5rem minmax(0, 1fr);
  }
  .week .head,
  .week .line {
    grid-template-columns: 10.5rem repeat(var(--days), minmax(0, 1fr));
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    block-size: 2rem;
    background: var(--rw-surface);
    border-block-end: 1px solid var(--rw-border);
    color: var(--rw-muted);
    font-size: 0.75rem;
  }
  .corner,
  .name {
    position: sticky;
    inset-inline-start: 0;
    z-index: 3;
    background: var(--rw-surface);
    border-inline-end: 1px solid var(--rw-border);
    padding: 0.25rem 0.75rem;
    overflow: hidden;
  }
  .corner {
    display: flex;
    align-items: center;
    font-weight: 600;
  }
  .hours {
    position: relative;
  }
  .hour {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--x);
    display: flex;
    align-items: center;
    padding-inline-start: 0.25rem;
    border-inline-start: 1px solid var(--rw-border);
  }
  .daycol {
    display: flex;
    align-items: center;
    justify-content: flex-start;
    border-inline-start: 1px solid var(--rw-border);
    padding-inline: 0.25rem;
    overflow: hidden;
  }
  .body {
    position: relative;
    block-size: var(--height);
  }
  .line {
    position: absolute;
    inset-inline: 0;
    inset-block-start: var(--top);
    block-size: var(--height);
    border-block-end: 1px solid var(--rw-border);
  }
  .name {
    display: grid;
    align-content: center;
    line-height: 1.2;
  }
  .name b {
    font-size: 0.8125rem;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name span {
    font-size: 0.75rem;
    color: var(--rw-muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .track {
    position: relative;
    background: var(--rw-bg);
    min-width: 0;
    overflow: hidden;
  }
  .week .track {
    border-inline-start: 1px solid var(--rw-border);
    cursor: pointer;
  }
  .open {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--x);
    inline-size: var(--w);
    background: var(--rw-surface);
  }
  .tick {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--x);
    border-inline-start: 1px solid var(--rw-border);
    opacity: 0.6;
  }
  .block {
    position: absolute;
    inset-inline-start: var(--x);
    inline-size: calc(var(--w) - 2px);
    inset-block-start: var(--y);
    block-size: var(--h);
    min-height: 0;
    justify-content: flex-start;
    align-items: center;
    gap: 0.1875rem;
    padding: 0 0.125rem 0 0.25rem;
    border: 1px solid transparent;
    border-inline-start: 4px solid var(--edge);
    border-radius: 4px;
    background: var(--fill);
    color: var(--rw-text);
    font-size: 0.75rem;
    line-height: 1.15;
    overflow: hidden;
    text-align: start;
    touch-action: pan-x pan-y;
  }
  .block:hover:not(:disabled) {
    background: var(--fill);
    filter: brightness(1.04);
  }
  .block.tiny {
    padding: 0;
    justify-content: center;
  }
  .block.sliver .letter {
    display: none;
  }
  .block.tiny.problem .letter {
    color: var(--rw-bad);
    font-size: 0.875rem;
  }
  .block [data-text]::before,
  .mini[data-text]::before {
    content: attr(data-text);
  }
  .block .letter {
    font-weight: 700;
    flex: none;
  }
  .block .text {
    min-width: 0;
    overflow: hidden;
  }
  .block .text span,
  .block .text[data-text] {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .block .room {
    opacity: 0.85;
  }
  .block .marks {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.125rem;
    margin-inline-start: auto;
  }
  .block svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
  }
  .block.problem {
    border-color: var(--rw-bad);
    border-inline-start-color: var(--rw-bad);
    box-shadow: inset 0 0 0 1px var(--rw-bad);
  }
  .block .bang {
    display: inline-grid;
    place-items: center;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-radius: 50%;
    background: var(--rw-bad);
    color: var(--rw-surface);
    font-size: 0.6875rem;
    font-weight: 700;
  }
  .block.moved {
    border-block: 1px solid var(--edge);
    border-inline-end: 1px solid var(--edge);
  }
  .block.dim {
    opacity: 0.35;
  }
  .block[aria-current="true"] {
    color: var(--rw-text);
    font-weight: 400;
    outline: 2px solid var(--rw-accent);
    outline-offset: 0;
    z-index: 2;
  }
  .block:focus-visible,
  .track:focus-visible {
    outline: 3px solid var(--rw-accent);
    outline-offset: 0;
    z-index: 2;
  }
  .track:focus-visible {
    outline-offset: -3px;
  }
  .mini {
    position: absolute;
    inset-inline-start: var(--x);
    inline-size: var(--w);
    min-inline-size: 3px;
    inset-block-start: var(--y);
    block-size: var(--h);
    background: var(--fill);
    border-inline-start: 3px solid var(--edge);
    border-radius: 2px;
    font-size: 0.6875rem;
    line-height: 1;
    display: grid;
    place-items: center;
    overflow: hidden;
  }
  .mini.thin {
    border-inline-start-width: 1px;
  }
  .mini.problem {
    border-inline-start-color: var(--rw-bad);
    background: var(--rw-bad-tint);
    box-shadow: inset 0 0 0 1px var(--rw-bad);
  }
  .ghost,
  .drag {
    position: absolute;
    inset-inline-start: var(--x);
    inline-size: calc(var(--w) - 2px);
    inset-block-start: var(--y);
    block-size: var(--h);
    border: 1px dashed var(--rw-control);
    border-radius: 4px;
    pointer-events: none;
  }
  .drag {
    z-index: 5;
    border: 2px solid var(--rw-accent);
    background: var(--rw-tint);
    color: var(--rw-text);
    font-size: 0.75rem;
    font-weight: 600;
    padding: 0.125rem 0.25rem;
    inline-size: max-content;
    min-inline-size: calc(var(--w) - 2px);
    white-space: nowrap;
  }
  .canvas {
    position: absolute;
    inset-block: 0;
    inset-inline: 10.5rem 0;
    pointer-events: none;
  }
  .dragging .block {
    cursor: grabbing;
  }
  @container board (max-width: 36rem) {
    .head,
    .line {
      grid-template-columns: 6.5rem minmax(0, 1fr);
    }
    .week .head,
    .week .line {
      grid-template-columns: 6.5rem repeat(var(--days), minmax(0, 1fr));
    }
    .canvas {
      inset-inline-start: 6.5rem;
    }
    .corner,
    .name {
      padding-inline: 0.5rem;
    }
    .grid.week {
      min-inline-size: 34rem;
    }
  }
  .holder {
    container: board / inline-size;
  }
  @media (forced-colors: active) {
    .block,
    .mini {
      border: 1px solid CanvasText;
    }
    .block.problem {
      border: 3px double CanvasText;
    }
  }
  @media print {
    .board {
      max-block-size: none;
      overflow: visible;
    }
    .block {
      display: inline-flex !important;
      print-color-adjust: exact;
    }
    .grid {
      min-inline-size: 0;
    }
  }
`;
