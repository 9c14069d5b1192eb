// When the page locks by itself: after a time without a deed, when it was out of sight, and after sleep.

/** Minutes without a deed, as they can be set. */
export const IDLE_MINUTES = { least: 5, default: 10, most: 30 } as const;
/** Milliseconds out of sight after which the page locks. */
export const HIDDEN_MS = 2 * 60_000;
/** Milliseconds before the lock at which it is announced. */
export const WARNING_MS = 2 * 60_000;
/** Milliseconds by which the clock on the wall may run ahead of the steady one before it is taken for sleep. */
const SLEEP_MS = 60_000;

/** Two clocks at one moment: milliseconds of the wall's, which can be set, and of the steady one, which may stand in sleep. */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

/** What is known of the user. */
export interface Watch {
  readonly lastDeed: Moment;
  /** When the clocks were last looked at. */
  readonly lastLook: Moment;
  /** Since when the page is out of sight; undefined while it can be seen. */
  readonly hiddenSince: Moment | undefined;
}

/** What is to be done now. */
export type Verdict = "open" | "warn" | "lock";

/** Milliseconds from one moment to another: the longer of both clocks, so that neither sleep nor a wrong clock hides any. */
export function since(then: Moment, now: Moment): number {
  return Math.max(now.steady - then.steady, Math.min(now.wall - then.wall, 24 * 3_600_000));
}

/** Whether to lock. A clock that is set back changes nothing; one that jumps ahead is taken for sleep. */
export function judge(watch: Watch, now: Moment, idleMinutes: number): Verdict {
  const idle = idleMinutes * 60_000;
  const slept = now.wall - watch.lastLook.wall - (now.steady - watch.lastLook.steady) > SLEEP_MS;
  const hidden = watch.hiddenSince !== undefined && since(watch.hiddenSince, now) >= HIDDEN_MS;
  const passed = since(watch.lastDeed, now);
  if (slept || hidden || passed >= idle) return "lock";
  return passed >= idle - WARNING_MS ? "warn" : "open";
}
