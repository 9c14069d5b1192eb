/**
 * The planner: the one element that owns its engine. It begins when it is first drawn, rests while it is out of the
 * document, and ends with `dispose`. What is around it, a page of its own or a vendor's, is said by `home`.
 *
 * Attributes: `view`, `locale`, `currency`, `theme`, `readonly`, `asset-base`. Properties: `plan`, `config`.
 * Methods: `load`, `solve`, `stop`, `save`, `restore`, `exportAs`, `dispose`; promise `ready`.
 * Events: those of `contract.ts`. Slots: `header`, `empty`. Parts: those of `element.ts`.
 */
import type { PropertyDeclarations, PropertyValues } from "lit";
import { attempt, type Context, type Keeping, type OutgoingFile } from "../../commands/context.ts";
import { findDevice } from "../../commands/device.ts";
import { setLanguage, setSettings } from "../../commands/language.ts";
import { startEngine } from "../../commands/lock.ts";
import { beginLog } from "../../commands/open.ts";
import { stop } from "../../commands/plan.ts";
import type { PlanDocument } from "../../engine/types.ts";
import type { Home } from "../../planner/home.ts";
import { live } from "../../planner/life.ts";
import { watchSolving } from "../../planner/news.ts";
import { asError, files, open, openInvented, restore, save, solve, valueOf } from "../../planner/requests.ts";
import { enter } from "../../planner/wire.ts";
import { redoLabel, undoLabel } from "../../state/history.ts";
import { preferred } from "../../state/language.ts";
import { SAMPLE } from "../../state/sample.ts";
import { FIRST_STATE, type State, Store, unsavedActions, type View } from "../../state/store.ts";
import { tokens } from "../../styles/tokens.ts";
import {
  CONTRACT, type ExportedFile, type ExportKind, type OpenedPlan, PLANNER_VIEWS, type PlannerConfig, type PlannerDocument, type PlannerElement, PlannerError, type PlannerEvents, type SavedPlan,
  type SolveOptions, type SolveResult,
} from "./contract.ts";
import { PlannerPage } from "./page.ts";
import { styles } from "./rw-planner.styles.ts";

/** Milliseconds out of the document after which the workers end. Moving the planner takes none. */
const REST_MS = 5_000;

type Theme = State["theme"];

/** From the first drawing, or from coming back, to the end of the workers. */
interface Life {
  readonly context: Context;
  readonly end: AbortController;
  /** What is open at first is open. */
  readonly begun: Promise<void>;
}

export abstract class RwPlanner extends PlannerPage implements PlannerElement {
  static override properties: PropertyDeclarations = {
    ...PlannerPage.properties,
    view: { reflect: true },
    locale: {},
    currency: {},
    theme: { reflect: true },
    readonly: { type: Boolean },
    assetBase: { attribute: "asset-base" },
    plan: { attribute: false, noAccessor: true },
    config: { attribute: false },
  };
  static override sheet = [tokens, styles];
  /** The view that is shown. */
  declare view: View;
  /** The language of all planners on the page, for example `es-US`; without it, what the browser prefers. */
  declare locale: string | undefined;
  /** The currency of clinics that are opened by the page around, as ISO 4217. */
  declare currency: string | undefined;
  /** `light` or `dark`; without it, as the system. */
  declare theme: Theme | undefined;
  /** Whether what is open may only be looked at. */
  declare readonly: boolean;
  /** Where worker and modules are served, on the page's own origin. */
  declare assetBase: string | undefined;
  /** What belongs to the page around, not to a clinic. */
  declare config: PlannerConfig | undefined;

  readonly #store = new Store();
  #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  readonly #ready = new Promise<void>((resolve, reject) => (this.#settle = { resolve, reject }));
  /** What the page around asked to open, until it is. */
  #given: PlannerDocument | undefined;
  #life: Life | undefined;
  /** What was sealed by the lock before the workers ended. */
  #sealed: Keeping["sealed"];
  #recipient: ((plan: PlanDocument) => void) | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** How many properties and methods are changing something: that is no news. */
  #quiet = 0;
  #isReady = false;
  /** True while the state takes over what properties say: they do not follow it meanwhile. */
  #taking = false;

  constructor() {
    super();
    this.#ready.catch(() => {});
    this.state = this.#store.state;
    this.#store.listen((state) => this.#follow(state));
    this.#store.witness(({ kind, after }) => {
      const { history } = this.#store.state;
      const label = kind === "undo" ? redoLabel(history) : undoLabel(history);
      if (this.#quiet === 0) this.#tell("rw-plan-change", { kind, label, plan: after.plan });
    });
    watchSolving(this.#store, (type, detail) => this.#tell(type, detail));
  }

