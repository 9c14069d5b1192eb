// What a key means on the board. Letters work only while the board has the focus.

/** A deed asked for by key. */
export type KeyDeed =
  | { readonly kind: "walk"; readonly dx: number; readonly dy: number }
  | { readonly kind: "nudge"; readonly dx: number; readonly dy: number }
  | { readonly kind: "edge"; readonly last: boolean; readonly all: boolean }
  | { readonly kind: "day"; readonly days: number }
  | { readonly kind: "open" }
  | { readonly kind: "move" }
  | { readonly kind: "lock" }
  | { readonly kind: "unplace" }
  | { readonly kind: "close" };

/** The parts of a keyboard event that count. */
export interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The deed of a key, if it has one here. */
export function keyDeed(event: Key): KeyDeed | undefined {
  const arrow = ARROWS[event.key];
  if (arrow && !event.ctrlKey && !event.metaKey) {
    return { kind: event.altKey ? "nudge" : "walk", dx: arrow[0], dy: arrow[1] };
  }
  if (event.key === "Home" || event.key === "End") {
    return { kind: "edge", last: event.key === "End", all: event.ctrlKey };
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  switch (event.key) {
    case "PageUp":
      return { kind: "day", days: -7 };
    case "PageDown":
      return { kind: "day", days: 7 };
    case "[":
      return { kind: "day", days: -1 };
    case "]":
      return { kind: "day", days: 1 };
    case "Enter":
    case " ":
      return { kind: "open" };
    case "Escape":
      return { kind: "close" };
    case "m":
    case "M":
      return { kind: "move" };
    case "l":
    case "L":
      return { kind: "lock" };
    case "u":
    case "U":
      return { kind: "unplace" };
    default:
      return undefined;
  }
}
