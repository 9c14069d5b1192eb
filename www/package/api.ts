// Every name that a page around the planner may use, with what it is. Types see to it that none is missing; the manifest
// of custom elements and the tables of `docs/embedding.md` are made of it.
import { PARTS } from "../elements/element.ts";
import type { EngineParts, PlannerConfig, PlannerElement, PlannerEvents } from "../elements/rw-planner/contract.ts";
import type { FromPlanner, ToPlanner } from "../portal/messages.ts";
import { tokens } from "../styles/tokens.ts";

type Methods = { [K in keyof PlannerElement]-?: PlannerElement[K] extends (...given: never[]) => unknown ? K : never }[keyof PlannerElement];
type Own<K> = Exclude<K, keyof HTMLElement>;
type Names<K extends PropertyKey> = Readonly<Record<K, string>>;
type Attribute = "view" | "locale" | "currency" | "theme" | "readonly" | "asset-base";

export const attributes: Names<Attribute> = {
  view: "The view that is shown; follows the user.",
  locale: "The language, `en-US` or `es-US`; without it, what the browser prefers. One language for all planners of a page.",
  currency: "The currency of clinics that the page opens, by ISO 4217; without it, each clinic's own.",
  theme: "`light` or `dark`; without it, as the system. Follows the user.",
  readonly: "What is open may only be looked at.",
  "asset-base": "The folder of `worker.js` and the modules, on the page's own origin.",
};

export const properties: Names<Exclude<Own<keyof PlannerElement>, Methods>> = {
  view: "The attribute of that name.",
  locale: "The attribute of that name.",
  currency: "The attribute of that name.",
  theme: "The attribute of that name.",
  readonly: "The attribute of that name.",
  assetBase: "The attribute `asset-base`.",
  plan: "What is open, as `save` gives it. Setting it opens it, as `load` does.",
  config: "What belongs to the page, not to a clinic.",
  unsaved: "Changes that are in no save; to be read only.",
  ready: "Resolves once the planner is drawn and its engine answers; rejects if there can be no engine.",
};

export const config: Names<keyof PlannerConfig> = {
  engine: "The engine as bytes: what `rosterwell/engine` exports, or the like.",
  sample: "An invented clinic to open while nothing else is: `true`, or `{ kind, clinicians, seed }`.",
};

export const engine: Names<keyof EngineParts> = {
  worker: "The text of `worker.js`.",
  core: "Bytes of `core_bg.wasm`, as they are or by gzip.",
  records: "Bytes of `records_bg.wasm`.",
  workbook: "Bytes of `workbook_bg.wasm`.",
};

export const methods: Names<Own<Methods>> = {
  load: "Opens a clinic, or what `save` gave, in place of what is open.",
  solve: "Looks for a better plan, which is shown as a proposal; `signal` ends the run with the best so far.",
  stop: "Ends a run with the best plan so far, whoever began it.",
  save: "What is open with all that was made of it: a value or, with `passphrase`, an encrypted file.",
  restore: "Opens what `save` gave; an encrypted file needs its `passphrase`.",
  exportAs: "What is open in another format, as files. Nothing is downloaded.",
  dispose: "Ends all workers and forgets what was open. What is opened afterwards begins anew.",
};

export const events: Names<keyof PlannerEvents> = {
  "rw-ready": "The planner is drawn and its engine answers.",
  "rw-plan-change": "The plan is another one: by hand, by the solver, by undo.",
  "rw-solve-progress": "How a run gets on, at most ten times a second.",
  "rw-solve-end": "A run is over, with its `result` unless it failed.",
  "rw-export": "A file is about to be downloaded. Canceled, it is not, and the page has it.",
  "rw-error": "What the user was told went wrong, with a code.",
};

export const slots: Names<"header" | "empty"> = {
  header: "In place of the product's name.",
  empty: "What is shown while nothing is open.",
};

export const parts: Names<(typeof PARTS)[number]> = {
  tile: "An indicator.",
  session: "A session on the board.",
  chart: "A chart.",
  button: "Any other button.",
  table: "Any table.",
};

export const messagesToPlanner: Names<ToPlanner["type"]> = {
  hello: "The portal's answer to the planner's, with its nonce and a port. Everything else goes through the port.",
  load: "Opens `document`, the text of a clinic or of a save. Refused while there are changes that are in no save.",
  solve: "Looks for a better plan.",
};

export const messagesFromPlanner: Names<FromPlanner["type"]> = {
  hello: "Whether a portal is there. Only origins that are named in the file hear it.",
  ready: "The engine answers; with the `id` of what the portal wished for, once that is done.",
  progress: "How a run gets on: steps, and how many sessions have no place. Nothing of any patient.",
  result: "The plan, once the user has pressed *Send to portal* and seen what is sent.",
  resize: "The height that the planner would like, in CSS pixels.",
  error: "Why something was not done, with a code.",
};

/** The custom properties, with their values in light colors. */
export function tokenValues(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of tokens.cssText.matchAll(/(--rw-[a-z-]+):\s*([^;]+);/g)) if (!found.has(name)) found.set(name, value);
  return found;
}
