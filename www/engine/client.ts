// The page's side of the engine: one worker, a queue, progress, stop, and a fresh worker when one is lost.
import type { Failure, ModuleName, Operation, Reply, Request } from "./protocol.ts";
import type { Operations, RawTables, ScenarioBook, WorkbookRead } from "./operations.ts";

/** Milliseconds a stopped task may take to answer before its worker is replaced. */
const STOP_GRACE_MS = 2000;
/** Milliseconds a worker may take to load and compile the module, on a slow machine. */
const START_LIMIT_MS = 60_000;

/** Milliseconds without a word from a task after which its worker is taken for lost; slices are some 20 of them. */
const SILENCE_LIMIT_MS = 60_000;

/** The engine refused a request; it goes on working. */
export class EngineError extends Error {
  readonly code: string;
  readonly path: string;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = "EngineError";
    this.code = failure.code;
    this.path = failure.path;
  }
}

/** The worker was lost. What the page holds is intact, and a new worker is on its way. */
export class EngineLost extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EngineLost";
  }
}

/** Whether the engine can be asked. `ended`: for good, until something is opened. */
export type EngineState = "starting" | "ready" | "lost" | "blocked" | "ended";

interface Answer {
  readonly reply: string;
  readonly stopped: boolean;
  readonly bytes?: ArrayBuffer;
}

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  readonly progress?: (text: string) => void;
}

/** How a worker comes to be; the only thing the client does not know itself. */
export interface EngineSource {
  readonly spawn: () => Worker | Promise<Worker>;
  /** A module of the page; those besides the core are asked for when they are first needed. */
  readonly module: (name: ModuleName) => WasmBytes | Promise<WasmBytes>;
}

/** A module as it lies in the page. */
export interface WasmBytes {
  readonly bytes: Uint8Array;
  readonly compressed: boolean;
}

/** What a task may be given besides its request. */
export interface TaskOptions<P> {
  readonly progress?: (progress: P) => void;
  readonly signal?: AbortSignal;
  /** False if a stopped task has nothing worth keeping: then it ends at once, and its reply is null. */
  readonly keep?: boolean;
}

export class EngineClient {
  readonly #source: EngineSource;
  readonly #changed: (state: EngineState) => void;
  readonly #hasCore: boolean;
  readonly #pending = new Map<number, Pending>();
  #restore: (() => Promise<void>) | undefined;
  #worker: Worker | undefined;
  #ready: Promise<void> = Promise.resolve();
  #nextId = 1;
  /** Counts the workers that were begun: one that comes late, after another was begun or all was ended, is not used. */
  #turn = 0;

  /** `hasCore`: false for a worker that plans nothing and does not load the core. */
  constructor(source: EngineSource, changed: (state: EngineState) => void, hasCore = true) {
    this.#source = source;
    this.#changed = changed;
    this.#hasCore = hasCore;
  }

  /** Starts the worker. `restore` gives a new worker what the lost one knew. */
  start(restore: () => Promise<void>): Promise<void> {
    this.#restore = restore;
    this.#ready = this.#spawn();
    return this.#ready;
  }

  /** Resolves when a request can be sent; rejects if the engine cannot start. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** One request, one reply. */
  async call<O extends Operation>(operation: O, request: Operations[O]["request"]): Promise<Operations[O]["reply"]> {
    await this.#ready;
    return this.#ask("call", operation, request);
  }

