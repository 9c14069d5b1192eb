"use strict";
// Keeps ciphertext for the frame, which has no storage of its own: one port, three verbs. It never sees a key. And gives
// the frame the port of a portal around this page, if the file names the portal's origin; what goes through it is not seen here.
(() => {
  const frame = document.querySelector("iframe");
  const KEYS = /^[a-z0-9]{1,16}$/;
  const LIMIT = 64 << 20;
  let given = false;
  let opening;
  let writer;
  let news;

  const open = () =>
    (opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open("rosterwell", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept");
      request.onsuccess = () => {
        // Another tab wipes: this one lets go, so that it need not wait.
        request.result.onversionchange = () => {
          request.result.close();
          opening = undefined;
        };
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    }));

  // One tab writes. Where the browser has no locks for this page, the generation alone keeps tabs apart.
  const lock = () =>
    new Promise((resolve) => {
      if (writer) return resolve(true);
      if (!navigator.locks) return resolve(undefined);
      navigator.locks
        .request("rosterwell", { ifAvailable: true }, (held) => {
          resolve((writer = held !== null));
          return held && new Promise(() => {});
        })
        .catch(() => resolve(undefined));
    });

  // One transaction: either all of it is there afterwards or nothing. `work` gets the generation found in it.
  const within = async (mode, work) => {
    const base = await open();
    return new Promise((resolve, reject) => {
      const deed = base.transaction("kept", mode, { durability: "strict" });
      const kept = deed.objectStore("kept");
      let reply;
      const counted = kept.get("generation");
      counted.onsuccess = () => {
        try {
          reply = work(kept, counted.result ?? 0, deed);
        } catch (error) {
          reject(error);
          deed.abort();
        }
      };
      deed.oncomplete = () => resolve(typeof reply === "function" ? reply() : reply);
      deed.onabort = () => reject(reply?.error ? new Error(reply.error) : deed.error);
    });
  };

  const verbs = {
    async get({ key }) {
      const mine = await lock();
      return within("readonly", (kept, generation) => {
        const found = kept.get(key);
        return () => ({ bytes: found.result, generation, writer: mine });
      });
    },
    async put({ key, bytes, generation }) {
      if ((await lock()) === false) throw new Error("busy");
      return within("readwrite", (kept, now, deed) => {
        if (now !== generation) {
          deed.abort();
          return { error: "changed" };
        }
        kept.put(bytes, key);
        kept.put(now + 1, "generation");
        return () => {
          news?.postMessage(now + 1);
          return { generation: now + 1 };
        };
      });
    },
    async wipe() {
      // The slots hold the wrapped key: they go first.
      for (const doomed of [["slot0", "slot1"], ["head", "note0", "note1"]]) {
        await within("readwrite", (kept, generation) => {
          for (const key of doomed) kept.delete(key);
          kept.put(generation + 1, "generation");
        });
      }
      const generation = await within("readonly", (_, now) => now);
      (await open()).close();
      opening = undefined;
      indexedDB.deleteDatabase("rosterwell");
      news?.postMessage(generation);
      return {};
    },
  };

  const valid = ({ id, verb, key, bytes, generation }) =>
    Number.isSafeInteger(id) &&
    Object.hasOwn(verbs, verb) &&
    (verb === "wipe" || (typeof key === "string" && KEYS.test(key) && key !== "generation")) &&
    (verb !== "put" || (bytes instanceof Uint8Array && bytes.byteLength <= LIMIT && Number.isSafeInteger(generation)));

  addEventListener("message", (event) => {
    if (given || event.source !== frame.contentWindow || event.data !== "rosterwell-store") return;
    given = true;
    const { port1, port2 } = new MessageChannel();
    let last = Promise.resolve();
    port1.onmessage = ({ data }) => {
      if (typeof data !== "object" || data === null || !valid(data)) return;
      last = last.then(async () => {
        try {
          port1.postMessage({ id: data.id, ...(await verbs[data.verb](data)) });
        } catch (error) {
          const name = error?.name === "QuotaExceededError" ? "full" : error?.message;
          port1.postMessage({ id: data.id, error: ["full", "busy", "changed"].includes(name) ? name : "denied" });
        }
      });
    };
    try {
      news = new BroadcastChannel("rosterwell");
      news.onmessage = ({ data }) => port1.postMessage({ changed: data });
    } catch {
      // Without an origin there are no other tabs to hear of.
    }
    // The frame has no origin to name. Nothing but the port is in the message.
    frame.contentWindow.postMessage("rosterwell-store", "*", [port2]);
  });

  const portals = document.querySelector("meta[name=portals]").content.split(" ").filter(Boolean);
  let met;
  let wanted = false;
  const introduce = () => {
    if (!met || !wanted) return;
    // The frame has no origin to name. The portal's origin and the port are all that is in the message.
    frame.contentWindow.postMessage({ portal: met.origin }, "*", [met.port]);
    [met, wanted] = [undefined, false];
  };

  const meet = () => {
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const hello = (data) =>
      typeof data === "object" && data !== null && Object.keys(data).sort().join() === "nonce,type,version" && data.type === "hello" && data.version === 1 && data.nonce === nonce;
    const answered = (event) => {
      if (event.source !== parent || !portals.includes(event.origin) || event.ports.length !== 1 || !hello(event.data)) return;
      removeEventListener("message", answered);
      met = { origin: event.origin, port: event.ports[0] };
      introduce();
    };
    addEventListener("message", answered);
    for (const origin of portals) parent.postMessage({ type: "hello", version: 1, nonce }, origin);
  };

  if (parent !== window && portals.length > 0) {
    addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow || event.data !== "rosterwell-portal") return;
      wanted = true;
      introduce();
    });
    meet();
  }
})();
