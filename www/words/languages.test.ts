import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "./en-US/index.ts";
import { spanish } from "./es-US/index.ts";
import { speak, words } from "./index.ts";

/** Every leaf of a table with its path. */
function leaves(table: object, path = ""): [string, unknown][] {
  return Object.entries(table).flatMap(([key, value]): [string, unknown][] =>
    typeof value === "object" && value !== null ? leaves(value, `${path}.${key}`) : [[`${path}.${key}`, value]]);
}

/** Words that are the same in both languages: names, abbreviations, signs and what is spelled alike. */
const ALIKE = /^[^\p{L}]*$|^(Rosterwell|Individual|Base|No|Error|Hash|Video|Plan|[A-Z]{1,4}|[A-Z]{3,4}T?[A-Z]?|CUPED|Theta|Factor|no|[A-Z]+-[0-9A-Za-z]+|FHIR NDJSON|eNPS|Mini-Z|NEWS2|, %|days|h|FTE|p|n|z)$/u;

test("both tables have the same words and nothing else", () => {
  const keys = (table: object): string[] => leaves(table).map(([path, value]) => `${path} ${typeof value}`).toSorted();
  assert.deepEqual(keys(spanish), keys(english));
});

test("no sentence was left in English", () => {
  const mine = new Map(leaves(spanish));
  const same = leaves(english).filter(([path, value]) => typeof value === "string" && mine.get(path) === value && !ALIKE.test(value));
  assert.deepEqual(same, []);
});

test("what holds a part of the table reads the language that is spoken", () => {
  const held = words.keep;
  speak(spanish);
  assert.equal(held.cancel, "Cancelar");
  assert.equal(words.solve.fits(1), "1 sesión no cabe.");
  assert.equal(words.scenarios.monthlyColumns[1], "Gastos, base");
  speak(english);
  assert.equal(held.cancel, "Cancel");
  assert.equal(words.solve.fits(2), "2 sessions do not fit.");
});

test("no sentence of the Spanish table exclaims, and none says IA", () => {
  const loud = leaves(spanish).filter(([, value]) => /[!¡]|\bIA\b/.test(String(value)) && typeof value === "string");
  assert.deepEqual(loud, []);
});
