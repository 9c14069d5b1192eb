// Two classic scripts come out: dist/app.js for the page and dist/worker.js for the engine's worker. The packing step
// puts both, the module and its glue into one HTML file; nothing here emits a style sheet, an asset or a chunk.
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** Line ends with indentation, which only templates of markup and styles hold after minifying, say no more than a space. */
const withoutIndentation: Plugin = {
  name: "without-indentation",
  generateBundle(_, bundle) {
    if (process.env["DEV"]) return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk") chunk.code = chunk.code.replace(/\n {2,}/g, " ");
    }
  },
};

/** What was measured of claims, as the documentation has it: the page shows the same table. */
const measuredClaims: Plugin = {
  name: "measured-claims",
  resolveId: (id) => (id === "virtual:claims" ? id : undefined),
  load(id) {
    if (id !== "virtual:claims") return;
    const document = readFileSync(new URL("../docs/benchmarks.md", import.meta.url), "utf8");
    const [, section] = /<!-- begin claims -->([^]*?)<!-- end claims -->/.exec(document) ?? [];
    if (section === undefined) throw new Error("docs/benchmarks.md has no section of claims");
    return `export default ${JSON.stringify(section)}`;
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [measuredClaims, withoutIndentation],
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: false,
    modulePreload: false,
    minify: process.env["DEV"] ? false : undefined,
    lib: {
      entry: mode === "worker" ? "engine/worker.ts" : "main.ts",
      name: "rosterwell",
      formats: ["iife"],
      fileName: () => (mode === "worker" ? "worker.js" : "app.js"),
    },
  },
}));
