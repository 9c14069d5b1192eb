// The planner in a page of others: it runs with that page's rights, stores nothing, and asks nothing of what is around it.
import { RwPlanner } from "../elements/rw-planner/rw-planner.ts";
import type { Home } from "../planner/home.ts";
import { directives } from "../state/privacy.ts";
import { version } from "virtual:release";
import { engineOf } from "./source.ts";

export class PackagedPlanner extends RwPlanner {
  protected override home(): Home {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    return {
      engine: engineOf(this.config?.engine, this.assetBase),
      self: { version, build: "", policy: directives(policy), mode: "element" },
      whole: false,
    };
  }
}
