// Sending the plan to the portal around the page: it is shown first, done by the user alone, and noted in the log.
import type { SendNews } from "../state/portal.ts";
import { words } from "../words/index.ts";
import type { Context } from "./context.ts";

/** Answers the dialog. */
export function send(context: Context, { step }: SendNews): void {
  const { store, keeping, told } = context;
  const { portal } = store.state;
  const { plan } = store.work;
  if (!portal || !plan) return;
  const asking = step === "show";
  store.set({ portal: { ...portal, asking } });
  if (step !== "send") return;
  keeping.trail.add({ action: "export", object: `plan to ${portal.origin}`, after: store.work });
  told.send(plan);
  const text = words.portal.sent(portal.origin);
  store.set({ notice: { tone: "good", text, undo: false, retry: false }, said: text });
}
