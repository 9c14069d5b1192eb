/**
 * The Pilot view: a change planned before it starts, with what it can find and a hash; and its data read by the plan.
 *
 * Properties: `state`. Events: `rw-pilot`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { MeasureReading, PilotComparison, PilotDesign, PilotDesignReply, PilotKind, PilotReadingReply } from "../../engine/types.ts";
import { formatDay, formatFixed, formatNumber, formatShare } from "../../format.ts";
import { asSentence, capital, disciplineOf, nameOf } from "../../state/describe.ts";
import { KNOWN, type FixedPilot, type PilotDraft, type PilotNews, unitsOf, weeksPassed } from "../../state/pilot.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { langOf } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";
import type { IntervalRow } from "../rw-interval/rw-interval.ts";
import { styles } from "./rw-view-pilot.styles.ts";
import "../rw-interval/rw-interval.ts";

const w = words.pilot;
const COMPARISONS = Object.keys(w.comparisons) as PilotComparison[];
const KINDS = Object.keys(w.kinds) as PilotKind[];
/** Fewest clinicians that can be put in two arms. */
const FEWEST = 4;
/** Rows of the curve that are drawn. */
const CURVE = 7;

type Numbers = "weeks" | "look" | "observations" | "icc" | "correlation" | "baseline" | "effect";

