// What is known of saving, locking and the log, and the save document: pure values.
import type { AuditEntry, Clinic, LogVerification, PlanDocument, Profile } from "../engine/types.ts";
import { IDLE_MINUTES } from "../keep/idle.ts";
import type { ClinicIndex } from "./clinic.ts";
import type { FixedPilot } from "./pilot.ts";
import type { SavedScenario } from "./scenario.ts";
import type { Work } from "./store.ts";

/** The format of a save document; `src/vault/document.rs` brings older ones up to it. */
export const SAVE_FORMAT = "rosterwell-save/2";

/** Settings that travel with the save. */
export interface KeepSettings {
  /** What the user is called in the log. */
  readonly user: string;
  /** Minutes without a deed after which the page locks. */
  readonly lockMinutes: number;
}

/** What a save holds: the clinic and what a person has made of it. */
export interface SavedFile {
  readonly format: typeof SAVE_FORMAT;
  /** When, UTC. */
  readonly saved: string | null;
  readonly clinic: Clinic;
  readonly plan: PlanDocument | null;
  readonly stage: Work["stage"];
  readonly before: Work["before"] | null;
  readonly locks: readonly string[];
  readonly lock_reasons: Readonly<Record<string, string>>;
  readonly scenarios: readonly SavedScenario[];
  readonly pilot: FixedPilot | null;
  /** How exports of other systems are read. */
  readonly profiles: readonly Profile[];
  readonly settings: Partial<KeepSettings>;
}

/** What has changed since the last save: the parts of the work that are others now. */
export interface ChangeNote {
  /** The save that this belongs to. */
  readonly base: number;
  readonly changes: number;
  /** When, UTC. */
  readonly at: string;
  readonly work: Partial<Omit<SavedFile, "format" | "saved" | "settings">>;
}

/** What a passphrase is chosen for. */
export type Purpose = "save" | "device" | "lock";

/** The dialog that is open. */
export type KeepDialog =
  | { readonly kind: "choose"; readonly purpose: Purpose }
  | { readonly kind: "open"; readonly source: "file" | "device"; readonly name: string }
  | { readonly kind: "restore"; readonly changes: number; readonly at: string }
  | { readonly kind: "change" }
  | { readonly kind: "wipe" }
  | { readonly kind: "reason"; readonly changes: number };

/** How the copy on this device stands: not looked yet, impossible, none, there but not open, kept up to date. */
export type DeviceState = "unknown" | "denied" | "none" | "copy" | "on";

export interface KeepState {
  readonly dialog: KeepDialog | undefined;
  /** What was wrong with the last answer to it. */
  readonly error: string | undefined;
  /** A key is being worked out. */
  readonly working: boolean;
  /** Whether there is a key in memory. */
  readonly hasKey: boolean;
  readonly device: DeviceState;
  /** The last time the copy was written, UTC, and its bytes. */
  readonly kept: { readonly at: string; readonly bytes: number } | undefined;
  /** Another tab writes the copy, or has written it. */
  readonly otherTab: boolean;
  /** `locked`: keys and data are gone from memory. `curtain`: the page is only hidden, as there is no passphrase. */
  readonly cover: "locked" | "curtain" | undefined;
  /** The page locks soon. */
  readonly soon: boolean;
  readonly settings: KeepSettings;
  readonly log: LogState | undefined;
  /** First digits of the log's last signed head, for what is printed. */
  readonly head: string;
}

/** The log as the Privacy view shows it. */
export interface LogState {
  readonly entries: readonly AuditEntry[];
  readonly verification: LogVerification | undefined;
}

export const NO_KEEP: KeepState = {
  dialog: undefined,
  error: undefined,
  working: false,
  hasKey: false,
  device: "unknown",
  kept: undefined,
  otherTab: false,
  cover: undefined,
  soon: false,
  settings: { user: "", lockMinutes: IDLE_MINUTES.default },
  log: undefined,
  head: "",
};

/** News from the elements about all of this. */
export type KeepNews =
  | { readonly kind: "choose"; readonly purpose: Purpose; readonly passphrase: string }
  | { readonly kind: "plain" }
  | { readonly kind: "open"; readonly passphrase: string }
  | { readonly kind: "restore"; readonly accept: boolean }
  | { readonly kind: "change"; readonly old: string; readonly next: string }
  | { readonly kind: "ask"; readonly dialog: KeepDialog }
  | { readonly kind: "close" }
  | { readonly kind: "device"; readonly on: boolean }
  | { readonly kind: "again" }
  | { readonly kind: "copy" }
  | { readonly kind: "lock" }
  | { readonly kind: "unlock"; readonly passphrase: string }
  | { readonly kind: "show" }
  | { readonly kind: "stay" }
  | { readonly kind: "wipe" }
  | { readonly kind: "reason"; readonly reason: string }
  | { readonly kind: "settings"; readonly settings: Partial<KeepSettings> }
  | { readonly kind: "verify"; readonly expected: string }
  | { readonly kind: "log"; readonly format: "jsonl" | "csv" };

/** The save document of what is open. */
export function savedFile(clinic: Clinic, work: Work, settings: KeepSettings, now: string): SavedFile {
  return { format: SAVE_FORMAT, saved: now, ...partsOf(clinic, work), settings };
}

