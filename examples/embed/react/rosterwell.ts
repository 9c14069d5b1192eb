// Registers the element, and tells JSX what it takes.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { PlannerElement, PlannerEvents } from "rosterwell";
import "rosterwell/define";

type Handlers = { readonly [K in keyof PlannerEvents as `on${K}`]?: (event: CustomEvent<PlannerEvents[K]>) => void };
type Settings = Partial<Pick<PlannerElement, "view" | "locale" | "currency" | "theme" | "readonly" | "config">>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "rw-planner": DetailedHTMLProps<HTMLAttributes<PlannerElement>, PlannerElement> & Settings & Handlers;
    }
  }
}
