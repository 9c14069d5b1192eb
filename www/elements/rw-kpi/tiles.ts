// Which indicators stand as tiles above the board: what a week's plan can change, in this order, as far as they can
// be computed.
import type { Indicator } from "../../engine/operations.ts";

/** Conflicts, unauthorized sessions, weekly hours, overtime, utilization, idle, rooms, travel, continuity, balance. */
const ORDER = ["K12", "K19", "K7", "K14", "K16", "K17", "K18", "K2", "K37", "K29", "K33"];
const TILES = 6;

/** At most six indicators for the tiles; rooms only where rooms are used. */
export function tilesOf(indicators: readonly Indicator[]): Indicator[] {
  const byId = new Map(indicators.map((item) => [item.id, item]));
  return ORDER.map((id) => byId.get(id))
    .filter((item) => item !== undefined && item.value !== undefined && (item.id !== "K16" || item.value > 0))
    .slice(0, TILES) as Indicator[];
}
