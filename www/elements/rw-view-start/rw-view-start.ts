/**
 * The Start view: what this is and what to do next.
 *
 * Properties: `state`. Events: `rw-sample`, `rw-navigate`, `rw-files`, `rw-save`, `rw-download`, `rw-theme`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { engineTaken, type OpenClinic, type State, unsavedActions } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";
import "../rw-formats/rw-formats.ts";

const THEMES: readonly State["theme"][] = ["system", "light", "dark"];

export class RwViewStart extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = css`
    .lead {
      max-inline-size: 44rem;
      font-size: 1.0625rem;
    }
    .cards {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
      align-items: stretch;
    }
    .card {
      align-content: start;
    }
    form {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.75rem;
    }
    form .wide {
      grid-column: 1 / -1;
    }
    form input,
    form select {
      inline-size: 100%;
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0.25rem 1rem;
      font-size: 0.9375rem;
    }
    dt {
      color: var(--rw-muted);
    }
    form .warn {
      font-size: 0.875rem;
    }
  `;
  declare state: State;

  override render(): TemplateResult {
    const { state } = this;
    const open = state.open;
    const unsaved = unsavedActions(state);
    return html`<div class="stack">
      <h1 tabindex="-1">${words.start.title}</h1>
      <p class="lead">${words.start.lead}</p>
      <div class="cards">
        ${open
          ? html`<section class="card stack">
              <h2>${words.start.now}</h2>
              <p>${open.summary.name || words.unnamed}${open.summary.synthetic ? html`<br /><span class="warn">${words.synthetic}</span>` : nothing}</p>
              <dl>
                <dt>${words.start.people}</dt>
                <dd>${words.start.peopleOf(rowsOf(state, "clinicians"), inCare(open))}</dd>
                <dt>${words.start.week}</dt>
                <dd>${words.start.weekOf(open.summary.sessions, open.summary.seats)}</dd>
                <dt>${words.start.history}</dt>
                <dd>${words.start.historyOf(rowsOf(state, "appointments"))}</dd>
              </dl>
              <div class="row">
                <button type="button" class="primary" @click=${() => emit(this, "rw-navigate", { view: "schedule" })}>${words.start.toSchedule}</button>
                <button type="button" @click=${() => emit(this, "rw-save", {})}>${words.saveFile}</button>
              </div>
              <p class="note">${words.start.keepNote}</p>
            </section>`
          : nothing}
        <section class="card stack">
          <h2>${words.start.mine}</h2>
          <p class="note">${words.start.mineNote}</p>
          <div class="row">
            <button type="button" class="primary" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${words.start.goData}</button>
            <button type="button" @click=${() => emit(this, "rw-download", { what: "template", format: "xlsx" })}>${words.start.template}</button>
          </div>
        </section>
        <section class="card stack">
          <h2>${words.start.sample}</h2>
          <p class="note">${words.start.sampleNote}</p>
          <form @keydown=${this.#send}>
            <div class="field wide">
              <label for="kind">${words.start.kind}</label>
              <select id="kind" name="kind">
                ${Object.entries(words.start.kinds).map(([kind, name]) => html`<option value=${kind}>${name}</option>`)}
              </select>
            </div>
            <div class="field">
              <label for="clinicians">${words.start.size}</label>
              <input id="clinicians" name="clinicians" type="number" min="4" max="200" value="24" required autocomplete="off" />
            </div>
            <div class="field">
              <label for="seed">${words.start.seed}</label>
              <input id="seed" name="seed" type="number" min="0" max="9007199254740991" value="1" required autocomplete="off" />
            </div>
            ${unsaved > 0 ? html`<p class="warn wide">${words.start.drops(unsaved)}</p>` : nothing}
            <button type="button" class="wide" aria-disabled=${state.engine !== "ready" || state.busy !== undefined} @click=${this.#send}>${words.start.open}</button>
          </form>
        </section>
      </div>
      <div class="row">
        <span class="muted" id="colors">${words.theme.label}</span>
        <div class="segmented" role="group" aria-labelledby="colors">
          ${THEMES.map(
            (theme) => html`<button type="button" class="small" aria-pressed=${state.theme === theme} @click=${() => emit(this, "rw-theme", { theme })}>
              ${words.theme[theme]}
            </button>`,
          )}
        </div>
      </div>
      <section class="stack tight" aria-labelledby="formats">
        <h2 id="formats">${words.formats.title}</h2>
        <rw-formats .formats=${state.formats} .settings=${open?.index.clinic.settings} ?blocked=${state.engine !== "ready" || engineTaken(state)}></rw-formats>
        <p class="note">${words.formats.note}</p>
      </section>
    </div>`;
  }

  #send = whenSent((form) => {
    if (this.state.engine !== "ready" || this.state.busy !== undefined) return;
    const data = new FormData(form);
    emit(this, "rw-sample", {
      kind: String(data.get("kind")),
      clinicians: Number(data.get("clinicians")),
      seed: Number(data.get("seed")),
    });
  });
}

/** Patients with an order: the others are history. */
function inCare(open: OpenClinic): number {
  return new Set(open.index.clinic.orders.map((order) => order.patient)).size;
}

function rowsOf(state: State, table: string): number {
  return state.open?.summary.tables.find((each) => each.table === table)?.rows ?? 0;
}

define("rw-view-start", RwViewStart);
