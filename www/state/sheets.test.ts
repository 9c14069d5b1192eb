import assert from "node:assert/strict";
import { test } from "node:test";
import type { DaySheetsReply } from "../engine/types.ts";
import { pagesOf } from "./sheets.ts";

const day = (name: string, ...sheets: [string, string][]): DaySheetsReply =>
  ({ day: name, sheets: sheets.map(([id, title]) => ({ id, title, rows: [{ session: `${id} on ${name}` }] })) }) as unknown as DaySheetsReply;

test("a week has one page for each, with the days on which there is something", () => {
  const pages = pagesOf([day("Mon", ["b", "Bo"]), day("Tue", ["a", "Al"], ["b", "Bo"]), day("Wed")]);
  assert.deepEqual(pages.map((page) => [page.title, page.days.map((each) => each.day)]), [["Al", ["Tue"]], ["Bo", ["Mon", "Tue"]]]);
  assert.equal(pages[1]?.days[1]?.rows[0]?.session, "b on Tue");
});

test("a day keeps the order of the engine", () => {
  assert.deepEqual(pagesOf([day("Mon", ["b", "Bo"], ["a", "Al"])]).map((page) => page.id), ["b", "a"]);
  assert.deepEqual(pagesOf([]), []);
});
