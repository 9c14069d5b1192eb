// The page's side of a portal's frame. The shell has spoken to the portal and given its port through, unread: from then on
// only the port is used.
import type { PlannerDocument, PlannerElement, PlannerError } from "../elements/rw-planner/contract.ts";
import type { PlanDocument } from "../engine/types.ts";
import { type FromPlanner, MESSAGES, type Refusal, wishOf } from "./messages.ts";

/** A portal that has given its port. */
export interface Portal {
  readonly origin: string;
  readonly port: MessagePort;
}

/** Refusals a second after which a portal is no longer answered for a second. */
const MOST_REFUSALS = 20;

/** Waits for a portal around the shell; without one, or one that is not named in the file, for ever. */
export function meet(): Promise<Portal> {
  return new Promise((resolve) => {
    if (parent === self) return;
    const heard = (event: MessageEvent): void => {
      const port = event.ports[0];
      const { data } = event as MessageEvent<unknown>;
      if (event.source !== parent || typeof data !== "object" || data === null || !("portal" in data) || !port) return;
      removeEventListener("message", heard);
      resolve({ origin: String(data.portal), port });
    };
    addEventListener("message", heard);
    // There is nothing in this message but the wish for a port.
    parent.postMessage("rosterwell-portal", "*");
  });
}

/** Serves a portal: does what it wishes, tells it how that goes, and how high the planner is. `send` is for the user's deed alone. */
export function serve(planner: PlannerElement, { port }: Portal): { readonly send: (plan: PlanDocument) => void } {
  const post = (message: FromPlanner): void => port.postMessage(message);
  let busy = false;
  let asked: number | null = null;
  let refusals = 0;
  let since = 0;

  const refuse = (id: number | null, code: Refusal): void => {
    const now = performance.now();
    if (now - since > 1000) [since, refusals] = [now, 0];
    refusals += 1;
    if (refusals <= MOST_REFUSALS) post({ type: "error", version: MESSAGES, id, code });
  };

  const follow = async (data: unknown): Promise<void> => {
    const wish = wishOf(data);
    if ("refused" in wish) return refuse(wish.id, wish.refused);
    if (busy) return refuse(wish.id, "busy");
    busy = true;
    try {
      if (wish.type === "load") {
        if (planner.unsaved > 0) return refuse(wish.id, "unsaved");
        await planner.load(parsed(wish.document));
      } else {
        asked = wish.id;
        await planner.solve();
      }
      post({ type: "ready", version: MESSAGES, id: wish.id });
    } catch (error) {
      const { code = "engine" } = error as Partial<PlannerError>;
      refuse(wish.id, code === "busy" || code === "format" ? code : "engine");
    } finally {
      busy = false;
    }
  };

  port.onmessage = ({ data }: MessageEvent<unknown>): void => void follow(data);
  planner.addEventListener("rw-solve-progress", ({ detail: { step, steps, unplaced } }) => post({ type: "progress", version: MESSAGES, step, steps, unplaced }));
  planner.ready.then(
    () => post({ type: "ready", version: MESSAGES, id: null }),
    () => refuse(null, "engine"),
  );
  tellHeight(planner, (height) => post({ type: "resize", version: MESSAGES, height }));
  return { send: (plan) => post({ type: "result", version: MESSAGES, id: asked, plan: JSON.stringify(plan) }) };
}

function parsed(text: string): PlannerDocument {
  try {
    return JSON.parse(text) as PlannerDocument;
  } catch {
    return {} as PlannerDocument;
  }
}

/** Tells how high the planner would like to be. Nothing in it is measured by the window from now on, so that a window that follows does not change it. */
function tellHeight(planner: HTMLElement, tell: (height: number) => void): void {
  planner.style.setProperty("--rw-fill", "0px");
  planner.style.setProperty("--rw-vh", "8px");
  document.documentElement.style.setProperty("scrollbar-gutter", "stable");
  let last = 0;
  new ResizeObserver(() => {
    // One more than the fraction of a pixel that the window would not have.
    const height = Math.ceil(planner.getBoundingClientRect().height) + 1;
    if (height === last) return;
    last = height;
    tell(height);
  }).observe(planner);
}
