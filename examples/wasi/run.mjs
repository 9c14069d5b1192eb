// Runs the command `rosterwell` as built for WASI in Node: node run.mjs MODULE FOLDER OPERATION [OPTION...]
// It sees FOLDER as its working folder and nothing else: no other file, no environment, no network.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { WASI } from "node:wasi";

/** Runs the compiled module in a folder; gives its exit code. `missing` names calls of the system that it must do without. */
export async function run(module, folder, options, { missing = [], ...streams } = {}) {
  const wasi = new WASI({ version: "preview1", args: ["rosterwell", ...options], env: {}, preopens: { ".": folder }, returnOnExit: true, ...streams });
  const { wasi_snapshot_preview1: calls } = wasi.getImportObject();
  // Each call goes through a function of ours: V8's fast calls into Node's WASI write to memory that is no longer the
  // module's once it has grown (nodejs/node#53087), and the process crashes.
  const passed = Object.entries(calls).map(([name, call]) => [name, missing.includes(name) ? refuse(name) : (...given) => call(...given)]);
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: Object.fromEntries(passed) });
  return wasi.start(instance);
}

const refuse = (name) => () => {
  throw new Error(`${name} was called`);
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, folder, ...options] = process.argv.slice(2);
  process.exitCode = await run(await WebAssembly.compile(readFileSync(file)), folder, options);
}
