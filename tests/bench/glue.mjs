// What the benchmarks in Node share: the shipped module and the CPU clock.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Loads a module and its glue from the folder that `bench` has put them in; `memory` is the module's own. */
export const load = async (folder, name = "core") => {
  const glue = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  const { memory } = glue.initSync({ module: readFileSync(join(folder, `${name}_bg.wasm`)) });
  return { glue, memory };
};

/** CPU seconds of this process so far: all its threads, so that compiling and tidying up count too. */
export const cpu = () => {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
};
