// `rosterwell`: the element without registering it. Loading this does nothing, in a browser or on a server.
import type { PlannerElement } from "../elements/rw-planner/contract.ts";
import { register } from "../elements/element.ts";
import { version as release } from "virtual:release";
import { PackagedPlanner } from "./planner.ts";

export * from "../elements/rw-planner/contract.ts";
export type * from "../portal/messages.ts";

/** The version of this release. */
export const version: string = release;

/** The class of the element, to be registered by `definePlanner`. */
export const RwPlanner: { new (): PlannerElement; readonly prototype: PlannerElement } = PackagedPlanner;

/**
 * Registers `<rw-planner>` and what it is made of. False, with a note in the console, if another copy was there before: a
 * page has one version, and a second one needs a frame. On a server nothing happens.
 */
export function definePlanner(): boolean {
  if (globalThis.document === undefined) return false;
  const isFirst = register(PackagedPlanner);
  if (!isFirst) console.info(`rosterwell ${version}: <rw-planner> is registered already; that copy stays`);
  return isFirst;
}
