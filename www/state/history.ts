// Undo and redo over whole immutable values: an action is a label and the value before it. Values share their parts,
// so a hundred of them cost little more than one.

/** Actions that can be undone. */
export const HISTORY_DEPTH = 100;

interface Step<T> {
  readonly label: string;
  readonly value: T;
}

/** A value with its past and its undone future. */
export interface History<T> {
  readonly value: T;
  readonly past: readonly Step<T>[];
  readonly future: readonly Step<T>[];
}

/** A value without a past. */
export function begin<T>(value: T): History<T> {
  return { value, past: [], future: [] };
}

/** The value after an action. An action that changes nothing leaves no step. */
export function act<T>(history: History<T>, label: string, value: T): History<T> {
  if (value === history.value) return history;
  const past = [...history.past, { label, value: history.value }].slice(-HISTORY_DEPTH);
  return { value, past, future: [] };
}

/** One step back, or the same history at its start. */
export function undo<T>(history: History<T>): History<T> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    value: step.value,
    past: history.past.slice(0, -1),
    future: [{ label: step.label, value: history.value }, ...history.future],
  };
}

/** One step forward again. */
export function redo<T>(history: History<T>): History<T> {
  const [step, ...future] = history.future;
  if (!step) return history;
  return { value: step.value, past: [...history.past, { label: step.label, value: history.value }], future };
}

/** What undo would take back. */
export function undoLabel<T>(history: History<T>): string | undefined {
  return history.past.at(-1)?.label;
}

/** What redo would bring back. */
export function redoLabel<T>(history: History<T>): string | undefined {
  return history.future[0]?.label;
}