  /** What is around the planner. */
  protected abstract home(): Home;

  /** From now on the user may send the plan to this portal. */
  protected mayBeSent(origin: string, send: (plan: PlanDocument) => void): void {
    this.#recipient = send;
    this.#store.set({ portal: { origin, asking: false } });
  }

  /** Resolves once the planner is drawn and its engine answers; rejects if there can be no engine. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** What is open, as `save` would give it; setting it opens it. */
  get plan(): PlannerDocument | undefined {
    return this.#given ?? valueOf(this.#store);
  }

  set plan(document: PlannerDocument | null | undefined) {
    if (!document) return;
    this.#given = document;
    if (!this.#life) {
      // What was disposed of begins anew with it.
      if (this.hasUpdated && this.isConnected) this.#begin();
      return;
    }
    const opening = this.#quietly(async (context) => {
      // Another one was given meanwhile, or this one was what the planner began with.
      if (this.#given !== document) return;
      this.#given = undefined;
      await open(context, document, this.currency);
    });
    opening.catch((error: Error) => this.#fail(error));
  }

  /** Changes that are in no save yet. */
  get unsaved(): number {
    const { state } = this.#store;
    const sealed = this.#life?.context.keeping.sealed ?? this.#sealed;
    // What was sealed by the lock is in memory alone, unless there is a copy on this device.
    const locked = sealed?.source === "lock" && state.keep.device !== "on" ? sealed.unsaved : 0;
    return unsavedActions(state) + locked;
  }

