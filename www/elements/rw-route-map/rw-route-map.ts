/**
 * A plain map of one route among the others of the day: places where they lie, straight lines, a scale; no streets.
 *
 * Properties: `reply`, `chosen` (clinician id), `nameOf` (how a place is called), `caption`, `label`.
 */
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { PlaceKind, RoutePlace, RoutesReply } from "../../engine/types.ts";
import { linePath } from "../../charts/scale.ts";
import { formatFixed, formatNumber } from "../../format.ts";
import { frameOf, type MapFrame, numbersOf, pathOf } from "../../state/routes.ts";
import { charts } from "../../styles/charts.ts";
import { words } from "../../words/index.ts";
import { RwChart } from "../chart.ts";
import { define } from "../element.ts";

const KINDS: readonly PlaceKind[] = ["site", "clinician_home", "patient_home"];

export class RwRouteMap extends RwChart {
  static override properties = { ...RwChart.properties, reply: { attribute: false }, chosen: { attribute: false }, nameOf: { attribute: false } };
  static override sheet = [charts, css`
    svg.map {
      background: var(--rw-surface);
      border: 1px solid var(--rw-border);
      border-radius: 10px;
    }
    .route {
      fill: none;
      stroke: var(--rw-border);
      stroke-width: 1.5;
    }
    .route.chosen {
      stroke: var(--rw-accent);
      stroke-width: 2.5;
      stroke-linejoin: round;
    }
    .mark {
      fill: var(--rw-surface);
      stroke: var(--rw-control);
      stroke-width: 1.5;
    }
    .mark.chosen {
      stroke: var(--rw-accent);
      stroke-width: 2;
    }
    .site {
      fill: var(--rw-text);
      stroke: var(--rw-text);
    }
    .number {
      fill: var(--rw-text);
      font-weight: 600;
      text-anchor: middle;
      stroke: var(--rw-surface);
      stroke-width: 3px;
      paint-order: stroke;
    }
    .scale {
      stroke: var(--rw-muted);
      stroke-width: 1.5;
      fill: none;
    }
    .keys svg {
      inline-size: 1rem;
      block-size: 1rem;
    }
    @media (forced-colors: active) {
      .route.chosen,
      .mark.chosen {
        stroke: Highlight;
      }
    }
  `];
  declare reply: RoutesReply;
  declare chosen: string | undefined;
  declare nameOf: (place: RoutePlace) => string;

  override render(): TemplateResult | typeof nothing {
    return this.reply ? this.figure() : nothing;
  }

  protected override drawn(): TemplateResult {
    const { reply } = this;
    const width = this.width ?? 640;
    const frame = frameOf(reply, width);
    if (!frame) return html`<p class="muted">${words.routes.noMap}</p>`;
    const chosen = reply.routes.find((route) => route.clinician === this.chosen);
    const numbers = chosen ? numbersOf(chosen) : new Map<number, number[]>();
    const touched = new Set(chosen ? pathOf(chosen) : []);
    const others = reply.routes.filter((route) => route !== chosen);
    const lost = reply.places.filter((place) => !place.at).length;
    return html`<svg class="map" viewBox="0 0 ${width} ${frame.height}" role="img" aria-label=${this.spoken}>
        ${others.map((route) => svg`<path class="route" d=${this.#line(frame, pathOf(route))}></path>`)}
        ${chosen ? svg`<path class="route chosen" d=${this.#line(frame, pathOf(chosen))}></path>` : nothing}
        ${reply.places.map(({ kind, at }, place) => {
          if (!at) return nothing;
          const [x, y] = [frame.x(at.east), frame.y(at.north)];
          const stops = numbers.get(place);
          return svg`${mark(kind, x, y, touched.has(place))}${stops ? svg`<text class="number" x=${x} y=${y - 9}>${stops.join(", ")}</text>` : nothing}`;
        })}
        ${this.#scale(frame)}
      </svg>
      <ul class="plain keys">
        ${KINDS.filter((kind) => reply.places.some((place) => place.kind === kind && place.at)).map(
          (kind) => html`<li><svg viewBox="0 0 16 16" aria-hidden="true">${mark(kind, 8, 8, false)}</svg>${words.routes.keys[kind]}</li>`,
        )}
        ${others.length > 0 ? html`<li><svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path class="route" d="M0 8H16"></path>`}</svg>${words.routes.keys.others}</li>` : nothing}
        ${lost > 0 ? html`<li>${words.routes.notOnMap(lost)}</li>` : nothing}
      </ul>`;
  }

  #line(frame: MapFrame, path: readonly number[]): string {
    return linePath(
      path.flatMap((place): [number, number][] => {
        const at = this.reply.places[place]?.at;
        return at ? [[frame.x(at.east), frame.y(at.north)]] : [];
      }),
    );
  }

  #scale({ height, scale }: MapFrame): SVGTemplateResult {
    const y = height - 12;
    return svg`<path class="scale" d="M12 ${y - 4}V${y}H${12 + scale.length}V${y - 4}"></path>
      <text x="16" y=${y - 4}>${words.routes.miles(formatNumber(scale.miles, 2))}</text>`;
  }

  protected override rows(): TemplateResult {
    const chosen = this.reply.routes.find((route) => route.clinician === this.chosen);
    const numbers = chosen ? numbersOf(chosen) : new Map<number, number[]>();
    const { columns } = words.routes;
    return html`<thead>
        <tr>
          <th scope="col">${columns.place}</th>
          <th scope="col">${columns.number}</th>
          <th scope="col" class="number">${columns.east}</th>
          <th scope="col" class="number">${columns.north}</th>
        </tr>
      </thead>
      <tbody>
        ${this.reply.places.map(
          (place, at) => html`<tr>
            <th scope="row">${this.nameOf(place)}</th>
            <td>${(numbers.get(at) ?? []).join(", ")}</td>
            <td class="number">${place.at ? formatFixed(place.at.east) : "–"}</td>
            <td class="number">${place.at ? formatFixed(place.at.north) : "–"}</td>
          </tr>`,
        )}
      </tbody>`;
  }
}

/** A square for a site, a house for a clinician's home, a circle for a patient's. */
function mark(kind: PlaceKind, x: number, y: number, chosen: boolean): SVGTemplateResult {
  const look = `mark ${kind} ${chosen ? "chosen" : ""}`;
  if (kind === "site") return svg`<rect class=${look} x=${x - 5} y=${y - 5} width="10" height="10"></rect>`;
  if (kind === "clinician_home") return svg`<path class=${look} d="M${x - 6} ${y}L${x} ${y - 6}L${x + 6} ${y}V${y + 6}H${x - 6}Z"></path>`;
  return svg`<circle class=${look} cx=${x} cy=${y} r="4.5"></circle>`;
}

define("rw-route-map", RwRouteMap);
