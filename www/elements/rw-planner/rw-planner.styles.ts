import { css } from "lit";

export const styles = css`
  :host {
    container: planner / inline-size;
    min-block-size: var(--rw-fill);
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "header" "nav" "main";
    grid-template-rows: auto auto 1fr;
    min-block-size: var(--rw-fill);
  }
  .page.wide {
    grid-template-columns: 11.5rem minmax(0, 1fr);
    grid-template-areas: "header header" "nav main";
    grid-template-rows: auto 1fr;
  }
  .skip {
    position: absolute;
    inset-inline-start: 0.5rem;
    inset-block-start: 0.5rem;
    z-index: 20;
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  header {
    grid-area: header;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.5rem 1rem;
    background: var(--rw-surface);
    border-block-end: 1px solid var(--rw-border);
  }
  .brand {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    min-width: 0;
  }
  .brand b {
    font-size: 1.125rem;
    letter-spacing: -0.01em;
  }
  .clinic,
  .week {
    color: var(--rw-muted);
    font-size: 0.9375rem;
  }
  .synthetic {
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--rw-warn);
    border-radius: 8px;
    background: var(--rw-warn-tint);
    color: var(--rw-warn);
    font-size: 0.8125rem;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem;
  }
  .deeds button {
    min-height: 2rem;
    font-size: 0.875rem;
  }
  .deeds button {
    min-inline-size: 2.25rem;
    padding-inline: 0.625rem;
  }
  /* Signs alone where the words would take a second row. */
  @container planner (max-width: 90rem) {
    .deeds .label:not(.name) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .dot {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--rw-warn);
  }
  rw-nav {
    grid-area: nav;
    min-width: 0;
    background: var(--rw-surface);
    border-block-end: 1px solid var(--rw-border);
  }
  .wide rw-nav {
    border-block-end: 0;
    border-inline-end: 1px solid var(--rw-border);
  }
  main {
    grid-area: main;
    min-width: 0;
    padding: 1rem;
    padding-block-end: 5rem;
  }
  main:focus {
    outline: none;
  }
  .notice {
    position: fixed;
    inset-block-end: 1rem;
    inset-inline: 0;
    z-index: 10;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    inline-size: fit-content;
    max-inline-size: min(44rem, calc(100% - 2rem));
    margin-inline: auto;
    padding: 0.625rem 0.75rem 0.625rem 1rem;
    border: 1px solid var(--rw-control);
    border-inline-start: 4px solid var(--tone, var(--rw-accent));
    border-radius: 8px;
    background: var(--rw-surface);
    font-size: 0.9375rem;
  }
  .notice[data-tone="bad"] {
    --tone: var(--rw-bad);
  }
  .notice[data-tone="warn"] {
    --tone: var(--rw-warn);
  }
  .notice[data-tone="good"] {
    --tone: var(--rw-good);
  }
  .notice button {
    flex: none;
  }
  @container planner (min-width: 68rem) {
    header,
    .brand,
    .deeds {
      flex-wrap: nowrap;
    }
    .brand {
      white-space: nowrap;
    }
    .clinic {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .deeds {
      flex: none;
    }
    main {
      padding: 1.25rem 1.5rem 5rem;
    }
  }
  @container planner (max-width: 40rem) {
    header {
      padding: 0.5rem 0.75rem;
    }
    main {
      padding: 0.75rem 0.75rem 5rem;
    }
    .clinic,
    .week {
      font-size: 0.875rem;
    }
    .deeds .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .printed {
    display: none;
  }
  @media print {
    .printed {
      display: block;
      font-size: 8pt;
    }
    .deeds,
    .notice,
    .skip,
    rw-nav {
      display: none;
    }
    .page,
    .page.wide {
      display: block;
    }
    header {
      padding: 0 0 0.25rem;
    }
    .brand b,
    .clinic,
    .week {
      font-size: 9pt;
    }
    .synthetic {
      font-size: 8pt;
      padding-block: 0;
    }
    main {
      padding: 0.5rem 0;
    }
  }
`;
