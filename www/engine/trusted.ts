// The address of a worker, as a page that demands Trusted Types wants it: one policy, which lets through what it was told of.

/** What a policy makes of an address. */
interface TrustedScriptUrl {
  readonly __trusted?: never;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

interface Policy {
  createScriptURL(url: string): TrustedScriptUrl;
}

const known = new Set<string>();
let policy: Policy | undefined;

/** This address as a worker may be made of it; `name` is the policy's, which the page around has to allow. */
export function workerAddress(url: string, name: "app" | "rosterwell"): string {
  known.add(url);
  const types = (globalThis as unknown as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy(name, {
    createScriptURL: (wanted) => {
      if (!known.has(wanted)) throw new TypeError("only the engine's own worker may be started");
      return wanted;
    },
  });
  return (policy ? policy.createScriptURL(url) : url) as string;
}