function partsOf(clinic: Clinic, work: Work): Omit<SavedFile, "format" | "saved" | "settings"> {
  return {
    clinic,
    plan: work.plan ?? null,
    stage: work.stage,
    before: work.before ?? null,
    locks: work.locks,
    lock_reasons: work.lockReasons,
    scenarios: work.scenarios,
    pilot: work.pilot ?? null,
    profiles: work.profiles,
  };
}

/** The note that makes the work of the saved one. */
export function changeNote(
  base: { readonly revision: number; readonly work: Work },
  now: { readonly work: Work; readonly changes: number; readonly at: string },
): ChangeNote {
  const [old, next] = [base.work, now.work];
  const head = { base: base.revision, at: now.at };
  if (old === next || !next.clinic) return { ...head, changes: 0, work: {} };
  const parts = partsOf(next.clinic.clinic, next);
  const same: Record<keyof typeof parts, boolean> = {
    clinic: old.clinic === next.clinic,
    plan: old.plan === next.plan,
    stage: old.stage === next.stage,
    before: old.before === next.before,
    locks: old.locks === next.locks,
    lock_reasons: old.lockReasons === next.lockReasons,
    scenarios: old.scenarios === next.scenarios,
    pilot: old.pilot === next.pilot,
    profiles: old.profiles === next.profiles,
  };
  const work = Object.fromEntries(Object.entries(parts).filter(([part]) => !same[part as keyof typeof parts]));
  return { ...head, changes: now.changes, work };
}

/** A save with the changes of a note. */
export function withNote(saved: SavedFile, note: ChangeNote): SavedFile {
  return { ...saved, ...note.work };
}

/** What a person had made of it, as far as it can be used. */
export function workOf(saved: Partial<SavedFile>): Partial<Work> {
  const stage = saved.stage === "proposal" || saved.stage === "kept" ? saved.stage : "current";
  return {
    ...(saved.plan && stage !== "current" ? { plan: saved.plan, stage } : {}),
    before: saved.before ?? undefined,
    locks: Array.isArray(saved.locks) ? saved.locks.filter((key) => typeof key === "string") : [],
    lockReasons: reasonsOf(saved.lock_reasons),
    scenarios: Array.isArray(saved.scenarios) ? saved.scenarios : [],
    pilot: saved.pilot?.design && typeof saved.pilot.hash === "string" ? saved.pilot : undefined,
    ...(Array.isArray(saved.profiles) ? { profiles: saved.profiles.filter(isProfile) } : {}),
  };
}

function reasonsOf(saved: unknown): Record<string, string> {
  if (typeof saved !== "object" || saved === null) return {};
  return Object.fromEntries(Object.entries(saved).filter((each): each is [string, string] => typeof each[1] === "string"));
}

function isProfile(value: unknown): value is Profile {
  const profile = value as Partial<Profile> | null;
  return typeof profile?.name === "string" && typeof profile.table === "string" && Array.isArray(profile.asks) && Array.isArray(profile.columns);
}

/** Settings as they can be used. */
export function settingsOf(given: Partial<KeepSettings> | undefined): KeepSettings {
  const minutes = Number(given?.lockMinutes);
  return {
    user: typeof given?.user === "string" ? given.user.replace(/\p{Cc}/gu, "").slice(0, 40) : "",
    lockMinutes: Number.isInteger(minutes) ? Math.min(IDLE_MINUTES.most, Math.max(IDLE_MINUTES.least, minutes)) : IDLE_MINUTES.default,
  };
}

/** What is too weak about a passphrase that is to be chosen. */
export type Weakness = "short" | "repeats" | "same";

/** Fewest characters of a passphrase (`src/vault/kdf.rs`). */
export const MIN_PASSPHRASE = 15;
/** Fewest different characters; our choice: fewer are a key held down, or two by turns. */
const MIN_DIFFERENT = 6;

/** Why a passphrase cannot be taken, if it cannot. */
export function weakness(passphrase: string, again: string): Weakness | undefined {
  const characters = [...passphrase];
  if (characters.length < MIN_PASSPHRASE) return "short";
  if (new Set(characters).size < MIN_DIFFERENT) return "repeats";
  return passphrase === again ? undefined : "same";
}

/** Letters without those that are taken for one another. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A passphrase of 20 letters, 99 bits, from random bytes; bytes that would make some letters likelier are left out. */
export function suggestion(random: () => Uint8Array): string {
  let letters = "";
  while (letters.length < 20) {
    for (const byte of random()) if (byte < 248 && letters.length < 20) letters += LETTERS[byte % 31] ?? "";
  }
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** Names of people of a clinic that a text holds; a reason in the log must hold none. */
export function holdsName(index: ClinicIndex, text: string): boolean {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const { patients, clinicians } = index.clinic;
  return [...patients, ...clinicians].some(({ name }) =>
    (name ?? "").toLowerCase().split(/[^\p{L}\p{N}]+/u).some((part) => part.length > 2 && words.includes(` ${part} `)),
  );
}

/** The rule packs that a clinic names, later ones win. */
export function rulePacksOf(clinic: Clinic | undefined): string {
  return (clinic?.settings.rule_packs ?? []).join(" ").slice(0, 200);
}
