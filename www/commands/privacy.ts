// The one request that the page makes, when the user asks for it: to an address that cannot exist, to see it refused.
import { directives, NOWHERE, type PrivacyState, type Trial } from "../state/privacy.ts";
import { words } from "../words/index.ts";
import type { Context } from "./context.ts";

/** How long the browser may take to say that it refused. */
const REFUSAL_MS = 500;

const patch = (context: Context, change: Partial<PrivacyState>): void => {
  const { store } = context;
  store.set({ privacy: { ...store.state.privacy, ...change } });
};

/** Counts what the browser refuses this page from now on. The shell's policies refuse it again: only the page's own counts. */
export function watchRefusals(context: Context): void {
  const refusal = (event: SecurityPolicyViolationEvent): void => {
    const { self, refused } = context.store.state.privacy;
    if (directives(event.originalPolicy).join() === self?.policy.join()) patch(context, { refused: refused + 1 });
  };
  document.addEventListener("securitypolicyviolation", refusal, { signal: context.gone });
}

/** Tries it and shows what came of it. */
export async function tryRequest(context: Context): Promise<void> {
  if (context.store.state.privacy.trying) return;
  patch(context, { trying: true });
  const trial = await attemptOnce();
  patch(context, { trying: false, trial });
  context.store.set({ said: trial.outcome === "refused" ? words.promise.refused(trial.directive) : words.promise.left });
}

async function attemptOnce(): Promise<Trial> {
  const done = new AbortController();
  const refused = new Promise<Trial>((resolve) => {
    const heard = (event: SecurityPolicyViolationEvent): void => {
      if (event.blockedURI.startsWith(NOWHERE.slice(0, -1))) resolve({ outcome: "refused", directive: event.effectiveDirective });
    };
    document.addEventListener("securitypolicyviolation", heard, { signal: done.signal });
  });
  try {
    await fetch(NOWHERE, { mode: "no-cors", credentials: "omit", cache: "no-store" });
  } catch {
    // Refused, or no such host: who says which is the violation.
  }
  const left = new Promise<Trial>((resolve) => setTimeout(() => resolve({ outcome: "left" }), REFUSAL_MS));
  const trial = await Promise.race([refused, left]);
  done.abort();
  return trial;
}
