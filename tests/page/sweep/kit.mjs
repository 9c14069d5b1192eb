// What routes use inside the page. It is handed over as text, so it may name nothing of this file.
function kit() {
  const svg = "http://www.w3.org/2000/svg";
  const math = "http://www.w3.org/1998/Math/MathML";
  const blob = (text, type = "text/javascript") => URL.createObjectURL(new Blob([text], { type }));
  const make = (tag, attributes = {}, parent = document.body, namespace = "http://www.w3.org/1999/xhtml") => {
    const element = document.createElementNS(namespace, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };
  const sheet = (text) => make("style", {}, document.head).append(text);
  return {
    svg,
    math,
    blob,
    make,
    sheet,
    data: (text, type = "text/javascript") => `data:${type},${encodeURIComponent(text)}`,
    worker: (text, options) => new Worker(blob(text), options),
    ruled: (to, declaration) => {
      const name = `s${to.route}`;
      make("p", { class: name }).append("x");
      sheet(`.${name} { ${declaration.replace("HTTP", to.http).replace("OWN", to.own)} }`);
    },
    peer: async (Peer, iceServers) => {
      const peer = new Peer({ iceServers });
      peer.createDataChannel("sweep");
      await peer.setLocalDescription(await peer.createOffer());
    },
  };
}

/**
 * The text that tries routes one after the other, `pause` milliseconds apart, each with its addresses. It starts them from a timer: what a debugger
 * runs may do more than what a page runs. Its value is how many were started.
 */
export const trying = (tries, pause) => `
  const kit = (${kit})();
  const tries = [${tries.map(({ code, to }) => `[${code}, ${JSON.stringify(to)}]`).join(",\n")}];
  let started = 0;
  return new Promise((done) => {
    const next = () => {
      const [run, to] = tries.shift() ?? [];
      if (!run) return done(started);
      started += 1;
      setTimeout(next, ${pause});
      try {
        Promise.resolve(run(to, kit)).catch(() => {});
      } catch {}
    };
    setTimeout(next);
  });`;
