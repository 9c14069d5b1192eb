// The guide's tables are those of the source, and the source uses the names that the guide has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { MESSAGES } from "../portal/messages.ts";
import { CONTRACT } from "../elements/rw-planner/contract.ts";
import { tables } from "./manifest.ts";

const guide = readFileSync(new URL("../../../../docs/embedding.md", import.meta.url), "utf8");

test("the tables of the guide are those of the source", () => {
  for (const [name, table] of tables()) {
    const [, written] = new RegExp(`<!-- begin ${name} -->\n([^]*?)\n<!-- end ${name} -->`).exec(guide) ?? [];
    assert.equal(written, table, `docs/embedding.md, ${name}`);
  }
});

test("events and messages have one version", () => assert.equal(CONTRACT, MESSAGES));
