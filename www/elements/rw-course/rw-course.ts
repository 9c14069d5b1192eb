/**
 * Weeks that were and weeks that come: what came as a line, what is expected with the bands of 8 and of 19 in 20 cases, and
 * what there is to meet it.
 *
 * Properties: `course`, `caption`, `label`, `format` (how values read), `there` (what the line of capacity is called).
 */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { bandPath, linear, linePath, spread, ticks } from "../../charts/scale.ts";
import type { Fan } from "../../engine/types.ts";
import { formatDay } from "../../format.ts";
import { charts } from "../../styles/charts.ts";
import { words } from "../../words/index.ts";
import { RwChart } from "../chart.ts";
import { define } from "../element.ts";

/** What is drawn; days are day numbers of the first day of a week. */
export interface Course {
  /** First week of the history. */
  readonly start: number;
  readonly history: readonly number[];
  /** First week ahead. */
  readonly from: number;
  readonly fan: Fan;
  /** What there is to meet it, by week ahead. */
  readonly capacity: readonly number[] | undefined;
  /** First week, from 0, whose band rests on a rule because the past does not reach. */
  readonly widenedFrom: number | undefined;
}

type Point = [number, number];

const HEIGHT = 280;
const TOP = 12;
const BOTTOM = 30;
const LEFT = 48;
/** Room for names at the right, where the chart is wide enough for them. */
const NAMES = 116;
/** Weeks of history drawn, by whether there is room. */
const BACK = { wide: 52, narrow: 20 };
/** Room a date takes below the axis. */
const DATE_WIDTH = 64;

