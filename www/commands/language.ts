// The language and the formats of the page, and those settings of the clinic that change how things are written.
import { RwElement } from "../elements/element.ts";
import type { Settings } from "../engine/types.ts";
import { setFormats } from "../format.ts";
import type { Formats } from "../state/language.ts";
import { type Catalogue, setCatalogue } from "../words/engine.ts";
import { english } from "../words/en-US/index.ts";
import { spanishEngine } from "../words/es-US/engine/index.ts";
import { spanish } from "../words/es-US/index.ts";
import { speak, type Words, words } from "../words/index.ts";
import { follow } from "./amend.ts";
import type { Context } from "./context.ts";

const CATALOGUES: Readonly<Record<Formats["language"], Catalogue | undefined>> = { "en-US": undefined, "es-US": spanishEngine };
const TABLES: Readonly<Record<Formats["language"], Words>> = { "en-US": english, "es-US": spanish };

/** Speaks this language and writes in these formats from now on. What was said before stays as it was said. */
export function setLanguage(context: Context, patch: Partial<Formats>): void {
  const formats = { ...context.store.state.formats, ...patch };
  speak(TABLES[formats.language]);
  setCatalogue(CATALOGUES[formats.language]);
  setFormats({ locale: formats.language, clock: formats.clock });
  context.store.set({ formats });
  RwElement.redraw();
}

/** Changes settings of the clinic, as one action. */
export async function setSettings(context: Context, patch: Partial<Pick<Settings, "currency" | "week_start">>): Promise<void> {
  const { open, solve } = context.store.state;
  if (!open || solve) return;
  const { clinic } = open.index;
  const reply = await context.engine.call("open", { clinic: { ...clinic, settings: { ...clinic.settings, ...patch } } });
  await follow(context, open, reply, words.formats.changed);
}
