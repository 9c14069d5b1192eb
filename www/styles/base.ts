// The sheet every element starts from: box sizing, focus ring, headings, buttons, fields, tables. Page styles do not
// reach into shadow roots, so this one is adopted by each of them.
import { css } from "lit";

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    color: var(--rw-text);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  h1 {
    font-size: 1.75rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: 1.25rem;
    line-height: 1.25;
    font-weight: 650;
  }
  h3 {
    font-size: 1rem;
    line-height: 1.25;
    font-weight: 650;
  }
  :focus-visible {
    outline: 3px solid var(--rw-accent);
    outline-offset: 2px;
  }
  [tabindex="-1"]:focus:not(:focus-visible) {
    outline: none;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--rw-control);
    border-radius: 8px;
    background: var(--rw-surface);
    color: var(--rw-text);
    font: inherit;
    font-size: 0.9375rem;
    line-height: 1.25;
    cursor: pointer;
    text-decoration: none;
  }
  button:hover:not(:disabled),
  .button:hover {
    background: var(--rw-tint);
  }
  button:disabled,
  button[aria-disabled="true"] {
    color: var(--rw-muted);
    border-color: var(--rw-border);
    cursor: default;
  }
  button[aria-disabled="true"]:hover {
    background: var(--rw-surface);
  }
  button.primary {
    background: var(--rw-accent);
    border-color: var(--rw-accent);
    color: var(--rw-on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled, [aria-disabled="true"]) {
    background: var(--rw-accent);
    filter: brightness(1.08);
  }
  button.primary:disabled,
  button.primary[aria-disabled="true"] {
    background: var(--rw-border);
    border-color: var(--rw-border);
    color: var(--rw-muted);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button.quiet:hover:not(:disabled) {
    background: var(--rw-tint);
  }
  button.small {
    min-height: 1.75rem;
    padding: 0.125rem 0.5rem;
    font-size: 0.875rem;
  }
  button.link {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--rw-accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    display: inline;
    text-align: start;
  }
  button.link:hover:not(:disabled) {
    background: none;
    text-decoration-thickness: 2px;
  }
  button[aria-pressed="true"],
  button[aria-current="true"] {
    background: var(--rw-tint);
    border-color: var(--rw-accent);
    color: var(--rw-accent);
    font-weight: 600;
  }
  .segmented {
    display: inline-flex;
    flex-wrap: wrap;
  }
  .segmented button {
    border-radius: 0;
    margin-inline-start: -1px;
  }
  .segmented button:first-child {
    border-start-start-radius: 8px;
    border-end-start-radius: 8px;
    margin-inline-start: 0;
  }
  .segmented button:last-child {
    border-start-end-radius: 8px;
    border-end-end-radius: 8px;
  }
  .segmented button:focus-visible,
  .segmented button[aria-pressed="true"] {
    z-index: 1;
    position: relative;
  }
  input,
  select,
  textarea {
    min-height: 2.25rem;
    max-width: 100%;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--rw-control);
    border-radius: 8px;
    background: var(--rw-surface);
    color: var(--rw-text);
    font: inherit;
    font-size: 0.9375rem;
  }
  input[type="checkbox"],
  input[type="radio"] {
    min-height: 0;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--rw-accent);
  }
  input[type="range"] {
    padding: 0;
    border: 0;
    accent-color: var(--rw-accent);
    min-width: 0;
  }
  label {
    font-size: 0.875rem;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 1.5rem;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    min-width: 0;
  }
  .field > label,
  .field > .label {
    color: var(--rw-muted);
    font-size: 0.875rem;
  }
  .card {
    background: var(--rw-surface);
    border: 1px solid var(--rw-border);
    border-radius: 10px;
    padding: 1rem;
    min-width: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .spread {
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: 1rem;
    min-width: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .tight {
    gap: 0.5rem;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr));
    gap: 0.5rem;
  }
  .muted {
    color: var(--rw-muted);
  }
  .note {
    color: var(--rw-muted);
    font-size: 0.875rem;
  }
  .good {
    color: var(--rw-good);
  }
  .warn {
    color: var(--rw-warn);
  }
  .bad {
    color: var(--rw-bad);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .scroll {
    overflow: auto;
    max-width: 100%;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.875rem;
  }
  caption {
    text-align: start;
    color: var(--rw-muted);
    padding-block-end: 0.5rem;
  }
  th,
  td {
    padding: 0.375rem 0.75rem 0.375rem 0;
    border-block-end: 1px solid var(--rw-border);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-weight: 600;
    color: var(--rw-muted);
  }
  tbody th {
    color: var(--rw-text);
  }
  th.number,
  td.number {
    text-align: end;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  .number + th:not(.number),
  .number + td:not(.number) {
    padding-inline-start: 0.75rem;
  }
  summary {
    cursor: pointer;
    min-height: 1.5rem;
  }
  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  ul.plain,
  ol.plain {
    list-style: none;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    button.primary {
      border: 2px solid ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
    button[aria-pressed="true"],
    button[aria-current="true"] {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    /* Without weight, so that an element can keep those of its buttons that hold what is to be read. */
    :where(button:not(.link)),
    input,
    select,
    .check,
    .no-print {
      display: none !important;
    }
    button.link {
      color: inherit;
      text-decoration: none;
    }
    .card {
      border-color: #b9c0ca;
      break-inside: avoid;
    }
  }
`;
