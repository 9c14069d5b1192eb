// What an action of the user is called in the audit log, read off the work before and after it.
import type { AuditEntry } from "../engine/types.ts";
import type { Work } from "./store.ts";

/** One action, or one step back or forth. */
export interface Deed {
  readonly kind: "act" | "undo" | "redo";
  readonly before: Work;
  readonly after: Work;
  /** The seed of the optimizer, if it was its run. */
  readonly seed: number | undefined;
}

/** Action, object and reason of an entry. */
export function entryOf(deed: Deed): { readonly action: AuditEntry["action"]; readonly object: string | undefined; readonly reason?: string | undefined } {
  const { before, after } = deed;
  const explained = changedReason(before, after);
  const object = changedLock(before, after) ?? explained ?? changedSession(before, after);
  if (deed.kind !== "act") return { action: deed.kind, object };
  if (deed.seed !== undefined) return { action: "solve", object: undefined };
  if (before.locks === after.locks && explained !== undefined) return { action: "lock", object, reason: after.lockReasons[explained] };
  if (after.stage === "kept" && before.stage !== "kept") return { action: "accept", object: undefined };
  if (before.stage === "proposal" && after.stage !== "proposal") return { action: "reject", object: undefined };
  if (after.locks.length > before.locks.length) return { action: "lock", object };
  if (after.locks.length < before.locks.length) return { action: "unlock", object };
  return { action: "edit", object };
}

function changedLock(before: Work, after: Work): string | undefined {
  if (before.locks === after.locks) return undefined;
  const [less, more] = before.locks.length < after.locks.length ? [before.locks, after.locks] : [after.locks, before.locks];
  return more.find((key) => !less.includes(key));
}

/** The lock that got another reason. */
function changedReason(before: Work, after: Work): string | undefined {
  if (before.lockReasons === after.lockReasons) return undefined;
  const keys = [...Object.keys(after.lockReasons), ...Object.keys(before.lockReasons)];
  return keys.find((key) => before.lockReasons[key] !== after.lockReasons[key]);
}

/** The session that is somewhere else, if it is one. */
function changedSession(before: Work, after: Work): string | undefined {
  const changed = changedSessions(before.plan, after.plan);
  return changed.length === 1 ? changed[0] : undefined;
}

/** Sessions of a plan that are placed otherwise than in another one. */
export function changedSessions(before: Work["plan"], after: Work["plan"]): string[] {
  if (!before || !after || before === after) return [];
  const old = new Map(before.sessions.map((each) => [each.session, each]));
  return after.sessions
    .filter((each) => old.get(each.session) !== each && JSON.stringify(old.get(each.session)?.place) !== JSON.stringify(each.place))
    .map((each) => each.session);
}