  /** A long operation: progress on the way, stopped by the signal with the best result so far. */
  async run<O extends Operation>(
    operation: O,
    request: Operations[O]["request"],
    options: TaskOptions<Operations[O] extends { progress: infer P } ? P : never> = {},
  ): Promise<{ readonly reply: Operations[O]["reply"]; readonly stopped: boolean }> {
    await this.#ready;
    const id = this.#nextId++;
    let heard = performance.now();
    const watch = setInterval(() => {
      if (performance.now() - heard > SILENCE_LIMIT_MS) this.replace("the calculation fell silent");
    }, 1000);
    const answer = this.#post(id, "task", operation, JSON.stringify(request), (text) => {
      heard = performance.now();
      options.progress?.(JSON.parse(text) as Parameters<NonNullable<typeof options.progress>>[0]);
    });
    const stop = (): void => this.#stop(id, options.keep ?? true);
    if (options.signal?.aborted) stop();
    options.signal?.addEventListener("abort", stop, { once: true });
    try {
      const { reply, stopped } = await answer;
      return { reply: JSON.parse(reply) as Operations[O]["reply"], stopped };
    } finally {
      clearInterval(watch);
      options.signal?.removeEventListener("abort", stop);
    }
  }

  /** The tables of an XLSX workbook, and what was wrong with it. */
  async readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
    await this.#ready;
    const copy = bytes.slice().buffer;
    const { reply } = await this.#workbook((id) => this.#send({ kind: "read", id, bytes: copy }, [copy]));
    return JSON.parse(reply) as WorkbookRead;
  }

  /** An XLSX workbook of these tables. */
  async writeWorkbook(tables: RawTables): Promise<Uint8Array> {
    await this.#ready;
    const { bytes } = await this.#workbook((id) => this.#send({ kind: "write", id, what: "tables", text: JSON.stringify(tables) }));
    return new Uint8Array(bytes ?? new ArrayBuffer(0));
  }

  /** An XLSX workbook of scenarios, with live assumptions. */
  async writeScenarios(book: ScenarioBook): Promise<Uint8Array> {
    await this.#ready;
    const { bytes } = await this.#workbook((id) => this.#send({ kind: "write", id, what: "scenarios", text: JSON.stringify(book) }));
    return new Uint8Array(bytes ?? new ArrayBuffer(0));
  }

  #workbook(send: (id: number) => void): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#pending.set(id, { resolve, reject });
      send(id);
    });
  }

  /** Ends the worker for good. */
  end(): void {
    this.#turn += 1;
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const pending of this.#pending.values()) pending.reject(new EngineLost("the engine was ended"));
    this.#pending.clear();
  }

  /** Ends the worker and starts another one, as after a crash. */
  replace(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    this.#changed("lost");
    for (const pending of lost) pending.reject(new EngineLost(message));
    this.#ready = this.#spawn().then(async () => {
      const restore = this.#restore;
      if (restore) await restore();
    });
    this.#ready.catch(() => this.#changed("blocked"));
  }

  /** For the first requests of a new worker, before others may use it. */
  async callNow<O extends Operation>(operation: O, request: Operations[O]["request"]): Promise<Operations[O]["reply"]> {
    return this.#ask("call", operation, request);
  }

  /** Opens a clinic by a request that is text already; what the engine says of it is of no interest. */
  async openNow(request: string): Promise<void> {
    await this.#post(this.#nextId++, "call", "open", request);
  }

  async #ask<O extends Operation>(
    kind: "call",
    operation: O,
    request: Operations[O]["request"],
  ): Promise<Operations[O]["reply"]> {
    const text = typeof request === "string" ? request : JSON.stringify(request);
    const { reply } = await this.#post(this.#nextId++, kind, operation, text);
    return JSON.parse(reply) as Operations[O]["reply"];
  }

  #post(
    id: number,
    kind: "call" | "task",
    operation: string,
    request: string,
    progress?: (text: string) => void,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (!this.#worker) {
        reject(new EngineLost("the engine is not running"));
        return;
      }
      this.#pending.set(id, progress ? { resolve, reject, progress } : { resolve, reject });
      this.#send({ kind, id, operation, request });
    });
  }

  #stop(id: number, keep: boolean): void {
    if (!this.#pending.has(id)) return;
    this.#send({ kind: "stop", id, keep });
    setTimeout(() => {
      if (this.#pending.has(id)) this.replace("the calculation did not stop in time");
    }, STOP_GRACE_MS);
  }

  #send(request: Request, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(request, transfer);
  }

  async #spawn(): Promise<void> {
    this.#changed("starting");
    this.#turn += 1;
    const turn = this.#turn;
    const { core, worker } = await this.#made().catch((error: unknown) => {
      if (turn === this.#turn) this.#changed("blocked");
      throw error;
    });
    if (turn !== this.#turn) {
      worker.terminate();
      throw new EngineLost("the engine was ended");
    }
    this.#worker = worker;
    return this.#started(worker, core);
  }

  async #made(): Promise<{ readonly core: WasmBytes | undefined; readonly worker: Worker }> {
    const core = this.#hasCore ? await this.#source.module("core") : undefined;
    return { core, worker: await this.#source.spawn() };
  }

  #started(worker: Worker, core: WasmBytes | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      let started = false;
      const limit = setTimeout(() => {
        this.#changed("blocked");
        reject(new EngineLost("the engine did not start"));
      }, START_LIMIT_MS);
      worker.addEventListener("message", (event: MessageEvent<Reply>) => {
        if (this.#worker !== worker) return;
        if (event.data.kind === "ready") {
          clearTimeout(limit);
          started = true;
          this.#changed("ready");
          resolve();
        } else if (event.data.kind === "wants") {
          void this.#give(worker, event.data.module);
        } else {
          this.#receive(event.data);
        }
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        clearTimeout(limit);
        if (this.#worker !== worker) return;
        // One that had started is replaced; one that never did would only fail again.
        if (started) this.replace(event.message);
        else this.#fail(event.message || "the engine could not start", reject);
      });
      if (core) {
        const wasm = core.bytes.slice().buffer;
        this.#send({ kind: "start", wasm, compressed: core.compressed }, [wasm]);
      } else {
        this.#send({ kind: "begin" });
      }
    });
  }

  /** Hands a module over that the worker has asked for. */
  async #give(worker: Worker, name: ModuleName): Promise<void> {
    try {
      const { bytes, compressed } = await this.#source.module(name);
      if (this.#worker !== worker) return;
      const wasm = bytes.slice().buffer;
      this.#send({ kind: "module", module: name, wasm, compressed }, [wasm]);
    } catch (error) {
      if (this.#worker === worker) this.replace(String(error));
    }
  }

  #fail(message: string, reject: (reason: Error) => void): void {
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    this.#changed("blocked");
    for (const pending of lost) pending.reject(new EngineLost(message));
    reject(new EngineLost(message));
  }

  #receive(reply: Exclude<Reply, { kind: "ready" | "wants" }>): void {
    if (reply.kind === "crashed") {
      this.replace(reply.message);
      return;
    }
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    if (reply.kind === "progress") {
      pending.progress?.(reply.progress);
      return;
    }
    this.#pending.delete(reply.id);
    if (reply.kind === "bytes") pending.resolve({ reply: "", stopped: false, bytes: reply.bytes });
    else if (reply.kind === "done") pending.resolve({ reply: reply.reply, stopped: reply.stopped });
    else pending.reject(new EngineError(reply.failure));
  }
}
