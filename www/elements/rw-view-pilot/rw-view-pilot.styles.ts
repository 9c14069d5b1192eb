import { css } from "lit";

export const styles = css`
  :host {
    container: pilot / inline-size;
  }
  .split {
    display: grid;
    gap: 1rem;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .fields {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: end;
  }
  .fields .full {
    grid-column: 1 / -1;
  }
  .fields input,
  .fields select {
    inline-size: 100%;
    min-width: 0;
  }
  .fields input[type="checkbox"] {
    inline-size: 1.125rem;
  }
  textarea {
    inline-size: 100%;
    min-block-size: 5rem;
    font-size: 0.875rem;
  }
  .finding {
    font-weight: 600;
  }
  .tile {
    padding: 0.625rem 0.75rem;
    display: grid;
    align-content: start;
    gap: 0.125rem;
  }
  .tile b {
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 650;
  }
  .tile span {
    color: var(--rw-muted);
    font-size: 0.8125rem;
    line-height: 1.3;
  }
  .tiles {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
  }
  .arms {
    display: grid;
    gap: 0.5rem 1rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    font-size: 0.875rem;
  }
  ul.facts {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.25rem;
    font-size: 0.9375rem;
  }
  code {
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  tbody th {
    font-weight: 400;
    min-inline-size: 5rem;
  }
  th.number {
    white-space: normal;
    vertical-align: bottom;
  }
  .verdict {
    font-size: 1.125rem;
    font-weight: 650;
  }
  .measure {
    border-block-start: 1px solid var(--rw-border);
    padding-block-start: 0.75rem;
  }
  .rehearsal {
    border-inline-start: 4px solid var(--rw-warn);
    padding-inline-start: 0.75rem;
  }
  @media print {
    .fields,
    .form {
      display: none;
    }
  }
  @container pilot (min-width: 58rem) {
    .split {
      grid-template-columns: 21rem minmax(0, 1fr);
    }
  }
  @media print {
    .split {
      grid-template-columns: minmax(0, 1fr) !important;
    }
  }
`;
