// The colors of a session, by what it looks like on the board.
import { css } from "lit";

/** Sets `--fill` and `--edge` on whatever has a `data-look`. */
export const looks = css`
  [data-look="individual"] {
    --fill: var(--rw-individual);
    --edge: var(--rw-individual-edge);
  }
  [data-look="group"] {
    --fill: var(--rw-group);
    --edge: var(--rw-group-edge);
  }
  [data-look="family"] {
    --fill: var(--rw-family);
    --edge: var(--rw-family-edge);
  }
  [data-look="evaluation"] {
    --fill: var(--rw-evaluation);
    --edge: var(--rw-evaluation-edge);
  }
  [data-look="telehealth"],
  [data-look="shift"] {
    --fill: var(--rw-telehealth);
    --edge: var(--rw-telehealth-edge);
  }
`;
