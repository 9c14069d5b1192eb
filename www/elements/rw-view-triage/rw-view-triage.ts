/**
 * The Triage view: who needs a person, who comes first and why, the tiers, the rules to read and change, and acuity.
 *
 * Properties: `state`. Events: `rw-triage`, `rw-board`, `rw-navigate`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { AcuityReply, Action, FactSeen, FiredRule, PatientAcuity, Purpose, Tier, TriageCapacity, TriagedOrder, TriagedReferral, TriageReply, TriageRule, TriageRuleUse } from "../../engine/types.ts";
import { formatCount, formatDay, formatDuration, formatMoment, formatNumber } from "../../format.ts";
import { asSentence, capital, disciplineOf, nameOf, plainName } from "../../state/describe.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { acuityChanges, forPersons, newRule, PURPOSES, queueOf, ruleOf, TIERS } from "../../state/triage.ts";
import { reportSheet } from "../../styles/report.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";
import { segmented } from "../segmented.ts";
import { styles } from "./rw-view-triage.styles.ts";

const w = words.triage;
/** Rows listed at first. */
const FIRST = 8;
const DAY_MIN = 1440;
const FIELDS = Object.keys(w.capacityFields) as (keyof TriageCapacity)[];
const CAPACITY: TriageCapacity = { slots_per_day: 6, gap_min: 65 * 60, emergencies_per_day: 1, emergency_burst: 2, others_per_day: 4, other_burst: 8 };

export class RwViewTriage extends RwElement {
  static override properties = { state: { attribute: false }, purpose: { state: true }, edited: { state: true }, shown: { state: true } };
  static override sheet = [reportSheet, styles];
  declare state: State;
  declare purpose: Purpose | undefined;
  /** The rule in the form. */
  declare edited: TriageRule | undefined;
  /** How many rows each list shows. */
  declare shown: Readonly<Record<string, number>> | undefined;

  override render(): TemplateResult {
    const { state } = this;
    const { open, triage } = state;
    if (!open) {
      return html`<div class="stack"><h1 tabindex="-1">${w.title}</h1><p class="muted">${state.busy ?? words.data.nothing}</p></div>`;
    }
    const { reply, acuity, running } = triage;
    return html`<div class="stack">
      <h1 tabindex="-1">${w.title}</h1>
      <p class="muted">${w.intro}</p>
      ${reply && acuity
        ? this.#report(state, open, reply, acuity)
        : running
          ? html`<p class="muted" aria-busy="true">${w.looking}</p>`
          : html`<div><button type="button" class="primary" @click=${() => emit(this, "rw-triage", { kind: "load" })}>${w.retry}</button></div>`}
    </div>`;
  }

