import { css } from "lit";

export const styles = css`
  .scroll {
    border: 1px solid var(--rw-border);
    border-radius: 10px;
    background: var(--rw-surface);
    max-block-size: 34rem;
  }
  table {
    inline-size: max-content;
    min-inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 0.375rem 0.75rem;
    max-inline-size: 22rem;
    border-block-end: 1px solid var(--rw-border);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--rw-surface);
    white-space: nowrap;
  }
  tbody th,
  thead th:first-child {
    position: sticky;
    inset-inline-start: 0;
    background: var(--rw-surface);
  }
  thead th:first-child {
    z-index: 2;
  }
  tbody th {
    color: var(--rw-muted);
    font-weight: 400;
    white-space: nowrap;
  }
  td {
    min-inline-size: 4rem;
    block-size: 2.25rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: cell;
  }
  td:focus-visible {
    outline-offset: -3px;
  }
  td.selected {
    background: var(--rw-tint);
  }
  td.editing {
    padding: 0;
    overflow: visible;
  }
  td.wrong {
    background: color-mix(in srgb, var(--rw-bad) 12%, transparent);
    box-shadow: inset 0 0 0 2px var(--rw-bad);
  }
  tr.draft th::after {
    content: " *";
    color: var(--rw-bad);
    font-weight: 700;
  }
  .needed {
    color: var(--rw-muted);
    font-weight: 400;
  }
  td input,
  td select {
    min-inline-size: 8rem;
    inline-size: 100%;
    block-size: 2.25rem;
    border-radius: 0;
  }
  .what {
    min-block-size: 1.5em;
  }
  input[type="search"] {
    inline-size: 14rem;
  }
`;
