// Why an engine was not even tried.

/**
 * `foreign`: its place is of another origin; `missing`: a part of it could not be loaded; `bytes`: what was handed in is not
 * an engine. `detail` is the address or the name of the part.
 */
export class EngineRefused extends Error {
  readonly code: "foreign" | "missing" | "bytes";
  readonly detail: string;

  constructor(code: EngineRefused["code"], detail: string) {
    super(`the engine was refused: ${code} ${detail}`);
    this.name = "EngineRefused";
    this.code = code;
    this.detail = detail;
  }
}
