/**
 * Figures of several ways of scheduling beside each other, and how a claim about each stands, if there is one.
 *
 * Properties: `lines`; `label`, the name of the table.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { ClaimVerdict, PolicyName } from "../../engine/types.ts";
import type { ClaimLine } from "../../state/claims.ts";
import { asSentence, capital } from "../../state/describe.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";

const w = words.simulator;
const SHOWN: readonly PolicyName[] = ["human", "optimizer"];
const OTHERS: readonly PolicyName[] = ["recall", "rules"];
const TONES: Record<ClaimVerdict, string> = { holds: "good", in_part: "warn", does_not_hold: "bad", cannot_hold: "bad", not_measured: "muted" };

export class RwClaims extends RwElement {
  static override properties = { lines: { attribute: false }, label: { attribute: false } };
  static override sheet = css`
    tbody th {
      font-weight: 400;
      min-inline-size: 7.5rem;
    }
    th.number {
      white-space: normal;
      vertical-align: bottom;
    }
    small {
      display: block;
      color: var(--rw-muted);
      font-size: 0.8125rem;
    }
    .verdict {
      display: block;
      font-weight: 600;
    }
  `;
  declare lines: readonly ClaimLine[];
  declare label: string;

  override render(): TemplateResult {
    const others = OTHERS.filter((policy) => this.lines.some((line) => line.means.get(policy)));
    const judged = this.lines.some((line) => line.verdict !== undefined);
    const { columns } = w;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(this.label)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${judged ? columns.claim : w.measure}</th>
            ${SHOWN.map((policy) => html`<th scope="col" class="number">${w.policies[policy]}</th>`)}
            <th scope="col" class="number">${columns.difference}</th>
            <th scope="col" class="number">${columns.worst}</th>
            ${others.map((policy) => html`<th scope="col" class="number">${w.policies[policy]}</th>`)}
            <th scope="col" class="number">${columns.n}</th>
          </tr>
        </thead>
        <tbody>
          ${this.lines.map((line) => this.#line(line, others))}
        </tbody>
      </table>
    </div>`;
  }

  #line(line: ClaimLine, others: readonly PolicyName[]): TemplateResult {
    const mean = (policy: PolicyName): TemplateResult => html`<td class="number">${line.means.get(policy) ?? ""}</td>`;
    return html`<tr>
      <th scope="row">
        ${line.verdict ? html`<span class="verdict ${TONES[line.verdict]}">${w.verdicts[line.verdict]}</span>` : nothing}
        ${capital(line.name)} <span class="muted">${line.id}</span>
        ${line.why ? html`<small>${asSentence(line.why.replaceAll("`", "").replace(/ x (?=\d)/g, " × "))}</small>` : nothing}
      </th>
      ${SHOWN.map(mean)}
      <td class="number">${line.difference}${line.interval ? html`<small>${line.interval}</small>` : nothing}</td>
      <td class="number">${line.worst}</td>
      ${others.map(mean)}
      <td class="number">${line.n}</td>
    </tr>`;
  }
}

define("rw-claims", RwClaims);
