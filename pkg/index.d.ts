import type { PlannerElement } from "./contract.js";
export * from "./contract.js";
export type * from "./messages.js";
/** The version of this release. */
export declare const version: string;
/** The class of the element, to be registered by `definePlanner`. */
export declare const RwPlanner: {
    new (): PlannerElement;
    readonly prototype: PlannerElement;
};
/**
 * Registers `<rw-planner>` and what it is made of. False, with a note in the console, if another copy was there before: a
 * page has one version, and a second one needs a frame. On a server nothing happens.
 */
export declare function definePlanner(): boolean;
