// Custom properties on an element without a style attribute, which the page's policy refuses.
import { noChange } from "lit";
import { Directive, directive, type ElementPart, type PartInfo, PartType } from "lit/directive.js";

/** Names with their leading dashes, and values. */
export type Vars = Readonly<Record<`--${string}`, string | number>>;

class SetVars extends Directive {
  #last: Vars = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("setVars belongs on an element");
  }

  override render(_vars: Vars): unknown {
    return noChange;
  }

  override update(part: ElementPart, [vars]: [Vars]): unknown {
    const style = (part.element as HTMLElement | SVGElement).style;
    for (const [name, value] of Object.entries(vars)) {
      if (this.#last[name as `--${string}`] !== value) style.setProperty(name, String(value));
    }
    for (const name of Object.keys(this.#last)) {
      if (!(name in vars)) style.removeProperty(name);
    }
    this.#last = vars;
    return noChange;
  }
}

/** `<div ${setVars({ "--x": 12 })}>`: sets the properties through the object model. */
export const setVars = directive(SetVars);
