// What crosses between the planner in a frame and the portal around it, through one port. Every message says its type and
// the version of this contract; a field that is not listed here makes it a message that is refused.

/** The version of the messages; the same as that of the element's events. */
export const MESSAGES = 1;

/** Most letters of a document that is handed in: as many as the engine takes in one request. */
export const MAX_LETTERS = 48 << 20;

interface Message<T extends string> {
  readonly type: T;
  readonly version: number;
}

/** Portal to planner. */
export type ToPlanner =
  | (Message<"hello"> & { readonly nonce: string })
  | (Message<"load"> & { readonly id: number; readonly document: string })
  | (Message<"solve"> & { readonly id: number });

/** What comes through the port. */
export type Wish = Exclude<ToPlanner, { type: "hello" }>;

/** Planner to portal. */
export type FromPlanner =
  | (Message<"hello"> & { readonly nonce: string })
  | (Message<"ready"> & { readonly id: number | null })
  | (Message<"progress"> & { readonly step: number; readonly steps: number; readonly unplaced: number })
  | (Message<"result"> & { readonly id: number | null; readonly plan: string })
  | (Message<"resize"> & { readonly height: number })
  | (Message<"error"> & { readonly id: number | null; readonly code: Refusal });

/**
 * Why a message was not followed: `version` of another contract; `message` no such message, or a field too many or too few;
 * `size` too large; `busy` another task is under way; `unsaved` changes would be lost; `format` nothing that can be opened;
 * `engine` it failed, and the user was told why.
 */
export type Refusal = "version" | "message" | "size" | "busy" | "unsaved" | "format" | "engine";

const FIELDS: Readonly<Record<Wish["type"], readonly string[]>> = {
  load: ["document", "id", "type", "version"],
  solve: ["id", "type", "version"],
};

/** What came through the port, or why it is not followed. */
export function wishOf(data: unknown): Wish | { readonly refused: Refusal; readonly id: number | null } {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return { refused: "message", id: null };
  const fields = new Map<string, unknown>(Object.entries(data));
  const [type, version, id, document] = ["type", "version", "id", "document"].map((name) => fields.get(name));
  const known = Number.isSafeInteger(id) ? (id as number) : null;
  if (version !== MESSAGES) return { refused: "version", id: known };
  const wanted = typeof type === "string" && Object.hasOwn(FIELDS, type) ? FIELDS[type as Wish["type"]] : undefined;
  if (!wanted || known === null || [...fields.keys()].sort().join() !== wanted.join()) return { refused: "message", id: known };
  if (type === "solve") return { type, version, id: known };
  if (typeof document !== "string") return { refused: "message", id: known };
  if (document.length > MAX_LETTERS) return { refused: "size", id: known };
  return { type: "load", version, id: known, document };
}
