// What a scenario was made of and what came of it, in the words of the clinic: for comparing and for the printed report.
import type { ReportedChange, ScenarioCase, ScenarioReport } from "../engine/operations.ts";
import type { LeversReply } from "../engine/types.ts";
import { dayNumber, formatFixed, formatShare, formatSigned } from "../format.ts";
import { wordFor, words } from "../words/index.ts";
import type { ClinicIndex } from "./clinic.ts";
import { disciplineOf } from "./describe.ts";
import type { OpenClinic } from "./store.ts";
import { amount, leverId, type SavedScenario, type ScenarioState } from "./scenario.ts";

/** Fewest sessions a week, and weeks of past visits, from which a scenario says something of a clinic. Our choice: what no-shows can be counted in. */
const ENOUGH = { sessions: 30, weeks: 8 };

/** That there is too little in the clinic for a scenario to rest on it, if so. */
export function thinness({ summary, index }: Pick<OpenClinic, "summary" | "index">): string | undefined {
  const sessions = Math.round(summary.sessions / Math.max(1, summary.horizon_days / 7));
  const begun = index.clinic.appointments.reduce((first, { start }) => (start < first ? start : first), summary.horizon_start);
  const weeks = Math.floor((dayNumber(summary.horizon_start) - dayNumber(begun)) / 7);
  return sessions < ENOUGH.sessions || weeks < ENOUGH.weeks ? words.scenarios.thin(sessions, weeks) : undefined;
}

/** A setting of a scenario; the same name means the same lever on the same thing. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  /** Cautious to hopeful; empty for a decision. */
  readonly range: string;
  readonly months: string;
}

/** A scenario beside others. */
export interface NamedReport {
  readonly name: string;
  readonly report: ScenarioReport;
  /** Kept by the user; else the run at hand. */
  readonly saved: boolean;
}

/** The settings of one case of a report: what was drawn for it. */
export function drawnSettings(report: ScenarioReport, each: ScenarioCase, choices: LeversReply | undefined, index: ClinicIndex): Setting[] {
  const changes = report.changes.map((change, at) => ({ ...change, value: each.values[at] ?? change.value, low: null, high: null, ramp_months: each.ramps[at] ?? change.ramp_months }));
  return settingsOf({ ...report, changes }, choices, index);
}

/** The settings of a report. */
export function settingsOf(report: ScenarioReport, choices: LeversReply | undefined, index: ClinicIndex): Setting[] {
  return report.changes.map((change) => {
    const id = leverId(change.lever);
    const facts = choices?.levers.find((each) => each.id === id);
    const shown = (value: number): string => amount(value, facts);
    const low = change.low ?? change.value;
    const high = change.high ?? change.value;
    return {
      name: changeName(change, index),
      value: shown(change.value),
      range: low === high ? "" : words.scenarios.to(shown(low), shown(high)),
      months: words.report.from(change.start_month, change.ramp_months),
    };
  });
}

/** The lever of a change, with what it is turned on. */
function changeName({ lever }: ReportedChange, index: ClinicIndex): string {
  const id = leverId(lever);
  const on = typeof lever === "string" ? {} : (Object.values(lever)[0] as Readonly<Record<string, unknown>>);
  const text = (key: string): string | undefined => (typeof on[key] === "string" ? on[key] : undefined);
  const discipline = text("discipline");
  const service = text("service");
  if (id === "hire" && discipline) return words.scenarios.hire(disciplineOf(discipline));
  const named = service && (index.services.get(service)?.name ?? service);
  if (id === "telehealth" && named) return words.scenarios.telehealth(named);
  const name = wordFor(words.scenarios.levers, id) ?? wordFor(words.scenarios.controls, id)?.[0] ?? id.replaceAll("_", " ");
  const rest = [discipline && disciplineOf(discipline), named, text("site"), text("clinician"), text("group")].filter(Boolean);
  return rest.length > 0 ? `${name}: ${rest.join(", ")}` : name;
}

/** The likely case of a report. */
export function likelyOf(report: ScenarioReport): ScenarioCase | undefined {
  return report.cases.find((each) => each.name === "likely") ?? report.cases[0];
}

/** Every kept scenario, and the run at hand if it is none of them. */
export function namedReports(scenario: ScenarioState, saved: readonly SavedScenario[]): NamedReport[] {
  const kept = saved.map(({ name, report }) => ({ name, report, saved: true }));
  const { report } = scenario;
  return report && !saved.some((each) => each.report === report) ? [{ name: words.scenarios.thisRun, report, saved: false }, ...kept] : kept;
}

/** Month of payback in words. */
export function paybackText(month: number | null | undefined): string {
  if (month === undefined || month === null) return words.scenarios.paybackNever;
  return month === 0 ? words.scenarios.paybackNone : words.scenarios.paybackMonth(month);
}

/** The return on costs in words. */
export function roiText(found: ScenarioCase["return"]): string {
  return typeof found.roi === "number" ? formatShare(found.roi) : words.scenarios.noCosts;
}

/** The internal rate of return in words. */
export function internalText(found: ScenarioCase["return"]): string {
  const [rate] = found.internal_rates;
  if (found.internal_rate === "invest" && rate !== undefined) return words.scenarios.aYear(formatShare(rate));
  return wordFor(words.scenarios.internalRates, found.internal_rate) ?? found.internal_rate;
}

/** The likely case in one sentence. */
export function finding(report: ScenarioReport, money: (cents: number) => string): string {
  const likely = likelyOf(report);
  if (!likely) return "";
  const { mean, p10, p90 } = likely.net_cents;
  return words.scenarios.finding(money(mean), report.months, money(p10), money(p90), `${Math.round(report.chance_of_gain * 100)} %`);
}

/** An indicator of a week in its unit. */
export function indicatorText(unit: string, value: number): string {
  return unit === "share" ? `${formatFixed(value * 100)} %` : `${formatFixed(value)}${unit === "hours" ? " h" : ""}`;
}

/** A difference of two indicators: shares differ by points, which per cent would leave open. */
export function indicatorChange(unit: string, difference: number): string {
  const size = (value: number): string => (unit === "share" ? words.scenarios.points(formatFixed(value * 100)) : indicatorText(unit, value));
  return formatSigned(difference, size);
}
