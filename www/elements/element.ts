// What every element of the page shares: the base sheet, and registration that does not trip over a second copy.
import { type CSSResultGroup, LitElement } from "lit";
import { base } from "../styles/base.ts";

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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    RwElement.#drawn.delete(this);
  }

  static override finalizeStyles(): ReturnType<typeof LitElement.finalizeStyles> {
    return super.finalizeStyles([base, this.sheet]);
  }
}

/** Registers an element unless its name is taken. */
export function define(tag: `rw-${string}`, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
