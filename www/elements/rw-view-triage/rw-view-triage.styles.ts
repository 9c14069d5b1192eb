import { css } from "lit";

export const styles = css`
  :host {
    container: triage / inline-size;
  }
  ol.orders,
  ul.orders {
    display: grid;
  }
  .orders > li {
    display: grid;
    gap: 0.25rem 1rem;
    grid-template-columns: minmax(0, 1fr);
    padding-block: 0.75rem;
    border-block-end: 1px solid var(--rw-border);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }
  .tier {
    border: 1px solid var(--tone, var(--rw-control));
    border-inline-start-width: 4px;
    border-radius: 4px;
    padding: 0 0.5rem;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .tier.emergency {
    --tone: var(--rw-bad);
  }
  .tier.urgent {
    --tone: var(--rw-warn);
  }
  .tier.soon {
    --tone: var(--rw-accent);
  }
  .fields {
    display: grid;
    gap: 0.5rem 0.75rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    align-items: end;
  }
  .fields input,
  .fields select,
  textarea {
    inline-size: 100%;
    min-width: 0;
  }
  .full {
    grid-column: 1 / -1;
  }
  tbody th {
    font-weight: 400;
    min-inline-size: 9rem;
  }
  td small,
  th small {
    display: block;
    color: var(--rw-muted);
    font-size: 0.8125rem;
  }
  tr.off th,
  tr.off td {
    color: var(--rw-muted);
  }
  .editor {
    border-inline-start: 4px solid var(--rw-accent);
    padding-inline-start: 0.75rem;
  }
  @container triage (max-width: 44rem) {
    .wide {
      display: none;
    }
  }
`;
