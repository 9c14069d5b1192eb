// Forecasts the series of a file in Node with the shipped module: node forecast.mjs GLUE_FOLDER PROBLEM_FILE OUT_FILE
// The operation that the page asks for; only forecasts are timed, not the compiling of the module.
import { readFileSync, writeFileSync } from "node:fs";
import { cpu, load } from "./glue.mjs";

const [folder, problemFile, outFile] = process.argv.slice(2);
const { glue } = await load(folder);
const { season, horizon, windows } = JSON.parse(readFileSync(problemFile, "utf8"));
const planner = new glue.Planner();

const ahead = ({ ahead: { point, fan } }) => ({
  point, low80: fan.p10, high80: fan.p90, low95: fan.low95, high95: fan.high95,
});
const begin = cpu();
const said = windows.map((series) => {
  const given = series.map(({ id, values }) => ({ id, values, seasons: [season] }));
  planner.start("forecast", JSON.stringify({ horizon, series: given }));
  while (!planner.advance(10).done);
  return JSON.parse(planner.finish()).given.map(ahead);
});
const seconds = cpu() - begin;
writeFileSync(outFile, JSON.stringify({ seconds, methods: [{ name: "Rosterwell", windows: said }] }));
