// Every way of sending something out of a page that we know of, by name and group.
//
// A route is a function that runs in the page, or its text. `to` says where to send (`http`, `https`, `ws`, `wss`: an
// address of this route alone; `own`: one at the page's own server; `host`, `address`; `passOn`: what a neighbor is to ask
// for), `kit` helps with elements (kit.mjs). It runs in a `page` beside others, in one that it has to itself (`alone`; `away`
// where it could take away the whole tab, but not the frame that it runs in), while the page is closed (`leave`), and in a
// `worker`.
import { frames } from "./routes/frames.mjs";
import { leaving } from "./routes/leaving.mjs";
import { links } from "./routes/links.mjs";
import { media } from "./routes/media.mjs";
import { navigation } from "./routes/navigation.mjs";
import { neighbors } from "./routes/neighbors.mjs";
import { peers } from "./routes/peers.mjs";
import { requests } from "./routes/requests.mjs";
import { scripts } from "./routes/scripts.mjs";
import { styles } from "./routes/styles.mjs";
import { workers } from "./routes/workers.mjs";

const groups = { requests, workers, scripts, media, styles, links, frames, navigation, leaving, peers, neighbors };

/** All of them, numbered from 1. */
export const routes = Object.entries(groups)
  .flatMap(([group, rows]) => rows.map(([name, where, run]) => ({ name, group, where, code: String(run) })))
  .map((route, index) => ({ ...route, number: index + 1 }));
