/**
 * The Governance view: the pack of a quarter, to read, to discuss and to print.
 *
 * Properties: `state`. Events: `rw-governance`, `rw-print`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Difference, FairnessGroup, FairnessMeasure, GovernanceReply, Grouping, IndicatorUnit } from "../../engine/types.ts";
import { formatCount, formatDay, formatFixed, formatNumber, formatSigned } from "../../format.ts";
import { found, moved } from "../../state/governance.ts";
import type { State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { plainName } from "../../state/describe.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const w = words.governance;
const GROUPINGS = Object.keys(w.groupings) as Grouping[];

export class RwViewGovernance extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = [
    reportSheet,
    css`
      section {
        display: grid;
        gap: 0.75rem;
        min-width: 0;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.25rem 1rem;
        color: var(--rw-muted);
        font-size: 0.875rem;
      }
      tbody th {
        font-weight: 400;
      }
      td small {
        display: block;
        color: var(--rw-muted);
        font-size: 0.8125rem;
      }
      .scroll {
        padding: 0.5rem 1rem;
      }
      code {
        font-size: 0.8125rem;
      }
      h3 {
        font-size: 1rem;
      }
      @media print {
        section {
          break-inside: avoid-page;
        }
      }
    `,
  ];
  declare state: State;

  override render(): TemplateResult {
    const { governance, open } = this.state;
    const { pack } = governance;
    return html`<div class="stack">
      <h1 tabindex="-1">${w.title}</h1>
      <div class="row spread no-print">
        <p class="muted">${w.intro}</p>
        ${pack ? html`<button type="button" class="primary" @click=${() => emit(this, "rw-print", {})}>${w.print}</button>` : nothing}
      </div>
      ${open && pack ? this.#pack(pack) : html`<p class="muted" role="status">${open ? w.working : words.data.nothing}</p>`}
    </div>`;
  }

  #pack(pack: GovernanceReply): TemplateResult {
    return html`
      <div class="head">
        <span>${pack.name || words.unnamed}${pack.synthetic ? html` <b>${words.report.synthetic}</b>` : nothing}</span>
        <span>${w.quarter(formatDay(pack.from), formatDay(pack.until))}</span>
      </div>
      ${this.#fairness(pack)} ${this.#indicators(pack)} ${this.#decisions(pack)} ${this.#rules(pack)}
      <section>
        <h2>${w.limits}</h2>
        <ul class="facts">
          ${[...pack.limits, ...pack.fairness.limits].map((text) => html`<li lang=${langOf(text)}>${spoken(text)}</li>`)}
        </ul>
      </section>
    `;
  }

  #fairness({ fairness }: GovernanceReply): TemplateResult {
    const { by, within } = this.state.governance;
    const choose = (id: string, values: readonly (Grouping | undefined)[], label: string, current: Grouping | undefined, pick: (value: Grouping | undefined) => void): TemplateResult => html`
      <div class="field">
        <label for=${id}>${label}</label>
        <select id=${id} @change=${(event: Event) => pick(values[(event.target as HTMLSelectElement).selectedIndex])}>
          ${values.map((value) => html`<option ?selected=${value === current}>${value ? w.groupings[value] : w.everyone}</option>`)}
        </select>
      </div>
    `;
    return html`<section>
      <h2 id="fairness">${w.fairness}</h2>
      <div class="row asked no-print">
        ${choose("by", GROUPINGS, w.by, by, (value) => value && emit(this, "rw-governance", { kind: "group", by: value }))}
        ${choose("within", [undefined, ...GROUPINGS.filter((each) => each !== by)], w.within, within, (value) => emit(this, "rw-governance", { kind: "within", within: value }))}
      </div>
      <p class="finding">${fairness.found > 0 ? w.someFound(fairness.found, fairness.comparisons) : w.noneFound(fairness.comparisons)}</p>
      <ul class="facts" ?hidden=${fairness.found === 0}>
        ${fairness.measures.flatMap((measure) => found(measure.groups).map((group) => html`<li>${this.#found(measure, group)}</li>`))}
      </ul>
      ${fairness.measures.filter((measure) => measure.groups.length > 0).map((measure) => this.#measure(measure))}
    </section>`;
  }

  #found(measure: FairnessMeasure, group: FairnessGroup): TemplateResult | typeof nothing {
    if (!group.difference) return nothing;
    const difference = formatSigned(group.difference.value, (size) => amount(size, measure.unit));
    return html`${w.foundIn(group.group || w.notStated, spoken(measure.name), difference)}${group.difference.unfavorable ? html` <b class="bad">${w.disadvantage}</b>` : nothing}`;
  }

  #measure(measure: FairnessMeasure): TemplateResult {
    return html`
      <h3>${spoken(measure.name)}</h3>
      <p class="note" lang=${langOf(measure.definition)}>${spoken(measure.definition)}</p>
      <div class="scroll card" tabindex="0" role="region" aria-label=${spoken(measure.name)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.group}</th>
              <th scope="col" class="number">${w.people}</th>
              <th scope="col" class="number">${w.mean}</th>
              <th scope="col" class="number">${w.difference}</th>
              <th scope="col">${w.finding}</th>
            </tr>
          </thead>
          <tbody>
            ${measure.groups.map((group) => this.#group(group, measure.unit))}
          </tbody>
        </table>
      </div>
    `;
  }

  #group(group: FairnessGroup, unit: IndicatorUnit): TemplateResult {
    const { difference } = group;
    return html`<tr>
      <th scope="row">${group.group || w.notStated}</th>
      ${group.hidden
        ? html`<td colspan="4" class="muted">${spoken(group.text)}</td>`
        : html`<td class="number">${formatCount(group.people ?? 0)}</td>
            <td class="number">${group.text}</td>
            <td class="number">
              ${difference
                ? html`${formatSigned(difference.value, (size) => amount(size, unit))}<small>${w.interval(amount(difference.interval.low, unit), amount(difference.interval.high, unit))}</small>`
                : nothing}
            </td>
            <td>${finding(difference, unit)}</td>`}
    </tr>`;
  }

  #indicators(pack: GovernanceReply): TemplateResult {
    const rows = moved(pack);
    return html`<section>
      <h2 id="indicators">${w.indicators}</h2>
      <p class="note">${w.indicatorsNote(rows.length)}</p>
      <div class="scroll card" tabindex="0" role="region" aria-label=${w.indicators}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.kpis.indicator}</th>
              <th scope="col" class="number">${w.before}</th>
              <th scope="col" class="number">${w.now}</th>
              <th scope="col" class="number">${w.change}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) => html`<tr>
                <th scope="row">${spoken(row.name)}</th>
                <td class="number">${row.before}</td>
                <td class="number">${row.after}</td>
                <td class="number ${row.better === undefined ? "" : row.better ? "good" : "bad"}">
                  ${row.change_text}${row.better === undefined ? nothing : html`<small>${row.better ? w.better : w.worse}</small>`}
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #decisions(pack: GovernanceReply): TemplateResult {
    const counts = pack.actions.map((each) => `${plainName(each.action)} ${formatCount(each.count)}`);
    return html`<section>
      <h2 id="decisions">${w.decisions}</h2>
      <p>${counts.length > 0 ? w.actions(counts.join(", ")) : w.noLog}</p>
      <h3>${w.overrides}</h3>
      ${pack.overrides.length === 0
        ? html`<p class="muted">${w.noOverrides}</p>`
        : html`<div class="scroll card" tabindex="0" role="region" aria-label=${w.overrides}>
            <table>
              <thead>
                <tr>
                  <th scope="col" class="number">${w.number}</th>
                  <th scope="col">${w.time}</th>
                  <th scope="col">${w.user}</th>
                  <th scope="col">${w.object}</th>
                  <th scope="col">${w.reason}</th>
                </tr>
              </thead>
              <tbody>
                ${pack.overrides.map(
                  (each) => html`<tr>
                    <td class="number">${each.sequence}</td>
                    <td>${each.time}</td>
                    <td>${each.user}</td>
                    <td><code>${each.object}</code></td>
                    <td>${each.reason}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  #rules(pack: GovernanceReply): TemplateResult {
    return html`<section>
      <h2 id="rules">${w.rules}</h2>
      <h3>${w.ownRules}</h3>
      ${pack.own_rules.length === 0
        ? html`<p class="muted">${w.noOwnRules}</p>`
        : html`<ul class="facts">
            ${pack.own_rules.map(
              (rule) => html`<li><code>${rule.rule}</code>: ${formatNumber(rule.value, 3)} (${w.packValue}: ${rule.pack_value === undefined || rule.pack_value === null ? "–" : formatNumber(rule.pack_value, 3)}). ${rule.reason}</li>`,
            )}
          </ul>`}
      <h3>${w.datedRules}</h3>
      ${pack.dated_rules.length === 0
        ? html`<p class="muted">${w.noDatedRules}</p>`
        : html`<ul class="facts">
            ${pack.dated_rules.map(
              (rule) => html`<li><code>${rule.rule}</code>: ${formatNumber(rule.value, 3)} ${rule.unit} (${rule.pack}; ${rule.from ? `${w.from} ${formatDay(rule.from)}` : ""} ${rule.until ? `${w.until} ${formatDay(rule.until)}` : ""})</li>`,
            )}
          </ul>`}
      ${pack.pack_changes.length === 0
        ? nothing
        : html`<h3>${w.packChanges}</h3>
            <ul class="facts">
              ${pack.pack_changes.map((change) => html`<li>${w.packChange(change.before, change.after, change.time)}</li>`)}
            </ul>`}
    </section>`;
  }
}

/** A difference, whose shares are points and not per cent. */
function amount(value: number, unit: IndicatorUnit): string {
  if (unit === "share") return w.points(formatFixed(value * 100));
  if (unit === "days") return w.days(formatFixed(value));
  return formatFixed(value, 2);
}

function finding(difference: Difference | undefined, unit: IndicatorUnit): TemplateResult | string {
  if (!difference) return w.tooFew;
  if (!difference.found) return html`${w.notFound}<small>${w.detectable(amount(difference.detectable, unit))}</small>`;
  return difference.unfavorable ? html`<b class="bad">${w.disadvantage}</b>` : html`<b>${w.differs}</b>`;
}

define("rw-view-governance", RwViewGovernance);
