// Makes a classic script small, in place: node minify.mjs FILE. What it declares at the top keeps its name.
import { readFileSync, writeFileSync } from "node:fs";
import { minifySync } from "vite";

const [file] = process.argv.slice(2);
const { code, errors } = minifySync(file, readFileSync(file, "utf8"));
if (errors.length > 0) throw new Error(errors.map((error) => error.message).join("\n"));
writeFileSync(file, code);
