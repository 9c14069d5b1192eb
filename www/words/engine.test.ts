import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { langOf, setCatalogue, spoken } from "./engine.ts";
import { spanishEngine } from "./es-US/engine/index.ts";

const holes = (text: string): number => text.match(/\{[#n]?\}/g)?.length ?? 0;

test("every pattern says no more values than it has, and none is there twice", () => {
  const seen = new Set<string>();
  for (const [english, other] of [...spanishEngine.sentences, ...spanishEngine.values]) {
    const numbered = [...other.matchAll(/\{(\d+)\}/g)].map(([, at]) => Number(at));
    assert.ok(numbered.every((at) => at < holes(english)), english);
    assert.ok(holes(other) + numbered.length <= holes(english), english);
  }
  const twice = spanishEngine.sentences.map(([english]) => english).filter((english) => seen.has(english) || !seen.add(english));
  assert.deepEqual(twice, []);
});

test("sentences of the engine are said with their values, capitals and stops", () => {
  setCatalogue(spanishEngine);
  const rows: [string, string][] = [
    ["Overtime hours", "Horas extra"],
    ["clinician `c4` lacks 25 minutes between `o1/w0/1` and `o2/w0/1`", "a clinician `c4` le faltan 25 minutos entre `o1/w0/1` y `o2/w0/1`"],
    ["`s1` takes clinician `c1` 1 hour outside working hours", "`s1` ocupa a clinician `c1` 1 hora fuera de su horario"],
    ["8 of 12 seats are taken, 8 are wished for", "hay 8 de 12 cupos tomados; se desean 8"],
    ["Our choice.", "Decisión nuestra."],
    ["15-28 days", "15-28 días"],
    ["At 10 earlier moments it missed by 2.0 on average, 34 % better than repeating the last week; the 80 % band held 25 of 25 values (100 %).", "En 10 momentos anteriores se equivocó por 2.0 en promedio, 34 % mejor que repetir la última semana; la banda del 80 % contuvo 25 de 25 valores (100 %)."],
  ];
  for (const [english, other] of rows) assert.equal(spoken(english), other);
  assert.equal(spoken("nobody has heard of this"), "nobody has heard of this");
  assert.equal(langOf("nobody has heard of this"), "en");
  assert.notEqual(langOf("Overtime hours"), "en");
  setCatalogue(undefined);
  assert.equal(spoken("Overtime hours"), "Overtime hours");
  assert.notEqual(langOf("nobody has heard of this"), "en");
});

test("what is said of bad inputs is said in Spanish", () => {
  setCatalogue(spanishEngine);
  const page = readFileSync("../docs/bad-inputs.md", "utf8");
  const messages = new Set([...page.matchAll(/^\| \d+ \| .*? \| (.+?) \| [^|]* \|$/gm)].map(([, text = ""]) => text.replaceAll("\\|", "|").trim()));
  messages.delete("");
  assert.ok(messages.size > 70, String(messages.size));
  const left = [...messages].filter((text) => spoken(text) === text);
  setCatalogue(undefined);
  assert.deepEqual(left, []);
});
