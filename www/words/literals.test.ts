import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const HEARD = /(?:aria-label|aria-description|aria-valuetext|title|placeholder|alt)="([^"]*)"/g;

/** The markup of every template of a source, with a hole for each expression. */
function templatesOf(source: string): string[] {
  const found: string[] = [];
  /** Over one sign, comment, string, pattern or template. */
  const step = (at: number): number => {
    const rest = (pattern: RegExp): number => {
      pattern.lastIndex = at;
      return pattern.exec(source)?.[0].length ?? 1;
    };
    if (source[at] === "`") return literal(at);
    if (source.startsWith("//", at)) return at + rest(/\/\/.*/y);
    if (source.startsWith("/*", at)) return at + rest(/\/\*[^]*?\*\//y);
    if (source[at] === '"') return at + rest(/"(?:\\.|[^"\\\n])*"/y);
    if (source[at] === "/" && /[(,=:[!&|?{;]\s*$/.test(source.slice(Math.max(0, at - 9), at))) return at + rest(/\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//y);
    return at + 1;
  };
  const literal = (from: number): number => {
    let text = "";
    let at = from + 1;
    while (at < source.length && source[at] !== "`") {
      if (source.startsWith("${", at)) {
        at += 2;
        for (let depth = 1; depth > 0 && at < source.length; ) {
          if (source[at] === "{") depth += 1;
          if (source[at] === "}") depth -= 1;
          at = step(at);
        }
        text += "\u0000";
      } else {
        text += source[at];
        at += source[at] === "\\" ? 2 : 1;
      }
    }
    if (/\b(?:html|svg)$/.test(source.slice(Math.max(0, from - 5), from))) found.push(text);
    return at + 1;
  };
  for (let at = 0; at < source.length; ) at = step(at);
  return found;
}

/** What a template says by itself, in letters. */
function saidBy(markup: string): string[] {
  const heard = [...markup.matchAll(HEARD)].map(([, text]) => text ?? "");
  const seen = markup.replace(/<!--[^]*?-->/g, "").replace(/<[^>]*>/g, "\n").split("\n");
  return [...heard, ...seen].map((text) => text.replaceAll("\u0000", " ").replace(/&\w+;/g, "").trim()).filter((text) => /\p{L}/u.test(text));
}

test("a sentence in a template is found, markup and words of the table are not", () => {
  const source = 'const x = html`<p class="a">${words.title}: one ${n > 1 ? html`<b title="Two">${`a${"}"}`}</b>` : nothing}</p>`;';
  assert.deepEqual(templatesOf(source).flatMap(saidBy).toSorted(), [": one", "Two"]);
  assert.deepEqual(templatesOf("html`<td colspan=${2}>${a} → ${b}</td>` // html`<p>no</p>`").flatMap(saidBy), []);
});

test("templates say nothing that is not in the table of words", () => {
  const files = ["elements", "commands"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).map((name) => `${folder}/${name}`));
  assert.ok(files.length > 60);
  const templates = files.flatMap((file) => templatesOf(readFileSync(file, "utf8")).map((markup) => ({ file, markup })));
  assert.ok(templates.length > 500, String(templates.length));
  assert.deepEqual(templates.flatMap(({ file, markup }) => saidBy(markup).map((text) => `${file}: ${text}`)), []);
});
