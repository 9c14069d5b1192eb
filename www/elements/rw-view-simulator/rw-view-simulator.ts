/**
 * The Simulator view: claims in circulation beside what was measured on clinics of our own, and the week of the clinic
 * that is open, lived through under several ways of scheduling.
 *
 * Properties: `state`. Events: `rw-simulator`.
 */
import measured from "virtual:claims";
import { css, html, nothing, type TemplateResult } from "lit";
import type { SimulateReply } from "../../engine/types.ts";
import { formatDay, formatFixed, formatShare } from "../../format.ts";
import { type ClaimLine, figuresOfRun, linesOfRun, measuredKinds, type MeasuredKind, tally } from "../../state/claims.ts";
import { asSentence, capital } from "../../state/describe.ts";
import { POLICIES, RUNS, type SimulatorRun } from "../../state/simulator.ts";
import { engineTaken, type OpenClinic, type State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { progressBar, progressSheet } from "../progress.ts";
import { segmented } from "../segmented.ts";
import "../rw-claims/rw-claims.ts";

const w = words.simulator;
const KINDS: readonly MeasuredKind[] = measuredKinds(measured);

export class RwViewSimulator extends RwElement {
  static override properties = { state: { attribute: false }, kind: { state: true } };
  static override sheet = [
    progressSheet,
    reportSheet,
    css`
      .stale {
        border-inline-start: 4px solid var(--rw-warn);
        padding-inline-start: 0.75rem;
      }
      tbody th {
        font-weight: 400;
      }
    `,
  ];
  declare state: State;
  /** Which kind of clinic of the measured ones is shown. */
  declare kind: string | undefined;

  override render(): TemplateResult {
    const { state } = this;
    return html`<div class="stack">
      <h1 tabindex="-1">${w.title}</h1>
      <p class="muted">${w.intro}</p>
      ${this.#measured()} ${state.open ? this.#own(state, state.open) : html`<p class="muted">${state.busy ?? words.data.nothing}</p>`}
      <section class="card stack tight" aria-labelledby="limits">
        <h2 id="limits">${w.limits}</h2>
        <ul class="facts">
          ${w.limitItems.map((text) => html`<li>${text}</li>`)}
        </ul>
        <details>
          <summary>${w.ways}</summary>
          <ul class="facts">
            ${POLICIES.map((policy) => html`<li><b>${w.policies[policy]}.</b> ${w.policyNotes[policy]}</li>`)}
          </ul>
        </details>
      </section>
    </div>`;
  }

  #measured(): TemplateResult {
    const chosen = KINDS.find((kind) => kind.name === this.kind) ?? KINDS[0];
    return html`<section class="card stack tight" aria-labelledby="claims">
      <div class="row spread">
        <h2 id="claims">${w.claims}</h2>
        ${KINDS.length > 1
          ? segmented({
              label: w.kind, values: KINDS.map((kind) => kind.name), current: chosen?.name ?? "", name: capital, choose: (name) => (this.kind = name), small: true,
            })
          : nothing}
      </div>
      <p class="note">${w.claimsNote}</p>
      ${chosen
        ? html`<p class="finding">${findingOf(chosen.claims)}</p>
            <rw-claims .lines=${chosen.claims} .label=${w.claims}></rw-claims>
            <p class="note">${w.tableNote}</p>
            <p class="note">${asSentence(chosen.how)}</p>
            ${chosen.beside.length > 0
              ? html`<details>
                  <summary>${w.beside}</summary>
                  <rw-claims .lines=${chosen.beside} .label=${w.beside}></rw-claims>
                </details>`
              : nothing}`
        : html`<p>${w.unmeasured}</p>`}
    </section>`;
  }

  #own(state: State, open: OpenClinic): TemplateResult {
    const { running, reply, of, runs } = state.simulator;
    const taken = engineTaken(state) && running === undefined;
    const ready = state.engine === "ready" && !engineTaken(state);
    return html`<section class="card stack tight" aria-labelledby="own">
      <h2 id="own">${w.own}</h2>
      <p class="note">${w.ownNote}</p>
      <div class="row asked no-print">
        <div class="field">
          <span class="label">${w.runs}</span>
          ${segmented({ label: w.runs, values: RUNS, current: runs, name: String, choose: (chosen) => emit(this, "rw-simulator", { kind: "runs", runs: chosen }) })}
        </div>
        <button type="button" class="primary" aria-disabled=${!ready} @click=${() => ready && emit(this, "rw-simulator", { kind: "run" })}>${reply ? w.again : w.run}</button>
      </div>
      ${taken ? html`<p class="muted">${w.taken}</p>` : nothing} ${running ? this.#running(running) : nothing}
      ${reply && of && !running
        ? html`${of.clinic === open.index ? nothing : html`<p class="warn stale" role="note">${w.stale}</p>`} ${this.#reply(reply, of.runs)}`
        : nothing}
    </section>`;
  }

  #running({ step, steps, runs, done, policy, claims }: SimulatorRun): TemplateResult {
    const percent = steps > 0 ? (step / steps) * 100 : 0;
    const text = w.progress(done, runs, policy ? w.policies[policy] : "");
    return html`<div class="row">
        ${progressBar({ label: w.running, done: Math.round(percent), of: 100, percent, text })}
        <span>${text}</span>
        <button type="button" class="small" @click=${() => emit(this, "rw-simulator", { kind: "stop" })}>${w.stop}</button>
      </div>
      ${claims.length > 0
        ? html`<p>${w.soFar(done)}</p>
            <rw-claims .lines=${linesOfRun(claims)} .label=${w.own}></rw-claims>`
        : html`<p class="note">${w.firstRuns}</p>`}`;
  }

  #reply(reply: SimulateReply, asked: number): TemplateResult {
    const lines = linesOfRun(reply.claims, reply);
    return html`${reply.replications < asked ? html`<p class="warn">${w.stopped(reply.replications, asked)}</p>` : nothing}
      <p class="finding">${findingOf(lines)}</p>
      <p class="note">
        ${w.few(reply.replications)} ${KINDS.length > 0 ? w.many : nothing} ${reply.from && reply.to ? w.period(formatDay(reply.from, "date"), formatDay(reply.to, "date")) : nothing}
      </p>
      <rw-claims .lines=${lines} .label=${w.own}></rw-claims>
      <p class="note">${w.tableNote}</p>
      <details>
        <summary>${w.all}</summary>
        <rw-claims .lines=${figuresOfRun(reply)} .label=${w.all}></rw-claims>
      </details>
      <details>
        <summary>${w.rates}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.rates)}>
          <table>
            <thead>
              <tr>
                <th scope="col">${w.rate.what}</th>
                <th scope="col" class="number">${w.rate.value}</th>
                <th scope="col">${w.rate.source}</th>
              </tr>
            </thead>
            <tbody>
              ${reply.rates.map(({ name, value, source }) => html`<tr>
                <th scope="row">${capital(name)}</th>
                <td class="number">${name.endsWith("a week") ? formatFixed(value, 1) : formatShare(value, 1)}</td>
                <td>${source}</td>
              </tr>`)}
            </tbody>
          </table>
        </div>
      </details>`;
  }
}

function findingOf(lines: readonly ClaimLine[]): string {
  return w.finding(lines.length, [...tally(lines)].map(([verdict, n]) => w.told[verdict](n)).join(", "));
}

define("rw-view-simulator", RwViewSimulator);
