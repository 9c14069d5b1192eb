// How long the shipped modules take to read a file in Node, and how much memory: node import.mjs GLUE_FOLDER FILE
// The counterpart of import.rs, by the way that the page goes: a workbook is read by its own module first, and its tables
// cross to the records module as JSON.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { cpu, load } from "./glue.mjs";

const [folder, file] = process.argv.slice(2);
const records = await load(folder, "records");
const isWorkbook = file.endsWith(".xlsx");
const workbook = isWorkbook ? await load(folder, "workbook") : undefined;
const bytes = readFileSync(file);
const planner = new records.glue.Planner();

const begin = cpu();
const name = basename(file);
const content = workbook ? { tables: JSON.parse(workbook.glue.readWorkbook(bytes)).tables } : { text: bytes.toString("utf8") };
const reply = JSON.parse(planner.run("import", JSON.stringify({ files: [{ name, ...content }], preview: true })));
const seconds = cpu() - begin;
const rows = reply.counts.reduce((sum, count) => sum + count.used, 0);
// A module never gives memory back: what it has in the end is the most it ever had.
console.log(
  JSON.stringify({
    form: name,
    file_mb: bytes.length / 1e6,
    rows,
    issues: reply.issues.length,
    seconds,
    records_bytes: records.memory.buffer.byteLength,
    workbook_bytes: workbook?.memory.buffer.byteLength,
  }),
);
