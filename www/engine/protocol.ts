// What crosses between the page and the engine's worker. Requests and replies travel as JSON text: at the sizes of a
// clinic that is several times faster than structured cloning, and the engine reads JSON anyway.
import type { Operations } from "./operations.ts";

/** Name of an operation. */
export type Operation = keyof Operations;

/** The modules of the page. The core is there from the start, the others are compiled when first needed. */
export type ModuleName = "core" | "records" | "workbook";

/** Page to worker. */
export type Request =
  | { readonly kind: "start"; readonly wasm: ArrayBuffer; readonly compressed: boolean }
  /** Starts without the core. */
  | { readonly kind: "begin" }
  | { readonly kind: "call"; readonly id: number; readonly operation: string; readonly request: string }
  | { readonly kind: "task"; readonly id: number; readonly operation: string; readonly request: string }
  /** Ends a task: with what it has if that is kept, else without a result. */
  | { readonly kind: "stop"; readonly id: number; readonly keep: boolean }
  /** The answer to `wants`. */
  | { readonly kind: "module"; readonly module: ModuleName; readonly wasm: ArrayBuffer; readonly compressed: boolean }
  | { readonly kind: "read"; readonly id: number; readonly bytes: ArrayBuffer }
  | { readonly kind: "write"; readonly id: number; readonly what: "tables" | "scenarios"; readonly text: string };

/** A refusal by the engine: the engine itself is fine. */
export interface Failure {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** Worker to page. */
export type Reply =
  | { readonly kind: "ready" }
  /** A module is needed for the first time. */
  | { readonly kind: "wants"; readonly module: ModuleName }
  | { readonly kind: "progress"; readonly id: number; readonly progress: string }
  | { readonly kind: "done"; readonly id: number; readonly reply: string; readonly stopped: boolean }
  | { readonly kind: "bytes"; readonly id: number; readonly bytes: ArrayBuffer }
  | { readonly kind: "failed"; readonly id: number; readonly failure: Failure }
  | { readonly kind: "crashed"; readonly id: number | null; readonly message: string };
