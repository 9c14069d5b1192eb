// Every way out that we know of, tried in every way to open the page, against the table of what may come through.
// ROSTERWELL_WRITE_GOLDEN=1 writes the table and its summary in docs/privacy.md instead of comparing them.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isolated, refusal } from "./sweep/namespace.mjs";
import { differences, golden, joined, table } from "./sweep/report.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const GOLDEN = here("sweep/golden.json");
const DOCUMENT = here("../../docs/privacy.md");
/** The table in the document stands between these. */
const MARKS = /(<!-- begin sweep -->\n)[^]*?(<!-- end sweep -->)/;
/** Names that Chromium looks up for itself: its maker's services and the search page of Debian's build. */
const OF_THE_BROWSER = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|duckduckgo\.com)$|^sweep\.example$/
/** A control that hears less than this proves nothing. */
const FIRES_AT_LEAST = 100;

const document = () => readFileSync(DOCUMENT, "utf8");
const written = (text, found) => text.replace(MARKS, (_, begin, end) => `${begin}${table(found)}${end}`);

test("what leaves the page is what the table says", async (t) => {
  const why = refusal();
  if (why) {
    console.error(`NOT PROVED HERE: the sweep needs a network of its own, and this machine refuses one (${why})`);
    return t.skip(why);
  }
  const sweep = () => isolated(here("sweep/run.mjs"), [], { names: true });
  const expected = () => JSON.parse(readFileSync(GOLDEN, "utf8"));
  let found = await sweep();
  t.diagnostic(`${found.rows.length} routes in ${found.modes.length} modes, ${found.seconds} s`);
  if (process.env.ROSTERWELL_WRITE_GOLDEN) {
    writeFileSync(GOLDEN, golden(found));
    writeFileSync(DOCUMENT, written(document(), found));
  } else if (differences(expected(), found).length > 0) {
    t.diagnostic("once more, as it is not as in the table");
    found = joined(found, await sweep());
  }
  const fired = found.rows.filter(({ seen }) => !["-", "nothing"].includes(seen[0])).length;
  assert.ok(fired >= FIRES_AT_LEAST, `only ${fired} routes work in a page without a policy`);
  assert.deepEqual(found.others.filter((name) => !OF_THE_BROWSER.test(name)), [], "names that nobody should look up");
  assert.deepEqual(differences(expected(), found), []);
});

test("the document shows the table", () => {
  const text = document();
  assert.match(text, MARKS);
  assert.equal(text, written(text, JSON.parse(readFileSync(GOLDEN, "utf8"))), "set ROSTERWELL_WRITE_GOLDEN=1 and run this test");
});

test("a route that comes further than the table says is found out", () => {
  const expected = JSON.parse(readFileSync(GOLDEN, "utf8"));
  const changed = (name, mode, seen) => {
    const found = structuredClone(expected);
    found.rows.find((row) => row.name === name).seen[expected.modes.indexOf(mode)] = seen;
    return differences(expected, found);
  };
  assert.deepEqual(differences(expected, expected), []);
  assert.deepEqual(changed("fetch", "hosted", "sent"), ["requests: fetch, hosted: sent, in the table nothing"]);
  assert.deepEqual(changed("location.href", "file", "sent"), ["navigation: location.href, file: sent, in the table connection"]);
  assert.deepEqual(changed("location.href", "file", "look-up"), []);
  const leaked = structuredClone(expected);
  leaked.rows[0].seen[expected.modes.indexOf("hosted")] = "sent";
  for (const both of [joined(expected, leaked), joined(leaked, expected)]) assert.equal(differences(expected, both).length, 1, "what got out once stays");
  assert.deepEqual(changed("fetch", "control", "nothing"), ["requests: fetch, control: nothing, in the table sent"]);
});