  /** Opens a clinic, or what `save` gave, in place of what is open. */
  load(document: PlannerDocument): Promise<OpenedPlan> {
    return this.#quietly((context) => {
      this.#given = undefined;
      return open(context, document, this.currency);
    });
  }

  /** Looks for a better plan; it is shown as a proposal, which the user keeps or drops. */
  solve(options: SolveOptions = {}): Promise<SolveResult> {
    return this.#ask((context) => solve(context, options));
  }

  /** Ends a run with the best plan so far, whoever began it. */
  async stop(): Promise<void> {
    if (this.#life) stop(this.#life.context);
  }

  /** What is open, with all that was made of it: a value or, with a passphrase, an encrypted file. */
  save(): Promise<SavedPlan>;
  save(options: { readonly passphrase: string }): Promise<Uint8Array>;
  save(options: { readonly passphrase?: string } = {}): Promise<SavedPlan | Uint8Array> {
    return this.#quietly((context) => save(context, options.passphrase));
  }

  /** Opens what `save` gave. */
  restore(data: SavedPlan | Uint8Array, options: { readonly passphrase?: string } = {}): Promise<OpenedPlan> {
    return this.#quietly((context) => restore(context, data, options.passphrase));
  }

  /** What is open, in another format. Nothing is downloaded. */
  exportAs(kind: ExportKind): Promise<readonly ExportedFile[]> {
    return this.#ask((context) => files(context, kind));
  }

  /** Ends all workers and forgets what was open. Whatever is opened afterwards begins anew. */
  async dispose(): Promise<void> {
    this.#rest();
    this.#given = undefined;
    this.#sealed = undefined;
    const { view, theme, formats, readonly } = this.#store.state;
    this.#store.set({ ...FIRST_STATE, view, theme, formats, readonly, engine: "ended" });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#resting);
    if (this.hasUpdated && !this.#life) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resting = setTimeout(() => this.#rest(), REST_MS);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#taking = true;
    if (changed.has("theme")) this.#store.set({ theme: this.theme === "light" || this.theme === "dark" ? this.theme : "system" });
    if (changed.has("readonly")) this.#store.set({ readonly: this.readonly });
    if (changed.has("view") && this.view !== this.#store.state.view) this.#show();
    this.#taking = false;
    this.#follow(this.#store.state);
  }

  override firstUpdated(): void {
    if (this.isConnected && !this.#life) this.#begin();
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const life = this.#life;
    if (!life || !this.#isReady) return;
    if (changed.has("locale")) setLanguage(life.context, { language: this.#language() });
    if (changed.has("currency")) void this.#quietly((context) => this.#pay(context)).catch((error: Error) => this.#fail(error));
  }

  #begin(): Life {
    const end = new AbortController();
    const told = {
      leaving: ({ name, blob }: OutgoingFile) => this.#tell("rw-export", { name, blob }),
      send: (plan: PlanDocument) => this.#recipient?.(plan),
      failed: (code: string, message: string) => void this.#tell("rw-error", { code, message }),
    };
    const context = live(this, this.#store, this.home(), told, end.signal);
    context.keeping.sealed = this.#sealed;
    this.#sealed = undefined;
    const { language } = this.#store.state.formats;
    setLanguage(context, { language: this.#isReady ? language : this.#language() });
    this.#life = { context, end, begun: this.#openFirst(context) };
    return this.#life;
  }

  /** Starts the engine and opens what was open, what was asked for, or an invented clinic. */
  async #openFirst(context: Context): Promise<void> {
    const store = this.#store;
    // A locked planner starts its engine when it is unlocked.
    if (store.state.keep.cover === "locked") return;
    this.#quiet += 1;
    await attempt(context, async () => {
      await startEngine(context);
      const given = this.#given;
      this.#given = undefined;
      const sample = this.config?.sample;
      const kept = store.state.open?.index.clinic;
      if (kept) {
        await context.engine.call("open", { clinic: kept });
        beginLog(context, "open");
      } else if (given) await open(context, given, this.currency);
      else if (sample) await openInvented(context, sample === true ? SAMPLE : sample, this.currency);
      if (store.state.open && store.state.view !== FIRST_STATE.view) await enter(context, store.state.view);
      await findDevice(context);
    });
    this.#quiet -= 1;
    if (context.gone.aborted || this.#isReady) return;
    if (store.state.engine !== "ready") {
      this.#settle?.reject(new PlannerError("engine", store.state.blocked ?? "the engine cannot start"));
      return;
    }
    await this.updateComplete;
    this.#isReady = true;
    this.#settle?.resolve();
    this.#tell("rw-ready", {});
  }

  /** Ends the workers; what is open stays where it is. Keys that were in them are gone. */
  #rest(): void {
    const life = this.#life;
    if (!life) return;
    this.#life = undefined;
    const { sealed } = life.context.keeping;
    if (sealed?.source === "lock") this.#sealed = sealed;
    life.end.abort();
    const { keep } = this.#store.state;
    this.#store.set({ busy: undefined, solve: undefined, notice: undefined, keep: { ...keep, hasKey: false, working: false, dialog: undefined, soon: false } });
  }

  /** Does something with the engine, once it is there. */
  async #ask<T>(work: (context: Context) => Promise<T>): Promise<T> {
    if (!this.hasUpdated) await this.#ready;
    const { context, begun } = this.#life ?? this.#begin();
    try {
      await begun;
      return await work(context);
    } catch (error) {
      throw context.gone.aborted ? new PlannerError("disposed", "the planner was ended meanwhile") : asError(error);
    }
  }

  /** The same, where it is no news. */
  #quietly<T>(work: (context: Context) => Promise<T>): Promise<T> {
    return this.#ask(async (context) => {
      this.#quiet += 1;
      try {
        return await work(context);
      } finally {
        this.#quiet -= 1;
      }
    });
  }

  #language(): ReturnType<typeof preferred> {
    return preferred(this.locale ? [this.locale] : navigator.languages);
  }

  async #pay(context: Context): Promise<void> {
    const { currency } = this;
    const now = this.#store.state.open?.index.clinic.settings.currency;
    if (currency && now && now !== currency) await setSettings(context, { currency });
  }

  #show(): void {
    const context = this.#life?.context;
    if (!PLANNER_VIEWS.includes(this.view)) return;
    if (context && this.#isReady) void attempt(context, () => enter(context, this.view));
    else this.#store.set({ view: this.view });
  }

  #follow(state: State): void {
    this.state = state;
    if (this.#taking) return;
    if (this.view !== state.view) this.view = state.view;
    const theme = state.theme === "system" ? undefined : state.theme;
    if (this.theme !== theme) this.theme = theme;
  }

  #fail(error: Error): void {
    this.#tell("rw-error", { code: error instanceof PlannerError ? error.code : "page", message: error.message });
  }

  /** Sends an event out; true unless it was canceled. */
  #tell<K extends keyof PlannerEvents>(type: K, detail: Omit<PlannerEvents[K], "version">): boolean {
    const event = new CustomEvent(type, { detail: { version: CONTRACT, ...detail }, bubbles: true, composed: true, cancelable: type === "rw-export" });
    return this.dispatchEvent(event);
  }
}
