/**
 * Goal seek: a result, the value it has to reach, the sliders to turn for it; the estimate with its band, and a button
 * that plans the setting that was found.
 *
 * Properties: `scenario`, `controls`, `currency`, `blocked` (something has the engine). Events: `rw-scenario` (goal, seek,
 * prepare, replan).
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../format.ts";
import { type GoalAnswer, type GoalOutcome, goalOutcomes, type GoalPoint, meets, planned } from "../../state/goal.ts";
import { type Control, estimatedRange, isFresh, type ScenarioNews, type ScenarioState } from "../../state/scenario.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";
import "../rw-plot/rw-plot.ts";

const w = words.goal;

export class RwGoal extends RwElement {
  static override properties = {
    scenario: { attribute: false },
    controls: { attribute: false },
    currency: { attribute: false },
    blocked: { type: Boolean },
  };
  static override sheet = css`
    form {
      display: grid;
      gap: 0.5rem 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      align-items: end;
    }
    select,
    input {
      inline-size: 100%;
    }
    .answer {
      border: 2px dashed var(--rw-border);
      border-radius: 6px;
      padding: 0.5rem 0.75rem;
    }
    .planned {
      border: 2px solid var(--rw-border);
      border-radius: 6px;
      padding: 0.5rem 0.75rem;
    }
    .finding {
      font-size: 1.0625rem;
      font-weight: 600;
    }
    tbody th {
      font-weight: 400;
    }
    th.number {
      white-space: normal;
    }
    thead th {
      vertical-align: bottom;
    }
  `;
  declare scenario: ScenarioState;
  declare controls: readonly Control[];
  declare currency: string;
  declare blocked: boolean;

  override render(): TemplateResult | typeof nothing {
    const { scenario, controls } = this;
    if (!scenario?.report || controls.length === 0) return nothing;
    const { instant, approach, goal, report } = scenario;
    const outcomes = goalOutcomes(report, instant?.surface, this.currency);
    return html`<div class="stack tight">
      <p class="note">${w.intro}</p>
      ${approach
        ? html`<p>${w.approach}</p>`
        : instant
          ? html`${this.#form(outcomes)} ${goal.answer ? this.#answer(goal.answer, outcomes) : nothing} ${this.#planned(outcomes)}`
          : html`<p>${w.needs}</p>
              <div><button type="button" aria-disabled=${this.blocked} @click=${() => this.blocked || this.#send({ kind: "prepare" })}>${words.scenarios.prepare}</button></div>`}
    </div>`;
  }

  #send(news: ScenarioNews): void {
    emit(this, "rw-scenario", news);
  }

  /** The slider that is asked for: the first one until something is chosen. */
  #slider(): string {
    const { question } = this.scenario.goal;
    return this.controls.some(({ id }) => id === question.slider) ? question.slider : (this.controls.find(({ start }) => start !== 0) ?? this.controls[0])?.id ?? "";
  }

  #form(outcomes: readonly GoalOutcome[]): TemplateResult {
    const { goal, instant } = this.scenario;
    const { question } = goal;
    const outcome = outcomes.find(({ id }) => id === question.outcome) ?? outcomes[0];
    const sliders = this.controls.filter(({ id }) => instant?.controls.includes(id));
    const slider = this.#slider();
    const bound = outcome && outcome.direction < 0 ? w.most : w.least;
    const chosen = (id: string, label: string, options: readonly (readonly [string, string])[], current: string): TemplateResult => html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} name=${id}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === current}>${text}</option>`)}
      </select>
    </div>`;
    return html`<form @keydown=${this.#seek} @change=${this.#changed}>
      ${chosen("outcome", w.outcome, outcomes.map(({ id, name }) => [id, name]), outcome?.id ?? "")}
      <div class="field">
        <label for="reach">${w.reach([bound, outcome?.unit].filter(Boolean).join(" "))}</label>
        <input id="reach" name="reach" type="number" required step="any" autocomplete="off" .value=${String(question.reach)} />
      </div>
      ${chosen("slider", w.slider, sliders.map(({ id, name }) => [id, name]), slider)}
      ${chosen("along", w.along, [["", w.none], ...sliders.filter(({ id }) => id !== slider).map(({ id, name }) => [id, name] as const)], question.along)}
      <div><button type="button" class="primary" @click=${this.#seek}>${goal.answer ? w.again : w.find}</button></div>
    </form>`;
  }

  #changed = (event: Event): void => {
    const form = (event.target as Element).closest("form");
    if (form) this.#take(form);
  };

  #take(form: HTMLFormElement): void {
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? "");
    const reach = Number(text("reach"));
    const slider = text("slider");
    const along = text("along") === slider ? "" : text("along");
    this.#send({ kind: "goal", patch: { outcome: text("outcome"), slider, along, ...(Number.isFinite(reach) ? { reach } : {}) } });
  }

  #seek = whenSent((form) => {
    this.#take(form);
    this.#send({ kind: "seek" });
  });

  #answer(answer: GoalAnswer, outcomes: readonly GoalOutcome[]): TemplateResult | typeof nothing {
    const { question, points } = answer;
    const outcome = outcomes.find(({ id }) => id === question.outcome);
    const slider = this.controls.find(({ id }) => id === question.slider);
    const along = this.controls.find(({ id }) => id === question.along);
    if (!outcome || !slider) return nothing;
    const bound = outcome.direction < 0 ? w.most : w.least;
    const asked = w.asked(outcome.name, bound, outcome.show(question.reach * outcome.scale));
    const [only] = points;
    return html`<div class="answer stack tight" role="status">
      <h3>${w.estimate}</h3>
      <p class="note">${asked}. ${w.ranges}</p>
      ${along ? this.#mixes(answer, outcome, slider, along) : only ? this.#one(only, answer, outcome, slider) : nothing}
    </div>`;
  }

  #one(point: GoalPoint, answer: GoalAnswer, outcome: GoalOutcome, slider: Control): TemplateResult {
    const shown = (value: number): string => shownAt(slider, value);
    const { value, low, high } = point.guess;
    const band = [outcome.show(value), outcome.show(low), outcome.show(high)] as const;
    const [from, to] = estimatedRange(slider).map(shown);
    if (point.kind === "beyond") {
      return html`<p class="finding">${w.beyond(slider.name, from ?? "", to ?? "")}</p>
        <p>${w.best(...band)}</p>`;
    }
    const at = point.value ?? 0;
    return html`<p class="finding">${point.kind === "met" ? w.met(slider.name) : w.reached(slider.name, shown(at))}</p>
      <p>${w.there(...band)}</p>
      ${point.kind === "met" ? nothing : html`<p class="note">${point.cautious === undefined ? w.notCautious : w.cautious(slider.name, shown(point.cautious))}</p>`}
      <div class="row">
        ${this.#plan(answer, point, [[slider.id, at]], w.planOf(shown(at)))}
        ${point.cautious === undefined || point.cautious === at ? nothing : this.#plan(answer, point, [[slider.id, point.cautious]], w.planOf(shown(point.cautious)))}
      </div>`;
  }

  #plan(answer: GoalAnswer, { guess }: GoalPoint, values: readonly (readonly [string, number])[], text: string): TemplateResult {
    const go = (): void => this.#send({ kind: "replan", plan: { question: answer.question, guess, values } });
    return html`<button type="button" class="small no-print" aria-disabled=${this.blocked} @click=${() => this.blocked || go()}>${text}</button>`;
  }

  #mixes(answer: GoalAnswer, outcome: GoalOutcome, slider: Control, along: Control): TemplateResult {
    const { points } = answer;
    const reached = points.filter((point) => point.value !== undefined);
    const line = (pick: (point: GoalPoint) => number | undefined): (readonly [number, number])[] =>
      points.flatMap((point) => {
        const at = pick(point);
        return point.along === undefined || at === undefined ? [] : [[point.along, at] as const];
      });
    const solid = line((point) => point.value);
    const dashed = line((point) => point.cautious);
    const axis = (control: Control) => ({ name: `${control.name}, ${control.unit}`, format: (value: number) => formatNumber(value) });
    return html`<p class="finding">${w.mixes}</p>
      <rw-plot
        .lines=${[...(solid.length > 1 ? [{ name: w.byEstimate, look: "solid", points: solid }] : []), ...(dashed.length > 1 ? [{ name: w.even, look: "dashed", points: dashed }] : [])]}
        .dots=${[]}
        .x=${axis(along)}
        .y=${axis(slider)}
        .label=${w.mixes}
        .caption=${w.mixNote(reached.length, points.length)}
      ></rw-plot>
      <div class="scroll" tabindex="0" role="region" aria-label=${w.mixTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">${along.name}</th>
              <th scope="col" class="number">${slider.name}: ${w.byEstimate.toLowerCase()}</th>
              <th scope="col" class="number">${w.even}</th>
              <th scope="col" class="number">${outcome.name}</th>
              <td class="no-print"></td>
            </tr>
          </thead>
          <tbody>
            ${points.map((point) => {
              const at = point.along ?? 0;
              return html`<tr>
                <th scope="row">${shownAt(along, at)}</th>
                <td class="number">${point.value === undefined ? w.never : point.kind === "met" ? w.today : shownAt(slider, point.value)}</td>
                <td class="number">${point.cautious === undefined ? "" : shownAt(slider, point.cautious)}</td>
                <td class="number">${outcome.show(point.guess.value)}</td>
                <td class="number no-print">${point.value === undefined ? nothing : this.#plan(answer, point, [[along.id, stepped(along, at)], [slider.id, point.value]], w.plan)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>`;
  }

  #planned(outcomes: readonly GoalOutcome[]): TemplateResult | typeof nothing {
    const { report, goal } = this.scenario;
    const plan = goal.planned;
    const outcome = outcomes.find(({ id }) => id === plan?.question.outcome);
    const value = report && plan ? planned(report, plan.question.outcome) : undefined;
    if (!plan || !outcome || value === undefined || !isFresh(this.scenario) || this.scenario.running) return nothing;
    const reached = meets(outcome, value, plan.question.reach * outcome.scale);
    const text = outcome.show(value);
    return html`<div class="planned stack tight" role="status">
      <h3>${w.planned}</h3>
      <p class="finding ${reached ? "good" : "warn"}">${reached ? `✓ ${w.holds(text)}` : `▲ ${w.fails(text)}`}</p>
      <p class="note">${w.wasEstimate(outcome.show(plan.guess.value))}</p>
    </div>`;
  }
}

function shownAt(control: Control, value: number): string {
  return `${formatNumber(value)} ${control.unit}`;
}

function stepped(control: Control, value: number): number {
  return Math.round(value / control.step) * control.step + 0;
}

define("rw-goal", RwGoal);
