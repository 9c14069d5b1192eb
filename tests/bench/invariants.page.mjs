// Finds the plans of cases again in the page in Chromium: node invariants.page.mjs PAGE_FILE CASES_FILE
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { engine, openPlanner } from "../page/support/page.mjs";

const [pageFile, casesFile] = process.argv.slice(2);
const closing = [];
const { page, trouble } = await openPlanner({ after: (close) => closing.unshift(close) }, { url: pathToFileURL(pageFile).href });
const { run, task } = await engine(page);

let cases = 0;
const failures = [];
for await (const line of createInterface({ input: createReadStream(casesFile) })) {
  const { seed, open, operation, request, outcome } = JSON.parse(line);
  // A refusal comes through the browser's tools as text, without its code.
  const found = await (async () => {
    try {
      if (open) await run("open", open);
      return (await task(operation, request, 50)).hash;
    } catch (error) {
      return String(error).split("\n")[0];
    }
  })();
  cases += 1;
  const agrees = /^[0-9a-f]{64}$/.test(outcome) ? found === outcome : found.includes("RosterwellError");
  if (!agrees) failures.push(`seed ${seed}: ${outcome} natively, ${found} in Chromium`);
}
for (const close of closing) await close();
console.log(JSON.stringify({ cases, failures: failures.concat(trouble.map((text) => `the page: ${text}`)) }));
