/**
 * Language, clock, currency and first day of the week. The first two belong to who looks at the page, the others to the clinic.
 *
 * Properties: `formats`; `settings` of the clinic, undefined if none is open; `blocked` while they cannot be changed.
 * Events: `rw-language`, `rw-settings`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Settings, Weekday } from "../../engine/types.ts";
import { dateOf, dayNumber, formatDay, locale } from "../../format.ts";
import { type Formats, LANGUAGE_NAMES, LANGUAGES } from "../../state/language.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { segmented } from "../segmented.ts";

const w = words.formats;
const WEEKDAYS: readonly Weekday[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/** A Monday. */
const MONDAY = dayNumber("2026-11-23");
/** Currencies to choose from, besides the one in use: of the United States and their neighbors. */
const CURRENCIES = ["USD", "CAD", "MXN"];

export class RwFormats extends RwElement {
  static override properties = { formats: { attribute: false }, settings: { attribute: false }, blocked: { type: Boolean } };
  static override sheet = css`
    .all {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 0.75rem 1.5rem;
    }
    .name {
      display: block;
      margin-block-end: 0.25rem;
      color: var(--rw-muted);
      font-size: 0.875rem;
    }
  `;
  declare formats: Formats;
  declare settings: Settings | undefined;
  declare blocked: boolean;

  override render(): TemplateResult | typeof nothing {
    const { formats, settings } = this;
    if (!formats) return nothing;
    return html`<div class="all">
      <div>
        <span class="name" aria-hidden="true">${w.language}</span>
        <div class="segmented" role="group" aria-label=${w.language}>
          ${LANGUAGES.map(
            (language) => html`<button type="button" class="small" lang=${language} aria-pressed=${language === formats.language} @click=${() => emit(this, "rw-language", { language })}>
              ${LANGUAGE_NAMES[language]}
            </button>`,
          )}
        </div>
      </div>
      <div>
        <span class="name" aria-hidden="true">${w.clock}</span>
        ${segmented({
          label: w.clock, values: [24, 12], current: formats.clock, small: true,
          name: (clock) => w.clocks[clock], choose: (clock) => emit(this, "rw-language", { clock }),
        })}
      </div>
      ${settings ? this.#clinic(settings) : nothing}
    </div>`;
  }

  #clinic({ currency, week_start }: Settings): TemplateResult {
    const names = new Intl.DisplayNames(locale(), { type: "currency" });
    const currencies = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
    return html`<div class="field">
        <label for="currency">${w.currency}</label>
        <select id="currency" ?disabled=${this.blocked} @change=${(event: Event) => emit(this, "rw-settings", { currency: (event.target as HTMLSelectElement).value })}>
          ${currencies.map((each) => html`<option value=${each} ?selected=${each === currency}>${each}, ${nameOf(names, each)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="week-start">${w.weekStart}</label>
        <select id="week-start" ?disabled=${this.blocked} @change=${(event: Event) => emit(this, "rw-settings", { week_start: (event.target as HTMLSelectElement).value as Weekday })}>
          ${WEEKDAYS.map((each, at) => html`<option value=${each} ?selected=${each === week_start}>${formatDay(dateOf(MONDAY + at), "weekday")}</option>`)}
        </select>
      </div>`;
  }
}

/** What a currency is called; its code if it is none. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  return /^[A-Z]{3}$/.test(code) ? (names.of(code) ?? code) : code;
}

define("rw-formats", RwFormats);
