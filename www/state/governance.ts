// The pack of a quarter: what the engine says of it, and what was asked for.
import type { FairnessGroup, GovernanceReply, Grouping } from "../engine/types.ts";

export interface GovernanceState {
  /** What patients are grouped by. */
  readonly by: Grouping;
  /** Within which groups they are compared. */
  readonly within: Grouping | undefined;
  /** The revision of the clinic and of the log that the pack is of. */
  readonly of: unknown;
  readonly pack: GovernanceReply | undefined;
  readonly running: boolean;
}

export const NO_GOVERNANCE: GovernanceState = { by: "equity_group", within: undefined, of: undefined, pack: undefined, running: false };

/** What the Governance view asks for. */
export type GovernanceNews =
  | { readonly kind: "load" }
  | { readonly kind: "group"; readonly by: Grouping }
  | { readonly kind: "within"; readonly within: Grouping | undefined };

/** The groups in which a difference was found, the disadvantaged first. */
export function found(groups: readonly FairnessGroup[]): FairnessGroup[] {
  const weight = (group: FairnessGroup): number => (group.difference?.unfavorable ? 2 : group.difference?.found ? 1 : 0);
  return groups.filter((group) => weight(group) > 0).sort((a, b) => weight(b) - weight(a) || a.group.localeCompare(b.group));
}

/** Indicators that moved, in the order of the catalog, those without a value in either quarter left out. */
export function moved(pack: GovernanceReply): GovernanceReply["indicators"] {
  return pack.indicators.filter((row) => row.change !== undefined);
}
