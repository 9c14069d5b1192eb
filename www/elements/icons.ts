// Inline paths, 16 by 16, in the color of the text around them. Decoration only: the words stand beside them.
import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  undo: "M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6",
  redo: "m10 3 3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h3",
  save: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  lock: "M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z",
  close: "m4 4 8 8M12 4l-8 8",
  previous: "M10 3 5 8l5 5",
  next: "m6 3 5 5-5 5",
  shield: "M8 1.5 2.5 4v4c0 3.5 2.5 5.5 5.5 6.5 3-1 5.5-3 5.5-6.5V4zM5.5 8l2 2 3.5-4",
  alert: "M8 2 1.5 14h13zM8 6.5v3.5M8 12v.1",
  check: "m3 8.5 3.5 3.5L13 4.5",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
  print: "M4.5 6V2h7v4M4.5 11h-2V6h11v5h-2M4.5 9.5h7V14h-7z",
  home: "M2 8 8 3l6 5M4 7v6.5h8V7",
} as const;

/** An icon by name. */
export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    ${svg`<path d=${PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"></path>`}
  </svg>`;
}
