// A network of its own for a program: no way out of it, one interface that counts, names answered by whoever listens.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where names are looked up in there (TEST-NET-1, RFC 5737). */
export const NAME_SERVER = "192.0.2.53";

/** The interface that everything would leave by, with a neighbor that never answers: a packet is counted all the same. */
const SET_UP = `
set -e
mount --bind "$1/resolv.conf" /etc/resolv.conf
ip link set lo up
ip link add out0 type veth peer name out1
for each in out0 out1; do echo 1 > /proc/sys/net/ipv6/conf/$each/disable_ipv6; done
ip addr add 192.0.2.1/24 dev out0
ip link set out0 up
ip link set out1 up
ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev out0 nud permanent
ip route add default via 192.0.2.2
ip route add local 198.51.100.0/24 dev lo
if [ "$2" = names ]; then ip addr add ${NAME_SERVER}/32 dev lo; fi
shift 2
exec "$@"
`;

const unshare = ["--user", "--map-root-user", "--net", "--mount"];

/** Why there can be no such network here; `undefined` if there can. */
export function refusal() {
  try {
    execFileSync("unshare", [...unshare, "sh", "-c", "ip link set lo up && ip link add out0 type veth peer name out1"], { stdio: "pipe" });
    return undefined;
  } catch (error) {
    return `${error.stderr ?? error.message}`.trim().split("\n")[0] || "unshare failed";
  }
}

/** Runs a program of Node in a network of its own and reads what it prints as JSON; `names`: look-ups stay inside and may be answered. */
export async function isolated(program, given = [], { names = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "rosterwell-network-"));
  try {
    writeFileSync(join(folder, "resolv.conf"), `nameserver ${NAME_SERVER}\n`);
    const call = ["sh", "-c", SET_UP, "sh", folder, names ? "names" : "none", process.execPath, program, ...given];
    const printed = await new Promise((resolve, reject) => {
      execFile("unshare", [...unshare, ...call], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
        if (error) reject(new Error(`${error.message}\n${stderr}`));
        else resolve(stdout);
      });
    });
    return JSON.parse(printed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packets of each interface of the network that this program is in, in both directions together. */
export function packets() {
  const lines = readFileSync("/proc/self/net/dev", "utf8").split("\n").slice(2).filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const [name, ...numbers] = line.trim().split(/[:\s]+/);
      return [name, Number(numbers[1]) + Number(numbers[9])];
    }),
  );
}
