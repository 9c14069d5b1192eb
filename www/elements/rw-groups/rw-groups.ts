/**
 * The weekly groups: what each is, when it meets on the board, who sits in it, and who must or must not meet.
 *
 * Properties: `open`, `plan`. Events: `rw-groups`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Group, PlanDocument } from "../../engine/types.ts";
import { formatMoment } from "../../format.ts";
import { nameOf } from "../../state/describe.ts";
import { type Member, meetingsOf, membersOf, newGroup, othersLike, pairsOf, type Seat } from "../../state/groups.ts";
import type { OpenClinic } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";

/** Patients listed at once; the others are found by name. Our choice. */
const LISTED = 12;
const NUMBERS = ["per_week", "min", "target", "max"] as const;

export class RwGroups extends RwElement {
  static override properties = { open: { attribute: false }, plan: { attribute: false }, chosen: { state: true }, begun: { state: true }, find: { state: true }, wrong: { state: true } };
  static override sheet = css`
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr));
      gap: 0.75rem;
      align-items: end;
    }
    .fields > * {
      min-inline-size: 0;
    }
    input,
    select {
      inline-size: 100%;
    }
    .find {
      inline-size: 14rem;
    }
    .members li {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: 0.25rem 0.75rem;
      align-items: center;
      padding-block: 0.375rem;
      border-block-end: 1px solid var(--rw-border);
    }
    .members small {
      display: block;
      color: var(--rw-muted);
    }
    .members p {
      grid-column: 1 / -1;
    }
    .pair {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
      justify-content: space-between;
    }
  `;
  declare open: OpenClinic;
  declare plan: PlanDocument | undefined;
  /** Id of the group that is looked at; the first one until another is chosen. */
  declare chosen: string | undefined;
  /** A group that is not saved yet. */
  declare begun: Group | undefined;
  declare find: string | undefined;
  declare wrong: string | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { clinic } = this.open.index;
    const w = words.weeklyGroups;
    const services = clinic.services.filter((service) => service.kind === "group");
    const saved = clinic.groups.find((each) => each.id === this.chosen) ?? clinic.groups[0];
    const begun = this.begun && !clinic.groups.some((each) => each.id === this.begun?.id) ? this.begun : undefined;
    const group = begun ?? saved;
    return html`<section class="card stack" aria-labelledby="groups">
      <div class="stack tight">
        <h2 id="groups">${w.title}</h2>
        <p class="note">${w.intro}</p>
      </div>
      ${group ? nothing : html`<p>${w.none}</p>`}
      ${services.length === 0 ? html`<p class="muted">${w.noService}</p>` : nothing}
      <div class="row">
        ${saved ? this.#choice(clinic.groups, group) : nothing}
        ${services[0] ? html`<button type="button" @click=${() => this.#begin(group?.service ?? services[0]?.id ?? "")}>${w.add}</button>` : nothing}
      </div>
      ${group ? this.#form(group, services) : nothing} ${group && group === saved ? this.#saved(group) : nothing}
    </section>`;
  }

  #choice(groups: readonly Group[], group: Group | undefined): TemplateResult {
    return html`<label class="row"
      >${words.weeklyGroups.choose}
      <select @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
        ${groups.map((each) => html`<option value=${each.id} ?selected=${each.id === group?.id}>${each.name || each.id}, ${words.weeklyGroups.size(each.min, each.max)}</option>`)}
      </select>
    </label>`;
  }

  #choose(id: string): void {
    this.chosen = id;
    this.begun = undefined;
    this.wrong = undefined;
    this.find = "";
  }

  #begin(service: string): void {
    this.begun = newGroup(this.open.index.clinic, service);
    this.chosen = this.begun?.id;
    this.wrong = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#name")?.focus());
  }

  #form(group: Group, services: readonly { readonly id: string; readonly name: string }[]): TemplateResult {
    const { clinic } = this.open.index;
    const { fields } = words.weeklyGroups;
    const skills = [...new Set(clinic.clinicians.flatMap((row) => row.skills ?? []))].sort();
    const option = (value: string, name: string, chosen: string | undefined): TemplateResult => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`;
    const field = (name: keyof typeof fields, inner: TemplateResult): TemplateResult => html`<div class="field"><label for=${name}>${fields[name]}</label>${inner}</div>`;
    return html`<form class="stack tight" @keydown=${this.#send(group)}>
      <div class="fields">
        ${field("name", html`<input id="name" name="name" autocomplete="off" maxlength="200" .value=${group.name} />`)}
        ${field("service", html`<select id="service" name="service">${services.map((row) => option(row.id, row.name, group.service))}</select>`)}
        ${field("site", html`<select id="site" name="site">${clinic.sites.map((row) => option(row.id, row.name || row.id, group.site))}</select>`)}
        ${NUMBERS.map((name) => field(name, html`<input id=${name} name=${name} type="number" min="1" max="200" step="1" required .value=${String(group[name])} />`))}
        ${field(
          "co_leader_skill",
          html`<select id="co_leader_skill" name="co_leader_skill">
            ${option("", words.weeklyGroups.noCoLeader, group.co_leader_skill ?? "")} ${skills.map((skill) => option(skill, skill, group.co_leader_skill ?? ""))}
          </select>`,
        )}
      </div>
      ${this.wrong ? html`<p class="bad" role="alert">${this.wrong}</p>` : nothing}
      <div class="row"><button type="button" class="primary" @click=${this.#send(group)}>${words.weeklyGroups.save}</button></div>
    </form>`;
  }

  #send(group: Group): (event: Event) => void {
    return whenSent((form) => {
      const data = new FormData(form);
      const text = (name: string): string => String(data.get(name) ?? "").trim();
      const [per_week, min, target, max] = NUMBERS.map((name) => Number(text(name))) as [number, number, number, number];
      const w = words.weeklyGroups.wrong;
      this.wrong = text("name") === "" ? w.name : min > target || target > max ? w.order : per_week < 1 ? w.meetings : undefined;
      if (this.wrong) return;
      const { co_leader_skill: _, ...rest } = group;
      const leader = text("co_leader_skill");
      const next: Group = { ...rest, name: text("name"), service: text("service"), site: text("site"), per_week, min, target, max, ...(leader ? { co_leader_skill: leader } : {}) };
      this.chosen = next.id;
      emit(this, "rw-groups", { kind: "set", group: next });
    });
  }

