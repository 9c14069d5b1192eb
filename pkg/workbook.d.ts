/* tslint:disable */
/* eslint-disable */

/**
 * Runs once, when the module is instantiated.
 */
export function begin(): void;

/**
 * What the last panic said, and where; absent if there was none. A module that has panicked is thrown away: this is
 * the one call that may still be made.
 */
export function lastPanic(): string | undefined;

/**
 * Reads an .xlsx file: its tables and the issues found, as the JSON text of a `WorkbookRead`. The tables go into a
 * file of an `import` request. A file that is refused gives no tables and the reason.
 *
 * # Errors
 * `RosterwellError` with the code `reply.not_json`; no file is known to cause it.
 */
export function readWorkbook(bytes: Uint8Array | number[]): string;

/**
 * Version of the crate this module was built from.
 */
export function version(): string;

/**
 * Writes scenarios, as JSON text of their names and reports, to the bytes of an .xlsx file whose money is formulas.
 *
 * # Errors
 * `RosterwellError`: `request.not_json` if the text is no `ScenarioBook`; otherwise what a workbook cannot hold.
 */
export function writeScenarios(book_json: string): Uint8Array;

/**
 * Writes the tables of an `export` reply, as JSON text, to the bytes of an .xlsx file.
 *
 * # Errors
 * `RosterwellError`: `request.not_json` if the text is no `RawTables`; otherwise what a workbook cannot hold.
 */
export function writeWorkbook(tables_json: string): Uint8Array;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly begin: () => void;
    readonly lastPanic: () => [number, number];
    readonly readWorkbook: (a: number, b: number) => [number, number, number, number];
    readonly version: () => [number, number];
    readonly writeScenarios: (a: number, b: number) => [number, number, number, number];
    readonly writeWorkbook: (a: number, b: number) => [number, number, number, number];
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
