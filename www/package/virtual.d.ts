/** The package's own `engine.js`, which stands beside the module. */
declare module "virtual:engine" {
  export const engine: import("../elements/rw-planner/contract.ts").EngineParts;
}

/** The version of this release. */
declare module "virtual:release" {
  export const version: string;
}
