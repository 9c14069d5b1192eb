/**
 * Values with their intervals, one below the other: a dot and a line each, or a bar from the reference; the values stand
 * beside them as text.
 *
 * Properties: `rows`, `reference` (a value with a name that everything is held against), `bars`, `zero` (the scale begins
 * at nothing; that of bars always does), `unit` (what the values are), `caption`, `label`, `format`.
 */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { linear, ticks } from "../../charts/scale.ts";
import { charts } from "../../styles/charts.ts";
import { words } from "../../words/index.ts";
import { RwChart } from "../chart.ts";
import { define } from "../element.ts";

/** One value; `mark` is another value of the same row, drawn as a short line. */
export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly mark?: number | undefined;
  /** What stands beside it; the value if absent. */
  readonly text?: string | undefined;
}

/** Something that values are held against. */
export interface Reference {
  readonly value: number;
  readonly name: string;
}

const ROW = 30;
const TOP = 20;
const BOTTOM = 26;
/** Pixels of a letter of a name, as most letters are. */
const LETTER = 7;

export class RwInterval extends RwChart {
  static override properties = {
    ...RwChart.properties,
    values: { attribute: false },
    reference: { attribute: false },
    bars: { type: Boolean },
    zero: { type: Boolean },
    unit: { attribute: false },
  };
  static override sheet = [charts, css`
    .row-name,
    .row-text {
      fill: var(--rw-text);
      font-size: 13px;
    }
    .row-name {
      paint-order: stroke;
      stroke: var(--rw-surface);
      stroke-width: 4px;
    }
    .span {
      stroke: var(--rw-accent);
      stroke-width: 2.5;
    }
    .dot {
      fill: var(--rw-accent);
    }
    .mark {
      stroke: var(--rw-text);
      stroke-width: 2;
    }
    .bar-up,
    .bar-down {
      fill: var(--rw-aggressive);
    }
    .bar-down {
      fill: var(--rw-conservative);
    }
  `];
  declare values: readonly IntervalRow[];
  declare reference: Reference | undefined;
  declare bars: boolean;
  declare zero: boolean;
  declare unit: string | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.values || this.values.length === 0) return nothing;
    return this.figure();
  }

  #text(row: IntervalRow): string {
    return row.text ?? this.format(row.value);
  }

  protected override drawn(): TemplateResult {
    const { values: rows, reference } = this;
    const width = this.width ?? 640;
    // On a narrow page a name stands above its line.
    const stacked = width < 480;
    const height = stacked ? ROW + 16 : ROW;
    const textWidth = Math.min(150, 8 * Math.max(...rows.map((row) => this.#text(row).length)));
    const nameWidth = stacked ? 0 : Math.min(width * 0.42, LETTER * (Math.max(...rows.map((row) => row.name.length)) + 1) + 12);
    const [left, right] = [nameWidth + 6, width - textWidth - 12];
    const all = rows.flatMap((row) => [row.value, row.low ?? row.value, row.high ?? row.value, row.mark ?? row.value]);
    const ends = [...all, ...(reference ? [reference.value] : []), ...(this.bars || this.zero ? [0] : [])];
    const marks = ticks(Math.min(...ends), Math.max(...ends), width < 400 ? 3 : 5);
    const x = linear([marks[0] ?? 0, marks.at(-1) ?? 1], [left, right]);
    const bottom = TOP + rows.length * height;
    // Every mark has a line; a name only where the names before it leave room.
    const nameEvery = Math.ceil((LETTER * Math.max(...marks.map((mark) => this.format(mark).length)) + 6) / Math.max(1, Math.abs(x(marks[1] ?? 1) - x(marks[0] ?? 0))));
    return html`<svg viewBox="0 0 ${width} ${bottom + BOTTOM}" role="img" aria-label=${this.spoken}>
      ${marks.map(
        (mark, at) => svg`<line class="grid" x1=${x(mark)} x2=${x(mark)} y1=${TOP} y2=${bottom}></line>
          ${at % nameEvery === 0 ? svg`<text x=${x(mark)} y=${bottom + 18} text-anchor="middle">${this.format(mark)}</text>` : nothing}`,
      )}
      ${reference
        ? svg`<line class=${reference.name ? "mark" : "zero"} stroke-dasharray=${reference.name ? "3 3" : nothing} x1=${x(reference.value)} x2=${x(reference.value)} y1=${TOP} y2=${bottom}></line>
            <text x=${x(reference.value)} y=${TOP - 7} text-anchor=${x(reference.value) > width * 0.7 ? "end" : x(reference.value) < width * 0.3 ? "start" : "middle"}>${reference.name}</text>`
        : nothing}
      ${rows.map((row, at) => this.#row(row, TOP + at * height, stacked, height, left, width, x))}
    </svg>`;
  }

  #row(row: IntervalRow, top: number, stacked: boolean, height: number, left: number, width: number, x: (value: number) => number): unknown {
    const middle = top + (stacked ? height - ROW / 2 : height / 2);
    const from = x(this.reference?.value ?? 0);
    const at = x(row.value);
    return svg`<text class="row-name" x=${stacked ? 0 : left - 12} y=${stacked ? top + 13 : middle + 4} text-anchor=${stacked ? "start" : "end"}>${cut(row.name, stacked ? width : left - 12)}</text>
      ${this.bars
        ? svg`<rect class=${row.value > (this.reference?.value ?? 0) ? "bar-up" : "bar-down"} x=${Math.min(from, at)} y=${middle - 7} width=${Math.max(1, Math.abs(at - from))} height="14"></rect>`
        : svg`${row.low === undefined || row.high === undefined ? nothing : svg`<line class="span" x1=${x(row.low)} x2=${x(row.high)} y1=${middle} y2=${middle}></line>`}
            <circle class="dot" cx=${at} cy=${middle} r="5"></circle>`}
      ${row.mark === undefined ? nothing : svg`<line class="mark" x1=${x(row.mark)} x2=${x(row.mark)} y1=${middle - 9} y2=${middle + 9}></line>`}
      <text class="row-text" x=${width} y=${middle + 4} text-anchor="end">${this.#text(row)}</text>`;
  }

  protected override rows(): TemplateResult {
    const spans = this.values.some((row) => row.low !== undefined);
    return html`<thead>
        <tr>
          <td></td>
          <th scope="col" class="number">${this.unit ?? words.kpis.value}</th>
          ${spans ? html`<th scope="col" class="number">${words.charts.interval}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${this.values.map(
          (row) => html`<tr>
            <th scope="row">${row.name}</th>
            <td class="number">${this.#text(row)}</td>
            ${spans ? html`<td class="number">${row.low === undefined || row.high === undefined ? "" : `${this.format(row.low)} – ${this.format(row.high)}`}</td>` : nothing}
          </tr>`,
        )}
      </tbody>`;
  }
}

/** A name that fits into so many pixels; the table has all of it. */
function cut(name: string, width: number): string {
  const most = Math.floor(width / LETTER);
  return name.length > most ? `${name.slice(0, Math.max(1, most - 1))}…` : name;
}

define("rw-interval", RwInterval);
