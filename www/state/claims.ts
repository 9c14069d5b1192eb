// Claims beside what was measured: the table that ships, read from the document that the command writes, and the same shape
// from a run of the clinic that is open.
import type { SimulatedClaim, ClaimVerdict, PolicyName, SimulateReply } from "../engine/types.ts";
import { formatCount, formatFixed, grouped } from "../format.ts";
import { words } from "../words/index.ts";

/** One line of a table of claims or figures, as text. */
export interface ClaimLine {
  readonly name: string;
  /** Indicator id. */
  readonly id: string;
  readonly n: string;
  readonly means: ReadonlyMap<PolicyName, string>;
  /** Mean difference and its interval. */
  readonly difference: string;
  readonly interval: string;
  readonly worst: string;
  readonly verdict: ClaimVerdict | undefined;
  /** Why it stands so. */
  readonly why: string;
}

/** What was measured of one kind of clinic. */
export interface MeasuredKind {
  /** As the document calls it, for example `home health`. */
  readonly name: string;
  /** How it was measured. */
  readonly how: string;
  readonly claims: readonly ClaimLine[];
  readonly beside: readonly ClaimLine[];
}

const COLUMNS: ReadonlyMap<string, PolicyName> = new Map([
  ["recall only", "recall"],
  ["human", "human"],
  ["rule-based", "rules"],
  ["optimizer", "optimizer"],
]);

/** The verdicts as the document writes them. */
const WRITTEN: ReadonlyMap<string, ClaimVerdict> = new Map([
  ["holds", "holds"],
  ["holds in part", "in_part"],
  ["does not hold", "does_not_hold"],
  ["cannot hold", "cannot_hold"],
  ["not measured", "not_measured"],
]);

/** The tables of the document; none if nothing has been measured. */
export function measuredKinds(text: string): MeasuredKind[] {
  const kinds: { name: string; how: string; tables: ClaimLine[][] }[] = [];
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) kinds.at(-1)?.tables.push(linesOf(rows));
    rows = [];
  };
  for (const line of text.split("\n")) {
    if (line.startsWith("|")) {
      rows.push(line.split("|").slice(1, -1).map((cell) => grouped(cell.trim())));
      continue;
    }
    close();
    const [, name, how] = /^([a-z][^:]*): (\d.*)$/.exec(line.trim()) ?? [];
    if (name && how) kinds.push({ name, how: grouped(how), tables: [] });
  }
  close();
  return kinds.map(({ name, how, tables: [claims = [], beside = []] }) => ({ name, how, claims, beside }));
}

function linesOf([head = [], , ...rows]: readonly (readonly string[])[]): ClaimLine[] {
  const at = (row: readonly string[], name: string): string => row[head.findIndex((cell) => cell.startsWith(name))] ?? "";
  return rows.map((row): ClaimLine => {
    const [, name = row[0] ?? "", id = ""] = /^(.*) \(([A-Z]\d+)\)$/.exec(row[0] ?? "") ?? [];
    const [, difference = "", interval = ""] = /^(\S+)(?: \((.*)\))?$/.exec(at(row, "difference")) ?? [];
    const means = [...COLUMNS].map(([column, policy]): [PolicyName, string] => [policy, signed(at(row, column))]);
    return {
      name, id, n: at(row, "n"), means: new Map(means),
      difference: signed(difference), interval: signed(interval), worst: signed(at(row, "worst")),
      verdict: WRITTEN.get(at(row, "verdict").replaceAll("*", "")),
      why: at(row, "why"),
    };
  });
}

/** Claims of a run, in the shape of the measured table; `reply` knows the other ways of scheduling too. */
export function linesOfRun(claims: readonly SimulatedClaim[], reply?: SimulateReply): ClaimLine[] {
  return claims.map((row): ClaimLine => {
    const others = reply?.policies.filter((each) => each.policy !== "human" && each.policy !== "optimizer") ?? [];
    const means = others.map((each): number | null => (row.measure === null ? null : (each.figures[row.measure]?.mean ?? null)));
    const names: PolicyName[] = ["human", "optimizer", ...others.map((each) => each.policy)];
    return {
      name: row.claim,
      id: row.id ?? "",
      n: row.id === null ? "" : formatCount(row.n),
      verdict: row.verdict,
      why: grouped(row.why),
      ...figures(row.unit === "share", names, [row.human, row.optimizer, ...means], row.difference, row.interval, row.worst_tenth),
    };
  });
}

/** Every figure of a run, the optimizer less the first policy. */
export function figuresOfRun(reply: SimulateReply): ClaimLine[] {
  const names = reply.policies.map((each) => each.policy);
  const between = reply.differences.find((each) => each.policy === "optimizer");
  return reply.measures.map((measure, at): ClaimLine => {
    const figure = between?.figures[at];
    const means = reply.policies.map((each) => each.figures[at]?.mean ?? null);
    return {
      name: measure.name,
      id: measure.id,
      n: formatCount(figure?.n ?? 0),
      verdict: undefined,
      why: "",
      ...figures(measure.unit === "share", names, means, figure?.mean ?? null, figure?.interval ?? null, figure?.worst_tenth ?? null),
    };
  });
}

type Figures = Pick<ClaimLine, "means" | "difference" | "interval" | "worst">;

function figures(
  share: boolean, names: readonly PolicyName[], means: readonly (number | null)[],
  difference: number | null, interval: readonly [number, number] | null, worst: number | null,
): Figures {
  const plain = (value: number | null | undefined): string => (value === null || value === undefined ? "" : amount(value, share, false));
  const change = (value: number | null): string => (value === null ? "" : amount(value, share, true));
  return {
    means: new Map(names.map((name, at) => [name, plain(means[at])])),
    difference: change(difference),
    interval: interval ? words.scenarios.to(change(interval[0]), change(interval[1])) : "",
    worst: change(worst),
  };
}

/** Shares in percent, everything else as it is; with as many digits as the command writes. */
function amount(value: number, share: boolean, withSign: boolean): string {
  const digits = share ? 1 : 2;
  const text = formatFixed(Math.abs(share ? value * 100 : value), digits);
  if (text === formatFixed(0, digits)) return text;
  return `${value < 0 ? "−" : withSign ? "+" : ""}${text}`;
}

/** With a true minus. */
function signed(text: string): string {
  return text.replaceAll(/(^|\s)-/g, "$1−");
}

/** How many claims stand how, in the order of the verdicts. */
export function tally(lines: readonly ClaimLine[]): Map<ClaimVerdict, number> {
  const order: readonly ClaimVerdict[] = ["holds", "in_part", "does_not_hold", "cannot_hold", "not_measured"];
  const counts = order.map((verdict): [ClaimVerdict, number] => [verdict, lines.filter((line) => (line.verdict ?? "not_measured") === verdict).length]);
  return new Map(counts.filter(([, n]) => n > 0));
}
