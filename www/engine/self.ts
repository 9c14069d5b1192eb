// What this copy of the page can truthfully say of itself. It cannot see its own file, nor the headers that came with it.
import { directives, modeOf, type Self } from "../state/privacy.ts";

const meta = (selector: string): string => document.querySelector(`meta[${selector}]`)?.getAttribute("content") ?? "";

/** Reads it out of the document. */
export function self(): Self {
  const policy = directives(meta('http-equiv="Content-Security-Policy"'));
  const [version = "", build = ""] = meta('name="build"').split(" ");
  // The page itself is a frame of its shell; a portal is around both.
  return { version, build, policy, mode: modeOf(policy, document.baseURI, parent !== top) };
}
