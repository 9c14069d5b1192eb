//! One run of one instance, native or in the shipped module; the native program judges either plan.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::Result;
use crate::run::{at, cargo, command};
use crate::wasm::{MODULES, Profile};

/// What is to be solved, and with what budget.
pub(super) struct Job<'a> {
    /// `vrptw`, `uhhc`, `hhcrsp`, `facility` or `scale`.
    pub benchmark: &'a str,
    /// The instance; none for sample clinics.
    pub file: Option<&'a Path>,
    /// CPU seconds.
    pub seconds: f64,
    /// Steps in place of seconds.
    pub steps: Option<String>,
    pub seed: u64,
    /// Clinicians of `scale`.
    pub clinicians: Option<String>,
    /// Where the plan goes.
    pub out: Option<PathBuf>,
}

impl Job<'_> {
    /// The native program on this instance.
    fn program(&self) -> Command {
        let mut program = native_program();
        program.arg(self.benchmark).args(self.file);
        program.args(["--seed", &self.seed.to_string()]);
        if let Some(clinicians) = &self.clinicians {
            program.args(["--clinicians", clinicians]);
        }
        program
    }

    fn judged(&self, mut program: Command) -> Result<Value> {
        if let Some(out) = &self.out {
            program.arg("--out").arg(out);
        }
        line(&mut program)
    }
}

/// The native program, with its arguments to be added.
pub(super) fn native_program() -> Command {
    cargo(&[
        "run",
        "--quiet",
        "--locked",
        "--profile",
        "measure",
        "--example",
        "bench",
        "--",
    ])
}

/// Solves natively.
pub(super) fn native(job: &Job<'_>) -> Result<Value> {
    let mut program = job.program();
    program.args(["--seconds", &job.seconds.to_string()]);
    if let Some(steps) = &job.steps {
        program.args(["--steps", steps]);
    }
    job.judged(program)
}

/// The shipped core module with its glue for Node.
pub(super) struct Module {
    folder: PathBuf,
}

impl Module {
    /// Builds it as it is shipped.
    pub(super) fn build() -> Result<Self> {
        let folder = at("target/bench");
        crate::wasm::build_module(&MODULES[0], Profile::Release)?;
        crate::wasm::bind(&MODULES[0], "web", &folder)?;
        Ok(Self { folder })
    }

    /// Solves in Node.
    pub(super) fn solve(&self, job: &Job<'_>) -> Result<Value> {
        let problem = self.folder.join("problem.json");
        let plan = self.folder.join("plan.json");
        let mut program = job.program();
        listen(program.arg("--problem").arg(&problem))?;
        let mut node = command("node", &["tests/bench/solve.mjs"]);
        node.args([&self.folder, &problem, &plan]);
        node.args([job.seconds.to_string(), job.seed.to_string()]);
        listen(node.args(&job.steps))?;
        let mut judge = job.program();
        judge.arg("--plan").arg(&plan);
        job.judged(judge)
    }

    /// How fast questions about a plan are answered in Node.
    pub(super) fn latency(&self, seed: u64) -> Result<Value> {
        let mut node = command("node", &["tests/bench/latency.mjs"]);
        line(node.arg(&self.folder).arg(seed.to_string()))
    }
}

/// The one JSON line that a program prints.
pub(super) fn line(program: &mut Command) -> Result<Value> {
    let heard = listen(program)?;
    serde_json::from_str(&heard).map_err(|error| format!("`{}` is not a result: {error}", heard.trim()))
}

/// What a program prints; if it fails, what it says about it.
fn listen(program: &mut Command) -> Result<String> {
    let name = program.get_program().to_string_lossy().into_owned();
    let output = program
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cannot start {name}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}
