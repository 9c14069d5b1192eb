import { css } from "lit";

export const styles = css`
  :host {
    container: attendance / inline-size;
  }
  .tiles {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
  }
  .field {
    justify-items: start;
  }
  .tile {
    padding: 0.625rem 0.75rem;
    display: grid;
    align-content: start;
    gap: 0.125rem;
  }
  .tile .value {
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 650;
  }
  .tile span {
    color: var(--rw-muted);
    font-size: 0.8125rem;
    line-height: 1.3;
  }
  .two {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  ul.visits {
    display: grid;
  }
  ul.visits li {
    display: grid;
    gap: 0.125rem;
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--rw-border);
  }
  ul.visits .what {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
  }
  .chance {
    font-weight: 600;
  }
  .helps {
    font-size: 0.875rem;
  }
  tbody th {
    font-weight: 400;
    min-inline-size: 6rem;
  }
  th.number {
    white-space: normal;
    vertical-align: bottom;
  }
  tbody th small {
    display: block;
    color: var(--rw-muted);
    font-size: 0.8125rem;
  }
  .never {
    border-inline-start: 4px solid var(--rw-good);
  }
  @container attendance (min-width: 60rem) {
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
