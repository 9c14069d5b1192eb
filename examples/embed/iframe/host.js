// A portal that frames the planner's single file, served from another origin. It listens before it makes the frame, as the
// planner speaks first; after its answer only the port is used.
const VERSION = 1;
const place = document.getElementById("place");
const status = document.getElementById("status");
const solve = document.getElementById("solve");
const frame = document.createElement("iframe");

function answer(event) {
  // A sandboxed frame has no origin to compare: who it is tells its window.
  if (event.source !== frame.contentWindow || event.data?.type !== "hello" || event.data.version !== VERSION) return;
  removeEventListener("message", answer);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => follow(port1, data);
  // Nothing but the planner's own nonce and a port is in the answer.
  frame.contentWindow.postMessage({ type: "hello", version: VERSION, nonce: event.data.nonce }, "*", [port2]);
}

async function follow(port, message) {
  switch (message.type) {
    case "ready":
      if (message.id !== null) break;
      port.postMessage({ type: "load", version: VERSION, id: 1, document: await (await fetch("clinic.json")).text() });
      solve.disabled = false;
      solve.onclick = () => port.postMessage({ type: "solve", version: VERSION, id: 2 });
      status.textContent = "Ready";
      break;
    case "progress":
      status.textContent = `Step ${message.step} of ${message.steps}`;
      break;
    case "result":
      status.textContent = `${JSON.parse(message.plan).sessions.length} sessions received`;
      break;
    case "resize":
      frame.style.blockSize = `${message.height}px`;
      break;
    case "error":
      status.textContent = `Refused: ${message.code}`;
      break;
  }
}

addEventListener("message", answer);
frame.title = "Planner";
frame.sandbox = "allow-scripts allow-downloads";
frame.src = place.dataset.planner;
place.append(frame);
