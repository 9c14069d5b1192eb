// Telling somebody who may talk: a page without a policy, from the same place, that passes on whatever it finds.
const page = ["page"];

export const neighbors = [
  ["message to the parent", page, (to) => parent.postMessage(to.passOn, "*")],
  ["message to the top", page, (to) => top.postMessage(to.passOn, "*")],
  ["message to the opener", page, (to) => (opener ?? top.opener).postMessage(to.passOn, "*")],
  ["broadcast", ["page", "worker"], (to) => new BroadcastChannel("sweep").postMessage(to.passOn)],
  ["local storage", page, (to) => localStorage.setItem(`sweep ${to.route}`, to.passOn)],
  ["cookie", page, (to) => (document.cookie = `sweep-${to.route}=${encodeURIComponent(to.passOn)}`)],
  ["cache", ["page", "worker"], async (to) => (await caches.open("sweep")).put(`https://passed.example/?${encodeURIComponent(to.passOn)}`, new Response("x"))],
  ["lock name", ["page", "worker"], (to) => void navigator.locks.request(to.passOn, () => new Promise(() => {}))],
];
