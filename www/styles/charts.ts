// What every chart drawn as SVG shares: the figure, grid lines, the text at the axes, keys below a narrow chart.
import { css } from "lit";

/** Frame, grid, axes and keys. */
export const charts = css`
  figure {
    display: grid;
    gap: 0.5rem;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  .grid {
    stroke: var(--rw-border);
  }
  .zero {
    stroke: var(--rw-control);
  }
  text {
    fill: var(--rw-muted);
    font: 12px system-ui, sans-serif;
    font-variant-numeric: tabular-nums;
  }
  .line {
    fill: none;
    stroke: var(--color);
    stroke-width: 2;
  }
  .band {
    fill: var(--color);
    opacity: 0.12;
  }
  .name {
    fill: var(--color);
    font-weight: 600;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    font-size: 0.8125rem;
  }
  .keys svg {
    inline-size: 2rem;
    block-size: 0.5rem;
  }
  .keys li {
    display: flex;
    gap: 0.375rem;
    align-items: center;
  }
`;