export class RwViewPilot extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = styles;
  declare state: State;

  override render(): TemplateResult {
    const { state } = this;
    const { open } = state;
    const { draft, planned, fault } = state.pilot;
    if (!open) {
      return html`<div class="stack"><h1 tabindex="-1">${w.title}</h1><p class="muted">${state.busy ?? words.data.nothing}</p></div>`;
    }
    const few = unitsOf(open.index, "").length < FEWEST;
    return html`<div class="stack">
      <h1 tabindex="-1">${w.title}</h1>
      <p class="muted">${w.intro}</p>
      ${few
        ? html`<div class="card stack tight">
            <p>${w.noUnits}</p>
            <div><button type="button" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${w.addData}</button></div>
          </div>`
        : draft
          ? html`<div class="split">
              ${this.#form(open, draft)}
              <div class="stack">
                ${fault ? html`<p class="card bad" role="alert">${w.fault(fault)}</p>` : nothing}
                ${planned ? this.#planned(open, planned) : nothing}
              </div>
            </div>`
          : nothing}
      ${this.#reading(state, open)} ${this.#limits()}
    </div>`;
  }

  #send(news: PilotNews): void {
    emit(this, "rw-pilot", news);
  }

  #draft(patch: Partial<PilotDraft>): void {
    this.#send({ kind: "draft", patch });
  }

  #number(name: Numbers, label: string, value: number, [min, max, step]: readonly [number, number, number | "any"]): TemplateResult {
    const set = (event: Event): void => {
      const field = event.target as HTMLInputElement;
      if (field.reportValidity()) this.#draft({ [name]: field.valueAsNumber });
    };
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input id=${name} type="number" required min=${min} max=${max} step=${step} .value=${String(value)} @change=${set} />
    </div>`;
  }

  #select<const T extends string>(name: string, label: string, values: readonly T[], current: T, text: (value: T) => string, set: (value: T) => void): TemplateResult {
    return html`<div class="field full">
      <label for=${name}>${label}</label>
      <select id=${name} @change=${(event: Event) => set((event.target as HTMLSelectElement).value as T)}>
        ${values.map((each) => html`<option value=${each} ?selected=${each === current}>${text(each)}</option>`)}
      </select>
    </div>`;
  }

  #text(name: string, label: string, type: "text" | "date", value: string, set: (value: string) => void): TemplateResult {
    return html`<div class="field full">
      <label for=${name}>${label}</label>
      <input id=${name} type=${type} required maxlength="80" autocomplete="off" .value=${value} @change=${(event: Event) => set((event.target as HTMLInputElement).value)} />
    </div>`;
  }

  #form(open: OpenClinic, draft: PilotDraft): TemplateResult {
    const disciplines = ["", ...new Set(open.index.clinic.clinicians.map((row) => row.discipline))].filter((each) => unitsOf(open.index, each).length >= FEWEST);
    const who = (each: string): string => {
      const n = unitsOf(open.index, each).length;
      return each === "" ? w.everyone(n) : w.ofDiscipline(capital(disciplineOf(each)), n);
    };
    const share = draft.measure !== "" || draft.own.kind === "share";
    return html`<section class="card stack tight" aria-labelledby="design">
      <h2 id="design">${w.design}</h2>
      <div class="fields">
        ${this.#text("name", w.name, "text", draft.name, (name) => this.#draft({ name }))}
        ${this.#select("comparison", w.comparison, COMPARISONS, draft.comparison, (each) => w.comparisons[each], (comparison) => this.#draft({ comparison }))}
        ${this.#select("discipline", w.discipline, disciplines, draft.discipline, who, (discipline) => this.#draft({ discipline }))}
        ${this.#text("start", w.start, "date", draft.start, (start) => start && this.#draft({ start }))}
        ${this.#number("weeks", w.weeks, draft.weeks, [1, 104, 1])} ${this.#number("look", w.look, draft.look, [0, 103, 1])}
        ${this.#select("measure", w.measure, [...KNOWN.map((each) => each.id), ""], draft.measure, (each) => wordFor(w.measures, each) ?? w.own, (measure) => this.#draft({ measure }))}
        ${draft.measure === "" ? this.#own(draft) : nothing}
        ${this.#number("baseline", w.baseline(share ? w.percent : ""), draft.baseline, share ? [0.1, 99.9, "any"] : [-1e9, 1e9, "any"])}
        ${this.#number("effect", w.effect(share ? w.points : ""), draft.effect, [0.001, share ? 99 : 1e9, "any"])}
        ${this.#also(draft)}
        <div class="full">${this.#number("observations", w.observations, draft.observations, [1, 1e6, "any"])}<p class="note">${w.observationsNote}</p></div>
        ${this.#number("icc", w.icc, draft.icc, [0, 1, "any"])} ${this.#number("correlation", w.correlation, draft.correlation, [0, 0.99, "any"])}
        <p class="full note">${w.guesses}</p>
      </div>
    </section>`;
  }

  #own(draft: PilotDraft): TemplateResult {
    const { own } = draft;
    const set = (patch: Partial<PilotDraft["own"]>): void => this.#draft({ own: { ...own, ...patch } });
    return html`${this.#text("own", w.ownId, "text", own.id, (id) => set({ id }))}
      ${this.#select("kind", w.kind, KINDS, own.kind, (each) => w.kinds[each], (kind) => set({ kind }))}
      ${this.#select("better", w.better, ["higher", "lower"], own.better, (each) => w.betters[each], (better) => set({ better }))}
      ${own.kind === "mean"
        ? html`<div class="field full">
            <label for="sd">${w.sd}</label>
            <input id="sd" type="number" min="0.000001" step="any" .value=${String(own.sd)} @change=${(event: Event) => set({ sd: (event.target as HTMLInputElement).valueAsNumber || 1 })} />
          </div>`
        : nothing}`;
  }

  #also(draft: PilotDraft): TemplateResult {
    const others = KNOWN.filter((each) => each.id !== draft.measure);
    const toggle = (id: string, on: boolean): void => this.#draft({ also: on ? [...draft.also, id] : draft.also.filter((each) => each !== id) });
    return html`<fieldset class="full stack tight">
      <legend class="note">${w.also}</legend>
      ${others.map(
        ({ id }) => html`<label class="check">
          <input type="checkbox" .checked=${draft.also.includes(id)} @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)} />
          ${wordFor(w.measures, id)}
        </label>`,
      )}
    </fieldset>`;
  }

  #planned(open: OpenClinic, planned: PilotDesignReply): TemplateResult {
    const { design } = planned;
    const power = planned.measures.find((each) => each.primary);
    const measure = design.measures.find((each) => each.primary);
    if (!power || !measure) return html``;
    const value = valueOf(measure.kind, true);
    const wanted = formatShare(design.power);
    const { planned: now } = power;
    const tiles = [
      [w.power, formatShare(now.power), w.powerNote(value(measure.effect), now.units_per_arm)],
      [w.detectable, value(now.detectable), w.detectableNote(wanted)],
      [w.needed, power.units_needed === undefined ? w.over : String(power.units_needed), w.neededNote(wanted)],
    ] as const;
    const rows = power.curve.slice(0, CURVE).map((point): IntervalRow => ({
      name: w.curveRow(point.units_per_arm), value: point.power, text: w.curveText(formatShare(point.power, 0), value(point.detectable)),
    }));
    return html`<section class="card stack" aria-labelledby="result">
      <h2 id="result">${w.result}</h2>
      <div class="tiles">
        ${tiles.map(([name, text, note]) => html`<div class="card tile"><span>${name}</span><b>${text}</b><span>${note}</span></div>`)}
      </div>
      ${planned.warnings.length > 0
        ? html`<div class="stack tight"><h3>${w.weak}</h3><ul class="facts warn">${planned.warnings.map((text) => html`<li>${spoken(text, measure.kind)}</li>`)}</ul></div>`
        : nothing}
      <rw-interval
        .values=${rows}
        .label=${w.curve}
        .caption=${w.curve}
        .format=${(share: number) => formatShare(share, 0)}
        .reference=${{ value: design.power, name: w.wanted }}
      ></rw-interval>
      ${this.#looks(planned)} ${this.#arms(open, planned)}
      <div class="stack tight">
        <h3>${w.hash}</h3>
        <code>${planned.hash}</code>
        <p class="note">${w.hashNote}</p>
        <div class="row">
          <button type="button" class="primary" aria-disabled=${this.state.history.value.pilot?.hash === planned.hash} @click=${() => this.state.history.value.pilot?.hash === planned.hash || this.#send({ kind: "fix" })}>${w.fix}</button>
          <button type="button" @click=${() => this.#send({ kind: "save", what: "protocol" })}>${w.saveProtocol}</button>
        </div>
      </div>
    </section>`;
  }

  #looks({ looks }: PilotDesignReply): TemplateResult {
    return html`<div class="stack tight">
      <h3>${w.looks}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.looks)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.looksColumns.day}</th>
              <th scope="col" class="number">${w.looksColumns.spent}</th>
              <th scope="col" class="number">${w.looksColumns.bound}</th>
              <th scope="col" class="number">${w.looksColumns.power}</th>
            </tr>
          </thead>
          <tbody>
            ${looks.map((look) => html`<tr>
              <th scope="row">${formatDay(look.date, "date")} <span class="note">${w.weekOf(look.week)}</span></th>
              <td class="number">${formatShare(look.spent, 2)}</td>
              <td class="number">${formatFixed(look.bound, 2)}</td>
              <td class="number">${formatShare(look.power)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  #arms(open: OpenClinic, { allocation }: PilotDesignReply): TemplateResult {
    if (allocation.length === 0) return html`<p class="note">${w.oneArm}</p>`;
    return html`<div class="stack tight">
      <h3>${w.arms}</h3>
      <p class="note">${w.armsNote}</p>
      <div class="arms">
        ${(["usual", "new"] as const).map((arm) => {
          const names = allocation.filter((row) => row.arm === arm).map((row) => nameOf(open.index, "clinician", row.unit));
          return html`<div><b>${w.armNames[arm]} (${names.length})</b><p>${names.join(", ")}</p></div>`;
        })}
      </div>
    </div>`;
  }

  #reading(state: State, open: OpenClinic): TemplateResult {
    const fixed = state.history.value.pilot;
    const { reading, readingFault, planned } = state.pilot;
    return html`<section class="card stack" aria-labelledby="reading">
      <h2 id="reading">${w.reading}</h2>
      ${fixed
        ? html`<div class="stack tight">
            <p class="finding">${w.written(fixed.design.name, formatDay(fixed.design.start, "date"))}</p>
            <p><code>${fixed.hash}</code></p>
            <div class="row">
              <button type="button" class="small" @click=${() => this.#send({ kind: "save", what: "design" })}>${w.saveDesign}</button>
              <button type="button" class="small" @click=${() => this.#send({ kind: "drop" })}>${w.drop}</button>
            </div>
            ${this.#data(open, fixed)}
          </div>`
        : html`<p>${w.noFixed}</p>`}
      <div class="row form">
        <label class="button">
          ${w.open}<input type="file" class="hidden-text" accept=".json" @change=${this.#opened} />
        </label>
        <button type="button" aria-disabled=${!planned} @click=${() => planned && this.#send({ kind: "rehearse" })}>${w.rehearse}</button>
      </div>
      <p class="note form">${w.rehearsalNote}</p>
      ${readingFault ? html`<p class="bad" role="alert">${readingFault}</p>` : nothing}
      ${reading ? this.#read(reading.reply, reading.design, reading.rehearsal) : nothing}
    </section>`;
  }

  #opened(event: Event): void {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (file) this.#send({ kind: "open", file });
    field.value = "";
  }

  #data(open: OpenClinic, fixed: FixedPilot): TemplateResult {
    const passed = weeksPassed(fixed.design, open.index);
    if (passed === 0) return html`<p class="warn">${w.notBegun(formatDay(fixed.design.start, "date"), formatDay(open.index.clinic.settings.as_of, "date"))}</p>`;
    return html`<form class="stack tight form" @keydown=${this.#readNow}>
      <div class="fields">
        <div class="field">
          <label for="passed">${w.week}</label>
          <input id="passed" name="week" type="number" required min="1" max=${fixed.design.weeks} step="1" value=${passed} />
        </div>
        <div class="field">
          <label for="before-weeks">${w.beforeWeeks}</label>
          <input id="before-weeks" name="before" type="number" required min="0" max="104" step="1" value="8" />
        </div>
        <label class="check full"><input type="checkbox" name="records" checked /> ${w.records}</label>
        <div class="field full">
          <label for="rows">${w.rows}</label>
          <textarea id="rows" name="rows" aria-describedby="rows-help" spellcheck="false"></textarea>
          <p class="note" id="rows-help">${w.rowsHelp}</p>
        </div>
      </div>
      <div><button type="button" class="primary" aria-disabled=${this.state.pilot.busy} @click=${this.#readNow}>${w.read}</button></div>
    </form>`;
  }

  #readNow = whenSent((form) => {
    const data = new FormData(form);
    const beforeWeeks = data.get("records") ? Number(data.get("before")) : undefined;
    this.#send({ kind: "read", data: { week: Number(data.get("week")), beforeWeeks, rows: String(data.get("rows") ?? "") } });
  });

  #read(reply: PilotReadingReply, design: PilotDesign, rehearsal: boolean): TemplateResult {
    return html`<div class="stack">
      ${rehearsal
        ? html`<p class="rehearsal warn">${w.rehearsal}</p>`
        : html`<p class=${reply.registration === "matches" ? "good" : "warn"}>${w.registrations[reply.registration]}</p>`}
      <p class="note">${w.lookAt(reply.week, formatDay(reply.date, "date"), reply.planned_look)} ${asSentence(reply.evidence)}</p>
      ${reply.measures.map((each) => this.#measure(each, design))}
      ${reply.warnings.length > 0
        ? html`<div class="stack tight"><h3>${w.mislead}</h3><ul class="facts warn">${reply.warnings.map((text) => html`<li lang=${langOf(text)}>${asSentence(text)}</li>`)}</ul></div>`
        : nothing}
    </div>`;
  }

  #measure(reading: MeasureReading, design: PilotDesign): TemplateResult {
    const kind = design.measures.find((each) => each.id === reading.id)?.kind ?? "mean";
    const name = wordFor(w.measures, reading.id) ?? reading.id;
    const before = design.comparison === "before_after";
    const value = valueOf(kind, false);
    const change = valueOf(kind, true);
    const arms = reading.arms.map((arm): IntervalRow => ({
      name: before && arm.arm === "usual" ? w.before : w.armNames[arm.arm], value: arm.value, low: arm.interval?.[0], high: arm.interval?.[1], text: w.armText(value(arm.value), arm.units),
    }));
    const planned = reading.analyses.find((each) => each.planned);
    const differences = this.#differences(reading, change, bareOf(kind));
    const tone = reading.verdict === "better" ? "good" : reading.verdict === "worse" ? "bad" : "muted";
    return html`<section class="stack tight measure" aria-label=${name}>
      <h3>${name} <span class="note">${reading.primary ? w.primary : w.other}</span></h3>
      <p class="verdict ${tone}">${w.verdicts[reading.verdict]}</p>
      <p>${spoken(reading.statement, kind)}</p>
      <p>${reading.cannot_exclude.startsWith("this") ? nothing : `${w.cannotExclude}: `}${spoken(reading.cannot_exclude, kind)}</p>
      <rw-interval .values=${arms} .label=${w.values(name)} .caption=${""} .format=${value}></rw-interval>
      <rw-interval .values=${differences} .label=${w.difference(name)} .caption=${w.difference(name)} .format=${bareOf(kind)} .unit=${kind === "share" ? w.inPoints : undefined} .reference=${{ value: 0, name: w.none }}></rw-interval>
      ${planned && wordFor(w.adjustedFor, planned.method) ? html`<p class="note">${wordFor(w.adjustedFor, planned.method)}</p>` : nothing}
      ${this.#strength(reading)} ${this.#analyses(reading, change)}
    </section>`;
  }

  #differences(reading: MeasureReading, change: (value: number) => string, bare: (value: number) => string): IntervalRow[] {
    const planned = reading.analyses.find((each) => each.planned);
    if (planned?.estimate === undefined) return [];
    const value = planned.estimate;
    const row = (name: string, interval: readonly [number, number] | undefined): IntervalRow[] =>
      interval ? [{ name, value, low: interval[0], high: interval[1], text: words.forecast.range(bare(interval[0]), change(interval[1])) }] : [];
    return [...row(w.plannedAnalysis, planned.interval), ...row(w.lookInterval, reading.look?.interval), ...row(w.anytime, reading.anytime?.interval)];
  }

  #strength(reading: MeasureReading): TemplateResult | typeof nothing {
    const { look, anytime, p_holm, p_benjamini_hochberg } = reading;
    const parts = [
      look ? w.z(formatFixed(look.z, 2), formatFixed(look.bound, 2)) : "",
      anytime ? w.anytimeP(pText(anytime.p)) : "",
      p_holm === undefined || p_benjamini_hochberg === undefined ? "" : w.adjusted(pText(p_holm), pText(p_benjamini_hochberg)),
    ];
    const text = parts.filter(Boolean).join(" ");
    return text ? html`<p class="note">${text}</p>` : nothing;
  }

  #analyses(reading: MeasureReading, change: (value: number) => string): TemplateResult | typeof nothing {
    if (reading.analyses.length === 0) return nothing;
    return html`<details>
      <summary>${w.analyses}</summary>
      <p class="note">${w.analysesNote}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="${w.analyses}, ${wordFor(w.measures, reading.id) ?? reading.id}">
        <table>
          <thead>
            <tr>
              <th scope="col">${w.analysisColumns.method}</th>
              <th scope="col" class="number">${w.analysisColumns.estimate}</th>
              <th scope="col" class="number">${w.analysisColumns.interval}</th>
              <th scope="col" class="number">${w.analysisColumns.p}</th>
            </tr>
          </thead>
          <tbody>
            ${reading.analyses.map((each) => {
              const shown = each.method === "rate_ratio" ? (value: number): string => `× ${formatFixed(value, 2)}` : change;
              return html`<tr>
                <th scope="row">${w.methods[each.method]}${each.planned ? html` <b>(${w.planned})</b>` : nothing}</th>
                <td class="number">${each.estimate === undefined ? "" : shown(each.estimate)}</td>
                <td class="number">${each.interval ? `${shown(each.interval[0])} to ${shown(each.interval[1])}` : ""}</td>
                <td class="number">${each.p === undefined ? "" : pText(each.p)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #limits(): TemplateResult {
    return html`<section class="card stack tight" aria-labelledby="limits">
      <h2 id="limits">${w.limits}</h2>
      <ul class="facts">
        ${w.limitItems.map((text) => html`<li>${text}</li>`)}
      </ul>
    </section>`;
  }
}

/** How values of a kind of measure read; differences of shares are points. */
function valueOf(kind: PilotKind, difference: boolean): (value: number) => string {
  if (kind !== "share") return (value) => formatNumber(value, 2);
  return difference ? (value) => w.pointsOf(formatFixed(value * 100, 1)) : (value) => formatShare(value, 1);
}

/** Numbers of a change at the axis and at the low end of an interval, without their unit. */
function bareOf(kind: PilotKind): (value: number) => string {
  return kind === "share" ? (value) => formatNumber(value * 100) : (value) => formatNumber(value, 2);
}

/** A sentence of the engine, with changes of a share as points. */
function spoken(text: string, kind: PilotKind): string {
  const change = valueOf(kind, true);
  return asSentence(kind === "share" ? text.replace(/-?\b0\.\d+/g, (number) => change(Number(number))) : text.replace(/-(?=\d)/g, "−"));
}

function pText(p: number): string {
  return p < 0.001 ? "< 0.001" : formatFixed(p, 3);
}

define("rw-view-pilot", RwViewPilot);
