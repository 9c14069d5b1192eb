/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_planner_free: (a: number, b: number) => void;
export const begin: () => void;
export const freshSeed: () => [number, number, number];
export const lastPanic: () => [number, number];
export const operations: () => [number, number, number];
export const planner_advance: (a: number, b: number) => [number, number, number];
export const planner_advanceFor: (a: number, b: number) => [number, number, number];
export const planner_cancel: (a: number) => void;
export const planner_finish: (a: number) => [number, number, number, number];
export const planner_new: () => number;
export const planner_revision: (a: number) => number;
export const planner_run: (a: number, b: number, c: number, d: number, e: number) => [number, number, number, number];
export const planner_start: (a: number, b: number, c: number, d: number, e: number) => [number, number];
export const version: () => [number, number];
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_start: () => void;
