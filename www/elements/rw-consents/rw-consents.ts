/**
 * What a patient has agreed may be told, and taking it back.
 *
 * Properties: `state`. Events: `rw-share`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Consent } from "../../engine/types.ts";
import { formatDay } from "../../format.ts";
import { consentsOf, siteNow } from "../../state/share.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const w = words.share;

export class RwConsents extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = css`
    ul {
      display: grid;
      gap: 0.5rem;
      margin: 0.5rem 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
      justify-content: space-between;
    }
    select {
      max-inline-size: 100%;
    }
  `;
  declare state: State;

  override render(): TemplateResult | typeof nothing {
    const { open, share } = this.state;
    if (!open) return nothing;
    const { clinic } = open.index;
    const withConsents = new Set(clinic.consents.map((row) => row.patient));
    return html`<details>
      <summary>${w.consents}</summary>
      <p class="note">${w.consentsIntro}</p>
      <div class="field">
        <label for="patient">${w.ofPatient}</label>
        <select id="patient" @change=${(event: Event) => emit(this, "rw-share", { kind: "patient", patient: (event.target as HTMLSelectElement).value })}>
          ${share.patient === undefined ? html`<option value="" selected disabled>${w.choosePatient}</option>` : nothing}
          ${clinic.patients.map((row) => html`<option value=${row.id} ?selected=${row.id === share.patient}>${row.name || row.id}${withConsents.has(row.id) ? "" : ` (${w.none})`}</option>`)}
        </select>
      </div>
      ${share.patient === undefined ? nothing : this.#list(open, share.patient)}
    </details>`;
  }

  #list(open: OpenClinic, patient: string): TemplateResult {
    const rows = consentsOf(open.index, patient, siteNow(open.index.clinic.settings, new Date()).slice(0, 10));
    if (rows.length === 0) return html`<p>${w.noConsent}</p>`;
    return html`<ul>
      ${rows.map(({ row, holds }) => html`<li>${this.#row(row, holds)}</li>`)}
    </ul>`;
  }

  #row(row: Consent, holds: boolean): TemplateResult {
    const purposes = row.purposes.map((purpose) => w.purposes[purpose]).join(", ");
    const said = w.consent(row.recipient, purposes, formatDay(row.given, "date"), row.until ? formatDay(row.until, "date") : undefined);
    if (!holds) return html`<span class="muted">${said}</span><span class="muted">${row.revoked ? w.revokedOn(formatDay(row.revoked.slice(0, 10), "date")) : w.ended}</span>`;
    const revoke = (): void => emit(this, "rw-share", { kind: "revoke", consent: row.id });
    return html`<span>${said}</span><button type="button" class="small" aria-label=${w.revokeThis(said)} @click=${revoke}>${w.revoke}</button>`;
  }
}

define("rw-consents", RwConsents);
