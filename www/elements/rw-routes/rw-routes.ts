/**
 * The routes of a day: a plain map, and beside it every clinician's stops in order with ways and waits.
 *
 * Properties: `reply`, `sessions`, `index`, `names`, `selected`, `day`, `label`.
 * Events: `rw-select`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { ClinicianRoute, PlannedSession, RoutePlace, RouteStop, RoutesReply } from "../../engine/types.ts";
import { formatClock, formatDuration, formatFixed, minuteOf } from "../../format.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { nameOf, patientsOf, titleOf } from "../../state/describe.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import "../rw-route-map/rw-route-map.ts";
import { styles } from "./rw-routes.styles.ts";

export class RwRoutes extends RwElement {
  static override properties = {
    reply: { attribute: false },
    sessions: { attribute: false },
    index: { attribute: false },
    names: { type: Boolean },
    selected: { attribute: false },
    label: { attribute: false },
    clinician: { state: true },
  };
  static override sheet = styles;
  declare reply: RoutesReply | undefined;
  declare sessions: ReadonlyMap<string, PlannedSession>;
  declare index: ClinicIndex;
  declare names: boolean;
  declare selected: string | undefined;
  declare label: string;
  /** Whose route is looked at; the first one until somebody is chosen. */
  declare clinician: string | undefined;

  override render(): TemplateResult {
    const { reply } = this;
    if (!reply) return html`<p class="muted">${words.routes.loading}</p>`;
    const { routes } = reply;
    if (routes.length === 0) return html`<p class="muted">${words.routes.none}</p>`;
    const chosen = routes.find((route) => route.clinician === this.clinician) ?? mostTravelled(routes);
    const way = routes.reduce((sum, route) => sum + route.way_min, 0);
    const miles = routes.reduce((sum, route) => sum + route.way_miles, 0);
    const who = nameOf(this.index, "clinician", chosen.clinician);
    return html`<section aria-label=${words.routes.title(this.label)}>
      <p>${words.routes.total(routes.length, formatDuration(way), formatFixed(miles))} ${reply.estimated ? words.routes.estimated : words.routes.known}</p>
      <div class="split">
        <rw-route-map
          .reply=${reply}
          .chosen=${chosen.clinician}
          .nameOf=${(place: RoutePlace) => this.#placeName(place)}
          .label=${words.routes.map(who)}
          .caption=${words.routes.plain(who)}
        ></rw-route-map>
        <div class="stack tight">${routes.map((route) => this.#route(route, route === chosen))}</div>
      </div>
    </section>`;
  }

  #route(route: ClinicianRoute, open: boolean): TemplateResult {
    return html`<div class="route">
      <button type="button" aria-expanded=${open ? "true" : "false"} @click=${() => (this.clinician = route.clinician)}>
        <b>${nameOf(this.index, "clinician", route.clinician)}</b>
        <small>${words.routes.summary(route.stops.length, formatDuration(route.way_min), formatFixed(route.way_miles), formatDuration(route.worked_min))}</small>
      </button>
      ${open ? this.#stops(route) : nothing}
    </div>`;
  }

  #stops(route: ClinicianRoute): TemplateResult {
    const { start, end } = route;
    const unpaid = route.ends_paid ? "" : `, ${words.routes.unpaid}`;
    return html`${start === undefined ? nothing : html`<p class="end">${words.routes.start(this.#place(start))}</p>`}
      <ol>
        ${route.stops.map((stop, at) => this.#stop(stop, at === 0 ? unpaid : ""))}
      </ol>
      ${end === undefined
        ? nothing
        : html`<p class="end">${words.routes.end(this.#place(end))}<small>${wayText(route.home_min, route.home_miles)}${route.home_min > 0 ? unpaid : ""}</small></p>`}`;
  }

  #stop(stop: RouteStop, note: string): TemplateResult {
    const session = this.sessions.get(stop.session);
    // At a patient's home it is clear who is seen.
    const atHome = stop.place !== undefined && this.reply?.places[stop.place]?.kind === "patient_home";
    const who = session && !atHome ? patientsOf(this.index, session, this.names) : "";
    const title = session ? titleOf(this.index, session) : stop.session;
    return html`<li aria-current=${stop.session === this.selected ? "true" : nothing}>
      <span class="time">${formatClock(minuteOf(stop.from))} – ${formatClock(minuteOf(stop.to))}</span>
      <button type="button" class="link" @click=${() => emit(this, "rw-select", { session: stop.session, focus: "panel" })}>${title}</button>
      <small>${[who, stop.place === undefined ? words.routes.anywhere : this.#place(stop.place)].filter(Boolean).join(", ")}</small>
      <small>${wayText(stop.way_min, stop.way_miles)}${stop.way_min > 0 ? note : ""}${this.#spare(stop)}</small>
    </li>`;
  }

  #spare({ wait_min: wait }: RouteStop): TemplateResult | string {
    if (wait < 0) return html`, <b class="bad">${words.routes.short(formatDuration(-wait))}</b>`;
    return wait > 0 ? `, ${words.routes.wait(formatDuration(wait))}` : "";
  }

  #place(place: number): string {
    const known = this.reply?.places[place];
    return known ? this.#placeName(known) : "";
  }

  #placeName({ kind, id }: RoutePlace): string {
    if (kind === "site") return words.routes.place.site(this.index.sites.get(id)?.name || id);
    if (kind === "patient_home" && this.names) return nameOf(this.index, "patient", id);
    return words.routes.place[kind]();
  }
}

/** The first of the routes with the longest ways: the one worth looking at. */
function mostTravelled(routes: readonly ClinicianRoute[]): ClinicianRoute {
  return routes.reduce((most, route) => (route.way_min > most.way_min ? route : most));
}

const wayText = (minutes: number, miles: number): string =>
  minutes === 0 && miles === 0 ? words.routes.stay : words.routes.way(formatDuration(minutes), formatFixed(miles));

define("rw-routes", RwRoutes);
