// Hosts configured with the example files send exactly the headers of the policy, and the file byte for byte. A server that
// is not on this machine is said to be unproved; `cargo xtask test` unpacks those of Debian where it can.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { hosting, html, servers } from "./support/built.mjs";
import { openPlanner, until } from "./support/page.mjs";
import { headers } from "./support/server.mjs";

/** Each server: its example, its program, the rest of its configuration around the example, and how it is started. */
const HOSTS = {
  nginx: {
    example: "nginx.conf",
    program: "nginx",
    whole: (text, folder) => {
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n");
      return `daemon off;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${text}}\n`;
    },
    start: (file, folder) => ["-p", folder, "-c", file, "-e", "stderr"],
  },
  caddy: {
    example: "Caddyfile",
    program: "caddy",
    whole: (text) => `{\n\tadmin off\n\tauto_https off\n}\n${text}`,
    start: (file) => ["run", "--config", file, "--adapter", "caddyfile"],
  },
  apache: {
    example: "apache.conf",
    program: "apache2",
    whole: (text, folder, port) => {
      const at = ["/usr/lib/apache2/modules", join(servers, "usr/lib/apache2/modules")].find(existsSync);
      const modules = ["mpm_event", "authz_core", "dir", "headers", "mime"].map((name) => `LoadModule ${name}_module ${at}/mod_${name}.so`);
      const types = "AddType text/html .html";
      return `${modules.join("\n")}\nServerRoot ${folder}\nServerName localhost\nPidFile ${folder}/pid\nErrorLog ${folder}/errors\nMutex file:${folder}\nDefaultRuntimeDir ${folder}\nTypesConfig /dev/null\n${types}\nListen ${port}\n${text}`;
    },
    start: (file) => ["-X", "-f", file],
  },
};

function find(program) {
  const folders = ["usr/sbin", "usr/bin"].map((folder) => join(servers, folder));
  return [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", ...folders].map((folder) => join(folder, program)).find(existsSync);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Headers that would make a browser ask for something, or remember something. */
const UNWANTED = ["set-cookie", "link", "refresh", "report-to", "reporting-endpoints", "nel", "alt-svc", "location"];

for (const [name, { example, program, whole, start }] of Object.entries(HOSTS)) {
  test(`${name} sends the page as it should`, async (t) => {
    const found = find(program);
    if (!found) {
      console.error(`NOT PROVED HERE: ${program} is not on this machine`);
      return t.skip(`no ${program}`);
    }
    const folder = mkdtempSync(join(tmpdir(), "rosterwell-host-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, 0o755);
    const root = join(folder, "root");
    mkdirSync(root);
    copyFileSync(html, join(root, "rosterwell.html"));
    const port = await freePort();
    const text = readFileSync(join(hosting, example), "utf8").replaceAll("/srv/rosterwell", root).replaceAll("8080", String(port));
    const file = join(folder, example);
    writeFileSync(file, whole(text, folder, port));
    const libraries = join(servers, "usr/lib/x86_64-linux-gnu");
    const child = spawn(found, start(file, folder), { env: { ...process.env, LD_LIBRARY_PATH: libraries, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
    let said = "";
    child.stderr.on("data", (data) => (said += data));
    child.on("error", (error) => (said += error.message));
    t.after(() => child.kill());
    const url = `http://localhost:${port}/`;
    const reach = () => fetch(url).catch(() => undefined);
    const response = await until(reach, `${name} answers`, 20_000).catch((error) => assert.fail(`${error.message}: ${said}`));
    assert.equal(response.status, 200, said);
    for (const [header, value] of Object.entries(headers())) {
      assert.equal(response.headers.get(header)?.toLowerCase(), value.toLowerCase(), `${header}: ${said}`);
    }
    for (const header of UNWANTED) assert.equal(response.headers.get(header), null, header);
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(readFileSync(html)), "the file, byte for byte");
    assert.equal((await fetch(`${url}nothing-here`)).status, 404);
    const { trouble } = await openPlanner(t, { url });
    assert.deepEqual(trouble, []);
  });
}
