"""Tests of the example, on a Ray that is started here: ROSTERWELL_WASM=MODULE python test_network.py"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from collections.abc import Sequence
from pathlib import Path

import wasi

MODULE = Path(os.environ["ROSTERWELL_WASM"])
NETWORK = Path(__file__).with_name("network.py")
SAMPLES = {
    "center": {"kind": "addiction_treatment", "clinicians": 4, "seed": 1},
    "clinic": {"kind": "outpatient_rehabilitation", "clinicians": 4, "seed": 2},
    "visits": {"kind": "home_health", "clinicians": 4, "seed": 3},
}
PLAN = ["plan", "--clinic", "clinic.json", "--request", "request.json", "--out", "reply.json"]


def network(temporary: Path, *options: "str | Path", under: Sequence[str] = ()) -> "subprocess.Popen[str]":
    """Starts the example, under another program if there is one, with its temporary files where they are told."""
    started = [*under, sys.executable, NETWORK, MODULE, *options]
    return subprocess.Popen(started, stdout=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(temporary)})


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Exit code and what was printed."""
    said, _ = process.communicate(timeout=300)
    return process.returncode, said


def rows(folder: Path) -> dict[str, dict[str, object]]:
    """Rows by name."""
    lines = (folder / "rows.jsonl").read_text().splitlines()
    return {row["name"]: row for row in map(json.loads, lines)}


def parent(process: int) -> int:
    """The process that has started this one; 0 if it has ended. Linux."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def busy_workers(driver: int) -> list[int]:
    """Processes below the driver that carry out an operation."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            title = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        above = int(folder.name)
        while title.startswith(b"ray::carry_out") and above not in (0, driver):
            above = parent(above)
        if title.startswith(b"ray::carry_out") and above == driver:
            found.append(int(folder.name))
    return found


class Command(unittest.TestCase):
    """The module in wasmtime, without Ray."""

    command: wasi.Command
    clinic: bytes

    @classmethod
    def setUpClass(cls) -> None:
        cls.command = wasi.Command(MODULE.read_bytes())
        request = json.dumps(SAMPLES["center"]).encode()
        sampled = cls.command.run(["sample", "--request", "s", "--save", "c"], {"s": request}, ["c"])
        cls.clinic = sampled.files["c"]

    def plan(self, steps: int, limits: wasi.Limits = wasi.Limits()) -> wasi.Run:
        given = {"clinic.json": self.clinic, "request.json": json.dumps({"steps": steps}).encode()}
        return self.command.run(PLAN, given, ["reply.json"], limits)

    def test_the_same_request_gives_the_same_bytes(self) -> None:
        first, second = self.plan(300), self.plan(300)
        self.assertEqual(first.files, second.files)
        self.assertEqual(first.memory_bytes, second.memory_bytes)
        self.assertNotEqual(first.files, self.plan(600).files)

    def test_a_run_that_takes_too_long_is_stopped_and_the_next_is_not(self) -> None:
        with self.assertRaisesRegex(wasi.Stopped, "not done after 0.5 s"):
            self.plan(50_000_000, wasi.Limits(seconds=0.5))
        self.assertTrue(self.plan(300).files["reply.json"])

    def test_a_run_that_takes_too_much_memory_is_stopped(self) -> None:
        with self.assertRaisesRegex(wasi.Stopped, "memory allocation of"):
            self.plan(300, wasi.Limits(memory_bytes=4 << 20))

    def test_what_the_command_refuses_says_why(self) -> None:
        with self.assertRaisesRegex(wasi.Refused, r"^request\.not_json: "):
            self.command.run(PLAN, {"clinic.json": b"{", "request.json": b"{}"}, ["reply.json"])

    def test_nothing_outside_the_folder_can_be_read(self) -> None:
        for outside in ("/etc/hostname", f"../{MODULE.name}", str(MODULE)):
            with self.subTest(outside), self.assertRaisesRegex(wasi.Refused, r"^command\.read: "):
                self.command.run(["validate", "--clinic", outside], {}, [])


