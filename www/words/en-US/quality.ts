// Words of the list of doubtful data.
import type { Doubt, DoubtKind, Mend } from "../../engine/types.ts";
import { count } from "../count.ts";

/** Kinds of findings: one, many. */
const kinds: Record<DoubtKind, readonly [string, string]> = {
  similar_rooms: ["pair of rooms with nearly the same name", "pairs of rooms with nearly the same name"],
  similar_skills: ["skill spelled in two ways", "skills spelled in two ways"],
  similar_disciplines: ["discipline spelled in two ways", "disciplines spelled in two ways"],
  similar_services: ["pair of services with nearly the same name", "pairs of services with nearly the same name"],
  long_session: ["session that is too long", "sessions that are too long"],
  many_visits: ["day with too many sessions", "days with too many sessions"],
  documentation_beyond_day: ["day with more documentation than time", "days with more documentation than time"],
  wrong_order: ["row whose dates are in the wrong order", "rows whose dates are in the wrong order"],
  parts_beyond_paid: ["day whose parts are more than the paid time", "days whose parts are more than the paid time"],
  missing_level: ["gap in the levels of care", "gaps in the levels of care"],
  level_differs: ["level of care that does not go with the phase", "levels of care that do not go with the phase"],
  stale_phase: ["phase that was not brought up to date", "phases that were not brought up to date"],
  license_expired: ["expired license", "expired licenses"],
  license_expiring: ["license that ends soon", "licenses that end soon"],
  no_hours: ["gap in people's hours", "gaps in people's hours"],
  authorizations_overlap: ["pair of overlapping authorizations", "pairs of overlapping authorizations"],
  units_used_up: ["authorization that is used up", "authorizations that are used up"],
  unresolved_past: ["past without outcomes", "pasts without outcomes"],
  same_session_twice: ["session entered twice", "sessions entered twice"],
  sudden_shift: ["sudden change in weekly sessions", "sudden changes in weekly sessions"],
};

const closed = { completed: "Mark as completed", no_show: "Mark as not attended", void: "Mark as void" } as const;

/** What a mend's button says. */
function mend(each: Mend): string {
  switch (each.kind) {
    case "one_spelling":
      return `Write “${each.to}” everywhere`;
    case "one_room":
      return "Make it one room";
    case "one_service":
      return "Make it one service";
    case "close_past":
    case "close_sessions":
      return closed[each.as_what];
    case "clear_documentation":
      return "Clear the documentation";
    case "end_authorization":
      return `End the earlier one on ${each.until}`;
    case "remove_authorization":
      return "Remove the repeat";
    case "swap_care_dates":
      return "Swap the two dates";
    case "set_levels":
      return each.levels.length === 1 ? `Set level ${each.levels[0]?.level ?? ""}` : `Set ${count(each.levels.length, "level")} by phase`;
    case "site_hours":
      return "Use the site's hours";
  }
}

export const quality = {
  title: "Doubtful data",
  intro: "Rows that can be used but are likely to be wrong, or about which something has to be done. Every mend can be undone.",
  looking: "Looking at the data",
  retry: "Look again",
  none: "Nothing doubtful was found.",
  finding: (errors: number, warnings: number, notes: number): string =>
    `${count(errors, "kind")} of fault that cannot be as it stands, ${count(warnings, "kind")} to look at, ${count(notes, "kind")} worth knowing.`,
  kind: (kind: DoubtKind, n: number): string => count(n, ...kinds[kind]),
  grades: { error: "Cannot be", warning: "Look at", note: "Note" } satisfies Record<Doubt["grade"], string>,
  sure: { certain: "certain", likely: "likely", possible: "possible" } satisfies Record<Doubt["sure"], string>,
  why: (text: string): string => `Why it matters: ${text}.`,
  rows: (shown: string, more: number): string => (more > 0 ? `${shown} and ${count(more, "more row", "more rows")}` : shown),
  row: (table: string, row: number, id: string): string => `${table.replaceAll("_", " ")} ${row} (${id})`,
  more: (n: number): string => `Show ${n} more`,
  notListed: (n: number): string => `${count(n, "more finding")} of this kind are not listed.`,
  mend,
  all: (n: number): string => `Mend all ${n}`,
  done: (what: string): string => `Mended: ${what}`,
} as const;
