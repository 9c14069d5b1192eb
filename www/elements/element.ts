// What every element of the page shares: the base sheet, the parts that a page around the planner may style, and
// registration, which happens when it is asked for and not when a file is loaded.
import { type CSSResultGroup, LitElement, type PropertyValues } from "lit";
import { base } from "../styles/base.ts";

/** What a page around the planner may style by `::part()`. */
export const PARTS = ["tile", "session", "chart", "button", "table"] as const;

/** What bears such a name without saying so itself. */
const UNNAMED = { chart: "svg[role=img]", button: "button", table: "table" } as const;

/** Lit with the shared sheet in front of the element's own. */
export class RwElement extends LitElement {
  static sheet: CSSResultGroup = [];

  /** Elements that are on the page. */
  static readonly #drawn = new Set<RwElement>();

  /** Draws every element anew, as after a change of language. */
  static redraw(): void {
    for (const element of RwElement.#drawn) element.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    RwElement.#drawn.add(this);
    if (this.getRootNode() instanceof ShadowRoot) this.setAttribute("exportparts", PARTS.join());
  }

  override update(changed: PropertyValues<this>): void {
    super.update(changed);
    for (const [part, selector] of Object.entries(UNNAMED)) {
      for (const found of this.renderRoot.querySelectorAll(`:is(${selector}):not([part])`)) found.setAttribute("part", part);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    RwElement.#drawn.delete(this);
  }

  static override finalizeStyles(): ReturnType<typeof LitElement.finalizeStyles> {
    return super.finalizeStyles([base, this.sheet]);
  }
}

const waiting = new Map<string, CustomElementConstructor>();

/** Notes an element for `register`. */
export function define(tag: `rw-${string}`, element: CustomElementConstructor): void {
  waiting.set(tag, element);
}

/** Registers every element of this copy, and `planner` last of all; false if another copy was there before it: that one stays. */
export function register(planner: CustomElementConstructor): boolean {
  if (customElements.get("rw-planner")) return false;
  for (const [tag, element] of waiting) if (!customElements.get(tag)) customElements.define(tag, element);
  customElements.define("rw-planner", planner);
  return true;
}
