import { createApp } from "vue";
import "rosterwell/define";
import Planner from "./Planner.vue";

const document = await (await fetch("clinic.json")).json();
createApp(Planner, { document }).mount("#root");
