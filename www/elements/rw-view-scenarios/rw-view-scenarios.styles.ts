import { css } from "lit";

export const styles = css`
  :host {
    container: scenarios / inline-size;
  }
  .split {
    display: grid;
    gap: 1rem;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .intro {
    flex: 1 1 20rem;
  }
  .deeds {
    padding-block: 0.75rem;
  }
  .assumptions > .note {
    padding-block-end: 0.5rem;
  }
  .instant {
    padding-block-end: 0.75rem;
  }
  .estimate {
    border: 2px dashed var(--rw-border);
    border-radius: 6px;
    padding: 0.5rem 0.75rem;
  }
  .estimate .net {
    font-size: 1.125rem;
  }
  .save {
    align-items: end;
    flex-wrap: nowrap;
  }
  .grow {
    flex: 0 1 18rem;
  }
  .save input {
    inline-size: 100%;
  }
  .cases {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
  }
  .case {
    border-block-start: 4px solid var(--color);
    display: grid;
    gap: 0.25rem;
    align-content: start;
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
  .case h2 {
    font-size: 1rem;
  }
  .net {
    font-size: 1.75rem;
    line-height: 1.2;
    font-weight: 650;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(min-content, auto);
    gap: 0.125rem 0.75rem;
    font-size: 0.875rem;
    padding-block-start: 0.25rem;
  }
  dt {
    color: var(--rw-muted);
  }
  dd.number {
    white-space: normal;
  }
  .progress {
    min-height: 2.25rem;
    font-size: 0.9375rem;
  }
  .stale {
    border-inline-start: 4px solid var(--rw-warn);
    padding-inline-start: 0.75rem;
  }
  ul.limits {
    padding-inline-start: 1.25rem;
    font-size: 0.9375rem;
  }
  @container scenarios (min-width: 58rem) {
    .split {
      grid-template-columns: 21rem minmax(0, 1fr);
    }
  }
`;
