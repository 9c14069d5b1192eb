// `rosterwell/define`: registers the element, with everything that it needs inside.
import { definePlanner } from "./index.ts";

definePlanner();
export * from "./index.ts";
