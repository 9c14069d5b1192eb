// What every element of the page shares: the base sheet, and registration that does not trip over a second copy.
import { type CSSResultGroup, LitElement } from "lit";
import { base } from "../styles/base.ts";

/** Lit with the shared sheet in front of the element's own. */
export class RwElement extends LitElement {
  static sheet: CSSResultGroup = [];

  static override finalizeStyles(): ReturnType<typeof LitElement.finalizeStyles> {
    return super.finalizeStyles([base, this.sheet]);
  }
}

/** Registers an element unless its name is taken. */
export function define(tag: `rw-${string}`, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
