import { css } from "lit";

export const styles = css`
  :host {
    container: view / inline-size;
  }
  .top,
  .bar,
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
  }
  .top {
    min-height: 2.5rem;
  }
  .stage {
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--rw-border);
    border-radius: 8px;
    font-size: 0.8125rem;
    color: var(--rw-muted);
  }
  .stage[data-stage="proposal"] {
    border-color: var(--rw-warn);
    background: var(--rw-warn-tint);
    color: var(--rw-warn);
    font-weight: 600;
  }
  .stage[data-stage="kept"] {
    border-color: var(--rw-good);
    color: var(--rw-good);
    font-weight: 600;
  }
  .split {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .empty {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding: 1.5rem 1rem;
    border: 1px solid var(--rw-border);
    border-radius: 10px;
    background: var(--rw-surface);
  }
  .panel {
    background: var(--rw-surface);
    border: 1px solid var(--rw-border);
    border-radius: 10px;
    padding: 1rem;
    min-width: 0;
  }
  .date {
    min-inline-size: 11.5rem;
    text-align: center;
    font-weight: 600;
    font-size: 0.9375rem;
  }
  .turn {
    min-inline-size: 2.25rem;
    padding: 0;
  }
  .legend {
    font-size: 0.8125rem;
    color: var(--rw-muted);
  }
  .legend ul {
    gap: 0.25rem 0.875rem;
  }
  .legend li {
    gap: 0.375rem;
  }
  .swatch {
    display: inline-grid;
    place-items: center;
    inline-size: 1.25rem;
    block-size: 1.125rem;
    border-radius: 3px;
    border-inline-start: 4px solid var(--edge);
    background: var(--fill);
    color: var(--rw-text);
    font-size: 0.6875rem;
    font-weight: 700;
  }
  .outlined {
    inline-size: 1.25rem;
    block-size: 1.125rem;
    border: 1px solid var(--rw-individual-edge);
    border-inline-start-width: 4px;
    border-radius: 3px;
    background: var(--rw-individual);
  }
  .bang {
    display: inline-grid;
    place-items: center;
    inline-size: 1rem;
    block-size: 1rem;
    border-radius: 50%;
    background: var(--rw-bad);
    color: var(--rw-surface);
    font-size: 0.6875rem;
    font-weight: 700;
  }
  @container view (min-width: 56rem) {
    .split {
      grid-template-columns: minmax(0, 1fr) 19rem;
    }
    .panel {
      max-block-size: calc(min(70 * var(--rw-vh), 48rem) + 6rem);
      overflow: auto;
    }
  }
  @container view (min-width: 78rem) {
    .split {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
  }
  @container view (max-width: 36rem) {
    .date {
      min-inline-size: 0;
    }
    .keys {
      display: none;
    }
  }
  @media print {
    .bar .row:first-child,
    .keys {
      display: none;
    }
    .split {
      display: block;
    }
    .panel {
      margin-block-start: 1rem;
      max-block-size: none;
    }
  }
`;
