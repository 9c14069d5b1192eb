// Whether a change of an indicator is for the better, by its own direction.
import type { Indicator } from "../../engine/operations.ts";

/** `change` if the indicator has no better direction. */
export function verdict(now: Indicator, before: Indicator): "better" | "worse" | "same" | "change" {
  if (now.value === undefined || before.value === undefined || now.text === before.text) return "same";
  if (now.direction === "neither") return "change";
  return now.value > before.value === (now.direction === "higher") ? "better" : "worse";
}
