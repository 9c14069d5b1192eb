// The routes of a day, and how they are laid out on a plain map.
import type { ClinicianRoute, RoutesReply } from "../engine/types.ts";
import { linear, ticks } from "../charts/scale.ts";

/** A map as it is drawn: north is up, a mile is as long in both directions. */
export interface MapFrame {
  readonly height: number;
  readonly x: (east: number) => number;
  readonly y: (north: number) => number;
  /** A round distance and how long it is drawn. */
  readonly scale: { readonly miles: number; readonly length: number };
}

/** Room around the outermost places, for their marks and numbers. */
const MARGIN = 28;
/** Least and most height of a map. */
const HEIGHT = [180, 460] as const;
/** What is closer together than this is not drawn any larger, in miles. */
const LEAST_MILES = 1;

/** The frame in which all places of a reply fit; undefined if none of them can be located. */
export function frameOf(reply: RoutesReply, width: number): MapFrame | undefined {
  const points = reply.places.flatMap(({ at }) => (at ? [at] : []));
  if (points.length === 0) return undefined;
  const [west, east] = extent(points.map((point) => point.east));
  const [south, north] = extent(points.map((point) => point.north));
  const inner = Math.max(width - 2 * MARGIN, 1);
  const perMile = Math.min(inner / (east - west), (HEIGHT[1] - 2 * MARGIN) / (north - south));
  const height = Math.max(HEIGHT[0], (north - south) * perMile + 2 * MARGIN);
  const [across, up] = [(width - (east - west) * perMile) / 2, (height - (north - south) * perMile) / 2];
  const round = ticks(0, inner / perMile, 5)[1] ?? 1;
  return {
    height,
    x: linear([west, east], [across, width - across]),
    y: linear([south, north], [height - up, up]),
    scale: { miles: round, length: round * perMile },
  };
}

function extent(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const more = Math.max(0, LEAST_MILES - (high - low)) / 2;
  return [low - more, high + more];
}

/** The places of a route in order: start, stops, end; what can be done anywhere is done where the clinician is. */
export function pathOf(route: ClinicianRoute): number[] {
  const path = [route.start, ...route.stops.map((stop) => stop.place), route.end];
  return path.flatMap((place) => (place === undefined ? [] : [place]));
}

/** The numbers of the stops at each place, from 1. */
export function numbersOf(route: ClinicianRoute): Map<number, number[]> {
  const numbers = new Map<number, number[]>();
  route.stops.forEach(({ place }, at) => {
    if (place !== undefined) numbers.set(place, [...(numbers.get(place) ?? []), at + 1]);
  });
  return numbers;
}
