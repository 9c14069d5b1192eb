// Relations of the document to others, which browsers follow by themselves.
const page = ["page"];
const link = (attributes, where = "http") =>
  `(to, kit) => kit.make("link", { ...${JSON.stringify(attributes)}, href: to.${where} }, document.head)`;

export const links = [
  ["preload, image", page, link({ rel: "preload", as: "image" })],
  ["preload, image set", page, (to, kit) => kit.make("link", { rel: "preload", as: "image", imagesrcset: `${to.http} 1x` }, document.head)],
  ["preload, script", page, link({ rel: "preload", as: "script" })],
  ["preload, style", page, link({ rel: "preload", as: "style" })],
  ["preload, font", page, link({ rel: "preload", as: "font", crossorigin: "" })],
  ["preload, fetch", page, link({ rel: "preload", as: "fetch", crossorigin: "" })],
  ["preload, track", page, link({ rel: "preload", as: "track" })],
  ["module preload", page, link({ rel: "modulepreload" })],
  ["prefetch", page, link({ rel: "prefetch" })],
  ["prefetch, own server", page, link({ rel: "prefetch" }, "own")],
  ["preconnect", page, link({ rel: "preconnect" })],
  ["preconnect, https", page, link({ rel: "preconnect" }, "https")],
  ["dns-prefetch", page, link({ rel: "dns-prefetch" })],
  ["icon", page, link({ rel: "icon", type: "image/png" })],
  ["manifest", page, link({ rel: "manifest" })],
  ["compression dictionary", page, link({ rel: "compression-dictionary" })],
];
