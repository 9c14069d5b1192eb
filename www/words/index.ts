// The words of the language that the page speaks. One table for as long as the page lives: a change of language fills it
// anew, so that whoever holds a part of it reads the present language. Nothing may copy a word out of it when a file is loaded.
import { english } from "./en-US/index.ts";

/** What a language must say: as the English table, word for word. A missing word is an error of types, and so is one too many. */
export type Words = Wide<typeof english>;

type Wide<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Wide<T[K]> };

/** The words as they are now. */
export const words: Words = copyOf(english);

/** Fills the table with the words of another language. */
export function speak(language: Words): void {
  fill(words, language);
}

/** The word for a key that comes from data; undefined if the table has none. */
export function wordFor<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function copyOf<T>(table: T): T {
  if (typeof table !== "object" || table === null) return table;
  if (Array.isArray(table)) return table.map(copyOf) as T;
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, copyOf(value)])) as T;
}

function fill(table: object, from: object): void {
  for (const [key, value] of Object.entries(from)) {
    const old: unknown = Reflect.get(table, key);
    if (typeof old === "object" && old !== null) fill(old, value);
    else Reflect.set(table, key, value);
  }
}
