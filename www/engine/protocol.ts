// What crosses between the page and the engine's worker. Requests and replies travel as JSON text: at the sizes of a
// clinic that is several times faster than structured cloning, and the engine reads JSON anyway.
import type { Operations } from "./operations.ts";

/** Name of an operation. */
export type Operation = keyof Operations;

/** Page to worker. */
export type Request =
  | { readonly kind: "start"; readonly wasm: ArrayBuffer; readonly compressed: boolean }
  | { readonly kind: "call"; readonly id: number; readonly operation: string; readonly request: string }
  | { readonly kind: "task"; readonly id: number; readonly operation: string; readonly request: string }
  /** Ends a task: with what it has if that is kept, else without a result. */
  | { readonly kind: "stop"; readonly id: number; readonly keep: boolean }
  /** The second module, sent before the first workbook is read or written. */
  | { readonly kind: "workbook"; readonly wasm: ArrayBuffer; readonly compressed: boolean }
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
  | { readonly kind: "progress"; readonly id: number; readonly progress: string }
  | { readonly kind: "done"; readonly id: number; readonly reply: string; readonly stopped: boolean }
  | { readonly kind: "bytes"; readonly id: number; readonly bytes: ArrayBuffer }
  | { readonly kind: "failed"; readonly id: number; readonly failure: Failure }
  | { readonly kind: "crashed"; readonly id: number | null; readonly message: string };
