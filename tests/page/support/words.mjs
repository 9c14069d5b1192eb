// The page's tables of words, and what a page says in sight and to a screen reader.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("../../../www", import.meta.url));
execFileSync("npx", ["--offline", "tsc", "-p", "tsconfig.test.json"], { cwd: www, stdio: ["ignore", "ignore", "inherit"] });

export const { english } = await import(`${www}/dist/unit/words/en-US/index.js`);
export const { spanish } = await import(`${www}/dist/unit/words/es-US/index.js`);

/** Every sentence of a table that holds no value. */
export function sentences(table) {
  return Object.values(table).flatMap((value) => (typeof value === "string" ? [value] : typeof value === "object" ? sentences(value) : []));
}

/** Every text of the page, and every name and description that is read out, with whether it is marked as English. */
export function texts(app) {
  return app.evaluate(() => {
    const found = [];
    const walk = (node, english) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.data.trim();
        if (text) found.push({ text, english });
        return;
      }
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.matches("script, style, noscript")) return;
        const marked = node.lang ? node.lang.startsWith("en") : english;
        for (const name of ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder"]) {
          const text = node.getAttribute(name);
          if (text) found.push({ text, english: marked });
        }
        if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child, marked);
        for (const child of node.childNodes) walk(child, marked);
        return;
      }
    };
    walk(document.body, false);
    return found;
  });
}

/** Every text that a document holds: names that its clinic has given are in no language. */
export function namesIn(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(namesIn) : [];
}
