// Code in another thread, which might have rules of its own.
const page = ["page"];
const both = ["page", "worker"];

export const workers = [
  ["worker of a blob", both, (to, kit) => kit.worker(`fetch("${to.http}", { mode: "no-cors" })`)],
  ["worker of a blob, socket", both, (to, kit) => kit.worker(`new WebSocket("${to.ws}")`)],
  ["worker of a blob, importScripts", both, (to, kit) => kit.worker(`importScripts("${to.http}")`)],
  ["worker of a blob, import()", both, (to, kit) => kit.worker(`import("${to.http}")`, { type: "module" })],
  ["worker of a blob, worker inside", both, (to, kit) =>
    kit.worker(`new Worker(URL.createObjectURL(new Blob(['fetch("${to.http}", { mode: "no-cors" })'])))`)],
  ["worker of data", both, (to, kit) => new Worker(kit.data(`fetch("${to.http}", { mode: "no-cors" })`))],
  ["worker of the own server", both, (to) => new Worker(to.own)],
  ["worker module of the own server", both, (to) => new Worker(to.own, { type: "module" })],
  ["shared worker of a blob", page, (to, kit) => new SharedWorker(kit.blob(`fetch("${to.http}", { mode: "no-cors" })`))],
  ["shared worker of the own server", page, (to) => new SharedWorker(to.own)],
  ["service worker", page, (to) => navigator.serviceWorker.register(to.own)],
  ["audio worklet", page, (to) => new AudioContext().audioWorklet.addModule(to.http)],
  ["paint worklet", page, (to) => CSS.paintWorklet.addModule(to.http)],
];
