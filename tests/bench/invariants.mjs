// Finds the plans of cases again in the shipped module in Node: node invariants.mjs GLUE_FOLDER CASES_FILE
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { load } from "./glue.mjs";

const [folder, casesFile] = process.argv.slice(2);
const { glue } = await load(folder);

/** The hash of the plan, or the code of the error. */
const outcome = ({ open, operation, request }) => {
  const planner = new glue.Planner();
  try {
    if (open) planner.run("open", JSON.stringify(open));
    planner.start(operation, JSON.stringify(request));
    // In slices of odd sizes: how the steps are cut up must not matter.
    for (let steps = 1; !planner.advance(steps).done; steps += 7);
    return JSON.parse(planner.finish()).hash;
  } catch (error) {
    if (error.name !== "RosterwellError") throw error;
    return error.code;
  } finally {
    planner.free();
  }
};

let cases = 0;
const failures = [];
for await (const line of createInterface({ input: createReadStream(casesFile) })) {
  const entry = JSON.parse(line);
  const found = outcome(entry);
  cases += 1;
  if (found !== entry.outcome) failures.push(`seed ${entry.seed}: ${entry.outcome} natively, ${found} in Node`);
}
console.log(JSON.stringify({ cases, failures }));
