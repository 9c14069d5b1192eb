// What happened, on its way into the audit log. Entries wait here until the keeper runs: nothing is started for them.
import type { AuditEntry } from "../engine/types.ts";
import type { Work } from "../state/store.ts";
import type { Keeper } from "./keeper.ts";

/** What happened, with the work before and after it. */
export interface Happening {
  readonly action: AuditEntry["action"];
  readonly object?: string | undefined;
  readonly reason?: string | undefined;
  readonly seed?: number | undefined;
  readonly before?: Work | undefined;
  readonly after?: Work | undefined;
}

interface Waiting extends Happening {
  readonly time: string;
  readonly offset: number;
  readonly rulePacks: string;
}

/** Who does it and with which build; asked when an entry is made. */
export interface Circumstances {
  readonly user: string;
  readonly build: string;
  readonly rulePacks: string;
}

export class AuditTrail {
  readonly #keeper: Keeper;
  readonly #circumstances: () => Circumstances;
  readonly #digests = new WeakMap<object, string>();
  #waiting: Waiting[] = [];
  #flushing: Promise<void> = Promise.resolve();

  constructor(keeper: Keeper, circumstances: () => Circumstances) {
    this.#keeper = keeper;
    this.#circumstances = circumstances;
  }

  /** Notes what has just happened. */
  add(happening: Happening): void {
    const now = new Date();
    this.#waiting.push({
      ...happening,
      time: now.toISOString(),
      offset: -now.getTimezoneOffset(),
      rulePacks: this.#circumstances().rulePacks,
    });
  }

  /** Entries that are not written yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Forgets what is not written, as its document was closed. */
  drop(): void {
    this.#waiting = [];
  }

  /** Writes what waits into the log. What could not be written waits on. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.catch(() => {}).then(() => this.#write());
    return this.#flushing;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    const { user, build } = this.#circumstances();
    const entries = [];
    for (const each of batch) {
      entries.push({
        time: each.time,
        offset_min: each.offset,
        user,
        action: each.action,
        object: each.object ?? null,
        before: each.before ? await this.#digestOf(each.before) : null,
        after: each.after ? await this.#digestOf(each.after) : null,
        reason: each.reason ?? null,
        rule_packs: each.rulePacks,
        build,
        seed: each.seed ?? null,
      });
    }
    await this.#keeper.call("audit_append", { entries });
    this.#waiting = this.#waiting.slice(batch.length);
  }

  /** The digest of the work: of its parts, most of which it shares with the work before, so each is hashed once. */
  async #digestOf(work: Work): Promise<string> {
    const known = this.#digests.get(work);
    if (known) return known;
    const parts = [work.plan, work.before, work.locks, work.lockReasons, work.scenarios, work.pilot, work.profiles, work.clinic?.clinic];
    const fresh = [...new Set(parts.filter((part): part is NonNullable<typeof part> => part !== undefined && !this.#digests.has(part)))];
    if (fresh.length > 0) {
      const { digests } = await this.#keeper.call("digest", { texts: fresh.map((part) => JSON.stringify(part)) });
      for (const [at, part] of fresh.entries()) this.#digests.set(part, digests[at] ?? "");
    }
    const text = [work.stage, ...parts.map((part) => (part ? (this.#digests.get(part) ?? "") : ""))].join("\n");
    const [digest] = (await this.#keeper.call("digest", { texts: [text] })).digests;
    this.#digests.set(work, digest ?? "");
    return digest ?? "";
  }
}
