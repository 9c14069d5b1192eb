import assert from "node:assert/strict";
import { test } from "node:test";
import { thinness } from "./report.ts";

const clinic = (sessions: number, first: string): Parameters<typeof thinness>[0] =>
  ({
    summary: { name: "", synthetic: false, horizon_start: "2026-11-23", horizon_days: 14, sessions, seats: 0, tables: [] },
    index: { clinic: { appointments: [{ start: "2026-11-24T09:00" }, { start: `${first}T09:00` }] } },
  }) as unknown as Parameters<typeof thinness>[0];

test("a scenario of a clinic with few sessions or a short history says so", () => {
  assert.equal(thinness(clinic(60, "2026-09-28")), undefined);
  assert.match(thinness(clinic(58, "2026-09-28")) ?? "", /29 sessions .* 8 weeks/);
  assert.match(thinness(clinic(60, "2026-09-29")) ?? "", /30 sessions .* 7 weeks/);
  assert.match(thinness(clinic(2, "2026-11-30")) ?? "", /1 session .* 0 weeks/);
});
