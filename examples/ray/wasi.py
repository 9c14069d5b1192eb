"""The command `rosterwell` as a function of its input: WebAssembly in wasmtime, with limits and nothing of the machine.

A run gets its arguments and a folder of its own, which is gone afterwards. It has no network, no environment and no
standard input. It may ask for the time and for random bytes, as WASI allows, but a plan asks for neither.
"""

import json
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wasmtime import Config, Engine, ExitTrap, Linker, Memory, Module, Store, Trap, TrapCode, WasiConfig


@dataclass(frozen=True)
class Limits:
    """What one run may take; both numbers are our choice.

    They stop what has gone wrong. What a plan may cost is set by its steps, which count the same on every machine.
    """

    memory_bytes: int = 1 << 30
    """Linear memory: as much as a tab allows the module."""
    seconds: float = 600.0
    """Time on the wall, after which the module is interrupted."""


class Refused(Exception):
    """The command's own answer to input that it cannot use: `code: message`. The same input is refused again."""


class Stopped(Exception):
    """The run was ended from outside: a limit was reached, or the module failed."""


@dataclass(frozen=True)
class Run:
    """What came of a run."""

    files: dict[str, bytes] = field(repr=False)
    """Those that were asked for, by name."""
    cpu_seconds: float
    """Of the thread that ran the module; compiling it is not in it."""
    memory_bytes: int
    """Linear memory in the end, which is the most that it ever was."""


class Command:
    """The compiled module. Compiling takes seconds; every run gets a store, a memory and a folder of its own."""

    def __init__(self, wasm: bytes) -> None:
        config = Config()
        config.epoch_interruption = True
        # Compiled code is kept on this machine, for the processes that come later.
        config.cache = True
        self._engine = Engine(config)
        began = time.process_time()
        self._module = Module(self._engine, wasm)
        self.compile_seconds = time.process_time() - began
        self._linker = Linker(self._engine)
        self._linker.define_wasi()

    def run(
        self, arguments: Sequence[str], given: Mapping[str, bytes], wanted: Sequence[str], limits: Limits = Limits()
    ) -> Run:
        """Runs the command in a folder with the files `given`, and reads those that are `wanted` from it afterwards.

        Raises `Refused` or `Stopped`.
        """
        with tempfile.TemporaryDirectory(prefix="rosterwell-") as folder:
            for name, content in given.items():
                Path(folder, name).write_bytes(content)
            cpu_seconds, memory_bytes = self._run(arguments, folder, limits)
            files = {name: Path(folder, name).read_bytes() for name in wanted}
        return Run(files, cpu_seconds, memory_bytes)

    def _run(self, arguments: Sequence[str], folder: str, limits: Limits) -> tuple[float, int]:
        said = Path(folder, "standard-error")
        wasi = WasiConfig()
        wasi.argv = ["rosterwell", *arguments]
        wasi.preopen_dir(folder, ".")
        wasi.stderr_file = said
        store = Store(self._engine)
        store.set_limits(memory_size=limits.memory_bytes, instances=1, memories=1)
        store.set_epoch_deadline(1)
        store.set_wasi(wasi)
        instance = self._linker.instantiate(store, self._module)
        exports = instance.exports(store)
        start, memory = exports["_start"], exports["memory"]
        assert callable(start) and isinstance(memory, Memory)
        alarm = threading.Timer(limits.seconds, self._engine.increment_epoch)
        alarm.start()
        began = time.thread_time()
        try:
            start(store)
        except ExitTrap as exit:
            if exit.code != 0:
                raise Refused(_told(said)) from None
        except Trap as trap:
            if trap.trap_code == TrapCode.INTERRUPT:
                raise Stopped(f"not done after {limits.seconds:g} s") from None
            raise Stopped(_text(said) or str(trap)) from None
        finally:
            alarm.cancel()
        return time.thread_time() - began, memory.data_len(store)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace").strip()


def _told(said: Path) -> str:
    """The error that the command writes as JSON; as it is if it is none."""
    text = _text(said)
    try:
        error = json.loads(text)
        return f"{error['code']}: {error['message']}"
    except (ValueError, LookupError, TypeError):
        return text
