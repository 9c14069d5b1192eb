// How this copy of the page runs, and what the browser refused it.

/**
 * How the page was opened, which decides how much is enforced: from a host's server, in the frame of a portal, as a file from
 * the disk, or as an element among a vendor's own code.
 */
export type Mode = "hosted" | "portal" | "file" | "element";

/** What this copy says of itself. */
export interface Self {
  readonly mode: Mode;
  readonly version: string;
  /** SHA-256 over the parts of the file, 64 hexadecimal digits; empty in a copy that was not packed. */
  readonly build: string;
  /** The policy in force, one directive each. */
  readonly policy: readonly string[];
}

/**
 * What came of the request that the user let the page make: refused by the browser under a directive of the policy, or not
 * refused, so that it failed only because there is no such host.
 */
export type Trial = { readonly outcome: "refused"; readonly directive: string } | { readonly outcome: "left" };

export interface PrivacyState {
  readonly self: Self | undefined;
  /** Attempts of this page that the browser refused. */
  readonly refused: number;
  readonly trying: boolean;
  readonly trial: Trial | undefined;
}

export const NO_PRIVACY: PrivacyState = { self: undefined, refused: 0, trying: false, trial: undefined };

/** An address that can never exist: `.invalid` is reserved, RFC 6761, section 6.4. */
export const NOWHERE = "https://rosterwell.invalid/";

/** Tells the mode by the policy, the address that relative ones start from, and whether a foreign page is around it. */
export function modeOf(policy: readonly string[], base: string, framed: boolean): Mode {
  if (policy.length === 0) return "element";
  if (base.startsWith("file:")) return "file";
  return framed ? "portal" : "hosted";
}

/** The directives of a policy. */
export const directives = (policy: string): string[] => policy.split(";").map((text) => text.trim()).filter(Boolean);
