/**
 * Points and lines over two scales, both named: mixes of two sliders, cost against access.
 *
 * Properties: `lines`, `dots`, `x` and `y` (each with `name` and `format`), `caption`, `label`.
 */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { linear, linePath, ticks } from "../../charts/scale.ts";
import { charts } from "../../styles/charts.ts";
import { RwChart } from "../chart.ts";
import { define } from "../element.ts";

/** A point; `text` names it in the table, `mark` beside it in the drawing. */
export interface PlotDot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly look: "main" | "faint" | "best";
  readonly mark?: string | undefined;
}

/** A line through points. */
export interface PlotLine {
  readonly name: string;
  readonly look: "solid" | "dashed";
  readonly points: readonly (readonly [number, number])[];
}

/** One of the two scales. */
export interface PlotScale {
  readonly name: string;
  readonly format: (value: number) => string;
}

const HEIGHT = 280;
const TOP = 28;
const BOTTOM = 44;
const RIGHT = 16;
/** Pixels of a letter at an axis, as most letters are. */
const LETTER = 7;

export class RwPlot extends RwChart {
  static override properties = {
    ...RwChart.properties,
    lines: { attribute: false },
    dots: { attribute: false },
    x: { attribute: false },
    y: { attribute: false },
  };
  static override sheet = [charts, css`
    .line {
      stroke: var(--rw-accent);
    }
    .line.dashed {
      stroke: var(--rw-text);
      stroke-dasharray: 6 4;
    }
    .dot {
      fill: var(--rw-accent);
    }
    .dot.faint {
      fill: var(--rw-surface);
      stroke: var(--rw-control);
      stroke-width: 1.5;
    }
    .dot.best {
      fill: var(--rw-text);
    }
    .mark-text {
      fill: var(--rw-text);
      font-weight: 600;
      paint-order: stroke;
      stroke: var(--rw-surface);
      stroke-width: 4px;
    }
  `];
  declare lines: readonly PlotLine[];
  declare dots: readonly PlotDot[];
  declare x: PlotScale;
  declare y: PlotScale;

  override render(): TemplateResult | typeof nothing {
    if (!this.x || !this.y || this.#points().length === 0) return nothing;
    return this.figure();
  }

  #points(): (readonly [number, number])[] {
    return [...(this.dots ?? []).map(({ x, y }) => [x, y] as const), ...(this.lines ?? []).flatMap((line) => line.points)];
  }

  protected override drawn(): TemplateResult {
    const width = this.width ?? 640;
    const points = this.#points();
    const values = (at: 0 | 1): number[] => points.map((point) => point[at]);
    const marks = (at: 0 | 1, count: number): number[] => {
      const [low, high] = [Math.min(...values(at)), Math.max(...values(at))];
      // A single value stands in the middle of something.
      return low === high ? [low - 1, low, low + 1] : ticks(low, high, count);
    };
    const xs = marks(0, width < 480 ? 3 : 5);
    const ys = marks(1, 5);
    const left = LETTER * Math.max(...ys.map((mark) => this.y.format(mark).length)) + 12;
    const x = linear([xs[0] ?? 0, xs.at(-1) ?? 1], [left, width - RIGHT]);
    const y = linear([ys[0] ?? 0, ys.at(-1) ?? 1], [HEIGHT - BOTTOM, TOP]);
    const gap = Math.abs(x(xs[1] ?? 1) - x(xs[0] ?? 0));
    const every = Math.ceil((LETTER * Math.max(...xs.map((mark) => this.x.format(mark).length)) + 8) / Math.max(1, gap));
    return html`<svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${this.spoken}>
      <text x="0" y="12">${this.y.name}</text>
      <text x=${width - RIGHT} y=${HEIGHT - 6} text-anchor="end">${this.x.name}</text>
      ${ys.map((mark) => svg`<line class="grid" x1=${left} x2=${width - RIGHT} y1=${y(mark)} y2=${y(mark)}></line>
        <text x=${left - 8} y=${y(mark) + 4} text-anchor="end">${this.y.format(mark)}</text>`)}
      ${xs.map((mark, at) => svg`<line class="grid" x1=${x(mark)} x2=${x(mark)} y1=${TOP} y2=${HEIGHT - BOTTOM}></line>
        ${at % every === 0 ? svg`<text x=${x(mark)} y=${HEIGHT - BOTTOM + 18} text-anchor=${at === xs.length - 1 ? "end" : "middle"}>${this.x.format(mark)}</text>` : nothing}`)}
      ${(this.lines ?? []).map((line) => svg`<path class="line ${line.look}" d=${linePath(line.points.map(([a, b]) => [x(a), y(b)]))}></path>`)}
      ${(this.dots ?? []).map((dot) => svg`<circle class="dot ${dot.look}" cx=${x(dot.x)} cy=${y(dot.y)} r=${dot.look === "best" ? 7 : dot.look === "faint" ? 3.5 : 5}></circle>`)}
      ${(this.dots ?? []).map((dot) => (dot.mark ? this.#mark(dot.mark, x(dot.x), y(dot.y), width) : nothing))}
    </svg>`;
  }

  #mark(text: string, x: number, y: number, width: number): unknown {
    const half = (LETTER * text.length) / 2;
    const anchor = x - half < 0 ? "start" : x + half > width ? "end" : "middle";
    return svg`<text class="mark-text" x=${x} y=${y < TOP + 14 ? y + 22 : y - 11} text-anchor=${anchor}>${text}</text>`;
  }

  protected override rows(): TemplateResult {
    const dots: readonly PlotDot[] = this.dots?.length ? this.dots : (this.lines ?? []).flatMap(({ name, points }) => points.map(([x, y]): PlotDot => ({ x, y, text: name, look: "main" })));
    return html`<thead>
        <tr>
          <td></td>
          <th scope="col" class="number">${this.x.name}</th>
          <th scope="col" class="number">${this.y.name}</th>
        </tr>
      </thead>
      <tbody>
        ${dots.map(
          (dot) => html`<tr>
            <th scope="row">${dot.text}</th>
            <td class="number">${this.x.format(dot.x)}</td>
            <td class="number">${this.y.format(dot.y)}</td>
          </tr>`,
        )}
      </tbody>`;
  }
}

define("rw-plot", RwPlot);
