//! One run of one instance, native or in the shipped module; the native program judges either plan.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::Result;
use crate::run::{at, cargo, command, run};
use crate::wasm::{MODULES, Profile};

/// What is to be solved, and with what budget.
pub(super) struct Job<'a> {
    /// `vrptw`, `uhhc`, `hhcrsp`, `facility` or `scale`.
    pub benchmark: &'a str,
    /// The instance; for `scale` the document of a clinic.
    pub file: Option<&'a Path>,
    /// CPU seconds.
    pub seconds: f64,
    /// Steps in place of seconds.
    pub steps: Option<String>,
    pub seed: u64,
    /// Where the plan goes.
    pub out: Option<PathBuf>,
}

impl Job<'_> {
    /// The native program on this instance.
    fn program(&self) -> Result<Command> {
        let mut program = native_program()?;
        program.arg(self.benchmark).args(self.file);
        program.args(["--seed", &self.seed.to_string()]);
        Ok(program)
    }

    /// Writes the problem as the optimizer gets it.
    pub(super) fn write_problem(&self, file: &Path) -> Result<()> {
        listen(self.program()?.arg("--problem").arg(file)).map(drop)
    }

    /// What our checker and our cost function say of a plan that took so many CPU seconds.
    pub(super) fn judged(&self, plan: &Path, seconds: Option<f64>) -> Result<Value> {
        let mut program = self.program()?;
        program.arg("--plan").arg(plan);
        let mut result = self.line(program)?;
        result[CPU_SECONDS] = seconds.into();
        Ok(result)
    }

    fn line(&self, mut program: Command) -> Result<Value> {
        if let Some(out) = &self.out {
            program.arg("--out").arg(out);
        }
        line(&mut program)
    }
}

/// The native program, built anew if need be, with its arguments to be added.
pub(super) fn native_program() -> Result<Command> {
    static BUILT: OnceLock<Result<()>> = OnceLock::new();
    let build = [
        "build",
        "--quiet",
        "--locked",
        "--profile",
        "measure",
        "--example",
        "bench",
    ];
    BUILT.get_or_init(|| run(&mut cargo(&build))).clone()?;
    let program = at("target/measure/examples/bench");
    Ok(command(&program.to_string_lossy(), &[]))
}

/// Solves natively.
pub(super) fn native(job: &Job<'_>) -> Result<Value> {
    let mut program = job.program()?;
    program.args(["--seconds", &job.seconds.to_string()]);
    if let Some(steps) = &job.steps {
        program.args(["--steps", steps]);
    }
    job.line(program)
}

/// The shipped core module with its glue for Node.
pub(super) struct Module {
    pub folder: PathBuf,
}

impl Module {
    /// Builds it as it is shipped.
    pub(super) fn build() -> Result<Self> {
        let folder = at("target/bench");
        Self::add(&folder, &MODULES[0])?;
        Ok(Self { folder })
    }

    /// Builds all of them as they are shipped.
    pub(super) fn build_all() -> Result<Self> {
        let folder = at("target/bench");
        MODULES.iter().try_for_each(|module| Self::add(&folder, module))?;
        Ok(Self { folder })
    }

    fn add(folder: &Path, module: &crate::wasm::Module) -> Result<()> {
        crate::wasm::build_module(module, Profile::Release)?;
        crate::wasm::bind(module, "web", folder)
    }

    /// Solves in Node.
    pub(super) fn solve(&self, job: &Job<'_>) -> Result<Value> {
        let problem = self.folder.join("problem.json");
        job.write_problem(&problem)?;
        self.run("tests/bench/solve.mjs", &problem, job)
    }

    /// Plans the document of a clinic in Node.
    pub(super) fn plan(&self, job: &Job<'_>) -> Result<Value> {
        let document = job.file.ok_or("no document to plan")?;
        self.run("tests/bench/scale.mjs", document, job)
    }

    /// Lets a program in Node make a plan of a file; the native program judges it.
    fn run(&self, program: &str, input: &Path, job: &Job<'_>) -> Result<Value> {
        let plan = self.folder.join("plan.json");
        let mut node = command("node", &[program]);
        node.args([self.folder.as_path(), input, &plan]);
        node.args([job.seconds.to_string(), job.seed.to_string()]);
        let seconds = listen(node.args(&job.steps))?.seconds;
        job.judged(&plan, seconds)
    }

    /// How fast questions about a plan are answered in Node.
    pub(super) fn latency(&self, seed: u64) -> Result<Value> {
        let mut node = command("node", &["tests/bench/latency.mjs"]);
        line(node.arg(&self.folder).arg(seed.to_string()))
    }
}

/// The one JSON line that a program prints, with the CPU seconds that it took.
pub(super) fn line(program: &mut Command) -> Result<Value> {
    let Heard { text, seconds } = listen(program)?;
    let mut result: Value =
        serde_json::from_str(&text).map_err(|error| format!("`{}` is not a result: {error}", text.trim()))?;
    result[CPU_SECONDS] = seconds.into();
    Ok(result)
}

/// The field of a result that says what its program took, measured from outside.
pub(super) const CPU_SECONDS: &str = "cpu_seconds";

/// What came of a program.
pub(super) struct Heard {
    pub text: String,
    /// CPU seconds of it and of all that it has started; none where the system does not tell.
    pub seconds: Option<f64>,
}

/// What a program prints; if it fails, what it says about it.
pub(super) fn listen(program: &mut Command) -> Result<Heard> {
    let name = program.get_program().to_string_lossy().into_owned();
    let before = seconds_of_programs();
    let output = program
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cannot start {name}: {error}"))?;
    let seconds = seconds_of_programs().zip(before).map(|(after, before)| after - before);
    if output.status.success() {
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        return Ok(Heard { text, seconds });
    }
    Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}

/// CPU seconds of all programs that were started here and have ended, with all that those have started: the kernel's
/// own count, the same for every program whatever it is written in. Linux only.
fn seconds_of_programs() -> Option<f64> {
    /// Ticks per second in which Linux tells times to programs, on every machine.
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name in brackets may hold anything; fields 16 and 17 are counted from behind it.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(13);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cpu_time_is_that_of_the_program_and_its_children() {
        let busy = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
        let mut nested = command("sh", &["-c", &format!("sh -c '{busy}'; echo 1")]);
        let heard = listen(&mut nested).unwrap();
        assert_eq!(heard.text, "1\n");
        if cfg!(target_os = "linux") {
            assert!(heard.seconds.unwrap() >= 0.02, "{:?}", heard.seconds);
            // Asleep is not at work. Programs that other tests have started may end just then and be counted too, but
            // not every time.
            let asleep = (0..10).map(|_| listen(&mut command("sleep", &["0.1"])).unwrap().seconds.unwrap());
            assert!(asleep.fold(f64::INFINITY, f64::min) < 0.02);
        }
        let message = listen(&mut command("sh", &["-c", "echo broken >&2; exit 3"])).err();
        assert_eq!(message.as_deref(), Some("broken"));
    }
}
