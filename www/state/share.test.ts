import assert from "node:assert/strict";
import { test } from "node:test";
import type { Settings } from "../engine/types.ts";
import { byReason, calendarRequest, siteNow } from "./share.ts";

test("a choice of calendar is a request", () => {
  assert.deepEqual(calendarRequest("others", "2026-11-23T09:00"), { of: "clinic", from: "2026-11-23", now: "2026-11-23T09:00" });
  assert.deepEqual(calendarRequest("busy", "2026-11-23T09:00"), { of: "clinic", complete: false, busy: true, now: "2026-11-23T09:00" });
  assert.deepEqual(calendarRequest("room:a:b", "2026-11-23T09:00"), { of: "room", id: "a:b", from: "2026-11-23", now: "2026-11-23T09:00" });
});

test("now is said by the clocks of the clinic, and not at all of an invented one", () => {
  const settings = { synthetic: false, time_zone: "America/New_York", as_of: "2026-11-20T00:00" } as Settings;
  assert.equal(siteNow(settings, new Date("2026-11-23T04:05:59Z")), "2026-11-22T23:05");
  assert.equal(siteNow({ ...settings, time_zone: "Asia/Kathmandu" }, new Date("2026-07-01T00:00:00Z")), "2026-07-01T05:45");
  assert.equal(siteNow({ ...settings, synthetic: true }, new Date()), "2026-11-20T00:00");
});

test("reasons are counted without ids and dates", () => {
  const row = (reason: string) => ({ session: "a", patient: "p", reason });
  const rows = [row("consent `a` expired on 2026-11-22"), row("there is no consent for it"), row("consent `b` expired on 2026-11-01"), row("consent `c` was revoked on 2026-11-01T09:00")];
  assert.deepEqual(byReason(rows), [
    { reason: "consent expired", count: 2 },
    { reason: "consent was revoked", count: 1 },
    { reason: "there is no consent for it", count: 1 },
  ]);
});
