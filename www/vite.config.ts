// Two classic scripts come out: dist/app.js for the page and dist/worker.js for the engine's worker. The packing step
// puts both, the module and its glue into one HTML file; nothing here emits a style sheet, an asset or a chunk.
import { defineConfig } from "vite";

export default defineConfig(({ mode }) => ({
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
