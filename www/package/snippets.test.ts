// Every snippet of the guide is a part of an example, and every example is opened by a test.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const names = readdirSync(new URL("examples/embed/", root), { recursive: true, withFileTypes: true });
const examples = names.filter((each) => each.isFile()).map((each) => readFileSync(`${each.parentPath ?? each.path}/${each.name}`, "utf8"));

/** Text without indentation, which the guide leaves out. */
const plain = (text: string): string => text.replaceAll(/^ +/gm, "");

test("every snippet of the guide is a part of an example", () => {
  const snippets = [...read("docs/embedding.md").matchAll(/^```(\w+)\n([^]*?)\n```$/gm)];
  assert.ok(snippets.length >= 8, `${snippets.length} snippets`);
  for (const [, language, text = ""] of snippets) {
    assert.ok(examples.some((example) => plain(example).includes(plain(text))), `no example has this ${language}:\n${text}`);
  }
});

test("every example is opened by a test", () => {
  const tests = ["embed", "embed-iframe", "embed-install"].map((name) => read(`tests/page/${name}.test.mjs`)).join("");
  for (const folder of readdirSync(new URL("examples/embed/", root))) assert.match(tests, new RegExp(`["/]${folder}[/"]`), folder);
});

test("the way to name a portal is the one that tests take", () => {
  const line = '<meta name="portals" content="">';
  for (const file of ["docs/embedding.md", "xtask/src/templates/shell.html", "tests/page/support/host.mjs"]) assert.ok(read(file).includes(line), file);
});