  #report(state: State, open: OpenClinic, reply: TriageReply, acuity: AcuityReply): TemplateResult {
    if (reply.orders.length === 0) {
      return html`<div class="card stack tight">
          <p>${w.empty}</p>
          <div><button type="button" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${w.addData}</button></div>
        </div>
        ${this.#rules(reply, acuity)}`;
    }
    const persons = forPersons(reply);
    const queue = queueOf(reply);
    return html`<div class="row spread">
        <p class="finding">${w.finding(queue.length, persons.length)}</p>
        <label class="check">
          <input type="checkbox" .checked=${state.board.names} @change=${(event: Event) => emit(this, "rw-board", { names: (event.target as HTMLInputElement).checked })} />
          ${words.schedule.names}
        </label>
      </div>
      <p class="note">${w.version(reply.version, formatDay(reply.as_of, "date"))}</p>
      <section class="card stack tight" aria-labelledby="persons">
        <h2 id="persons">${w.persons}</h2>
        <p class="note">${persons.length > 0 ? w.personsNote : w.personsNone}</p>
        ${this.#list("persons", persons, (order) => this.#order(open, order))}
      </section>
      <section class="card stack tight" aria-labelledby="queue">
        <h2 id="queue">${w.queue}</h2>
        <p class="note">${queue.length > 0 ? w.queueNote : w.queueNone}</p>
        ${this.#list("queue", queue, (order) => this.#order(open, order))}
      </section>
      ${this.#referrals(open, reply)} ${this.#tiers(reply)} ${this.#rules(reply, acuity)} ${this.#acuity(open, acuity)} ${this.#doubts(reply)}`;
  }

  #list<T>(name: string, items: readonly T[], draw: (item: T) => TemplateResult): TemplateResult {
    const shown = this.shown?.[name] ?? FIRST;
    const more = Math.min(3 * FIRST, items.length - shown);
    return html`<ol class="plain orders">
        ${items.slice(0, shown).map(draw)}
      </ol>
      ${more > 0 ? html`<div><button type="button" class="small" @click=${() => (this.shown = { ...this.shown, [name]: shown + more })}>${w.more(more)}</button></div>` : nothing}`;
  }

  #act(actions: readonly (Action | undefined)[], label: string): void {
    const given = actions.filter((action) => action !== undefined);
    if (given.length > 0) emit(this, "rw-triage", { kind: "act", actions: given, label });
  }

  /** Accept, accepted, or take back. */
  #decision({ decision, accept, withdraw, outdated }: Pick<TriagedOrder, "decision" | "accept" | "withdraw" | "outdated">, what: string, verb: string = w.accept): TemplateResult {
    return html`${decision ? html`<span class="good">${w.accepted(formatMoment(decision.decided))}</span>` : nothing}
      ${outdated ? html`<span class="warn">${w.outdated}</span>` : nothing}
      ${[accept, withdraw]
        .filter((action) => action !== undefined)
        .map((action) => this.#deed(action, what, action === accept ? verb : w.withdraw, action === accept ? w.acceptedLabel(what) : w.withdrawnLabel(what)))}`;
  }

  /** One button, whatever it does: accepting turns it into taking back, and the focus stays on it. */
  #deed(action: Action, what: string, verb: string, label: string): TemplateResult {
    return html`<button type="button" class="small" aria-label="${verb}: ${what}" @click=${() => this.#act([action], label)}>${verb}</button>`;
  }

  #order(open: OpenClinic, order: TriagedOrder): TemplateResult {
    const { index } = open;
    const service = index.services.get(order.service)?.name ?? order.service;
    const who = this.state.board.names ? nameOf(index, "patient", order.patient) : "";
    const what = [service, who].filter(Boolean).join(", ");
    const { suggested, points, at_worst } = order;
    const requested = index.clinic.orders.find((row) => row.id === order.order)?.requested;
    const facts = [
      requested ? w.asked(momentText(requested)) : "",
      order.waiting && order.waited_min ? w.waited(waitText(order.waited_min)) : "",
      points.sum !== 0 || points.low !== points.high ? w.points(points.low, points.sum, points.high) : "",
      order.in_person ? w.inPerson : order.perhaps_in_person ? w.perhapsInPerson : "",
      at_worst && at_worst !== order.tier ? w.atWorst(w.tiers[at_worst]) : "",
    ];
    const proposals = [
      suggested.due_by ? w.due(momentText(suggested.due_by)) : "",
      suggested.priority === undefined ? "" : w.priority(suggested.priority),
      suggested.discipline ? disciplineOf(suggested.discipline) : "",
      ...(suggested.modalities ?? []).map((each) => words.modalities[each]),
    ];
    return html`<li>
      <span class="head">
        ${order.tier ? html`<span class="tier ${order.tier}">${w.tiers[order.tier]}</span>` : html`<span class="tier">${w.persons}</span>`}
        <b>${what}</b>
        <span class="note">${facts.filter(Boolean).join(" · ")}</span>
      </span>
      ${order.fired.length > 0 ? html`<span>${capital(order.fired.map((rule) => spoken(rule.text)).join("; "))}.</span>` : html`<span class="muted">${w.noRule}</span>`}
      ${order.needs_person || proposals.every((each) => !each)
        ? nothing
        : html`<span class="head"><span class="note">${w.suggested}: ${proposals.filter(Boolean).join(", ")}</span> ${this.#decision(order, what)}</span>`}
      <details>
        <summary>${w.why}</summary>
        <ul class="facts">
          ${order.fired.map((rule) => html`<li>${this.#fired(rule)}</li>`)}
          ${order.missing.length > 0 ? html`<li>${w.missing(order.missing.map(plain).join(", "))}</li>` : nothing}
          ${order.own.length > 0 ? html`<li>${w.own(order.own.map(plain).join(", "))}</li>` : nothing}
        </ul>
      </details>
    </li>`;
  }

  #referrals(open: OpenClinic, reply: TriageReply): TemplateResult | typeof nothing {
    if (reply.referrals.length === 0) return nothing;
    return html`<section class="card stack tight" aria-labelledby="referrals">
      <h2 id="referrals">${w.referrals}</h2>
      <p class="note">${w.referralsNote}</p>
      ${this.#list("referrals", reply.referrals, (each) => this.#referral(open, each, reply.as_of))}
    </section>`;
  }

  #referral({ index }: OpenClinic, each: TriagedReferral, asOf: string): TemplateResult {
    const service = index.services.get(each.service)?.name ?? each.service;
    const who = each.patient && this.state.board.names ? nameOf(index, "patient", each.patient) : "";
    const { points, at_worst } = each;
    const facts = [
      w.waited(waitText(each.waited_min)),
      each.due_by ? w.due(momentText(each.due_by)) : "",
      points.sum !== 0 || points.low !== points.high ? w.points(points.low, points.sum, points.high) : "",
      at_worst && at_worst !== each.tier ? w.atWorst(w.tiers[at_worst]) : "",
    ];
    return html`<li>
      <span class="head">
        ${each.tier ? html`<span class="tier ${each.tier}">${w.tiers[each.tier]}</span>` : html`<span class="tier">${w.persons}</span>`}
        <b>${[service, who].filter(Boolean).join(", ")}</b>
        ${each.due_by && each.due_by < asOf ? html`<span class="bad">${w.overdue}</span>` : nothing}
        <span class="note">${facts.filter(Boolean).join(" · ")}</span>
      </span>
      ${each.fired.length > 0 ? html`<span>${capital(each.fired.map((rule) => spoken(rule.text)).join("; "))}.</span>` : html`<span class="muted">${w.noRule}</span>`}
      <details>
        <summary>${w.why}</summary>
        <ul class="facts">
          ${each.fired.map((rule) => html`<li>${this.#fired(rule)}</li>`)}
          ${each.missing.length > 0 ? html`<li>${w.missing(each.missing.map(plain).join(", "))}</li>` : nothing}
        </ul>
      </details>
    </li>`;
  }

  #fired(rule: FiredRule): string {
    const gives = rule.tier ? w.gives(w.tiers[rule.tier]) : rule.purpose === "in_person" ? w.inPerson : w.adds(rule.points);
    return `${capital(rule.text)}: ${[gives, ...(rule.facts ?? []).map(factText)].join("; ")}.`;
  }

  #tiers(reply: TriageReply): TemplateResult {
    const asked = this.state.triage.capacity;
    return html`<section class="card stack tight" aria-labelledby="tiers">
      <h2 id="tiers">${w.tierTable}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.tierTable)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.tierColumns.tier}</th>
              <th scope="col" class="number">${w.tierColumns.due}</th>
              <th scope="col" class="number wide">${w.tierColumns.orders}</th>
              <th scope="col" class="number">${w.tierColumns.waiting}</th>
              <th scope="col" class="number">${w.tierColumns.longest}</th>
              ${asked ? html`<th scope="col" class="number">${w.tierColumns.bound}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${reply.tiers.map((each) => html`<tr>
              <th scope="row">${w.tiers[each.tier]}</th>
              <td class="number">${waitText(each.due_min)}</td>
              <td class="number wide">${formatCount(each.orders)}</td>
              <td class="number">${formatCount(each.waiting)}</td>
              <td class="number">${each.waited_min === undefined ? "" : waitText(each.waited_min)}</td>
              ${asked ? html`<td class="number">${each.longest_wait_min === undefined ? w.noBound : waitText(each.longest_wait_min)}</td>` : nothing}
            </tr>`)}
          </tbody>
        </table>
      </div>
      <details>
        <summary>${w.capacity}</summary>
        <form class="stack tight" @keydown=${this.#compute}>
          <p class="note">${w.capacityNote}</p>
          <div class="fields">
            ${FIELDS.map((name) => html`<div class="field">
              <label for=${name}>${w.capacityFields[name]}</label>
              <input id=${name} name=${name} type="number" required min="0" max="10000" step="any" value=${(asked ?? CAPACITY)[name] / (name === "gap_min" ? 60 : 1)} />
            </div>`)}
          </div>
          <div><button type="button" @click=${this.#compute}>${w.compute}</button></div>
        </form>
      </details>
    </section>`;
  }

  #compute = whenSent((form) => {
    const data = new FormData(form);
    const value = (name: string): number => Number(data.get(name));
    const entries = FIELDS.map((name) => [name, name === "gap_min" ? Math.round(value(name) * 60) : value(name)] as const);
    emit(this, "rw-triage", { kind: "capacity", capacity: Object.fromEntries(entries) as unknown as TriageCapacity });
  });

  #rules(reply: TriageReply, acuity: AcuityReply): TemplateResult {
    const purpose = this.purpose ?? "tier";
    const all = [...reply.rules, ...acuity.rules.filter((use) => reply.rules.every((each) => each.rule.id !== use.rule.id))];
    const list = all.filter((use) => use.rule.purpose === purpose);
    const add = (): void => {
      this.edited = newRule(purpose, all.map((use) => use.rule.id));
      void this.#enterEditor();
    };
    return html`<section class="card stack tight" aria-labelledby="rules">
      <h2 id="rules">${w.rules}</h2>
      <p class="note">${w.rulesNote}</p>
      <div class="row">
        ${segmented({ label: w.purpose, values: PURPOSES, current: purpose, name: (each) => w.purposes[each], choose: (each) => (this.purpose = each), small: true })}
        <button type="button" class="small" @click=${add}>${w.add}</button>
      </div>
      ${this.edited ? this.#editor(this.edited, all) : nothing}
      ${reply.issues.length > 0 ? html`<h3 class="bad">${w.refused}</h3><ul class="facts bad">${reply.issues.map((issue) => html`<li>${asSentence(`${issue.id ?? ""}: ${issue.cause}; ${issue.action}`)}</li>`)}</ul>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.rules)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.ruleColumns.rule}</th>
              <th scope="col" class="wide">${w.ruleColumns.when}</th>
              <th scope="col">${w.ruleColumns.gives}</th>
              <th scope="col" class="number">${w.ruleColumns.fired}</th>
              <th scope="col" class="number">${w.ruleColumns.open}</th>
            </tr>
          </thead>
          <tbody>
            ${list.map((use) => this.#rule(use))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #rule({ rule, own, in_force, fired, open }: TriageRuleUse): TemplateResult {
    const edit = (): void => {
      this.edited = rule;
      void this.#enterEditor();
    };
    const gives = rule.tier ? w.tiers[rule.tier] : rule.purpose === "in_person" ? w.purposes.in_person : w.givesPoints(rule.points);
    const source = [rule.source ? asSentence(capital(rule.source)) : "", rule.license ? w.license(spoken(rule.license)) : ""].filter(Boolean).join(" ");
    return html`<tr class=${in_force ? "" : "off"}>
      <th scope="row">
        <button type="button" class="link" aria-label=${w.edit(spoken(rule.text))} @click=${edit}>${capital(rule.text)}</button>
        ${own ? html` <span class="note">${w.yours}</span>` : nothing} ${in_force ? nothing : html` <b>${w.off}</b>`}
        <small>${source}</small>
      </th>
      <td class="wide">${rule.when.map(conditionText).join("; ")}${rule.within_days ? html`<small>${w.within(rule.within_days)}</small>` : nothing}</td>
      <td>${gives}</td>
      <td class="number">${formatCount(fired)}</td>
      <td class="number">${formatCount(open)}</td>
    </tr>`;
  }

  async #enterEditor(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("#when")?.focus();
  }

  #editor(rule: TriageRule, all: readonly TriageRuleUse[]): TemplateResult {
    const known = all.some((use) => use.rule.id === rule.id);
    const toggle = (): void => {
      this.#act([{ kind: "set_triage_rule", rule: { ...rule, off: !rule.off } }], w.saved(`“${rule.text}”`));
      this.edited = undefined;
    };
    return html`<form class="editor stack tight" aria-label=${w.editing}>
      <h3>${w.editing}</h3>
      <div class="fields">
        <div class="field full">
          <label for="when">${w.whenField}</label>
          <textarea id="when" name="when" rows="3" spellcheck="false" aria-describedby="when-help" .value=${rule.when.join("\n")}></textarea>
          <span class="note" id="when-help">${w.whenHelp}</span>
        </div>
        <div class="field full">
          <label for="text">${w.text}</label>
          <input id="text" name="text" type="text" required maxlength="200" autocomplete="off" .value=${rule.text} />
        </div>
        ${rule.purpose === "tier"
          ? html`<div class="field">
              <label for="tier">${w.tier}</label>
              <select id="tier" name="tier">
                ${TIERS.map((tier) => html`<option value=${tier} ?selected=${tier === rule.tier}>${w.tiers[tier]}</option>`)}
              </select>
            </div>`
          : rule.purpose === "in_person"
            ? nothing
            : html`<div class="field">
                <label for="points">${w.pointsField}</label>
                <input id="points" name="points" type="number" required min="-100" max="100" step="1" .value=${String(rule.points)} />
              </div>`}
        <div class="field">
          <label for="within">${w.withinField}</label>
          <input id="within" name="within" type="number" min="1" max="3650" step="1" .value=${rule.within_days ? String(rule.within_days) : ""} />
        </div>
      </div>
      <div class="row">
        <button type="button" class="primary" @click=${this.#save}>${w.save}</button>
        ${known ? html`<button type="button" @click=${toggle}>${rule.off ? w.switchOn : w.switchOff}</button>` : nothing}
        <button type="button" @click=${() => (this.edited = undefined)}>${w.cancel}</button>
      </div>
    </form>`;
  }

  #save = whenSent((form) => {
    const rule = this.edited;
    if (!rule) return;
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? "");
    const changed = ruleOf(rule, {
      when: text("when"), text: text("text"), tier: (text("tier") || "routine") as Tier, points: Number(text("points")),
      withinDays: text("within") ? Number(text("within")) : undefined,
    });
    this.edited = undefined;
    this.#act([{ kind: "set_triage_rule", rule: changed }], w.saved(`“${changed.text}”`));
  });

  #acuity(open: OpenClinic, acuity: AcuityReply): TemplateResult {
    const list = acuityChanges(acuity);
    return html`<section class="card stack tight" aria-labelledby="acuity">
      <h2 id="acuity">${w.acuity}</h2>
      <p class="note">${list.length > 0 ? w.acuityNote(acuity.points_per_level) : w.acuityNone}</p>
      ${this.#list("acuity", list, (each) => this.#patient(open, each))}
    </section>`;
  }

  #patient(open: OpenClinic, each: PatientAcuity): TemplateResult {
    const row = open.index.patients.get(each.patient);
    const usual = row?.preferred_clinicians?.[0];
    const phase = plainName(row?.phase ?? "");
    const who = this.state.board.names ? nameOf(open.index, "patient", each.patient) : w.patientOf(usual ? nameOf(open.index, "clinician", usual) : "");
    return html`<li>
      <span class="head"><b>${who}${phase ? `, ${phase}` : ""}</b> ${w.level(each.level, each.level_low, each.level_high, each.used)} ${this.#decision(each, who, w.useLevel)}</span>
      <span class="note">${each.parts.map((part) => `${spoken(part.text)} ${w.givesPoints(part.points)}`).join(" · ")}</span>
    </li>`;
  }

  #doubts(reply: TriageReply): TemplateResult {
    return html`<section class="card stack tight" aria-labelledby="limits">
      <h2 id="limits">${w.limits}</h2>
      <ul class="facts">
        ${reply.limits.map((text) => html`<li lang=${langOf(text)}>${asSentence(text)}</li>`)}
      </ul>
      ${reply.missing.length > 0
        ? html`<h3>${w.facts}</h3>
            <p class="note">${w.factsNote(formatCount(reply.orders.length + reply.referrals.length))}</p>
            <p class="note">${reply.missing.slice(0, 12).map(({ fact, count }) => w.factCount(plain(fact), count)).join(" · ")}</p>`
        : nothing}
    </section>`;
  }
}

