// Two classic scripts come out: dist/app.js for the page and dist/worker.js for the engine's worker. The packing step
// puts both, the module and its glue into one HTML file; nothing here emits a style sheet, an asset or a chunk.
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

export default defineConfig(({ mode }) => ({
  plugins: [withoutIndentation],
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
