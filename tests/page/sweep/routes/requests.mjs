// Requests that a script makes by name. In a worker too, where there is no document.
const both = ["page", "worker"];

export const requests = [
  ["fetch", both, (to) => fetch(to.http)],
  ["fetch, no-cors", both, (to) => fetch(to.http, { mode: "no-cors" })],
  ["fetch, post", both, (to) => fetch(to.http, { mode: "no-cors", method: "POST", body: "secret" })],
  ["fetch, keepalive", both, (to) => fetch(to.http, { mode: "no-cors", method: "POST", body: "secret", keepalive: true })],
  ["fetch, preflight", both, (to) => fetch(to.http, { method: "PUT", headers: { "x-secret": "1" }, body: "secret" })],
  ["fetch, credentials", both, (to) => fetch(to.http, { mode: "no-cors", credentials: "include" })],
  ["fetch, own server", both, (to) => fetch(to.own)],
  ["fetch, https", both, (to) => fetch(to.https, { mode: "no-cors" })],
  ["xhr", both, (to) => {
    const request = new XMLHttpRequest();
    request.open("GET", to.http);
    request.send();
  }],
  ["xhr, post", both, (to) => {
    const request = new XMLHttpRequest();
    request.open("POST", to.http);
    request.send("secret");
  }],
  ["xhr, synchronous", both, (to) => {
    const request = new XMLHttpRequest();
    request.open("GET", to.http, false);
    request.send();
  }],
  ["beacon", ["page"], (to) => navigator.sendBeacon(to.http, "secret")],
  ["beacon, blob", ["page"], (to) => navigator.sendBeacon(to.http, new Blob(["secret"], { type: "text/plain" }))],
  ["websocket", both, (to) => new WebSocket(to.ws)],
  ["websocket, secure", both, (to) => new WebSocket(to.wss)],
  ["websocket stream", both, (to) => new WebSocketStream(to.ws).opened],
  ["event source", both, (to) => new EventSource(to.http)],
  ["web transport", both, (to) => new WebTransport(to.https).ready],
  ["fetch later", ["page"], (to) => fetchLater(to.https, { activateAfter: 0 })],
  ["cache add", both, async (to) => (await caches.open("sweep")).add(to.http)],
  ["federated identity", ["page"], (to) =>
    navigator.credentials.get({ identity: { providers: [{ configURL: to.https, clientId: "secret", nonce: "1" }] } })],
  ["payment method", ["page"], (to) =>
    new PaymentRequest([{ supportedMethods: to.https }], { total: { label: "x", amount: { currency: "USD", value: "1" } } }).canMakePayment()],
  ["related origins of a key", ["page"], (to) =>
    navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: to.host } })],
];
