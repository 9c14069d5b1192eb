import "./rosterwell/define.js";

const planner = document.querySelector("rw-planner");
const status = document.getElementById("status");
planner.plan = JSON.parse(document.getElementById("clinic").textContent);
planner.addEventListener("rw-ready", () => (status.textContent = "Ready"));
// The portal keeps files itself: whatever the user takes out goes into the reader's folder there, not onto the disk.
planner.addEventListener("rw-export", (event) => {
  event.preventDefault();
  status.textContent = `Kept ${event.detail.name} in the portal`;
});
