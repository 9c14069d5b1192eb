// The page that is nothing but a planner: its engine lies in data blocks of this very document, and the shell around it
// keeps ciphertext for it.
import type { PropertyValues } from "lit";
import { register } from "./elements/element.ts";
import { RwPlanner } from "./elements/rw-planner/rw-planner.ts";
import { engineSource } from "./engine/boot.ts";
import { self } from "./engine/self.ts";
import { connect } from "./keep/device.ts";
import { meet, serve } from "./portal/meet.ts";
import type { Home } from "./planner/home.ts";
import { wholePage } from "./styles/tokens.ts";

class PagePlanner extends RwPlanner {
  readonly #home: Home = { engine: engineSource(), self: self(), whole: true, device: connect };

  protected override home(): Home {
    return this.#home;
  }

  /** A portal that frames this page, and is named in the file, may wish for things. */
  async meet(): Promise<void> {
    const portal = await meet();
    this.mayBeSent(portal.origin, serve(this, portal).send);
  }

  /** The document speaks the language, and has the colors, of what is in it. */
  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { theme, formats } = this.state;
    document.documentElement.lang = formats.language;
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }
}

document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...(wholePage.styleSheet ? [wholePage.styleSheet] : [])];
register(PagePlanner);
const planner = new PagePlanner();
planner.config = { sample: true };
document.body.append(planner);
void planner.meet();
addEventListener("beforeunload", (event) => {
  if (planner.unsaved > 0) event.preventDefault();
});
