// What the views that report share: the finding in one sentence, the row of questions above it, a list of facts below.
import { css } from "lit";

/** Finding, questions and facts. */
export const reportSheet = css`
  .finding {
    font-size: 1.125rem;
    font-weight: 600;
  }
  .asked {
    gap: 0.5rem 1rem;
    align-items: end;
  }
  .asked .check {
    min-height: 2.25rem;
  }
  ul.facts {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.25rem;
    font-size: 0.9375rem;
  }
`;
