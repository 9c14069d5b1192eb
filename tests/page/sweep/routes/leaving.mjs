// What a page says while it is closed.
const leave = ["leave"];

export const leaving = [
  ["beacon on leaving", leave, (to) => addEventListener("pagehide", () => navigator.sendBeacon(to.http, "secret"))],
  ["fetch on leaving", leave, (to) => addEventListener("pagehide", () => fetch(to.http, { mode: "no-cors", method: "POST", body: "secret", keepalive: true }))],
  ["fetch later on leaving", leave, (to) => addEventListener("pagehide", () => fetchLater(to.https))],
];
