// Foreign code, and code made of text.
const page = ["page"];
const both = ["page", "worker"];

export const scripts = [
  ["script", page, (to, kit) => kit.make("script", { src: to.http })],
  ["script, own server", page, (to, kit) => kit.make("script", { src: to.own })],
  ["script, module", page, (to, kit) => kit.make("script", { type: "module", src: to.http })],
  ["script of svg", page, (to, kit) => kit.make("script", { href: to.http }, kit.make("svg", {}, document.body, kit.svg), kit.svg)],
  ["script, inline", page, (to, kit) => kit.make("script").append(`fetch("${to.http}", { mode: "no-cors" })`)],
  ["script of a blob", page, (to, kit) => kit.make("script", { src: kit.blob(`fetch("${to.http}", { mode: "no-cors" })`) })],
  ["script of data", page, (to, kit) => kit.make("script", { src: kit.data(`fetch("${to.http}", { mode: "no-cors" })`) })],
  ["import()", both, (to) => import(to.http)],
  ["import map", page, (to, kit) => {
    kit.make("script", { type: "importmap" }).append(JSON.stringify({ imports: { secret: to.http } }));
    return import("secret");
  }],
  ["importScripts", ["worker"], (to) => importScripts(to.http)],
  ["handler in an attribute", page, (to, kit) => kit.make("img", { src: "data:,", onerror: `fetch("${to.http}", { mode: "no-cors" })` })],
  ["javascript: link", page, (to, kit) => kit.make("a", { href: `javascript:void fetch("${to.http}", { mode: "no-cors" })` }).click()],
  ["javascript: frame", page, (to, kit) => kit.make("iframe", { src: `javascript:void parent.fetch("${to.http}", { mode: "no-cors" })` })],
  ["eval", both, (to) => (0, eval)(`fetch("${to.http}", { mode: "no-cors" })`)],
  ["new Function", both, (to) => new Function(`fetch("${to.http}", { mode: "no-cors" })`)()],
  ["setTimeout of text", both, (to) => setTimeout(`fetch("${to.http}", { mode: "no-cors" })`)],
  ["innerHTML", page, (to, kit) => (kit.make("div").innerHTML = `<img src="${to.http}">`)],
  ["insertAdjacentHTML", page, (to, kit) => kit.make("div").insertAdjacentHTML("beforeend", `<img src="${to.http}">`)],
  ["setHTMLUnsafe", page, (to, kit) => kit.make("div").setHTMLUnsafe(`<img src="${to.http}">`)],
  ["fragment of text", page, (to) => document.body.append(document.createRange().createContextualFragment(`<img src="${to.http}">`))],
  ["parsed document", page, (to) => document.body.append(document.adoptNode(new DOMParser().parseFromString(`<img src="${to.http}">`, "text/html").images[0]))],
  ["speculation rules, prefetch", page, (to, kit) =>
    kit.make("script", { type: "speculationrules" }).append(JSON.stringify({ prefetch: [{ urls: [to.own], eagerness: "immediate" }] }))],
  ["speculation rules, prerender", page, (to, kit) =>
    kit.make("script", { type: "speculationrules" }).append(JSON.stringify({ prerender: [{ urls: [to.own], eagerness: "immediate" }] }))],
];
