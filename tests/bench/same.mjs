// The replies of the shipped modules beside those of the native program: node same.mjs GLUE_FOLDER FILE
// FILE holds one line of JSON for each request, as `bench same --out FILE` writes them. Prints one line of JSON.
import { readFileSync } from "node:fs";
import { cpu, load } from "./glue.mjs";

const [folder, file] = process.argv.slice(2);
const core = await load(folder);
const records = await load(folder, "records");
const planning = new core.glue.Planner();
const files = new records.glue.Planner();
const planned = new Set(core.glue.operations().map(({ name }) => name));
const change = new Set(["open", "sample", "amend"]);
const differ = [];
const seconds = {};
let replies = 0;
for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
  const { operation, request, reply } = JSON.parse(line);
  const from = cpu();
  const planner = planned.has(operation) ? planning : files;
  const found = planner.run(operation, request);
  seconds[operation] = Math.max(seconds[operation] ?? 0, Number((cpu() - from).toFixed(3)));
  replies += 1;
  if (change.has(operation)) files.run("open", planning.run("document", "{}"));
  if (operation === "import") planning.run("open", files.run("document", "{}"));
  if (found !== reply) {
    const at = [...reply].findIndex((letter, place) => letter !== found[place]);
    differ.push(`${operation} ${request.slice(0, 120)}: at ${at}, \`${reply.slice(at - 40, at + 40)}\` is \`${found.slice(at - 40, at + 40)}\``);
  }
}
console.log(JSON.stringify({ replies, differ, most_cpu_seconds: seconds }));
