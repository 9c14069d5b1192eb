/* tslint:disable */
/* eslint-disable */
import type { Progress } from "./types.js";


/**
 * An open clinic, and the task under way on it.
 */
export class Planner {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Does steps of the task for about `milliseconds`; its progress. How far one gets depends on the machine, what
     * is found after so many steps does not.
     *
     * # Errors
     * As [`Planner::advance`].
     */
    advanceFor(milliseconds: number): Progress;
    /**
     * Does up to `steps` steps of the task; its progress.
     *
     * # Errors
     * As [`Planner::run`]; `task.none` if none is under way.
     */
    advance(steps: number): Progress;
    /**
     * Drops the task without a reply. To keep what it has reached, call `finish`.
     */
    cancel(): void;
    /**
     * Ends the task, here and now if it is not done; the reply, for what it has reached, as JSON text.
     *
     * # Errors
     * As [`Planner::advance`].
     */
    finish(): string;
    /**
     * Nothing open, nothing under way.
     */
    constructor();
    /**
     * How often a clinic has been opened or changed. Who holds two modules tells by it which of them has the newer one.
     */
    revision(): number;
    /**
     * Carries out an operation to its end: request and reply as JSON text.
     *
     * # Errors
     * `RosterwellError` with `code` and `path`.
     */
    run(operation: string, request_json: string): string;
    /**
     * Starts a long operation in place of the one under way.
     *
     * # Errors
     * As [`Planner::run`].
     */
    start(operation: string, request_json: string): void;
}

/**
 * Runs once, when the module is instantiated.
 */
export function begin(): void;

/**
 * A seed that nobody has chosen, 0 to 2^53 - 1, from the browser's source of randomness. The only use of chance
 * from outside: it goes into a request and comes back with the result.
 *
 * # Errors
 * `seed.unavailable`: the host has no such source.
 */
export function freshSeed(): number;

/**
 * What the last panic said, and where; absent if there was none. A module that has panicked is thrown away: this is
 * the one call that may still be made.
 */
export function lastPanic(): string | undefined;

/**
 * Every operation: name, one line, whether it is started or run.
 *
 * # Errors
 * None in practice.
 */
export function operations(): { name: string; summary: string; task: boolean }[];

/**
 * Version of the crate this module was built from.
 */
export function version(): string;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_planner_free: (a: number, b: number) => void;
    readonly begin: () => void;
    readonly freshSeed: () => [number, number, number];
    readonly lastPanic: () => [number, number];
    readonly operations: () => [number, number, number];
    readonly planner_advance: (a: number, b: number) => [number, number, number];
    readonly planner_advanceFor: (a: number, b: number) => [number, number, number];
    readonly planner_cancel: (a: number) => void;
    readonly planner_finish: (a: number) => [number, number, number, number];
    readonly planner_new: () => number;
    readonly planner_revision: (a: number) => number;
    readonly planner_run: (a: number, b: number, c: number, d: number, e: number) => [number, number, number, number];
    readonly planner_start: (a: number, b: number, c: number, d: number, e: number) => [number, number];
    readonly version: () => [number, number];
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
