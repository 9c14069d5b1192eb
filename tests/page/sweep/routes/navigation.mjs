// Going somewhere else: an address is enough to carry data. What might take the page away has a page to itself.
const page = ["page"];
const alone = ["alone"];
const away = ["away"];
const form = (attributes, button = {}) => `(to, kit) => {
  const form = kit.make("form", { ...${JSON.stringify(attributes)}, action: to.http });
  kit.make("input", { name: "a", value: "secret" }, form);
  kit.make("button", ${JSON.stringify(button)}, form).click();
}`;

export const navigation = [
  ["form, get, itself", alone, form({})],
  ["form, post, itself", alone, form({ method: "post" })],
  ["form, post, new window", away, form({ method: "post", target: "_blank" })],
  ["form, post, top", away, form({ method: "post", target: "_top" })],
  ["form, post, frame", page, (to, kit) => {
    kit.make("iframe", { name: `f${to.route}` });
    kit.make("form", { method: "post", action: to.http, target: `f${to.route}` }).submit();
  }],
  ["form, address of the button", alone, (to, kit) => kit.make("button", { formaction: to.http }, kit.make("form", { action: "data:," })).click()],
  ["location.href", alone, (to) => (location.href = to.http)],
  ["location.assign", alone, (to) => location.assign(to.http)],
  ["location.replace", alone, (to) => location.replace(to.http)],
  ["location, own server", alone, (to) => (location.href = to.own)],
  ["top.location", away, (to) => (top.location.href = to.http)],
  ["parent.location", away, (to) => (parent.location.href = to.http)],
  ["navigation.navigate", alone, (to) => navigation.navigate(to.http)],
  ["history and reload", alone, (to) => {
    history.replaceState(null, "", to.own);
    location.reload();
  }],
  ["meta refresh", alone, (to, kit) => kit.make("meta", { "http-equiv": "refresh", content: `0; url=${to.http}` }, document.head)],
  ["window.open", away, (to) => window.open(to.http)],
  ["window.open, noopener", away, (to) => window.open(to.http, "", "noopener")],
  ["window.open, itself", alone, (to) => window.open(to.http, "_self")],
  ["window.open, top", away, (to) => window.open(to.http, "_top")],
  ["link", alone, (to, kit) => kit.make("a", { href: to.http }).click()],
  ["link, new window", away, (to, kit) => kit.make("a", { href: to.http, target: "_blank" }).click()],
  ["link, top", away, (to, kit) => kit.make("a", { href: to.http, target: "_top" }).click()],
  ["link, download", alone, (to, kit) => kit.make("a", { href: to.http, download: "x" }).click()],
  ["link, download, own server", alone, (to, kit) => kit.make("a", { href: to.own, download: "x" }).click()],
  ["link of svg", alone, (to, kit) => kit.make("a", { href: to.http }, kit.make("svg", {}, document.body, kit.svg), kit.svg).dispatchEvent(new MouseEvent("click"))],
  ["link of MathML", alone, (to, kit) => kit.make("mrow", { href: to.http }, kit.make("math", {}, document.body, kit.math), kit.math).dispatchEvent(new MouseEvent("click"))],
  ["area of a map", alone, (to, kit) => kit.make("area", { href: to.http }, kit.make("map", { name: "m" })).click()],
  ["ping of a link", alone, (to, kit) => kit.make("a", { href: "#here", ping: to.http }).click()],
  ["blob document", alone, (to, kit) => (location.href = kit.blob(`<img src="${to.http}">`, "text/html"))],
  ["document.write", alone, (to) => document.write(`<img src="${to.http}">`)],
];
