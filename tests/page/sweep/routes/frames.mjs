// Documents inside the document: foreign ones, and empty ones that might have forgotten the rules.
const page = ["page"];

export const frames = [
  ["frame", page, (to, kit) => kit.make("iframe", { src: to.http })],
  ["frame, own server", page, (to, kit) => kit.make("iframe", { src: to.own })],
  ["frame, navigated", page, (to, kit) => kit.make("iframe").contentWindow.location.replace(to.http)],
  ["frame of srcdoc", page, (to, kit) => kit.make("iframe", { srcdoc: `<img src="${to.http}">` })],
  ["frame of srcdoc, script", page, (to, kit) => kit.make("iframe", { srcdoc: `<script>fetch("${to.http}", { mode: "no-cors" })</script>` })],
  ["frame of data", page, (to, kit) => kit.make("iframe", { src: kit.data(`<img src="${to.http}">`, "text/html") })],
  ["frame of a blob", page, (to, kit) => kit.make("iframe", { src: kit.blob(`<img src="${to.http}">`, "text/html") })],
  ["fetch of a fresh frame", page, (to, kit) => kit.make("iframe").contentWindow.fetch(to.http, { mode: "no-cors" })],
  ["image in a fresh frame", page, (to, kit) => {
    const inside = kit.make("iframe").contentDocument;
    inside.body.append(Object.assign(inside.createElement("img"), { src: to.http }));
  }],
  ["object of a document", page, (to, kit) => kit.make("object", { data: to.http, type: "text/html" })],
  ["embed of a document", page, (to, kit) => kit.make("embed", { src: to.http, type: "text/html" })],
  ["frame set", page, (to, kit) => kit.make("frame", { src: to.http }, kit.make("frameset", {}, document.documentElement))],
];
