// What the servers of the sweep hand out besides the planner.

/** Passes on whatever anybody tells it: by message, channel, storage, cookie, cache or the name of a lock. */
const PASS_ON = `
  const told = new Set();
  const passOn = (text) => {
    for (const [, address] of String(text).matchAll(/sweep:(http:[^\\s"&]+)/g)) {
      if (told.has(address)) continue;
      told.add(address);
      fetch(address, { mode: "no-cors" }).catch(() => {});
    }
  };
  addEventListener("message", (event) => passOn(event.data));
  new BroadcastChannel("sweep").onmessage = (event) => passOn(event.data);
  setInterval(async () => {
    try { for (const name of Object.keys(localStorage)) passOn(localStorage[name]); } catch {}
    try { passOn(decodeURIComponent(document.cookie)); } catch {}
    try { for (const each of await (await caches.open("sweep")).keys()) passOn(decodeURIComponent(each.url)); } catch {}
    try { for (const each of (await navigator.locks.query()).held) passOn(each.name); } catch {}
  }, 100);
`;

const document = (title, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}`;

/** A page without a policy that passes on what it is told. It is also the control: whatever a page may do, it may. */
export const neighbor = document("neighbor", `<script>${PASS_ON}</script>`);

/** A portal that embeds the planner as docs/hosting.md says, and passes on what it is told. */
export const portal = (planner) =>
  document("portal", `<script>${PASS_ON}</script><iframe sandbox="allow-scripts allow-downloads" src="${planner}"></iframe>`);
