import { css } from "lit";

export const styles = css`
  .intro {
    flex: 1 1 20rem;
  }
  .pages {
    display: grid;
    gap: 1.5rem;
    justify-items: center;
  }
  .page {
    inline-size: min(100%, 52rem);
    background: var(--rw-surface);
    border: 1px solid var(--rw-border);
    border-radius: 4px;
    padding: clamp(1rem, 4vw, 2.5rem);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    align-content: start;
    font-size: 0.9375rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    color: var(--rw-muted);
    font-size: 0.8125rem;
    border-block-end: 1px solid var(--rw-border);
    padding-block-end: 0.5rem;
  }
  h2 {
    font-size: 1.5rem;
  }
  .finding {
    font-size: 1.0625rem;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    min-width: 0;
  }
  h3 {
    font-size: 1rem;
  }
  tbody th {
    font-weight: 400;
  }
  th.case {
    border-block-start: 4px solid var(--color);
    padding-block-start: 0.25rem;
  }
  .case.conservative {
    --color: var(--rw-conservative);
    border-block-start-style: dashed;
  }
  .case.likely {
    --color: var(--rw-likely);
  }
  .case.aggressive {
    --color: var(--rw-aggressive);
    border-block-start-style: dotted;
  }
  .cases td.number {
    white-space: normal;
  }
  small {
    color: var(--rw-muted);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .pair {
    display: grid;
    gap: 1rem 1.5rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    align-items: start;
  }
  .columns {
    columns: 2 18rem;
    column-gap: 1.5rem;
    font-size: 0.875rem;
  }
  .column {
    display: grid;
    gap: inherit;
  }
  .column ul {
    padding-inline-start: 1.125rem;
    font-size: 0.875rem;
  }
  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .columns > * {
    break-inside: avoid;
    padding-block-end: 0.25rem;
  }
  dt {
    font-weight: 600;
    display: inline;
  }
  dt::after {
    content: ": ";
  }
  dd {
    display: inline;
  }
  .record {
    overflow-wrap: anywhere;
  }
  @media print {
    .pages {
      display: block;
    }
    .page {
      inline-size: auto;
      border: 0;
      border-radius: 0;
      padding: 0;
      gap: 0.5rem;
      font-size: 8.5pt;
      line-height: 1.3;
      break-after: page;
    }
    .page:last-child {
      break-after: auto;
    }
    h2 {
      font-size: 14pt;
    }
    h3 {
      font-size: 9.5pt;
    }
    .finding {
      font-size: 10pt;
    }
    table,
    .column ul,
    .columns,
    .head,
    .note,
    small {
      font-size: 7.5pt;
    }
    section {
      gap: 0.125rem;
    }
    th,
    td {
      padding-block: 0.125rem;
    }
    .columns {
      columns: 3;
      column-gap: 1rem;
    }
    .columns > * {
      padding-block-end: 0.0625rem;
    }
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .chart {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
      align-items: start;
    }
  }
`;
