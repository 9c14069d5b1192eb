// Two slots for the save and two for the note of changes since. A save is written to the slot that is not in use, read
// back and opened; only then the head is turned to it. Whatever fails on the way, the slot before is still the copy.
import type { Store } from "./device.ts";

/** What can tell whether bytes are a whole envelope of the key in memory, and which. */
export interface Reader {
  /** The revision of a save; throws if the bytes are damaged or of another key. */
  readonly revisionOf: (bytes: Uint8Array) => Promise<number>;
}

const SLOTS = ["slot0", "slot1"] as const;
const NOTES = ["note0", "note1"] as const;
type Side = 0 | 1;

export class Slots {
  readonly #store: Store;
  readonly #reader: Reader;
  #note: Side = 0;

  constructor(store: Store, reader: Reader) {
    this.#store = store;
    this.#reader = reader;
  }

  /** The copies there are, the one in use first. Empty if nothing was ever kept. */
  async saves(): Promise<readonly Uint8Array[]> {
    const side = await this.#side();
    const found: Uint8Array[] = [];
    for (const each of [side, other(side)]) {
      const bytes = await this.#store.get(SLOTS[each]);
      if (bytes && bytes.length > 0) found.push(bytes);
    }
    return found;
  }

  /** The notes there are, in no order. */
  async notes(): Promise<readonly Uint8Array[]> {
    const found: Uint8Array[] = [];
    for (const key of NOTES) {
      const bytes = await this.#store.get(key);
      if (bytes && bytes.length > 0) found.push(bytes);
    }
    return found;
  }

  /** Keeps a save. Until the last step the one before it is what is found. */
  async save(bytes: Uint8Array): Promise<void> {
    const side = other(await this.#side());
    await this.#store.put(SLOTS[side], bytes);
    const back = await this.#store.get(SLOTS[side]);
    if (!back || !sameBytes(back, bytes)) throw new Error("the copy on this device does not read back");
    await this.#reader.revisionOf(back);
    await this.#store.put("head", Uint8Array.of(side));
  }

  /** Keeps a note, in the place of the one before the last. */
  async note(bytes: Uint8Array): Promise<void> {
    await this.#store.put(NOTES[this.#note], bytes);
    this.#note = other(this.#note);
  }

  async #side(): Promise<Side> {
    const head = await this.#store.get("head");
    return head?.[0] === 1 ? 1 : 0;
  }
}

function other(side: Side): Side {
  return side === 0 ? 1 : 0;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
