/**
 * Lines over months with the band that most runs fall into; names stand at the ends of the lines.
 *
 * Properties: `series` (name, look, middle, low and high by month), `caption`, `format` (how values read), `label`.
 */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import type { ScenarioCase } from "../../engine/operations.ts";
import { bandPath, linear, linePath, spread, ticks } from "../../charts/scale.ts";
import { charts } from "../../styles/charts.ts";
import { wordFor, words } from "../../words/index.ts";
import { RwChart } from "../chart.ts";
import { define } from "../element.ts";

/** One line with its band. */
export interface FanSeries {
  readonly name: string;
  readonly look: "conservative" | "likely" | "aggressive";
  readonly middle: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A case of a scenario as a line: net benefit added up. */
export function fanOf(each: ScenarioCase): FanSeries {
  const look = each.name === "conservative" || each.name === "aggressive" ? each.name : "likely";
  return { name: wordFor(words.scenarios.cases, each.name) ?? each.name, look, middle: each.cumulative.p50, low: each.cumulative.p10, high: each.cumulative.p90 };
}

const HEIGHT = 300;
const TOP = 12;
const BOTTOM = 30;
const LEFT = 64;
/** Room for the names at the ends of the lines, where the chart is wide enough for them. */
const NAMES = 104;

export class RwFan extends RwChart {
  static override properties = { ...RwChart.properties, series: { attribute: false } };
  static override sheet = [charts, css`
    .conservative {
      --color: var(--rw-conservative);
    }
    .likely {
      --color: var(--rw-likely);
    }
    .aggressive {
      --color: var(--rw-aggressive);
    }
    .line.conservative {
      stroke-dasharray: 7 4;
    }
    .line.likely {
      stroke-width: 3;
    }
    .line.aggressive {
      stroke-dasharray: 2 4;
      stroke-linecap: round;
      stroke-width: 2.5;
    }
  `];
  declare series: readonly FanSeries[];

  override render(): TemplateResult | typeof nothing {
    if (!this.series || this.series.length === 0 || (this.series[0]?.middle.length ?? 0) < 2) return nothing;
    return this.figure();
  }

  protected override drawn(): TemplateResult {
    const width = this.width ?? 640;
    const named = width >= 440;
    const months = (this.series[0]?.middle.length ?? 1) - 1;
    const all = this.series.flatMap((each) => [...each.low, ...each.high, 0]);
    const marks = ticks(Math.min(...all), Math.max(...all), 5);
    const x = linear([0, months], [LEFT, width - (named ? NAMES : 8)]);
    const y = linear([marks[0] ?? 0, marks.at(-1) ?? 1], [HEIGHT - BOTTOM, TOP]);
    const every = months <= 12 ? 3 : months <= 24 ? 6 : 12;
    const ends = spread(
      this.series.map((each) => y(each.middle.at(-1) ?? 0)),
      15,
      [TOP, HEIGHT - BOTTOM],
    );
    const points = (values: readonly number[]): [number, number][] => values.map((value, month) => [x(month), y(value)]);
    return html`<svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${this.spoken}>
        ${marks.map(
          (mark) => svg`<line class=${mark === 0 ? "zero" : "grid"} x1=${LEFT} x2=${x(months)} y1=${y(mark)} y2=${y(mark)}></line>
            <text x=${LEFT - 8} y=${y(mark) + 4} text-anchor="end">${this.format(mark)}</text>`,
        )}
        ${Array.from({ length: Math.floor(months / every) + 1 }, (_, at) => at * every).map(
          (month) => svg`<text x=${x(month)} y=${HEIGHT - 8} text-anchor=${month === 0 ? "start" : month === months && !named ? "end" : "middle"}>${words.scenarios.month(month)}</text>`,
        )}
        ${this.series.map((each) => svg`<path class="band ${each.look}" d=${bandPath(points(each.high), points(each.low))}></path>`)}
        ${this.series.map((each) => svg`<path class="line ${each.look}" d=${linePath(points(each.middle))}></path>`)}
        ${named ? this.series.map((each, at) => svg`<text class="name ${each.look}" x=${x(months) + 8} y=${(ends[at] ?? 0) + 4}>${each.name}</text>`) : nothing}
      </svg>
      ${named
        ? nothing
        : html`<ul class="plain keys">
            ${this.series.map(
              (each) => html`<li>
                <svg viewBox="0 0 32 8" aria-hidden="true">${svg`<path class="line ${each.look}" d="M0 4H32"></path>`}</svg>${each.name}
              </li>`,
            )}
          </ul>`}`;
  }

  protected override rows(): TemplateResult {
    const months = this.series[0]?.middle ?? [];
    return html`<thead>
          <tr>
            <th scope="col">${words.scenarios.monthTitle}</th>
            ${this.series.map((each) => html`<th scope="col" class="number">${each.name}</th><th scope="col" class="number">${words.scenarios.rangeOf}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${months.map(
            (_, month) => html`<tr>
              <th scope="row">${month}</th>
              ${this.series.map(
                (each) => html`<td class="number">${this.format(each.middle[month] ?? 0)}</td>
                  <td class="number muted">${this.format(each.low[month] ?? 0)} – ${this.format(each.high[month] ?? 0)}</td>`,
              )}
            </tr>`,
          )}
        </tbody>`;
  }
}

define("rw-fan", RwFan);