  #saved(group: Group): TemplateResult {
    const members = membersOf(this.open.index.clinic, group);
    return html`${this.#fit(group, members)} ${this.#meetings(group)} ${this.#members(group, members)} ${this.#pairs(members)}`;
  }

  #fit(group: Group, members: readonly Member[]): TemplateResult {
    const w = words.weeklyGroups;
    const only = members.filter((member) => member.seat === "only");
    const any = members.filter((member) => member.seat === "any");
    const asked = only.reduce((sum, member) => sum + member.order.per_week, 0);
    return html`<div>
      <p>${w.sits(only.length, any.length)}</p>
      ${only.length + any.length < group.min ? html`<p class="warn">${w.tooFew(only.length + any.length, group.min)}</p>` : nothing}
      ${asked > group.max * group.per_week ? html`<p class="warn">${w.tooMany(asked, group.max, group.per_week)}</p>` : nothing}
    </div>`;
  }

  #meetings(group: Group): TemplateResult | typeof nothing {
    const meetings = this.plan ? meetingsOf(this.plan, group.id) : [];
    if (meetings.length === 0) return nothing;
    const w = words.weeklyGroups;
    return html`<div class="stack tight">
      <h3>${w.meetings}</h3>
      <ul>
        ${meetings.map(
          ({ session: { place }, seats }) => html`<li>
            ${place ? w.meeting(formatMoment(place.start), seats, group.max) : w.unplaced}
            ${place && seats < group.min ? html`<span class="warn">${w.below(group.min)}</span>` : nothing}
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #members(group: Group, members: readonly Member[]): TemplateResult {
    const w = words.weeklyGroups;
    const wanted = (this.find ?? "").trim().toLowerCase();
    const found = members.filter((member) => wanted === "" || this.#who(member.order.patient).toLowerCase().includes(wanted));
    const elsewhere = othersLike(this.open.index.clinic, group).length > 0;
    return html`<div class="stack tight">
      <h3>${w.members}</h3>
      ${members.length === 0
        ? html`<p class="muted">${w.noMembers}</p>`
        : html`<label class="row">${w.find} <input type="search" autocomplete="off" class="find" .value=${this.find ?? ""} @input=${(event: Event) => (this.find = (event.target as HTMLInputElement).value)} /></label>`}
      <ul class="plain members">
        ${found.slice(0, LISTED).map((member) => this.#member(group, member, elsewhere))}
      </ul>
      ${found.length > LISTED ? html`<p class="note">${w.more(found.length - LISTED)}</p>` : nothing}
    </div>`;
  }

  #who(patient: string): string {
    return nameOf(this.open.index, "patient", patient);
  }

  #member(group: Group, { order, seat, groups, against }: Member, elsewhere: boolean): TemplateResult {
    const w = words.weeklyGroups;
    const who = this.#who(order.patient);
    const names = groups.map((id) => this.open.index.clinic.groups.find((each) => each.id === id)?.name || id).join(", ");
    const seats = (["only", "any", "elsewhere"] as const).filter((each) => each !== "elsewhere" || elsewhere || seat === "elsewhere");
    const change = (event: Event): void => emit(this, "rw-groups", { kind: "seat", orders: [order.id], group: group.id, seat: (event.target as HTMLSelectElement).value as Seat });
    return html`<li>
      <span>${who}, ${w.perWeek(order.per_week)}${names ? html`<small>${w.inGroups(names)}</small>` : nothing}</span>
      <select aria-label=${w.seatOf(who)} @change=${change}>
        ${seats.map((each) => html`<option value=${each} ?selected=${each === seat}>${w.seats[each]}</option>`)}
      </select>
      ${against.map((each) => html`<p class="warn">${who} ${w.against[each.rule](this.#who(each.patient))}</p>`)}
    </li>`;
  }

  #pairs(members: readonly Member[]): TemplateResult {
    const { clinic } = this.open.index;
    const w = words.weeklyGroups;
    const pairs = pairsOf(clinic, members);
    const patients = [...new Set(members.map((member) => member.order.patient))];
    const options = patients.map((id) => html`<option value=${id}>${this.#who(id)}</option>`);
    const send = whenSent((form) => {
      const data = new FormData(form);
      const [a, b] = [String(data.get("a")), String(data.get("b"))];
      if (a !== b) emit(this, "rw-groups", { kind: "pair", patients: [a, b], rule: data.get("rule") === "apart" ? "apart" : "together" });
    });
    return html`<div class="stack tight">
      <h3>${w.pairs}</h3>
      <p class="note">${w.pairsNote}</p>
      ${pairs.length === 0 ? html`<p class="muted">${w.noPairs}</p>` : nothing}
      <ul class="plain">
        ${pairs.map((pair) => {
          const [a, b] = [this.#who(pair.patient_a), this.#who(pair.patient_b)];
          const remove = (): void => emit(this, "rw-groups", { kind: "pair", patients: [pair.patient_a, pair.patient_b], rule: undefined });
          return html`<li class="pair">
            <span>${w.pair(a, b, w.rules[pair.rule])}</span><button type="button" class="small" aria-label=${w.removePair(a, b)} @click=${remove}>${w.remove}</button>
          </li>`;
        })}
      </ul>
      ${patients.length < 2
        ? nothing
        : html`<form class="fields" @keydown=${send}>
            <div class="field"><label for="a">${w.first}</label><select id="a" name="a">${options}</select></div>
            <div class="field"><label for="b">${w.second}</label><select id="b" name="b">${options.toReversed()}</select></div>
            <div class="field">
              <label for="rule">${w.rule}</label>
              <select id="rule" name="rule">
                <option value="apart">${w.rules.apart}</option>
                <option value="together">${w.rules.together}</option>
              </select>
            </div>
            <button type="button" @click=${send}>${w.addPair}</button>
          </form>`}
    </div>`;
  }
}

define("rw-groups", RwGroups);
