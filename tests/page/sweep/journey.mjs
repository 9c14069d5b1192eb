// The first five minutes from the file on the disk, in a network that counts; prints packets by interface as JSON.
import { packets } from "./namespace.mjs";
import { launch, look, go, openPlanner, until } from "../support/page.mjs";

const byHand = { after: () => {} };
/** What the browser asks its maker for by itself; everything else would be looked up, and counted. */
const OF_THE_BROWSER = "--host-resolver-rules=MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND";
const begin = packets();
const browser = await launch(byHand, { args: [OF_THE_BROWSER] });
const { app, context, page, trouble } = await openPlanner(byHand, { browser, complete: true });
const done = ["sample clinic opened"];
const button = (name) => app.getByRole("button", { name, exact: true });
const saved = async (act) => {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return download.suggestedFilename();
};

await button("Optimize week").click();
await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "a proposal", 240_000);
await button("Keep this plan").click();
done.push("week optimized and kept");
await go(app, "Scenarios");
await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "scenarios", 240_000);
done.push("scenarios run");
await go(app, "Data");
done.push(`saved ${await saved(() => button("All tables, JSON").click())}`);
done.push(`saved ${await saved(() => app.getByRole("button", { name: /workbook/i }).first().click())}`);
await go(app, "Privacy");
done.push(`requests counted by the page: ${await look(app, "state.requests")}`);
await context.close();
const after = packets();

// The same network, and a page that does ask: the counter counts.
const other = await (await browser.newContext()).newPage();
await other.evaluate(() => fetch("http://192.0.2.77/", { mode: "no-cors", signal: AbortSignal.timeout(1_000) }).catch(() => {}));
await browser.close();
const control = packets();

const between = (from, to) => Object.fromEntries(Object.keys(to).map((name) => [name, to[name] - (from[name] ?? 0)]));
console.log(JSON.stringify({ done, trouble, journey: between(begin, after), control: between(after, control) }));
process.exit(0);
