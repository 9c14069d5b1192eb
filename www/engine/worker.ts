// The engine's worker. The packing step puts the module's glue (a global `wasm_bindgen`) in front of this program. It
// answers one message at a time; a task is advanced in slices, and other calls are answered between two slices.
import type { Failure, Reply, Request } from "./protocol.ts";

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
}

interface Glue {
  (options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  readonly Planner: new () => Planner;
  readonly lastPanic: () => string | undefined;
}

interface WorkbookGlue {
  (options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  readonly readWorkbook: (bytes: Uint8Array) => string;
  readonly writeWorkbook: (tables: string) => Uint8Array;
  readonly writeScenarios: (book: string) => Uint8Array;
}

declare const wasm_bindgen: Glue;
declare const wasm_workbook: WorkbookGlue;

/** Milliseconds of one slice: a call or a stop never waits longer than this. */
const SLICE_MS = 20;
/** Milliseconds between two progress messages without a new plan. */
const PROGRESS_MS = 100;

let planner: Planner | undefined;
let task: number | undefined;
let lastProgress = 0;
let workbook: Promise<unknown> = Promise.resolve();

const slices = new MessageChannel();
slices.port1.onmessage = (): void => guard(task ?? null, advance);

self.onmessage = (event: MessageEvent<Request>): void => {
  const request = event.data;
  if (request.kind === "start") {
    void start(request.wasm, request.compressed).catch((error: unknown) => {
      send({ kind: "crashed", id: null, message: String(error) });
    });
  } else if (request.kind === "stop") {
    if (request.id === task) guard(request.id, () => (request.keep ? finish(true) : drop(request.id)));
  } else if (request.kind === "workbook") {
    workbook = compile(request.wasm, request.compressed).then((module) => wasm_workbook({ module_or_path: module }));
  } else if (request.kind === "read" || request.kind === "write") {
    workbook.then(
      () => guard(request.id, () => answerWorkbook(request)),
      (error: unknown) => send({ kind: "crashed", id: request.id, message: String(error) }),
    );
  } else {
    guard(request.id, () => answer(request));
  }
};

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
  planner = new wasm_bindgen.Planner();
  send({ kind: "ready" });
}

function answer(request: Extract<Request, { kind: "call" | "task" }>): void {
  if (!planner) return;
  if (request.kind === "call") {
    send({ kind: "done", id: request.id, reply: planner.run(request.operation, request.request), stopped: false });
    return;
  }
  if (task !== undefined) finish(true);
  planner.start(request.operation, request.request);
  task = request.id;
  lastProgress = 0;
  slices.port2.postMessage(null);
}

function advance(): void {
  if (!planner || task === undefined) return;
  const progress = planner.advanceFor(SLICE_MS);
  const now = performance.now();
  if (progress.news?.best !== undefined || now - lastProgress >= PROGRESS_MS) {
    lastProgress = now;
    send({ kind: "progress", id: task, progress: JSON.stringify(progress) });
  }
  if (progress.done) finish(false);
  else slices.port2.postMessage(null);
}

function finish(stopped: boolean): void {
  if (!planner || task === undefined) return;
  const id = task;
  const reply = planner.finish();
  task = undefined;
  send({ kind: "done", id, reply, stopped });
}

/** Ends the task without a result. */
function drop(id: number): void {
  planner?.cancel();
  task = undefined;
  send({ kind: "done", id, reply: "null", stopped: true });
}

/** A refusal is answered; a trap ends this worker, because nothing in the module can be trusted after it. */
function guard(id: number | null, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (id !== null && isFailure(error)) {
      if (task === id) task = undefined;
      send({ kind: "failed", id, failure: { code: error.code, path: error.path, message: error.message } });
    } else {
      send({ kind: "crashed", id, message: wasm_bindgen.lastPanic() ?? "the engine stopped" });
      self.close();
    }
  }
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === "RosterwellError" && "code" in error;
}

function send(reply: Reply): void {
  self.postMessage(reply);
}
