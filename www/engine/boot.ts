// Where the worker's program and the module come from: data blocks of this very document. A worker made of a blob
// inherits the page's policy, so it cannot reach out either.

import type { EngineSource, WasmBytes } from "./client.ts";
import type { ModuleName } from "./protocol.ts";
import { workerAddress } from "./trusted.ts";

function block(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`this copy of the page is incomplete: the part ${id} is missing`);
  return element;
}

function bytesOf(base64: string): Uint8Array {
  const decode = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array }).fromBase64;
  if (decode) return decode(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function module(id: string): WasmBytes {
  const element = block(id);
  return { bytes: bytesOf((element.textContent ?? "").trim()), compressed: element.dataset["encoding"] === "gzip" };
}

/** Reads the worker program and the modules out of the document. */
export function engineSource(): EngineSource {
  const program = block("worker").textContent ?? "";
  const address = workerAddress(URL.createObjectURL(new Blob([program], { type: "text/javascript" })), "app");
  const decoded: Partial<Record<ModuleName, WasmBytes>> = {};
  return {
    spawn: () => new Worker(address, { name: "engine" }),
    module: (name) => (decoded[name] ??= module(name)),
  };
}
