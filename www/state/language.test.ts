import assert from "node:assert/strict";
import { test } from "node:test";
import { preferred } from "./language.ts";

test("the first language that is preferred and spoken is taken", () => {
  const rows: [string[], string][] = [
    [["es-MX", "en"], "es-US"], [["fr", "es"], "es-US"], [["en-GB", "es"], "en-US"], [["ES-us"], "es-US"], [["de"], "en-US"], [[], "en-US"],
  ];
  for (const [languages, expected] of rows) assert.equal(preferred(languages), expected, languages.join());
});