/** A name of the tables as words. */
function plain(name: string): string {
  const bare = name.replace(/\.change$/, "");
  const what = wordFor(w.factNames, bare) ?? bare.replaceAll("_", " ");
  return bare === name ? what : w.changeOf(what);
}

/** A condition as it reads best; it is written as `phq9 >= 20` or `phase = detox | residential`. */
function conditionText(text: string): string {
  return text.replaceAll(">=", "≥").replaceAll("<=", "≤").replaceAll("|", "or").replace(/[a-z]\w*/g, plain);
}

/** A moment with its day: what is asked for or due may lie weeks away. */
function momentText(moment: string): string {
  return `${formatMoment(moment)}, ${formatDay(moment, "plain")}`;
}

/** Minutes below two hours as they are, below three days as hours, else as days. */
function waitText(minutes: number): string {
  if (minutes < 120) return formatDuration(minutes);
  return minutes < 3 * DAY_MIN ? formatDuration(Math.round(minutes / 60) * 60) : words.triage.days(Math.round(minutes / DAY_MIN));
}

function factText(fact: FactSeen): string {
  const { low, high } = fact;
  const known = fact.words ?? [];
  const value = known.length > 0 ? known.map(plainName).join(", ") : low === undefined ? "" : low === high || high === undefined ? formatNumber(low) : words.scenarios.to(formatNumber(low), formatNumber(high));
  return w.fact(plain(fact.fact), value, fact.date ? formatDay(fact.date, "plain") : "");
}

define("rw-view-triage", RwViewTriage);
