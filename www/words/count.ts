// Numbers with their nouns, for every table of words.
import { formatCount, pluralOf } from "../format.ts";

/** `1 session`, `2 sessions`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${pluralOf(n) === "one" ? one : many}`;
}
