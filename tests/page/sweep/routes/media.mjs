// Pictures, sound and film that a document shows.
const page = ["page"];

export const media = [
  ["image object", page, (to) => (new Image().src = to.http)],
  ["image element", page, (to, kit) => kit.make("img", { src: to.http })],
  ["image, https", page, (to, kit) => kit.make("img", { src: to.https })],
  ["image, own server", page, (to, kit) => kit.make("img", { src: to.own })],
  ["image, srcset", page, (to, kit) => kit.make("img", { srcset: `${to.http} 1x` })],
  ["image, base", page, (to, kit) => {
    const base = kit.make("base", { href: to.http }, document.head);
    kit.make("img", { src: "relative" });
    setTimeout(() => base.remove());
  }],
  ["picture", page, (to, kit) => {
    const picture = kit.make("picture");
    kit.make("source", { srcset: to.http }, picture);
    kit.make("img", {}, picture);
  }],
  ["image button", page, (to, kit) => kit.make("input", { type: "image", src: to.http })],
  ["background attribute", page, (to, kit) => kit.make("td", { background: to.http }, kit.make("tr", {}, kit.make("table")))],
  ["svg image", page, (to, kit) => kit.make("image", { href: to.http }, kit.make("svg", {}, document.body, kit.svg), kit.svg)],
  ["svg use", page, (to, kit) => kit.make("use", { href: `${to.own}#a` }, kit.make("svg", {}, document.body, kit.svg), kit.svg)],
  ["svg feImage", page, (to, kit) => {
    const svg = kit.make("svg", { width: 10, height: 10 }, document.body, kit.svg);
    const filter = kit.make("filter", { id: "f" }, svg, kit.svg);
    kit.make("feImage", { href: to.http }, filter, kit.svg);
    kit.make("rect", { width: 10, height: 10, filter: "url(#f)" }, svg, kit.svg);
  }],
  ["video", page, (to, kit) => kit.make("video", { src: to.http, preload: "auto" })],
  ["video source", page, (to, kit) => kit.make("source", { src: to.http }, kit.make("video", { preload: "auto" }))],
  ["video poster", page, (to, kit) => kit.make("video", { poster: to.http })],
  ["text track", page, (to, kit) => {
    const video = kit.make("video", { crossorigin: "anonymous" });
    kit.make("track", { src: to.http, default: "" }, video).track.mode = "showing";
  }],
  ["audio object", page, (to) => new Audio(to.http).load()],
  ["audio element", page, (to, kit) => kit.make("audio", { src: to.http, preload: "auto" })],
  ["object", page, (to, kit) => kit.make("object", { data: to.http })],
  ["embed", page, (to, kit) => kit.make("embed", { src: to.http })],
];
