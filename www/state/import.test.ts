import assert from "node:assert/strict";
import { test } from "node:test";
import type { ColumnMatch } from "../engine/operations.ts";
import type { Issue } from "../engine/types.ts";
import { NO_OPTIONS, profileOf, sortedIssues, toCsv } from "./import.ts";

const issue = (severity: Issue["severity"], code: string): Issue => ({ severity, code, table: "", cause: "", action: "" });

test("errors come first, otherwise the order stays", () => {
  const sorted = sortedIssues([issue("note", "a"), issue("warning", "b"), issue("error", "c"), issue("error", "d")]);
  assert.deepEqual(sorted.map((each) => each.code), ["c", "d", "b", "a"]);
});

test("a cell that a spreadsheet would run is made plain text", () => {
  assert.equal(toCsv([["a", 'say "x"'], ["=1+1", "＝cmd"], ["-5", "@x"]]), '"a","say ""x"""\r\n"\'=1+1","\'＝cmd"\r\n"\'-5","\'@x"\r\n');
});

test("a profile is known by all columns of the file and holds the fields that were chosen", () => {
  const column = (name: string, field?: string): ColumnMatch => ({ file: "f.csv", table: "patients", column: name, field: field ?? null, samples: [] });
  const read = { file: "f.csv", table: "patients", columns: [column("Nr", "id"), column("Fax")] };
  assert.deepEqual(profileOf("Mine", read, { ...NO_OPTIONS, dates: "day_first" }), {
    name: "Mine", table: "patients", asks: [["Nr"], ["Fax"]], columns: [{ column: "Nr", field: "id" }, { column: "Fax" }], dates: "day_first", note: "",
  });
});
