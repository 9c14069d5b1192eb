// Layout maths of the charts: round ticks, straight scales, labels that do not touch.

/** Round values that cover `low` to `high`, about `count` of them, zero among them if it lies between. */
export function ticks(low: number, high: number, count = 5): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / Math.max(1, count - 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= raw) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step + 0);
}

/** A straight scale from values to pixels. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const span = domain[1] - domain[0] || 1;
  return (value) => range[0] + ((value - domain[0]) / span) * (range[1] - range[0]);
}

/** The nearest positions to `wanted` that keep `gap` between any two and stay within the limits. */
export function spread(wanted: readonly number[], gap: number, limits: readonly [number, number]): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let last = limits[0] - gap;
  for (const item of order) {
    item.at = Math.max(item.at, last + gap);
    last = item.at;
  }
  let next = limits[1] + gap;
  for (const item of [...order].reverse()) {
    item.at = Math.min(item.at, next - gap);
    next = item.at;
  }
  const placed = [...wanted];
  for (const item of order) placed[item.index] = item.at;
  return placed;
}

/** A line through points, as the text of a path. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** The area between two lines. */
export function bandPath(upper: readonly (readonly [number, number])[], lower: readonly (readonly [number, number])[]): string {
  return `${linePath([...upper, ...[...lower].reverse()])}Z`;
}
