// A portal that makes its pages on the server, as those of ASP.NET or Java do: node server.mjs. The page carries its clinic
// as data, the policy comes in a header, and the engine's files lie on the portal's own origin.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "worker-src 'self'", "connect-src 'self'", "img-src data:",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types rosterwell lit-html",
].join("; ");

/** A worker's file follows the policy of its own header: the engine compiles its modules, and reaches nobody. */
const WORKER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'none'";

const TYPES = { js: "text/javascript", css: "text/css", wasm: "application/wasm" };

/** Text as it may stand in a script element of data. */
const data = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
/** Text as it may stand in an element or an attribute. */
const text = (value) => String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The page for one clinic and one reader. */
export function page({ clinic, reader, locale }) {
  return `<!doctype html>
<html lang="${text(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(clinic.settings.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="portal.css">
<script type="module" src="portal.js"></script>
</head>
<body>
<p>${text(reader.name)}</p>
<p id="status" role="status"></p>
<script type="application/json" id="clinic">${data(clinic)}</script>
<rw-planner asset-base="rosterwell" locale="${text(locale)}"${reader.mayPlan ? "" : " readonly"}></rw-planner>
</body>
</html>`;
}

/** Serves it: `packageFolder` is where `rosterwell` is installed. */
export function portal({ packageFolder, model }) {
  return createServer((request, response) => {
    const path = new URL(request.url, "http://portal").pathname;
    const send = (type, body, policy = POLICY) => response.writeHead(200, { "content-type": type, "content-security-policy": policy, "x-content-type-options": "nosniff" }).end(body);
    const [, file] = /^\/rosterwell\/([\w.]+)$/.exec(path) ?? [];
    try {
      if (path === "/") send("text/html; charset=utf-8", page(model));
      else if (file) send(TYPES[file.split(".").at(-1)], readFileSync(join(packageFolder, file)), file === "worker.js" ? WORKER_POLICY : POLICY);
      else if (["/portal.js", "/portal.css"].includes(path)) send(TYPES[path.split(".").at(-1)], readFileSync(join(folder, basename(path))));
      else response.writeHead(404).end();
    } catch {
      response.writeHead(404).end();
    }
  });
}
