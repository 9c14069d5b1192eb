import { css } from "lit";

export const styles = css`
  :host {
    container: forecast / inline-size;
  }
  .progress {
    min-height: 2.25rem;
    font-size: 0.9375rem;
  }
  .stale {
    border-inline-start: 4px solid var(--rw-warn);
    padding-inline-start: 0.75rem;
  }
  tbody th {
    font-weight: 400;
    min-inline-size: 7rem;
  }
  tbody tr[aria-current] {
    background: var(--rw-tint);
  }
  td small {
    display: block;
    color: var(--rw-muted);
    font-size: 0.8125rem;
    white-space: normal;
  }
  td.number small {
    white-space: nowrap;
  }
  .two {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .means {
    display: grid;
    gap: 0.5rem;
  }
  .means li {
    display: grid;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--rw-border);
    font-size: 0.9375rem;
  }
  th.number {
    white-space: normal;
    vertical-align: bottom;
  }
  .narrow {
    display: none;
    font-size: 0.8125rem;
  }
  .status {
    white-space: nowrap;
    font-weight: 600;
  }
  @container forecast (max-width: 46rem) {
    .wide {
      display: none;
    }
    .narrow {
      display: block;
    }
    .narrow .status {
      white-space: normal;
    }
    th,
    td {
      padding-inline-end: 0.5rem;
    }
    tbody th {
      min-inline-size: 5rem;
      hyphens: auto;
    }
  }
  @container forecast (min-width: 62rem) {
    .two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr);
    }
  }
`;
