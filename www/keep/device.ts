// The copy on this device, as the shell keeps it: one port, three verbs, and nothing but ciphertext.

/** What the shell answers. */
interface Answer {
  readonly id: number;
  readonly bytes?: Uint8Array;
  readonly generation?: number;
  readonly writer?: boolean;
  readonly error?: DeviceFault;
}

/**
 * Why nothing was kept: `denied` this browser keeps nothing here; `full` there is no room; `busy` another tab has the copy
 * open; `changed` another tab has written since this one last looked.
 */
export type DeviceFault = "denied" | "full" | "busy" | "changed";

export class DeviceError extends Error {
  readonly fault: DeviceFault;

  constructor(fault: DeviceFault) {
    super(fault);
    this.name = "DeviceError";
    this.fault = fault;
  }
}

/** A place for bytes by name. A put succeeds only if nobody else has written since the last get or put. */
export interface Store {
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  wipe(): Promise<void>;
}

/** Milliseconds that the shell may take to answer; a browser that asks the user for room may never do. */
const ANSWER_LIMIT_MS = 10_000;

/** The shell's store. */
export class Device implements Store {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #nextId = 1;
  #generation = 0;
  /** False while another tab is the one that writes; undefined where the browser does not say. */
  writer: boolean | undefined;

  constructor(port: MessagePort, changed: () => void) {
    this.#port = port;
    port.onmessage = (event: MessageEvent<Answer | { readonly changed: number }>): void => {
      if ("changed" in event.data) changed();
      else this.#waiting.get(event.data.id)?.(event.data);
    };
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const answer = await this.#ask({ verb: "get", key });
    this.#generation = answer.generation ?? 0;
    this.writer = answer.writer;
    return answer.bytes;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const answer = await this.#ask({ verb: "put", key, bytes, generation: this.#generation });
    this.#generation = answer.generation ?? this.#generation;
  }

  async wipe(): Promise<void> {
    await this.#ask({ verb: "wipe" });
    this.#generation = 0;
  }

  #ask(request: Record<string, unknown>): Promise<Answer> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => settle({ id, error: "denied" }), ANSWER_LIMIT_MS);
      const settle = (answer: Answer): void => {
        clearTimeout(limit);
        this.#waiting.delete(id);
        if (answer.error) reject(new DeviceError(answer.error));
        else resolve(answer);
      };
      this.#waiting.set(id, settle);
      this.#port.postMessage({ id, ...request });
    });
  }
}

/** Milliseconds to wait for a shell around this page. */
const SHELL_LIMIT_MS = 3_000;

/** Asks the shell around this page for its store; undefined if there is none. `changed`: another tab has written. */
export function connect(changed: () => void): Promise<Device | undefined> {
  if (parent === self) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(undefined), SHELL_LIMIT_MS);
    const listen = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== parent || event.data !== "rosterwell-store" || !port) return;
      clearTimeout(limit);
      removeEventListener("message", listen);
      resolve(new Device(port, changed));
    };
    addEventListener("message", listen);
    // There is nothing in this message but the wish for a port.
    parent.postMessage("rosterwell-store", "*");
  });
}