export class RwCourse extends RwChart {
  static override properties = { ...RwChart.properties, course: { attribute: false }, there: { attribute: false } };
  static override sheet = [charts, css`
    .past {
      --color: var(--rw-likely);
    }
    .next {
      --color: var(--rw-conservative);
    }
    .there {
      --color: var(--rw-aggressive);
    }
    .line.next {
      stroke-width: 3;
      stroke-dasharray: 7 4;
    }
    .line.there {
      stroke-dasharray: 2 4;
      stroke-linecap: round;
      stroke-width: 2.5;
    }
    .band.near {
      opacity: 0.22;
    }
    .now {
      stroke: var(--rw-control);
      stroke-dasharray: 2 3;
    }
  `];
  declare course: Course;
  declare there: string | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.course || this.course.fan.p50.length === 0) return nothing;
    return this.figure();
  }

  #names(): [string, string][] {
    const { capacity } = this.course;
    const names: [string, string][] = [
      ["past", words.charts.came],
      ["next", words.charts.expected],
    ];
    return capacity ? [...names, ["there", this.there ?? words.charts.capacity]] : names;
  }

  protected override drawn(): TemplateResult {
    const { course } = this;
    const { fan, capacity } = course;
    const width = this.width ?? 640;
    const named = width >= 520;
    const back = course.history.slice(-(named ? BACK.wide : BACK.narrow));
    const first = course.start + 7 * (course.history.length - back.length);
    const last = course.from + 7 * (fan.p50.length - 1);
    const right = width - (named ? NAMES : 8);
    const x = linear([back.length > 0 ? first : course.from, Math.max(last, course.from + 7)], [LEFT, right]);
    const marks = marksFor([...back, ...fan.low95, ...fan.high95, ...(capacity ?? [])]);
    const base = marks[0] ?? 0;
    const y = linear([base, marks.at(-1) ?? 1], [HEIGHT - BOTTOM, TOP]);
    const ahead = (values: readonly number[]): Point[] => values.map((value, week) => [x(course.from + 7 * week), y(value)]);
    const past = back.map((value, week): Point => [x(first + 7 * week), y(value)]);
    const now = x(course.from - 3.5);
    const ends = spread([y(fan.p50.at(-1) ?? 0), ...(capacity ? [y(capacity.at(-1) ?? 0)] : [])], 15, [TOP, HEIGHT - BOTTOM]);
    return html`<svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${this.spoken}>
        ${marks.map(
          (mark) => svg`<line class=${mark === 0 ? "zero" : "grid"} x1=${LEFT} x2=${right} y1=${y(mark)} y2=${y(mark)}></line>
            <text x=${LEFT - 8} y=${y(mark) + 4} text-anchor="end">${this.format(mark)}</text>`,
        )}
        ${this.#dates(back.length > 0 ? first : course.from, last, right, x)}
        ${back.length > 0
          ? svg`<line class="now" x1=${now} x2=${now} y1=${TOP} y2=${HEIGHT - BOTTOM}></line>`
          : nothing}
        <path class="band next" d=${bandPath(ahead(fan.high95), ahead(fan.low95))}></path>
        <path class="band near next" d=${bandPath(ahead(fan.p90), ahead(fan.p10))}></path>
        ${capacity ? svg`<path class="line there" d=${linePath(ahead(capacity))}></path>` : nothing}
        <path class="line past" d=${linePath(past)}></path>
        <path class="line next" d=${linePath(ahead(fan.p50))}></path>
        ${named
          ? this.#names()
              .slice(1)
              .map(([look, name], at) => svg`<text class="name ${look}" x=${right + 8} y=${(ends[at] ?? 0) + 4}>${name}</text>`)
          : nothing}
        ${named && back.length > 6 ? svg`<text class="name past" x=${LEFT + 4} y=${Math.max(TOP + 8, Math.min(...past.slice(0, 8).map(([, at]) => at)) - 8)}>${words.charts.came}</text>` : nothing}
      </svg>
      ${named ? nothing : this.#keys()}
      <p class="note">${words.charts.bands} ${base > 0 ? words.charts.begins(this.format(base)) : nothing}</p>`;
  }

  #dates(from: number, to: number, right: number, x: (day: number) => number): unknown {
    const weeks = Math.round((to - from) / 7) + 1;
    const every = Math.max(1, Math.ceil((weeks * DATE_WIDTH) / Math.max(1, right - LEFT)));
    return Array.from({ length: Math.ceil(weeks / every) }, (_, at) => from + 7 * every * at).map(
      (day) => svg`<text x=${x(day)} y=${HEIGHT - 8} text-anchor=${day === from ? "start" : x(day) > right - 24 ? "end" : "middle"}>${formatDay(day, "plain")}</text>`,
    );
  }

  #keys(): TemplateResult {
    return html`<ul class="plain keys">
      ${this.#names().map(
        ([look, name]) => html`<li>
          <svg viewBox="0 0 32 8" aria-hidden="true">${svg`<path class="line ${look}" d="M0 4H32"></path>`}</svg>${name}
        </li>`,
      )}
    </ul>`;
  }

  protected override rows(): TemplateResult {
    const { course } = this;
    const { fan, capacity } = course;
    const columns = capacity ? 4 : 3;
    const between = (low: number | undefined, high: number | undefined): string => `${this.format(low ?? 0)} – ${this.format(high ?? 0)}`;
    return html`<thead>
        <tr>
          <th scope="col">${words.charts.week}</th>
          <th scope="col" class="number">${words.charts.expected}</th>
          <th scope="col" class="number">${words.charts.eightInTen}</th>
          <th scope="col" class="number">${words.charts.nineteenInTwenty}</th>
          ${capacity ? html`<th scope="col" class="number">${this.there ?? words.charts.capacity}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${course.history.slice(-BACK.narrow).map((value, at, shown) => {
          const day = course.start + 7 * (course.history.length - shown.length + at);
          return html`<tr>
            <th scope="row">${formatDay(day, "date")}</th>
            <td class="number">${this.format(value)}</td>
            <td class="muted" colspan=${columns - 1}>${words.charts.came.toLowerCase()}</td>
          </tr>`;
        })}
        ${fan.p50.map(
          (middle, week) => html`<tr>
            <th scope="row">${formatDay(course.from + 7 * week, "date")}</th>
            <td class="number">${this.format(middle)}</td>
            <td class="number">${between(fan.p10[week], fan.p90[week])}</td>
            <td class="number muted">${between(fan.low95[week], fan.high95[week])}</td>
            ${capacity ? html`<td class="number">${this.format(capacity[week] ?? 0)}</td>` : nothing}
          </tr>`,
        )}
      </tbody>`;
  }
}

/** From zero, unless everything lies so high that nothing could be told apart. */
function marksFor(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(1, ...values)];
  return ticks(low > high / 2 ? Math.max(0, low - (high - low) / 4) : 0, high, 5);
}

define("rw-course", RwCourse);
