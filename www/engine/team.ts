// Several engines on one plan, each in a worker of its own. The engine says what each of them does next and who goes on
// from what: here nothing is decided that could change the plan, neither by which of them is faster nor by one that was
// lost and had to begin its round anew.
import { EngineClient, EngineLost, type EngineSource } from "./client.ts";
import type { CostLine, Member, Operations, PlanNews, PlanReply, RoundProgress } from "./operations.ts";
import type { Clinic } from "./types.ts";

/** Most workers of a run; more of them hardly find more, and each holds the clinic in its memory. */
const MAX_WORKERS = 4;
/** GiB of memory below which one worker has to do, and two. What a browser says is rounded to a power of two. */
const MEMORY_FOR_TWO = 4;
const MEMORY_FOR_ALL = 8;
/** Sessions of the weeks planned from which one worker has to do, and two. */
const SESSIONS_FOR_TWO = 3_000;
const SESSIONS_FOR_ONE = 8_000;
/** How often a round is begun anew after its worker was lost. */
const MAX_ATTEMPTS = 2;
/** Milliseconds between two messages about progress without a better plan. */
const PROGRESS_MS = 100;

type PlanRequest = Operations["plan"]["request"];

/** How all workers together get on. */
export interface TeamProgress {
  readonly step: number;
  readonly steps: number;
  readonly workers: number;
  /** Steps of all workers per second. */
  readonly rate: number;
  /** About the best plan of all of them. */
  readonly news: PlanNews;
}

export interface TeamOptions {
  readonly progress?: (progress: TeamProgress) => void;
  readonly signal?: AbortSignal;
}

/** What the machine is like. */
export interface Machine {
  readonly hardwareConcurrency?: number;
  /** GiB; not every browser says. */
  readonly deviceMemory?: number;
}

/** How many workers a run gets: one core stays free for the page. */
export function workersFor(machine: Machine, sessions: number): number {
  const memory = machine.deviceMemory ?? MEMORY_FOR_ALL;
  const most = Math.min(
    MAX_WORKERS,
    memory < MEMORY_FOR_TWO ? 1 : memory < MEMORY_FOR_ALL ? 2 : MAX_WORKERS,
    sessions >= SESSIONS_FOR_ONE ? 1 : sessions >= SESSIONS_FOR_TWO ? 2 : MAX_WORKERS,
  );
  return Math.max(1, Math.min((machine.hardwareConcurrency ?? 2) - 1, most));
}

interface Helper {
  readonly engine: EngineClient;
  /** What it has open. */
  clinic: Clinic | undefined;
}

export class Team {
  readonly #lead: EngineClient;
  readonly #source: EngineSource;
  readonly #helpers: (Helper | undefined)[] = [];
  /** The clinic that is planned, and the request that opens it: made once, sent to every helper. */
  #opening: { readonly clinic: Clinic; readonly text: string } | undefined;

  /** `lead` is the engine of the page; helpers are made when they are first needed, and kept. */
  constructor(lead: EngineClient, source: EngineSource) {
    this.#lead = lead;
    this.#source = source;
  }

