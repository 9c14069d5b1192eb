// The replies of the shipped module beside those of the native program: node same.mjs GLUE_FOLDER FILE
// FILE holds one line of JSON for each request, as `bench same --out FILE` writes them. Prints one line of JSON.
import { readFileSync } from "node:fs";
import { cpu, load } from "./glue.mjs";

const [folder, file] = process.argv.slice(2);
const { glue } = await load(folder);
const planner = new glue.Planner();
const differ = [];
const seconds = {};
let replies = 0;
for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
  const { operation, request, reply } = JSON.parse(line);
  const from = cpu();
  const found = planner.run(operation, request);
  seconds[operation] = Math.max(seconds[operation] ?? 0, Number((cpu() - from).toFixed(3)));
  replies += 1;
  if (found !== reply) {
    const at = [...reply].findIndex((letter, place) => letter !== found[place]);
    differ.push(`${operation} ${request.slice(0, 120)}: at ${at}, \`${reply.slice(at - 40, at + 40)}\` is \`${found.slice(at - 40, at + 40)}\``);
  }
}
console.log(JSON.stringify({ replies, differ, most_cpu_seconds: seconds }));
