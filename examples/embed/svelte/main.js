import { mount } from "svelte";
import "rosterwell/define";
import Planner from "./Planner.svelte";

const clinic = await (await fetch("clinic.json")).json();
mount(Planner, { target: document.getElementById("root"), props: { clinic } });
