// Lists of sessions under headings that open: what is wrong, what has changed.
import { css } from "lit";

/** A heading with a list of buttons below it; on paper the buttons stand, without those that ask for more. */
export const findings = css`
  details {
    border-block-end: 1px solid var(--rw-border);
  }
  summary {
    padding-block: 0.5rem;
  }
  ul {
    display: grid;
    padding-block-end: 0.5rem;
  }
  li button {
    display: grid;
    justify-items: start;
    justify-content: start;
    gap: 0;
    inline-size: 100%;
    padding: 0.25rem 0.5rem;
    border: 0;
    text-align: start;
    font-size: 0.875rem;
  }
  @media print {
    li button:not(.more) {
      display: grid !important;
    }
  }
  li small {
    color: var(--rw-muted);
    font-size: 0.8125rem;
  }
`;
