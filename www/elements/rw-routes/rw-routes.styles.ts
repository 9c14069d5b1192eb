import { css } from "lit";

export const styles = css`
  :host {
    container: routes / inline-size;
  }
  section {
    display: grid;
    gap: 0.75rem;
  }
  .split {
    display: grid;
    gap: 1rem;
    align-items: start;
  }
  @container routes (min-width: 40rem) {
    .split {
      grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr);
    }
  }
  .route {
    border: 1px solid var(--rw-border);
    border-radius: 10px;
    background: var(--rw-surface);
    overflow: clip;
  }
  .route > button {
    display: grid;
    justify-content: start;
    justify-items: start;
    inline-size: 100%;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
    padding: 0.5rem 0.75rem;
  }
  .route > button[aria-expanded="true"] {
    background: var(--rw-tint);
  }
  small {
    color: var(--rw-muted);
    font-weight: 400;
  }
  ol {
    margin: 0;
    padding-inline: 2.25rem 0.75rem;
  }
  li {
    padding-block: 0.25rem;
  }
  li[aria-current] {
    background: var(--rw-tint);
  }
  li small,
  .end small {
    display: block;
  }
  .end {
    margin: 0;
    padding: 0.25rem 0.75rem;
  }
  .time {
    font-weight: 600;
    white-space: nowrap;
    margin-inline-end: 0.25rem;
  }
  .bad {
    color: var(--rw-bad);
  }
`;
