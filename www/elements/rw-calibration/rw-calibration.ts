/**
 * What was predicted against what came: a dot for each tenth of the visits with the interval of its share; on the
 * diagonal both are the same.
 *
 * Properties: `points`, `caption`, `label`, `format`.
 */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { linear, ticks } from "../../charts/scale.ts";
import type { CalibrationRow } from "../../engine/types.ts";
import { formatCount } from "../../format.ts";
import { charts } from "../../styles/charts.ts";
import { words } from "../../words/index.ts";
import { RwChart } from "../chart.ts";
import { define } from "../element.ts";

/** Largest side of the square, px. */
const SIDE = 380;
const [LEFT, TOP, RIGHT, BOTTOM] = [56, 10, 12, 44];

export class RwCalibration extends RwChart {
  static override properties = { ...RwChart.properties, points: { attribute: false } };
  static override sheet = [charts, css`
    svg {
      max-inline-size: 380px;
    }
    .span {
      stroke: var(--rw-accent);
      stroke-width: 2;
    }
    .dot {
      fill: var(--rw-accent);
    }
    .same {
      stroke: var(--rw-text);
      stroke-dasharray: 5 4;
    }
  `];
  declare points: readonly CalibrationRow[];

  override render(): TemplateResult | typeof nothing {
    if (!this.points || this.points.length === 0) return nothing;
    return this.figure();
  }

  protected override drawn(): TemplateResult {
    const width = Math.min(SIDE, this.width ?? SIDE);
    const marks = ticks(0, Math.max(0.01, ...this.points.flatMap((point) => [point.predicted, point.high])), 5);
    const end = marks.at(-1) ?? 1;
    const x = linear([0, end], [LEFT, width - RIGHT]);
    const y = linear([0, end], [width - BOTTOM, TOP]);
    return html`<svg viewBox="0 0 ${width} ${width}" role="img" aria-label=${this.spoken}>
      ${marks.map(
        (mark) => svg`<line class=${mark === 0 ? "zero" : "grid"} x1=${LEFT} x2=${width - RIGHT} y1=${y(mark)} y2=${y(mark)}></line>
          <text x=${LEFT - 8} y=${y(mark) + 4} text-anchor="end">${this.format(mark)}</text>
          <text x=${x(mark)} y=${width - BOTTOM + 18} text-anchor="middle">${this.format(mark)}</text>`,
      )}
      <line class="same" x1=${x(0)} y1=${y(0)} x2=${x(end)} y2=${y(end)}></line>
      ${this.points.map(
        (point) => svg`<line class="span" x1=${x(point.predicted)} x2=${x(point.predicted)} y1=${y(point.low)} y2=${y(point.high)}></line>
          <circle class="dot" cx=${x(point.predicted)} cy=${y(point.observed)} r="4.5"></circle>`,
      )}
      <text x=${(LEFT + width) / 2} y=${width - 6} text-anchor="middle">${words.charts.predicted}</text>
      <text transform="translate(12 ${(width - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${words.charts.observed}</text>
    </svg>`;
  }

  protected override rows(): TemplateResult {
    return html`<thead>
        <tr>
          ${[words.charts.visits, words.charts.predicted, words.charts.observed, words.charts.interval].map((title) => html`<th scope="col" class="number">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.points.map(
          (point) => html`<tr>
            <td class="number">${formatCount(point.n)}</td>
            <td class="number">${this.format(point.predicted)}</td>
            <td class="number">${this.format(point.observed)}</td>
            <td class="number">${this.format(point.low)} – ${this.format(point.high)}</td>
          </tr>`,
        )}
      </tbody>`;
  }
}

define("rw-calibration", RwCalibration);