  /** Ends all helpers: what they had open is gone. */
  end(): void {
    for (const helper of this.#helpers) helper?.engine.end();
    this.#helpers.length = 0;
    this.#opening = undefined;
  }

  /** The operation `plan` on a clinic that the lead has open. */
  async plan(
    request: PlanRequest,
    clinic: Clinic,
    options: TeamOptions = {},
  ): Promise<{ readonly reply: PlanReply; readonly stopped: boolean }> {
    const workers = request.workers ?? 1;
    const merged = new Merged(workers, options.progress);
    if (workers === 1) {
      const progress = (news: RoundProgress): void => merged.add(0, news);
      return this.#lead.run("plan", request, { progress, signal: options.signal });
    }
    if (this.#opening?.clinic !== clinic) this.#opening = { clinic, text: JSON.stringify({ clinic }) };
    let { members } = await this.#lead.call("exchange", { run: request, members: [] });
    for (;;) {
      const after = await this.#rounds(request, members, merged, options.signal);
      const stop = options.signal?.aborted ?? false;
      const next = await this.#exchange({ run: request, members: after, stop });
      if (next.done) return { reply: next.done, stopped: stop };
      members = next.members;
    }
  }

  /** One round of every worker: the lead does the first one's, and whatever a helper could not do. */
  async #rounds(
    run: PlanRequest,
    members: readonly Member[],
    merged: Merged,
    signal: AbortSignal | undefined,
  ): Promise<Member[]> {
    const round = async (engine: EngineClient, member: Member, worker: number): Promise<Member> => {
      const progress = (news: RoundProgress): void => merged.add(worker, news);
      const { reply } = await engine.run("round", { run, members: [member] }, { progress, signal });
      const [after] = reply.members;
      if (!after) throw new EngineLost("a round came to nothing");
      return after;
    };
    const done = await Promise.allSettled(
      members.map((member, worker) =>
        anew(async () => round(worker === 0 ? this.#lead : await this.#helper(worker - 1), member, worker)),
      ),
    );
    const after: Member[] = [];
    for (const [worker, outcome] of done.entries()) {
      const member = members[worker];
      if (outcome.status === "fulfilled") after.push(outcome.value);
      else if (member && outcome.reason instanceof EngineLost) after.push(await anew(() => round(this.#lead, member, worker)));
      else throw outcome.reason;
    }
    return after;
  }

  #exchange(request: Operations["exchange"]["request"]): Promise<Operations["exchange"]["reply"]> {
    return anew(() => this.#lead.call("exchange", request));
  }

  /** A helper that has the clinic open. One that cannot be had is given up, and made anew when it is next needed. */
  async #helper(at: number): Promise<EngineClient> {
    const helper = (this.#helpers[at] ??= this.#made());
    const opening = this.#opening;
    try {
      await helper.engine.ready();
      if (opening && helper.clinic !== opening.clinic) {
        await helper.engine.openNow(opening.text);
        helper.clinic = opening.clinic;
      }
      return helper.engine;
    } catch (error) {
      if (this.#helpers[at] === helper) this.#helpers[at] = undefined;
      helper.engine.end();
      throw error instanceof EngineLost ? error : new EngineLost(String(error));
    }
  }

  #made(): Helper {
    const helper: Helper = { engine: new EngineClient(this.#source, () => {}), clinic: undefined };
    const opened = async (): Promise<void> => {
      if (!this.#opening) return;
      await helper.engine.openNow(this.#opening.text);
      helper.clinic = this.#opening.clinic;
    };
    // Whether it has started is asked by whoever needs it.
    helper.engine.start(opened).catch(() => {});
    return helper;
  }
}

/** Does work again if the engine that did it was lost. */
async function anew<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EngineLost) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** What several workers say of themselves, as one. */
class Merged {
  readonly #steps: { step: number; steps: number }[];
  readonly #told: ((progress: TeamProgress) => void) | undefined;
  readonly #begun = performance.now();
  #last = 0;
  #best: { readonly cents: number; readonly news: PlanNews } | undefined;

  constructor(workers: number, told: ((progress: TeamProgress) => void) | undefined) {
    this.#steps = Array.from({ length: workers }, () => ({ step: 0, steps: 0 }));
    this.#told = told;
  }

  add(worker: number, { step, steps, news }: RoundProgress): void {
    this.#steps[worker] = { step, steps };
    if (!news) return;
    const cents = total(news.costs);
    const better = news.best !== undefined && cents < (this.#best?.cents ?? Number.POSITIVE_INFINITY);
    if (better) this.#best = { cents, news };
    const now = performance.now();
    if (!better && now - this.#last < PROGRESS_MS) return;
    this.#last = now;
    const { best: _, ...known } = this.#best?.news ?? news;
    const done = this.#steps.reduce((sum, each) => sum + each.step, 0);
    this.#told?.({
      step: done,
      steps: steps * this.#steps.length,
      workers: this.#steps.length,
      rate: done / Math.max(0.001, (now - this.#begun) / 1000),
      news: better ? news : known,
    });
  }
}

const total = (costs: readonly CostLine[]): number => costs.reduce((sum, line) => sum + line.cents, 0);
