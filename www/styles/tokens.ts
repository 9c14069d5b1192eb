// The design tokens, as custom properties: dark and light, forced or by the system. On the planner, where a page around it
// can set them anew; and on the document, where the page is nothing but a planner.
import { css } from "lit";

const light = css`
  --rw-bg: #f7f8fa;
  --rw-surface: #ffffff;
  --rw-text: #1a2230;
  --rw-muted: #525d6d;
  --rw-border: #d5dae1;
  --rw-control: #7a8594;
  --rw-accent: #0b5cad;
  --rw-on-accent: #ffffff;
  --rw-tint: #e9f1fa;
  --rw-good: #0b6e4f;
  --rw-warn: #8a5a00;
  --rw-bad: #b3261e;
  --rw-warn-tint: #fdf3df;
  --rw-bad-tint: #fbeae8;
  --rw-conservative: #0067a5;
  --rw-likely: #1a2230;
  --rw-aggressive: #b84a00;
  --rw-individual: #cde4f7;
  --rw-group: #ffd9bf;
  --rw-family: #d6efd9;
  --rw-evaluation: #ebd3ee;
  --rw-telehealth: #e4e7eb;
  --rw-individual-edge: #0067a5;
  --rw-group-edge: #b84a00;
  --rw-family-edge: #007a5a;
  --rw-evaluation-edge: #6a2c72;
  --rw-telehealth-edge: #3a424d;
`;

const dark = css`
  --rw-bg: #10151c;
  --rw-surface: #18202b;
  --rw-text: #e8edf4;
  --rw-muted: #a9b4c2;
  --rw-border: #2c3746;
  --rw-control: #8794a5;
  --rw-accent: #7cb7ff;
  --rw-on-accent: #10151c;
  --rw-tint: #1d2b3d;
  --rw-good: #5fd3a6;
  --rw-warn: #ffc66b;
  --rw-bad: #ff9a8f;
  --rw-warn-tint: #33291a;
  --rw-bad-tint: #3a2123;
  --rw-conservative: #6db9f2;
  --rw-likely: #f2f5fa;
  --rw-aggressive: #ff9e5e;
  --rw-individual: #123f63;
  --rw-group: #6a2e0a;
  --rw-family: #0b4b3c;
  --rw-evaluation: #532a58;
  --rw-telehealth: #3a424d;
  --rw-individual-edge: #6db9f2;
  --rw-group-edge: #ff9e5e;
  --rw-family-edge: #5fd3a6;
  --rw-evaluation-edge: #e3a6ea;
  --rw-telehealth-edge: #c3cbd6;
`;

/** For the planner; everything below inherits through the shadow roots. */
export const tokens = css`
  :host {
    --rw-fill: 0px;
    --rw-vh: 1vh;
    color-scheme: light;
    ${light}
    background: var(--rw-bg);
    font: 1rem/1.5 system-ui, sans-serif;
    overflow-wrap: break-word;
    text-align: start;
  }
  @media screen and (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      color-scheme: dark;
      ${dark}
    }
  }
  @media screen {
    :host([theme="dark"]) {
      color-scheme: dark;
      ${dark}
    }
  }
  @media print {
    :host {
      background: #ffffff;
    }
  }
`;

/** For a document that is nothing but a planner. */
export const wholePage = css`
  rw-planner {
    --rw-fill: 100vh;
  }
  :root {
    color-scheme: light;
    ${light}
  }
  @media screen and (prefers-color-scheme: dark) {
    :root:not([data-theme="light"]) {
      color-scheme: dark;
      ${dark}
    }
  }
  @media screen {
    :root[data-theme="dark"] {
      color-scheme: dark;
      ${dark}
    }
  }
  html,
  body {
    margin: 0;
    padding: 0;
    background: var(--rw-bg);
    color: var(--rw-text);
    font: 1rem/1.5 system-ui, sans-serif;
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  @media print {
    html,
    body {
      background: #ffffff;
    }
    @page {
      margin: 15mm;
    }
  }
`;
