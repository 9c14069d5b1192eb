// What is known of the element in forms that others read: the manifest of custom elements, for editors and frameworks, and
// the tables of the guide.
import * as api from "./api.ts";

type Table = Readonly<Record<string, string>>;

const named = (table: Table): { name: string; description: string }[] => Object.entries(table).map(([name, description]) => ({ name, description }));

/** The manifest, by the schema of custom-elements-manifest 2.1.0. */
export function manifest(): unknown {
  const fields = named(api.properties).map((each) => ({ kind: "field", ...each }));
  const methods = named(api.methods).map((each) => ({ kind: "method", ...each }));
  const declaration = {
    kind: "class",
    name: "RwPlanner",
    description: "A planner that owns its engine.",
    tagName: "rw-planner",
    customElement: true,
    superclass: { name: "HTMLElement" },
    attributes: named(api.attributes).map((each) => ({ ...each, ...(each.name in api.properties ? { fieldName: each.name } : { fieldName: "assetBase" }) })),
    members: [...fields, ...methods],
    events: named(api.events).map((each) => ({ ...each, type: { text: `CustomEvent<PlannerEvents["${each.name}"]>` } })),
    slots: named(api.slots),
    cssParts: named(api.parts),
    cssProperties: [...api.tokenValues()].map(([name, value]) => ({ name, default: value })),
  };
  const exported = { kind: "js", name: "RwPlanner", declaration: { name: "RwPlanner", module: "index.js" } };
  const defined = { kind: "custom-element-definition", name: "rw-planner", declaration: { name: "RwPlanner", module: "index.js" } };
  return {
    schemaVersion: "2.1.0",
    modules: [
      { kind: "javascript-module", path: "index.js", declarations: [declaration], exports: [exported] },
      { kind: "javascript-module", path: "define.js", declarations: [], exports: [defined] },
    ],
  };
}

/** The tables of the guide, each under the name of its place in the text. */
export function tables(): ReadonlyMap<string, string> {
  const table = (head: string, of: Table): string => rows(head, "what it is", Object.entries(of));
  return new Map([
    ["attributes", table("attribute", api.attributes)],
    ["properties", table("property", api.properties)],
    ["config", table("field of `config`", api.config)],
    ["engine", table("field of `config.engine`", api.engine)],
    ["methods", table("method", api.methods)],
    ["events", table("event", api.events)],
    ["slots", table("slot", api.slots)],
    ["parts", table("part", api.parts)],
    ["tokens", rows("token", "in light colors", [...api.tokenValues()].map(([name, value]) => [name, `\`${value}\``]))],
    ["to-planner", table("portal to planner", api.messagesToPlanner)],
    ["from-planner", table("planner to portal", api.messagesFromPlanner)],
  ]);
}

function rows(first: string, second: string, of: readonly (readonly [string, string])[]): string {
  return [`| ${first} | ${second} |`, "|---|---|", ...of.map(([name, text]) => `| \`${name}\` | ${text} |`)].join("\n");
}
