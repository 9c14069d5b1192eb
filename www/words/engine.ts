// What the engine says, which is English, in the language of the page. A catalogue holds its sentences as patterns: `{}` is
// any value, `{n}` a number or a range, `{#}` a number with its unit. What no pattern fits stays English and is marked as such (`docs/languages.md`).
import { nothing } from "lit";

/** A sentence of the engine and the same in another language. `{}` takes the values in their order, `{1}` the second of them. */
export type Phrase = readonly [english: string, other: string];

/** A language's sentences, and what may stand in the place of a value. */
export interface Catalogue {
  readonly sentences: readonly Phrase[];
  readonly values: readonly Phrase[];
}

/** Sentences by their text, and patterns with the most letters first. */
interface Index {
  readonly whole: ReadonlyMap<string, string>;
  readonly patterns: readonly { readonly fits: RegExp; readonly other: string }[];
}

let sentences: Index | undefined;
let values: Index | undefined;
const known = new Map<string, string | undefined>();

/** Says what the engine says by this catalogue from now on; without one, as it comes. */
export function setCatalogue(catalogue: Catalogue | undefined): void {
  known.clear();
  sentences = catalogue && indexOf(catalogue.sentences);
  values = catalogue && indexOf([...catalogue.values]);
}

/** A text of the engine in the language of the page; as it came if the catalogue does not know it. */
export function spoken(text: string): string {
  return translated(text) ?? text;
}

/** For the attribute `lang` of what shows a text of the engine: that it is English, if it is although the page is not. */
export function langOf(text: string): "en" | typeof nothing {
  return sentences && /\p{L}{3}/u.test(text) && translated(text) === undefined ? "en" : nothing;
}

function translated(text: string): string | undefined {
  if (!sentences || !text) return undefined;
  if (!known.has(text)) known.set(text, find(sentences, text) ?? joined(text));
  return known.get(text);
}

/** With the first letter and the full stop that the text has. */
function find(index: Index, text: string): string | undefined {
  const exact = match(index, text);
  if (exact !== undefined) return exact;
  const stop = text.endsWith(".") ? "." : "";
  const plain = stop ? text.slice(0, -1) : text;
  const small = match(index, plain) ?? match(index, `${plain.charAt(0).toLowerCase()}${plain.slice(1)}`);
  if (small === undefined) return undefined;
  const large = plain.charAt(0) !== plain.charAt(0).toLowerCase();
  return `${large ? small.charAt(0).toUpperCase() : small.charAt(0)}${small.slice(1)}${stop}`;
}

/** A cause and what to do, or several sentences in one, each known by itself. */
function joined(text: string): string | undefined {
  if (!sentences) return undefined;
  for (const { index, 0: by } of text.matchAll(/[;:] /g)) {
    const one = find(sentences, text.slice(0, index));
    const rest = text.slice(index + by.length);
    const other = one === undefined ? undefined : (find(sentences, rest) ?? joined(rest));
    if (other !== undefined) return `${one}${by}${other}`;
  }
  return undefined;
}

function match({ whole, patterns }: Index, text: string): string | undefined {
  const exact = whole.get(text);
  if (exact !== undefined) return exact;
  for (const { fits, other } of patterns) {
    const [, ...found] = fits.exec(text) ?? [];
    if (found.length === 0) continue;
    let next = 0;
    return other.replace(/\{(\d*)\}/g, (_, at: string) => valueOf(found[at ? Number(at) : next++] ?? ""));
  }
  return undefined;
}

/** A value: an amount with its unit, a list, a sentence of its own; else as it stands. */
function valueOf(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  const whole = (values && match(values, text)) ?? (sentences && match(sentences, text));
  if (whole !== undefined || !text.includes(", ")) return whole ?? text;
  return text.split(", ").map(valueOf).join(", ");
}

function indexOf(phrases: readonly Phrase[]): Index {
  const open = phrases.filter(([english]) => english.includes("{"));
  const weight = (english: string): number => english.replaceAll(/\{[#n]?\}/g, "").length;
  return {
    whole: new Map(phrases.filter(([english]) => !english.includes("{"))),
    patterns: open.toSorted(([a], [b]) => weight(b) - weight(a)).map(([english, other]) => ({ fits: patternOf(english), other })),
  };
}

function patternOf(english: string): RegExp {
  const plain = english.replaceAll(/[.*+?^$()|[\]\\/]/g, "\\$&").replaceAll("{#}", "(-?[\\d.,]+ [a-z]+)").replaceAll("{n}", "(-?[\\d.,:–-]+)").replaceAll("{}", "(.+?)");
  return new RegExp(`^${plain}$`);
}
