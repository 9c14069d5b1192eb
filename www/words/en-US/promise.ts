// Words of the Privacy view: how this copy runs, what can be checked, and how.
import { count } from "../count.ts";

export const promise = {
  mode: "How this copy runs",
  modes: {
    hosted: "From a server",
    portal: "In the frame of a portal",
    file: "A file on this computer",
    element: "Inside a vendor's page",
  },
  strengths: {
    hosted:
      "The file's own policy and its closed frame refuse every request. If the server sends the headers that we recommend, browsers that know them (Chromium 152 and later) refuse the rest too: connections ahead of time. This page cannot see the headers that its server sent.",
    portal:
      "As from a server. Whatever this page would tell the portal around it, the portal could pass on; this page tells it nothing of what you open unless you press Send to portal. A portal that is named in the file also hears how high the page is and how a run gets on.",
    file: "The file's own policy and its closed frame refuse every request. If foreign code ever ran in here, it could make the browser look up the name of a host or open a connection to it, but send nothing on it.",
    element: "This code runs with the rights of the page around it, and nothing refuses that page anything. For the full promise, open the file or frame it.",
  },
  version: "Version",
  build: "Build",
  buildNote:
    "The build is a SHA-256 over the parts of this file as they were packed; it stands here so that two copies can be told apart. A page cannot vouch for itself: compare the SHA-256 of the file with the one that was published.",
  noBuild: "not packed",
  compare: "On Linux and macOS: sha256sum rosterwell.html. On Windows: Get-FileHash rosterwell.html.",
  check: "Try it yourself",
  attempt: "Try to send something",
  attemptNote: "Asks for rosterwell.invalid, an address that can never exist. It is the only request that this page knows how to make.",
  trying: "Trying…",
  refused: (directive: string) => `Refused by the browser, before anything was sent: ${directive} forbids it.`,
  left: "Not refused: the browser looked for the address and did not find it. The policy is not in force in this copy.",
  checks: [
    "Switch off your network, then press Optimize week. The result is the same.",
    "Open the developer tools (F12), choose Network, and work for a while: nothing is added but what the file holds inside itself (data: and blob:). Press the button above, and there is one line, marked as blocked.",
    "In the same tools, choose Application: no cookie, no storage besides what this page says it stored.",
  ],
  refusals: (n: number) => `${count(n, "attempt")} of this page ${n === 1 ? "was" : "were"} refused by the browser.`,
  sees: "This counts what the browser reports of this page. It does not see its engine's thread, other tabs, extensions or the browser itself; the engine is under the same policy, and the developer tools show them all.",
} as const;
