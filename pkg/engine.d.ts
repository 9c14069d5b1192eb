import type { EngineParts } from "./contract.js";
export declare const engine: EngineParts;
