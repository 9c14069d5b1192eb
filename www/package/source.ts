// Where the engine of the element comes from: bytes that were handed in, files of the page's own origin, or the package's
// own module. A script of another origin is never used.
import type { EngineParts } from "../elements/rw-planner/contract.ts";
import type { EngineSource, WasmBytes } from "../engine/client.ts";
import type { ModuleName } from "../engine/protocol.ts";
import { EngineRefused } from "../engine/refused.ts";
import { workerAddress } from "../engine/trusted.ts";

const MODULES: readonly ModuleName[] = ["core", "records", "workbook"];

/** The engine as the page around wants it: its bytes before its place, and both before the package's own. */
export function engineOf(parts: EngineParts | undefined, base: string | undefined): EngineSource {
  if (parts) return ofParts(() => checked(parts));
  if (base !== undefined) return ofFiles(base);
  return ofParts(once(async () => (await import("virtual:engine")).engine));
}

function ofParts(parts: () => EngineParts | Promise<EngineParts>): EngineSource {
  let address: string | undefined;
  return {
    spawn: async () => {
      const { worker } = await parts();
      address ??= workerAddress(URL.createObjectURL(new Blob([worker], { type: "text/javascript" })), "rosterwell");
      return new Worker(address, { name: "engine" });
    },
    module: async (name) => wasm((await parts())[name]),
  };
}

function checked(parts: EngineParts): EngineParts {
  if (typeof parts.worker !== "string") throw new EngineRefused("bytes", "worker");
  for (const name of MODULES) if (!(parts[name] instanceof Uint8Array)) throw new EngineRefused("bytes", name);
  return parts;
}

/** Files as the package has them, in a folder of the page's own origin. */
function ofFiles(base: string): EngineSource {
  const place = (file: string): URL => {
    const url = new URL(file, new URL(base.endsWith("/") ? base : `${base}/`, document.baseURI));
    if (url.origin !== globalThis.origin) throw new EngineRefused("foreign", url.origin);
    return url;
  };
  return {
    spawn: () => new Worker(workerAddress(place("worker.js").href, "rosterwell"), { name: "engine" }),
    module: async (name) => wasm(await bytesAt(place(`${name}_bg.wasm`))),
  };
}

async function bytesAt(url: URL): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { mode: "same-origin", redirect: "error" });
  } catch {
    throw new EngineRefused("missing", url.pathname);
  }
  if (!response.ok) throw new EngineRefused("missing", url.pathname);
  return new Uint8Array(await response.arrayBuffer());
}

/** Bytes with whether they are compressed: the first two say so. */
function wasm(bytes: Uint8Array): WasmBytes {
  return { bytes, compressed: bytes[0] === 0x1f && bytes[1] === 0x8b };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => (done ??= work());
}
