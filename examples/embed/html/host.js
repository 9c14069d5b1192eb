// A page without tools: the package lies beside it in the folder `rosterwell`.
import "./rosterwell/define.js";

const planner = document.getElementById("planner");
const status = document.getElementById("status");

planner.addEventListener("rw-ready", () => (status.textContent = "Ready"));
planner.addEventListener("rw-plan-change", ({ detail }) => (status.textContent = detail.label ?? detail.kind));
planner.addEventListener("rw-solve-end", ({ detail }) => {
  if (detail.result) status.textContent = `${detail.result.unplaced} sessions have no place`;
});
planner.addEventListener("rw-error", ({ detail }) => (status.textContent = detail.message));

planner.config = { sample: { kind: "addiction_treatment", clinicians: 8, seed: 1 } };
