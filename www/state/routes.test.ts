import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClinicianRoute, RoutesReply } from "../engine/types.ts";
import { frameOf, numbersOf, pathOf } from "./routes.ts";

const reply = (points: readonly (readonly [number, number] | undefined)[]): RoutesReply => ({
  day: "2026-11-24",
  estimated: false,
  routes: [],
  places: points.map((point, at) => ({ kind: "site", id: `s${at}`, ...(point ? { at: { east: point[0], north: point[1] } } : {}) })),
});

const stop = (place: number | undefined): ClinicianRoute["stops"][number] => ({
  session: `at ${place}`,
  from: "2026-11-24T09:00",
  to: "2026-11-24T10:00",
  way_min: 0,
  way_miles: 0,
  wait_min: 0,
  ...(place === undefined ? {} : { place }),
});

test("a mile is as long to the east as to the north, and everything is within the map", () => {
  for (const points of [[[-3, 0], [3, 1]], [[0, -9], [1, 9]], [[0, 0]]] as const) {
    for (const width of [280, 640]) {
      const frame = frameOf(reply(points), width);
      assert.ok(frame);
      assert.ok(Math.abs(frame.x(1) - frame.x(0) - (frame.y(0) - frame.y(1))) < 1e-9);
      for (const [east, north] of points) {
        assert.ok(frame.x(east) >= 20 && frame.x(east) <= width - 20, `${frame.x(east)} of ${width}`);
        assert.ok(frame.y(north) >= 20 && frame.y(north) <= frame.height - 20, `${frame.y(north)} of ${frame.height}`);
      }
      assert.ok(Math.abs(frame.scale.length - frame.scale.miles * (frame.x(1) - frame.x(0))) < 1e-9);
      assert.ok(frame.scale.length < width / 2, "the scale fits below the map");
    }
  }
});

test("there is no map where nothing can be located", () => {
  assert.equal(frameOf(reply([undefined]), 640), undefined);
});

test("a route goes on from where a video session was held, and a place has the numbers of all its stops", () => {
  const route: ClinicianRoute = {
    clinician: "c",
    start: 0,
    end: 0,
    ends_paid: true,
    stops: [stop(1), stop(undefined), stop(2), stop(1)],
    home_min: 0,
    home_miles: 0,
    way_min: 0,
    way_miles: 0,
    worked_min: 0,
  };
  assert.deepEqual(pathOf(route), [0, 1, 2, 1, 0]);
  assert.deepEqual([...numbersOf(route)], [[1, [1, 4]], [2, [3]]]);
});
