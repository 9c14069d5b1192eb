// What the engine says, in Spanish.
import type { Catalogue } from "../../engine.ts";
import { FORECASTS, PILOTS, SCENARIOS, SIMULATIONS } from "./ahead.ts";
import { ATTENDANCE, BUFFERS, TRIAGE, WORKLOAD } from "./care.ts";
import { BESIDE, DEFINITIONS, NAMES } from "./kpis.ts";
import { FILES, ROWS } from "./issues.ts";
import { BROKEN, DAY, DOUBTS, LISTS, REASONS, SHORT, VALUES } from "./plan.ts";

export const spanishEngine: Catalogue = {
  sentences: [
    ...NAMES, ...DEFINITIONS, ...BESIDE, ...BROKEN, ...DAY, ...REASONS, ...DOUBTS, ...FILES, ...ROWS, ...TRIAGE, ...ATTENDANCE, ...WORKLOAD, ...BUFFERS,
    ...VALUES, ...SHORT, ...FORECASTS, ...SCENARIOS, ...SIMULATIONS, ...PILOTS,
  ],
  values: [...VALUES, ...LISTS],
};
