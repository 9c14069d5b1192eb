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

/** Modules that are made, not written: the version, and the engine, which `cargo xtask dist` puts beside what is built here. */
const made: Plugin = {
  name: "made",
  resolveId: (id) => (id === "virtual:release" ? id : id === "virtual:engine" ? { id: "./engine.js", external: true } : undefined),
  load(id) {
    if (id !== "virtual:release") return;
    const manifest = readFileSync(new URL("../Cargo.toml", import.meta.url), "utf8");
    const [, version] = /^version = "(.+)"$/m.exec(manifest) ?? [];
    if (version === undefined) throw new Error("Cargo.toml has no version");
    return `export const version = ${JSON.stringify(version)}`;
  },
};

/** What is built: its entry, its file, and how it is loaded. Lit is inside `define` and outside `index`. */
const TARGETS: Readonly<Record<string, { readonly entry: string; readonly file: string; readonly format: "iife" | "es"; readonly external?: RegExp }>> = {
  app: { entry: "main.ts", file: "app.js", format: "iife" },
  worker: { entry: "engine/worker.ts", file: "worker.js", format: "iife" },
  index: { entry: "package/index.ts", file: "package/index.js", format: "es", external: /^lit(\/|$)/ },
  define: { entry: "package/define.ts", file: "package/define.js", format: "es" },
  manifest: { entry: "package/manifest.ts", file: "manifest.js", format: "es", external: /^lit(\/|$)/ },
};

/** Lit wants a document when it is loaded; on a server there is none, and nothing is drawn there. */
const SERVER = "const HTMLElement = globalThis.HTMLElement ?? class {}, document = globalThis.document ?? { createTreeWalker() {} };";

export default defineConfig(({ mode }) => {
  const target = TARGETS[mode];
  if (!target) throw new Error(`there is no target ${mode}`);
  return {
    plugins: [measuredClaims, made, withoutIndentation],
    build: {
      target: "es2022",
      outDir: "dist",
      emptyOutDir: false,
      modulePreload: false,
      minify: process.env["DEV"] ? false : undefined,
      rolldownOptions: { external: target.external, output: mode === "define" ? { intro: SERVER } : {} },
      lib: { entry: target.entry, name: "rosterwell", formats: [target.format], fileName: () => target.file },
    },
  };
});
