/**
 * The dialogs about passphrases, restoring, wiping and reasons. One is open at most.
 *
 * Properties: `state`. Events: `rw-keep-news`.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { type KeepDialog, type KeepNews, holdsName, suggestion, weakness } from "../../state/keep.ts";
import { type State, unsavedActions } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";

const w = words.keep;
/** The choice that asks for a reason in words. */
const OTHER = "other";

export class RwVault extends RwElement {
  static override properties = { state: { attribute: false }, shown: { state: true }, wrong: { state: true }, suggested: { state: true } };
  static override sheet = css`
    dialog {
      inline-size: min(34rem, calc(100vw - 2rem));
      border: 1px solid var(--rw-border);
      border-radius: 12px;
      background: var(--rw-surface);
      color: inherit;
      padding: 1.25rem;
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }
    form,
    label.field {
      display: grid;
      gap: 0.25rem;
    }
    form {
      gap: 0.875rem;
    }
    input:not([type="checkbox"], [type="radio"]) {
      inline-size: 100%;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
    output {
      font-family: ui-monospace, monospace;
      overflow-wrap: anywhere;
    }
  `;
  declare state: State;
  declare shown: boolean;
  /** What is wrong with what was typed. */
  declare wrong: string;
  declare suggested: string;

  override willUpdate(changed: PropertyValues<this>): void {
    const old = changed.get("state") as State | undefined;
    if (!changed.has("state") || (old && old.keep.dialog === this.state.keep.dialog)) return;
    [this.shown, this.wrong, this.suggested] = [false, "", ""];
  }

  override updated(): void {
    const dialog = this.renderRoot.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }

  override render(): TemplateResult | typeof nothing {
    const keep = this.state?.keep;
    if (!keep?.dialog) return nothing;
    return html`<dialog aria-labelledby="title" @cancel=${this.#cancel}>${this.#form(keep.dialog)}</dialog>`;
  }

  #form(dialog: KeepDialog): TemplateResult {
    switch (dialog.kind) {
      case "choose":
        return this.#ask(w.choose[dialog.purpose], w.chooseIntro, (data) => this.#chosen(data, (passphrase) => ({ kind: "choose", purpose: dialog.purpose, passphrase })), w.go[dialog.purpose], [
          this.#new(),
          dialog.purpose === "save"
            ? html`<div class="stack tight">
                <button type="button" @click=${() => this.#send({ kind: "plain" })}>${w.plain}</button>
                <p class="note">${w.plainNote}</p>
              </div>`
            : nothing,
        ]);
      case "open":
        return this.#ask(w.openTitle(dialog.name), w.openIntro, (data) => this.#send({ kind: "open", passphrase: String(data.get("passphrase")) }), w.openIt, [
          this.#field("passphrase", w.passphrase, "current-password"),
          this.#show(),
        ]);
      case "change":
        return this.#ask(w.changeTitle, w.changeIntro, (data) => this.#chosen(data, (next) => ({ kind: "change", old: String(data.get("old")), next })), w.changeIt, [
          this.#field("old", w.old, "current-password"),
          this.#new(),
        ]);
      case "restore":
        return html`<form class="stack">
          <h2 id="title">${w.restoreTitle(dialog.changes)}</h2>
          <p>${w.restoreIntro(dialog.changes, dialog.at)}</p>
          <div class="row">
            <button class="primary" type="button" @click=${() => this.#send({ kind: "restore", accept: true })}>${w.restoreIt}</button>
            <button type="button" @click=${() => this.#send({ kind: "restore", accept: false })}>${w.restoreNot}</button>
          </div>
        </form>`;
      case "wipe":
        return this.#ask(w.wipeTitle, w.wipeIntro, () => this.#send({ kind: "wipe" }), w.wipeIt, [
          html`<label class="check"><input type="checkbox" name="sure" required /> ${w.wipeSure(unsavedActions(this.state))}</label>`,
        ]);
      case "reason":
        return this.#ask(w.reasonTitle, w.reasonIntro(dialog.changes), (data) => this.#reason(data), w.reasonIt, [
          html`<fieldset class="stack tight">
            <legend>${w.reason}</legend>
            ${[...w.reasons, w.reasonOther].map(
              (text, at) =>
                html`<label class="check"><input type="radio" name="reason" value=${at < w.reasons.length ? text : OTHER} required /> ${text}</label>`,
            )}
          </fieldset>`,
          html`<label class="field"><span>${w.reasonText}</span><input name="text" maxlength="200" autocomplete="off" /></label>`,
        ]);
    }
  }

  #ask(title: string, intro: string, done: (data: FormData) => void, go: string, fields: readonly (TemplateResult | typeof nothing)[]): TemplateResult {
    const { keep } = this.state;
    const wrong = this.wrong || keep.error;
    const send = whenSent((form) => {
      if (!keep.working) done(new FormData(form));
    });
    return html`<form @keydown=${send}>
      <h2 id="title">${title}</h2>
      <p>${intro}</p>
      ${fields}
      <p class="bad" role="alert" id="wrong">${wrong ?? ""}</p>
      <div class="row">
        <button class="primary" type="button" ?disabled=${keep.working} @click=${send}>${keep.working ? w.working : go}</button>
        <button type="button" ?disabled=${keep.working} @click=${() => this.#send({ kind: "close" })}>${w.cancel}</button>
      </div>
    </form>`;
  }

  #field(name: string, label: string, autocomplete: "current-password" | "new-password"): TemplateResult {
    return html`<label class="field">
      <span>${label}</span>
      <input name=${name} type=${this.shown ? "text" : "password"} autocomplete=${autocomplete} spellcheck="false" aria-describedby="wrong" required />
    </label>`;
  }

  #new(): TemplateResult {
    return html`${this.#field("passphrase", w.next, "new-password")}
      <p class="note">${w.help}</p>
      ${this.#field("again", w.again, "new-password")} ${this.#show()}
      <div class="row"><button type="button" @click=${this.#suggest}>${w.suggest}</button></div>
      ${this.suggested ? html`<p><output>${this.suggested}</output> ${w.suggested}</p>` : nothing}`;
  }

  #show(): TemplateResult {
    return html`<label class="check"><input type="checkbox" .checked=${this.shown} @change=${() => (this.shown = !this.shown)} /> ${w.showIt}</label>`;
  }

  #suggest(): void {
    this.suggested = suggestion(() => crypto.getRandomValues(new Uint8Array(64)));
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>("input[name=passphrase], input[name=again]")) input.value = this.suggested;
  }

  #chosen(data: FormData, news: (passphrase: string) => KeepNews): void {
    const passphrase = String(data.get("passphrase"));
    const weak = weakness(passphrase, String(data.get("again")));
    this.wrong = weak ? w.weakness[weak] : "";
    if (!weak) this.#send(news(passphrase));
  }

  #reason(data: FormData): void {
    const chosen = String(data.get("reason"));
    const reason = (chosen === OTHER ? String(data.get("text")) : chosen).trim();
    const index = this.state.open?.index;
    if (!reason) this.wrong = w.reasonNone;
    else if (chosen === OTHER && index && holdsName(index, reason)) this.wrong = w.reasonName;
    else this.#send({ kind: "reason", reason });
  }

  #cancel(event: Event): void {
    event.preventDefault();
    if (!this.state.keep.working) this.#send(this.state.keep.dialog?.kind === "restore" ? { kind: "restore", accept: false } : { kind: "close" });
  }

  #send(news: KeepNews): void {
    emit(this, "rw-keep-news", news);
  }
}

define("rw-vault", RwVault);
