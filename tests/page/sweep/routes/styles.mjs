// What a style sheet may name.
const page = ["page"];
/** An element under a rule that names the address. */
const ruled = (declaration) => `(to, kit) => kit.ruled(to, ${JSON.stringify(declaration)})`;

export const styles = [
  ["style sheet", page, (to, kit) => kit.make("link", { rel: "stylesheet", href: to.http }, document.head)],
  ["style @import", page, (to, kit) => kit.sheet(`@import "${to.http}";`)],
  ["style background", page, ruled("background: url(HTTP)")],
  ["style border image", page, ruled("border: 1px solid; border-image-source: url(HTTP)")],
  ["style list image", page, ruled("display: list-item; list-style-image: url(HTTP)")],
  ["style content", page, ruled("content: url(HTTP)")],
  ["style cursor", page, ruled("cursor: url(HTTP), auto")],
  ["style mask", page, ruled("mask-image: url(HTTP)")],
  ["style shape", page, ruled("float: left; shape-outside: url(HTTP)")],
  ["style image-set", page, ruled("background: image-set(url(HTTP) 1x)")],
  ["style filter", page, ruled("filter: url(OWN#f)")],
  ["style font", page, (to, kit) => {
    kit.sheet(`@font-face { font-family: f${to.route}; src: url(${to.http}); }`);
    const text = kit.make("p");
    text.style.fontFamily = `f${to.route}`;
    text.append("x");
  }],
  ["font object", page, (to) => new FontFace("f", `url(${to.http})`).load()],
  ["style attribute", page, (to, kit) => kit.make("p", { style: `background: url(${to.http})` }).append("x")],
  ["style by script", page, (to, kit) => {
    const text = kit.make("p");
    text.style.backgroundImage = `url(${to.http})`;
    text.append("x");
  }],
  ["adopted style sheet", page, (to, kit) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.s${to.route} { background: url(${to.http}); }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    kit.make("p", { class: `s${to.route}` }).append("x");
  }],
];
