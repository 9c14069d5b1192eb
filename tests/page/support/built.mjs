// What `cargo xtask test page` builds before any of these tests runs, and where it puts it.
import { fileURLToPath, pathToFileURL } from "node:url";

const built = (path) => fileURLToPath(new URL(`../../../target/${path}`, import.meta.url));

/** The packed page. */
export const html = built("page/rosterwell.html");
/** The address of the packed page on the disk. */
export const file = pathToFileURL(html).href;
/** Names and values of the headers that a host sends with the page, as JSON. */
export const headersOfTheHost = built("page/headers.json");
/** Configurations of common servers for this very page. */
export const hosting = built("page/hosting");
/** Where servers of Debian's packages are unpacked. */
export const servers = built("servers");
/** The npm package, among its files the modules with their glue. */
export const modules = built("page/package");
/** The native command. */
export const command = built("debug/rosterwell");
