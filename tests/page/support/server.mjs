// Servers on this machine, for as long as a test runs: the packed page, and where the page can be opened from.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { file, headersOfTheHost, html } from "./built.mjs";

/** Listens on a free port until the test is over; gives the address without a final slash. */
export async function serve(t, answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

/** The headers of the server, as `cargo xtask serve` sends them; `ancestors` may frame the page. */
export function headers({ ancestors = "'none'" } = {}) {
  const pairs = JSON.parse(readFileSync(headersOfTheHost, "utf8"));
  return {
    "content-type": "text/html; charset=utf-8",
    ...Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value.replace("frame-ancestors 'none'", `frame-ancestors ${ancestors}`)])),
  };
}

/** Where the page is opened from: a server, or the disk. `asked` fills with what the server is asked for. */
export async function origins(t) {
  const body = readFileSync(html, "utf8");
  const asked = [];
  const address = await serve(t, (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === "/" ? 200 : 404, headers());
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
