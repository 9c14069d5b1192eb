// Servers on this machine, for as long as a test runs: the packed page, and where the page can be opened from.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { file, html } from "./built.mjs";

/** Listens on a free port until the test is over; gives the address without a final slash. */
export async function serve(t, answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

/** The headers of the server, as `cargo xtask serve` sends them: taken from the file's own policy. */
function headers(body) {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(body)?.[1];
  if (!policy) throw new Error("the file has no policy");
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `${policy.replaceAll("&amp;", "&")}; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
  };
}

/** Where the page is opened from: a server, or the disk. `asked` fills with what the server is asked for. */
export async function origins(t) {
  const body = readFileSync(html, "utf8");
  const asked = [];
  const address = await serve(t, (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === "/" ? 200 : 404, headers(body));
    response.end(request.url === "/" ? body : "");
  });
  return {
    list: [
      { name: "http", url: `${address}/` },
      { name: "file", url: file },
    ],
    asked,
  };
}