class Network(unittest.TestCase):
    """The whole, on Ray."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="rosterwell-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.clinics = self.folder / "clinics"

    def write(self, name: str, content: object) -> Path:
        """A JSON file in the folder."""
        file = self.folder / name
        file.write_text(json.dumps(content))
        return file

    def from_samples(self, steps: int = 300, under: Sequence[str] = ()) -> "subprocess.Popen[str]":
        """Starts it on the samples, whose clinics it leaves behind."""
        samples, request = self.write("samples.json", SAMPLES), self.write("request.json", {"steps": steps})
        return network(self.folder, "--samples", samples, "--request", request, "--out", self.folder, under=under)

    def from_clinics(self) -> "subprocess.Popen[str]":
        """Starts it on the clinics that are there, with the same request and results."""
        request = self.folder / "request.json"
        return network(self.folder, "--clinics", self.clinics, "--request", request, "--out", self.folder)

    def test_every_site_is_planned_as_without_ray_and_not_twice(self) -> None:
        code, said = ended(self.from_samples())
        self.assertEqual(code, 0, said)
        self.assertIn("3 of 3 done", said)
        command = wasi.Command(MODULE.read_bytes())
        for name, row in rows(self.folder).items():
            clinic = (self.clinics / f"{name}.json").read_bytes()
            given = {"clinic.json": clinic, "request.json": (self.folder / "request.json").read_bytes()}
            reply = command.run(PLAN, given, ["reply.json"]).files["reply.json"]
            self.assertEqual((self.folder / "replies" / f"{name}.json").read_bytes(), reply)
            self.assertEqual(row["hash"], json.loads(reply)["hash"])
            self.assertIn(str(row["hash"]), said)
        # Taken up again: one reply was lost, one row cut off, one clinic cannot be read.
        before = (self.folder / "rows.jsonl").read_text()
        (self.folder / "replies" / "center.json").unlink()
        (self.folder / "rows.jsonl").write_text(before + '{"name": "vis')
        (self.clinics / "wrong.json").write_text("{")
        code, said = ended(self.from_clinics())
        self.assertEqual(code, 1, said)
        self.assertIn("3 of 4 done", said)
        self.assertRegex(said, r"wrong +request\.not_json: ")
        self.assertTrue((self.folder / "replies" / "center.json").is_file())

    def test_no_network_is_needed_but_that_between_its_processes(self) -> None:
        alone = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$0" "$@"']
        if subprocess.run([*alone, "true"], capture_output=True).returncode != 0:
            self.skipTest("NOT PROVED HERE: this machine allows no network of its own")
        code, said = ended(self.from_samples(steps=1, under=alone))
        self.assertEqual(code, 0, said)

    def test_a_task_whose_worker_is_killed_is_begun_again(self) -> None:
        undisturbed, _ = ended(self.from_samples(steps=20_000))
        wanted = {name: row["hash"] for name, row in rows(self.folder).items()}
        (self.folder / "rows.jsonl").unlink()
        process = self.from_clinics()
        end = time.monotonic() + 120
        while not (workers := busy_workers(process.pid)):
            self.assertTrue(process.poll() is None and time.monotonic() < end, "no worker was seen")
            time.sleep(0.01)
        os.kill(workers[0], signal.SIGKILL)
        code, said = ended(process)
        self.assertEqual((undisturbed, code), (0, 0), said)
        self.assertEqual({name: row["hash"] for name, row in rows(self.folder).items()}, wanted)

    def test_other_operations_are_one_task_for_each_request(self) -> None:
        ended(self.from_samples(steps=1))
        for site in ("clinic", "visits"):
            (self.clinics / f"{site}.json").unlink()
        short = {"months": 12, "draws": 20, "runs": 2, "levels": 1, "first_steps": 50, "plan_steps": 50}
        hire = {"lever": {"hire": {"discipline": "counselor"}}, "value": 1}
        as_it_is = self.write("as_it_is.json", {"changes": [], **short})
        one_hire = self.write("one_hire.json", {"changes": [hire], **short})
        requests: list[str | Path] = ["--operation", "scenario", "--request", as_it_is, "--request", one_hire]
        results = self.folder / "scenarios"
        code, said = ended(network(self.folder, "--clinics", self.clinics, *requests, "--out", results))
        self.assertEqual(code, 0, said)
        found = rows(self.folder / "scenarios")
        self.assertEqual(set(found), {"center.as_it_is", "center.one_hire"})
        self.assertNotEqual(found["center.as_it_is"]["hash"], found["center.one_hire"]["hash"])


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(stream=sys.stdout, verbosity=2))
