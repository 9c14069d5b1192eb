/**
 * One table of the clinic as a sheet: found by a word, a page at a time, edited in place, copied and pasted as in Excel.
 * What the clinic does not take stays where it was typed, marked, with its reason.
 *
 * Properties: `rows` (state of the table), `label`, `clinic` (whose rows are named). Events: `rw-rows`.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Clinic, ColumnInfo } from "../../engine/types.ts";
import { type Change, type Draft, linesOf, PAGE, type RowsState, writeCells } from "../../state/rows.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { styles } from "./rw-grid.styles.ts";

/** A cell, by the line that it is seen in. */
interface Spot {
  readonly line: number;
  readonly column: number;
}

/** From a cell to one on the other corner. */
interface Area {
  readonly from: Spot;
  readonly to: Spot;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class RwGrid extends RwElement {
  static override properties = {
    rows: { attribute: false },
    label: { attribute: false },
    clinic: { attribute: false },
    area: { state: true },
    typing: { state: true },
  };
  static override sheet = styles;
  declare rows: RowsState;
  declare label: string;
  declare clinic: Clinic;
  declare area: Area | undefined;
  /** What stands in the field of the cell that is edited. */
  declare typing: string | undefined;
  #wantsFocus = false;
  /** Names by id, by table. */
  #names: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map();

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("clinic")) this.#names = namesOf(this.clinic);
    const before = changed.get("rows");
    if (before && before.table !== this.rows.table) {
      this.area = undefined;
      this.typing = undefined;
    }
  }

  override updated(): void {
    if (!this.#wantsFocus) return;
    this.#wantsFocus = false;
    const field = this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>("td input, td select");
    (field ?? this.renderRoot.querySelector<HTMLElement>('td[tabindex="0"]'))?.focus();
    if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length);
  }

  override render(): TemplateResult | typeof nothing {
    const { reply, from, find } = this.rows;
    if (!reply) return nothing;
    const lines = linesOf(this.rows);
    const show = (patch: { from?: number; find?: string }): void => emit(this, "rw-rows", { kind: "show", find, ...patch });
    const last = from + reply.rows.length;
    return html`<div class="stack tight">
      <div class="row spread">
        <label class="row"
          >${words.data.filter}
          <input type="search" autocomplete="off" .value=${find} @change=${(event: Event) => show({ find: (event.target as HTMLInputElement).value })} />
        </label>
        <div class="row">
          <span class="note">${words.data.shown(reply.found === 0 ? 0 : from + 1, last, reply.found)}</span>
          <button type="button" class="small" aria-disabled=${from === 0} @click=${() => from > 0 && show({ from: Math.max(0, from - PAGE) })}>${words.data.previous}</button>
          <button type="button" class="small" aria-disabled=${last >= reply.found} @click=${() => last < reply.found && show({ from: from + PAGE })}>${words.data.next}</button>
        </div>
      </div>
      <div class="scroll" role="region" aria-label=${this.label}>
        <table role="grid" aria-label=${this.label} aria-rowcount=${reply.found + 1} @copy=${this.#onCopy} @paste=${this.#onPaste} @keydown=${this.#onKey}>
          <thead>
            <tr>
              <th scope="col">${words.rows.number}</th>
              ${reply.columns.map((column) => this.#header(column))}
            </tr>
          </thead>
          <tbody>
            ${lines.map((line, at) => this.#line(line, at, reply.columns))}
          </tbody>
        </table>
      </div>
      <p class="note what">${this.#what(reply.columns)}</p>
      <div class="row">
        <button type="button" class="small" @click=${() => this.#add(lines.length)}>${words.rows.add}</button>
        ${this.area ? html`<button type="button" class="small" @click=${this.#remove}>${words.rows.remove}</button>` : nothing}
        ${this.rows.drafts.length > 0 ? html`<button type="button" class="small" @click=${() => emit(this, "rw-rows", { kind: "discard" })}>${words.rows.discard}</button>` : nothing}
      </div>
      ${this.#wrongs(lines, reply.columns)}
    </div>`;
  }

  #header(column: ColumnInfo): TemplateResult {
    const title = words.rows.holds(plain(column), column.meaning, column.holds);
    return html`<th scope="col" lang="en" title=${title}>
      ${plain(column)} ${column.required ? html`<span class="needed" lang=${document.documentElement.lang}>(${words.rows.needed})</span>` : nothing}
    </th>`;
  }

  #line(line: Draft, at: number, columns: readonly ColumnInfo[]): TemplateResult {
    return html`<tr class=${line.wrong.length > 0 ? "draft" : ""}>
      <th scope="row">${rowName(line)}</th>
      ${columns.map((column, place) => this.#cell(line, { line: at, column: place }, column))}
    </tr>`;
  }

  #cell(line: Draft, spot: Spot, column: ColumnInfo): TemplateResult {
    const at = this.area?.to ?? { line: 0, column: 0 };
    const isHere = at.line === spot.line && at.column === spot.column;
    const wrong = line.wrong.find((each) => each.field === column.field);
    const editing = isHere && this.typing !== undefined;
    const text = line.cells[spot.column] ?? "";
    const named = column.names.length > 0 && !editing ? this.#nameOf(column, text) : undefined;
    const looks = [wrong ? "wrong" : "", this.#isSelected(spot) ? "selected" : "", editing ? "editing" : ""].join(" ");
    return html`<td
      role="gridcell"
      class=${looks}
      tabindex=${isHere && !editing ? 0 : -1}
      aria-selected=${this.#isSelected(spot)}
      aria-invalid=${wrong ? "true" : nothing}
      title=${wrong ? `${wrong.cause}; ${wrong.action}` : text}
      @mousedown=${(event: MouseEvent) => this.#point(event, spot)}
      @focus=${() => this.area === undefined && (this.area = { from: spot, to: spot })}
      @dblclick=${() => this.#edit(text)}
    >
      ${editing ? this.#field(line, column) : html`${text}${named ? html` <span class="muted">${named}</span>` : nothing}`}
    </td>`;
  }

  #nameOf(column: ColumnInfo, text: string): string | undefined {
    const name = column.names.map((table) => this.#names.get(table)?.get(text)).find(Boolean);
    return name === text ? undefined : name;
  }

  /** The field of the cell that is edited: a list of words where there are only a few, else text. */
  #field(line: Draft, column: ColumnInfo): TemplateResult {
    const label = words.rows.cell(plain(column), rowName(line));
    if (column.words.length > 0 && !column.holds.startsWith("list")) {
      const values = ["", ...column.words];
      return html`<select aria-label=${label} lang="en" @change=${(event: Event) => (this.typing = (event.target as HTMLSelectElement).value)} @blur=${() => this.#leave()}>
        ${values.map((value) => html`<option value=${value} ?selected=${value === this.typing}>${value}</option>`)}
      </select>`;
    }
    const choices = column.names.flatMap((table) => [...(this.#names.get(table) ?? [])]);
    return html`<input
        aria-label=${label}
        autocomplete="off"
        list=${choices.length > 0 ? "choices" : nothing}
        .value=${this.typing ?? ""}
        @input=${(event: Event) => (this.typing = (event.target as HTMLInputElement).value)}
        @blur=${() => this.#leave()}
      />${choices.length > 0 ? html`<datalist id="choices">${choices.map(([id, name]) => html`<option value=${id}>${name}</option>`)}</datalist>` : nothing}`;
  }

  #what(columns: readonly ColumnInfo[]): TemplateResult | string {
    const column = this.area ? columns[this.area.to.column] : undefined;
    if (!column) return words.rows.help;
    return html`<span lang="en">${words.rows.holds(plain(column), column.meaning, column.holds)}</span>`;
  }

  #wrongs(lines: readonly Draft[], columns: readonly ColumnInfo[]): TemplateResult | typeof nothing {
    const wrongs = lines.flatMap((line) => line.wrong.map((each) => ({ line, ...each })));
    if (wrongs.length === 0) return nothing;
    const header = (field: string | undefined): string | undefined => plain(columns.find((column) => column.field === field));
    return html`<section aria-label=${words.rows.toCorrect}>
      <h3>${words.rows.toCorrect}</h3>
      <ul class="plain">
        ${wrongs.map((each) => html`<li class="bad">${words.rows.wrong(words.rows.place(rowName(each.line), header(each.field)), each.cause, each.action)}</li>`)}
      </ul>
    </section>`;
  }

  #isSelected({ line, column }: Spot): boolean {
    if (!this.area) return false;
    const { top, bottom, left, right } = corners(this.area);
    return line >= top && line <= bottom && column >= left && column <= right;
  }

  #point(event: MouseEvent, spot: Spot): void {
    const same = this.area?.to.line === spot.line && this.area.to.column === spot.column;
    if (same && this.typing !== undefined) return;
    if (this.typing !== undefined) this.#commit();
    this.area = { from: event.shiftKey && this.area ? this.area.from : spot, to: spot };
    this.#wantsFocus = true;
  }

  #edit(text: string): void {
    if (!this.area) return;
    this.area = { from: this.area.to, to: this.area.to };
    this.typing = text;
    this.#wantsFocus = true;
  }

  /** Sends what was typed. */
  #commit(): void {
    const { area, typing } = this;
    this.typing = undefined;
    if (area && typing !== undefined) emit(this, "rw-rows", { kind: "write", changes: [{ ...area.to, text: typing }] });
  }

  #leave(): void {
    if (this.typing !== undefined) this.#commit();
  }

  #add(lines: number): void {
    emit(this, "rw-rows", { kind: "add" });
    const spot = { line: lines, column: 0 };
    this.area = { from: spot, to: spot };
    this.#wantsFocus = true;
  }

  #remove = (): void => {
    if (this.area) emit(this, "rw-rows", { kind: "remove", line: this.area.to.line });
  };

  #go(step: readonly [number, number], extend = false): void {
    const { to, from } = this.area ?? { to: { line: 0, column: 0 }, from: { line: 0, column: 0 } };
    const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
    const spot = {
      line: within(to.line + step[0], linesOf(this.rows).length),
      column: within(to.column + step[1], this.rows.reply?.columns.length ?? 1),
    };
    this.area = { from: extend ? from : spot, to: spot };
    this.#wantsFocus = true;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (this.typing !== undefined) {
      this.#onKeyInField(event);
      return;
    }
    const { area } = this;
    if (event.ctrlKey || event.metaKey || event.altKey || !area) return;
    const step = STEPS[event.key];
    const text = linesOf(this.rows)[area.to.line]?.cells[area.to.column] ?? "";
    if (step) this.#go(step, event.shiftKey);
    else if (event.key === "Home") this.#go([0, -1_000], event.shiftKey);
    else if (event.key === "End") this.#go([0, 1_000], event.shiftKey);
    else if (event.key === "Enter" || event.key === "F2") this.#edit(text);
    else if (event.key === "Delete" || event.key === "Backspace") this.#clear(area);
    else if (event.key.length === 1 && event.key !== " ") this.#edit(event.key);
    else return;
    event.preventDefault();
  };

  #onKeyInField(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.typing = undefined;
      this.#wantsFocus = true;
    } else if (event.key === "Enter") {
      this.#commit();
      this.#go([event.shiftKey ? -1 : 1, 0]);
    } else if (event.key === "Tab") {
      this.#commit();
      this.#go([0, event.shiftKey ? -1 : 1]);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #clear(area: Area): void {
    const { top, bottom, left, right } = corners(area);
    const changes: Change[] = [];
    for (let line = top; line <= bottom; line += 1) for (let column = left; column <= right; column += 1) changes.push({ line, column, text: "" });
    emit(this, "rw-rows", { kind: "write", changes });
  }

  #onCopy = (event: ClipboardEvent): void => {
    if (this.typing !== undefined || !this.area) return;
    const { top, bottom, left, right } = corners(this.area);
    const cells = linesOf(this.rows).slice(top, bottom + 1).map((line) => line.cells.slice(left, right + 1));
    event.clipboardData?.setData("text/plain", writeCells(cells));
    event.preventDefault();
  };

  #onPaste = (event: ClipboardEvent): void => {
    if (this.typing !== undefined || !this.area) return;
    const { top, left } = corners(this.area);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text === "") return;
    event.preventDefault();
    emit(this, "rw-rows", { kind: "paste", line: top, column: left, text });
  };
}

/** What the rows that others name are called. */
function namesOf(clinic: Clinic): Map<string, Map<string, string>> {
  const { clinicians, patients, rooms, services, sites, groups, equipment } = clinic;
  const tables = { clinicians, patients, rooms, services, sites, groups, equipment };
  return new Map(Object.entries(tables).map(([table, rows]) => [table, new Map(rows.map((row) => [row.id, row.name]))]));
}

/** The name of a column as it is read. */
function plain<C extends ColumnInfo | undefined>(column: C): C extends ColumnInfo ? string : string | undefined;
function plain(column: ColumnInfo | undefined): string | undefined {
  return column?.header.replaceAll("_", " ");
}

/** What a line is called: its number in the table, from 1. */
function rowName(line: Draft): string {
  return line.row === undefined ? words.rows.newRow : String(line.row + 1);
}

function corners({ from, to }: Area): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(from.line, to.line),
    bottom: Math.max(from.line, to.line),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

define("rw-grid", RwGrid);
