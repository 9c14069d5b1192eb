// What the sweep found, as a file to compare with and as a table to read.
import { SEEN } from "./listener.mjs";

/** What the columns of docs/privacy.md are called. */
const TITLES = {
  control: "control: a page without a policy",
  controlworker: "control, worker",
  hosted: "hosted",
  hostedworker: "hosted, worker",
  portal: "in a portal's frame",
  file: "file from disk",
  fileworker: "file, worker",
};

/** One route a line, so that a change can be read. */
export const golden = ({ modes, rows }) =>
  `{\n"modes": ${JSON.stringify(modes)},\n"rows": [\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n}\n`;

const count = (rows, at, wanted) => rows.filter(({ seen }) => wanted(seen[at])).length;
const tried = (seen) => seen !== "-";
const got = (seen) => tried(seen) && seen !== "nothing";

/** The table of docs/privacy.md: what was tried, and what came through; a number of routes in each cell. */
export function table({ modes, rows }) {
  const groups = [...new Set(rows.map((row) => row.group))];
  const line = (title, some) => {
    const cells = modes.map((_, at) => (count(some, at, tried) === 0 ? "" : `${count(some, at, got)} of ${count(some, at, tried)}`));
    return `| ${[title, ...cells].join(" | ")} |`;
  };
  const exceptions = modes
    .map((mode, at) => [mode, rows.filter(({ seen }) => got(seen[at])).map(({ name, seen }) => [name, seen[at]])])
    .filter(([mode, found]) => !mode.startsWith("control") && found.length > 0)
    .map(([mode, found]) => {
      const kinds = SEEN.filter((kind) => found.some(([, seen]) => seen === kind)).map(
        (kind) => `${kind}: ${found.filter(([, seen]) => seen === kind).map(([name]) => `*${name}*`).join(", ")}`,
      );
      return `- ${TITLES[mode]}: ${kinds.join("; ")}.`;
    });
  return [
    `| routes that reached the listener | ${modes.map((mode) => TITLES[mode]).join(" | ")} |`,
    `|---|${modes.map(() => "---|").join("")}`,
    ...groups.map((group) => line(group, rows.filter((row) => row.group === group))),
    line("all", rows),
    "",
    "What came through, and how far:",
    "",
    ...exceptions,
    "",
  ].join("\n");
}

/**
 * What differs from the golden table, one line each. What a blocked navigation does ahead of time is up to the browser: it
 * may stay below the table there (a look-up instead of a connection), never above it.
 */
export function differences(expected, found) {
  const key = (row) => `${row.group}: ${row.name}`;
  const known = new Map(expected.rows.map((row) => [key(row), row.seen]));
  const wrong = expected.rows.filter((row) => !found.rows.some((other) => key(other) === key(row))).map((row) => `${key(row)}: not tried any more`);
  for (const row of found.rows) {
    const before = known.get(key(row));
    if (!before) {
      wrong.push(`${key(row)}: not in the table`);
      continue;
    }
    for (const [at, mode] of found.modes.entries()) {
      const [was, is] = [before[at], row.seen[at]];
      const ahead = !mode.startsWith("control") && ["look-up", "connection"].includes(was);
      const fine = was === is || (ahead && SEEN.indexOf(is) >= 0 && SEEN.indexOf(is) <= SEEN.indexOf(was));
      if (!fine) wrong.push(`${key(row)}, ${mode}: ${is}, in the table ${was}`);
    }
  }
  return wrong;
}

/** The most that either of two runs has seen: what a slow machine missed once is made good, what got out once stays. */
export function joined(first, second) {
  const most = (a, b) => (SEEN.indexOf(b) > SEEN.indexOf(a) ? b : a);
  const rows = first.rows.map((row, at) => ({ ...row, seen: row.seen.map((seen, mode) => most(seen, second.rows[at].seen[mode])) }));
  return { ...first, rows, others: [...new Set([...(first.others ?? []), ...(second.others ?? [])])] };
}
