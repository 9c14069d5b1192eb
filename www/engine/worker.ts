// The engine's worker. The packing step puts the glue of the modules (globals) in front of this program. It answers one
// message at a time; a task is advanced in slices, and other calls are answered between two slices. What the core cannot
// do, the records module does: it is loaded when first needed, and each is handed the clinic that the other one changed.
import type { Failure, ModuleName, Reply, Request } from "./protocol.ts";

interface Progress {
  readonly done: boolean;
  readonly news?: { readonly best?: unknown };
}

interface Planner {
  run(operation: string, request: string): string;
  start(operation: string, request: string): void;
  advanceFor(milliseconds: number): Progress;
  finish(): string;
  cancel(): void;
  revision(): number;
}

interface Loader {
  (options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  readonly lastPanic: () => string | undefined;
}

interface Glue extends Loader {
  readonly Planner: new () => Planner;
  readonly operations: () => readonly { readonly name: string }[];
}

interface WorkbookGlue extends Loader {
  readonly readWorkbook: (bytes: Uint8Array) => string;
  readonly writeWorkbook: (tables: string) => Uint8Array;
  readonly writeScenarios: (book: string) => Uint8Array;
}

declare const wasm_bindgen: Glue;
declare const wasm_records: Glue;
declare const wasm_workbook: WorkbookGlue;

/** Milliseconds of one slice: a call or a stop never waits longer than this. */
const SLICE_MS = 20;
/** Milliseconds between two progress messages without a new plan. */
const PROGRESS_MS = 100;

const glue = { core: wasm_bindgen, records: wasm_records, workbook: wasm_workbook };

/** The modules that were asked for, and how to go on with the bytes of those that have not come. */
const modules = new Map<ModuleName, Promise<unknown>>();
const awaited = new Map<ModuleName, (bytes: Promise<WebAssembly.Module>) => void>();

let core: Planner | undefined;
let coreOperations = new Set<string>();
let records: Planner | undefined;
/** Those that have the newest clinic open. */
let current = new Set<Planner>();
let task: { readonly id: number; readonly planner: Planner } | undefined;
let lastProgress = 0;

const slices = new MessageChannel();
slices.port1.onmessage = (): void => guard(task?.id ?? null, advance);

self.onmessage = (event: MessageEvent<Request>): void => {
  const request = event.data;
  if (request.kind === "start") {
    void start(request.wasm, request.compressed).catch((error: unknown) => {
      send({ kind: "crashed", id: null, message: String(error) });
    });
  } else if (request.kind === "begin") {
    send({ kind: "ready" });
  } else if (request.kind === "module") {
    awaited.get(request.module)?.(compile(request.wasm, request.compressed));
    awaited.delete(request.module);
  } else if (request.kind === "stop") {
    if (request.id === task?.id) guard(request.id, () => (request.keep ? finish(true) : drop(request.id)));
  } else if (request.kind === "read" || request.kind === "write") {
    withModule("workbook", request.id, () => answerWorkbook(request));
  } else if (coreOperations.has(request.operation)) {
    guard(request.id, () => core && answer(core, request));
  } else {
    withModule("records", request.id, () => answer((records ??= new wasm_records.Planner()), request));
  }
};

/** Does the work once a module is there; it is asked for when it is first needed. */
function withModule(name: Exclude<ModuleName, "core">, id: number, work: () => void): void {
  let loading = modules.get(name);
  if (!loading) {
    loading = new Promise<WebAssembly.Module>((resolve) => awaited.set(name, resolve)).then((module) =>
      glue[name]({ module_or_path: module }),
    );
    modules.set(name, loading);
    send({ kind: "wants", module: name });
  }
  loading.then(
    () => guard(id, work),
    (error: unknown) => send({ kind: "crashed", id, message: String(error) }),
  );
}

async function compile(wasm: ArrayBuffer, compressed: boolean): Promise<WebAssembly.Module> {
  const packed = new Blob([wasm]).stream();
  const stream = compressed ? packed.pipeThrough(new DecompressionStream("gzip")) : packed;
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

function answerWorkbook(request: Extract<Request, { kind: "read" | "write" }>): void {
  if (request.kind === "read") {
    const reply = wasm_workbook.readWorkbook(new Uint8Array(request.bytes));
    send({ kind: "done", id: request.id, reply, stopped: false });
  } else {
    const write = request.what === "tables" ? wasm_workbook.writeWorkbook : wasm_workbook.writeScenarios;
    const bytes = write(request.text).slice().buffer;
    self.postMessage({ kind: "bytes", id: request.id, bytes } satisfies Reply, { transfer: [bytes] });
  }
}

async function start(wasm: ArrayBuffer, compressed: boolean): Promise<void> {
  await wasm_bindgen({ module_or_path: await compile(wasm, compressed) });
  core = new wasm_bindgen.Planner();
  coreOperations = new Set(wasm_bindgen.operations().map((operation) => operation.name));
  send({ kind: "ready" });
}

function answer(planner: Planner, request: Extract<Request, { kind: "call" | "task" }>): void {
  handOver(planner);
  if (request.kind === "call") {
    const before = planner.revision();
    const reply = planner.run(request.operation, request.request);
    if (planner.revision() !== before) current = new Set([planner]);
    send({ kind: "done", id: request.id, reply, stopped: false });
    return;
  }
  if (task !== undefined) finish(true);
  planner.start(request.operation, request.request);
  task = { id: request.id, planner };
  lastProgress = 0;
  slices.port2.postMessage(null);
}

/** Gives a module the clinic that the other one has open. */
function handOver(planner: Planner): void {
  const [holder] = current;
  if (!holder || current.has(planner)) return;
  planner.run("open", holder.run("document", "{}"));
  current.add(planner);
}

function advance(): void {
  if (task === undefined) return;
  const progress = task.planner.advanceFor(SLICE_MS);
  const now = performance.now();
  if (progress.news?.best !== undefined || now - lastProgress >= PROGRESS_MS) {
    lastProgress = now;
    send({ kind: "progress", id: task.id, progress: JSON.stringify(progress) });
  }
  if (progress.done) finish(false);
  else slices.port2.postMessage(null);
}

function finish(stopped: boolean): void {
  if (task === undefined) return;
  const { id, planner } = task;
  const reply = planner.finish();
  task = undefined;
  send({ kind: "done", id, reply, stopped });
}

/** Ends the task without a result. */
function drop(id: number): void {
  task?.planner.cancel();
  task = undefined;
  send({ kind: "done", id, reply: "null", stopped: true });
}

/** A refusal is answered; a trap ends this worker, because nothing in the module can be trusted after it. */
function guard(id: number | null, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (id !== null && isFailure(error)) {
      if (task?.id === id) task = undefined;
      send({ kind: "failed", id, failure: { code: error.code, path: error.path, message: error.message } });
    } else {
      send({ kind: "crashed", id, message: lastPanic() ?? "the engine stopped" });
      self.close();
    }
  }
}

function lastPanic(): string | undefined {
  const started = ["core", ...modules.keys()] as const;
  return started.map((name) => glue[name].lastPanic()).find((message) => message !== undefined);
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === "RosterwellError" && "code" in error;
}

function send(reply: Reply): void {
  self.postMessage(reply);
}
