// An independent witness: counts whatever arrives by TCP or UDP, whoever sent it.
import { createServer } from "node:http";
import { createSocket } from "node:dgram";

/** Listens on this machine until the test is over. `seen` fills with one line per request or packet. */
export async function listen(t) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(204, { "access-control-allow-origin": "*" });
    response.end();
  });
  // A connection without a request (preconnect, a socket handshake that breaks off) counts too.
  server.on("connection", () => seen.push("tcp connection"));
  server.on("connect", (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.destroy();
  });
  server.on("upgrade", (request, socket) => {
    seen.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const udp = createSocket("udp4", () => seen.push("udp packet"));
  await new Promise((resolve) => udp.bind(0, "127.0.0.1", resolve));
  t.after(() => {
    udp.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    seen,
    url: `http://127.0.0.1:${server.address().port}`,
    udpPort: udp.address().port,
  };
}

/** Ways of sending something out, each by name; run inside a page with the listener's address. */
export const probes = {
  fetch: (url) => fetch(`${url}/fetch`, { mode: "no-cors" }),
  keepalive: (url) => fetch(`${url}/keepalive`, { mode: "no-cors", keepalive: true, method: "POST", body: "x" }),
  xhr: (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", `${url}/xhr`);
    request.send();
  },
  socket: (url) => new WebSocket(`${url.replace("http", "ws")}/socket`),
  events: (url) => new EventSource(`${url}/events`),
  beacon: (url) => navigator.sendBeacon(`${url}/beacon`, "x"),
  image: (url) => (new Image().src = `${url}/image`),
  style: (url) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: `${url}/style` });
    document.head.append(link);
  },
  prefetch: (url) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "prefetch", href: `${url}/prefetch` });
    document.head.append(link);
  },
  font: (url) => new FontFace("probe", `url(${url}/font)`).load(),
  frame: (url) => {
    const frame = document.createElement("iframe");
    frame.src = `${url}/frame`;
    document.body.append(frame);
  },
  video: (url) => {
    const video = document.createElement("video");
    Object.assign(video, { src: `${url}/video`, preload: "auto" });
    document.body.append(video);
  },
  form: (url) => {
    const form = document.createElement("form");
    Object.assign(form, { action: `${url}/form`, method: "post", target: "_blank" });
    document.body.append(form);
    form.submit();
  },
  window: (url) => window.open(`${url}/window`),
  link: (url) => {
    const link = document.createElement("a");
    Object.assign(link, { href: `${url}/link`, target: "_blank" });
    document.body.append(link);
    link.click();
  },
  import: (url) => import(`${url}/import`),
  worker: (url) => {
    const code = `fetch("${url}/worker", { mode: "no-cors" })`;
    return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  },
  stun: async (_, udpPort) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
    peer.createDataChannel("probe");
    await peer.setLocalDescription(await peer.createOffer());
  },
  topNavigate: (url) => (top.location.href = `${url}/topNavigate`),
  navigate: (url) => (location.href = `${url}/navigate`),
};

/** Runs probes in a frame, all of them if none are named. One that throws has been stopped early, which is as good. */
export async function runProbes(frame, { url, udpPort }, names = Object.keys(probes)) {
  for (const name of names) {
    const probe = probes[name];
    try {
      await frame.evaluate(`(async () => { try { await (${probe})("${url}", ${udpPort}) } catch {} })()`);
    } catch {
      // The frame was navigated away: that the listener has seen it, or not, is what counts.
    }
    await new Promise((resolve) => setTimeout(resolve, name.toLowerCase().includes("navigate") ? 500 : 30));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_500));
}
