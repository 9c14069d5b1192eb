// The witness of the sweep: it knows by name, address and port which route of which mode has sent something.
//
// Each route has a host name for each mode and an address for all of them, each mode a port. Names are looked up here, and
// whatever comes by TCP or UDP is written down with the most that it said: a look-up, a connection, something sent.
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { createSocket } from "node:dgram";
import { NAME_SERVER } from "./namespace.mjs";

const DOMAIN = "sweep.example";
/** The addresses of TEST-NET-2, RFC 5737: one for each route. */
const NETWORK = "198.51.100";
/** The first byte of a TLS record that begins a handshake, RFC 8446, section 5.1. */
const HANDSHAKE = 22;

/** What was seen, from least to most. A handshake of TLS says the name of the host; what comes after it is not spoken here. */
export const SEEN = ["nothing", "look-up", "connection", "handshake", "sent"];

/**
 * Listens for `routes` in `modes`, whose own pages `answer` hands out. `seen(mode, route)` is the most that was seen;
 * `others` are the names that were looked up and belong to no route.
 */
export async function witness(modes, routes, answer) {
  const found = new Map();
  const others = new Set();
  const note = (mode, number, what) => {
    const key = `${mode} ${number}`;
    if (SEEN.indexOf(what) > SEEN.indexOf(found.get(key) ?? "nothing")) found.set(key, what);
  };
  const ports = new Map();
  for (const [index, mode] of modes.entries()) {
    const port = 8100 + index;
    ports.set(mode, port);
    const http = createHttpServer((request, response) => {
      const own = /^\/own(\d+)/.exec(request.url);
      if (own) note(mode, Number(own[1]), "sent");
      if (own || !answer(mode, request, response)) {
        response.writeHead(204, { "access-control-allow-origin": "*" });
        response.end();
      }
    });
    const door = createServer((socket) => {
      const [network, number] = split(socket.localAddress);
      // The page's own server has another address; it counts what is asked of it by name alone.
      const count = (what) => network === NETWORK && note(mode, number, what);
      count("connection");
      socket.on("error", () => {});
      socket.once("data", (bytes) => {
        const handshake = bytes[0] === HANDSHAKE;
        count(handshake ? "handshake" : "sent");
        if (handshake) return socket.destroy();
        socket.pause();
        http.emit("connection", socket);
        socket.unshift(bytes);
        socket.resume();
      });
    });
    await new Promise((resolve) => door.listen(port, "0.0.0.0", resolve));
    for (const { number } of routes) {
      const udp = createSocket("udp4", () => note(mode, number, "sent"));
      await new Promise((resolve) => udp.bind(port, `${NETWORK}.${number}`, resolve));
    }
  }
  await nameServer((name) => {
    const [, number, mode] = new RegExp(`^(?:_\\d+\\._https\\.)?r(\\d+)-(\\w+)\\.${DOMAIN}$`).exec(name) ?? [];
    if (number === undefined) {
      others.add(name);
      return undefined;
    }
    note(mode, Number(number), "look-up");
    return `${NETWORK}.${number}`;
  });
  return {
    ports,
    others,
    seen: (mode, number) => found.get(`${mode} ${number}`) ?? "nothing",
    /** Where a route is to send things. */
    to: (mode, number, origin) => {
      const host = `r${number}-${mode}.${DOMAIN}`;
      const [address, path] = [`${host}:${ports.get(mode)}`, `r${number}?secret`];
      return {
        route: number,
        host,
        address: `${NETWORK}.${number}:${ports.get(mode)}`,
        http: `http://${address}/${path}`,
        https: `https://${address}/${path}`,
        ws: `ws://${address}/${path}`,
        wss: `wss://${address}/${path}`,
        own: `${origin}/own${number}?secret`,
        passOn: `sweep:http://${address}/${path}`,
      };
    },
  };
}

/** The first three numbers of an IPv4 address, and the last. */
function split(address = "") {
  const numbers = address.replace("::ffff:", "").split(".");
  return [numbers.slice(0, 3).join("."), Number(numbers[3])];
}

/** Answers questions for IPv4 addresses, RFC 1035; every other kind of question has no answer. */
async function nameServer(look) {
  const socket = createSocket("udp4");
  socket.on("message", (question, sender) => {
    const labels = [];
    let at = 12;
    for (let length = question[at]; length > 0; length = question[at]) {
      labels.push(question.toString("latin1", at + 1, at + 1 + length));
      at += length + 1;
    }
    const end = at + 5;
    const address = look(labels.join(".").toLowerCase());
    const wanted = address !== undefined && question.readUInt16BE(at + 1) === 1;
    const head = Buffer.from(question.subarray(0, 12));
    // An answer, recursion available; "no such name" for names of nobody.
    head.writeUInt16BE(address === undefined ? 0x8183 : 0x8180, 2);
    head.writeUInt16BE(wanted ? 1 : 0, 6);
    head.writeUInt32BE(0, 8);
    const answer = wanted ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split(".").map(Number)]) : Buffer.alloc(0);
    socket.send(Buffer.concat([head, question.subarray(12, end), answer]), sender.port, sender.address);
  });
  await new Promise((resolve) => socket.bind(53, NAME_SERVER, resolve));
}
