//! Starting other programs, and where things are.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::Result;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map_or_else(PathBuf::new, Path::to_path_buf)
}

/// A path below the root.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// Cargo, in the root.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
}

/// A program, in the root.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs to the end; its output goes where ours goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("failed: {}", shown(command)))
    }
}

/// What a program said.
pub(crate) struct Heard {
    /// True if it succeeded.
    pub(crate) good: bool,
    /// Its output.
    pub(crate) text: String,
    /// The last lines of its output and errors, in the order in which they came.
    pub(crate) last: Vec<String>,
}

/// Lines that are kept for the end of a report. Our choice: an error with what led to it.
const LAST: usize = 40;

/// Runs to the end, shows its output and errors, and gives them back.
pub(crate) fn listen(command: &mut Command) -> Result<Heard> {
    announce(command);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let last = Mutex::new(VecDeque::new());
    let keep = |line: &str| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        last.push_back(line.to_owned());
        if last.len() > LAST {
            last.pop_front();
        }
    };
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    let mut text = String::new();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for line in lines(errors) {
                eprintln!("{line}");
                keep(&line);
            }
        });
        for line in lines(output) {
            println!("{line}");
            keep(&line);
            text.push_str(&line);
            text.push('\n');
        }
    });
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok(Heard {
        good: status.success(),
        text,
        last: last.into_inner().unwrap_or_else(PoisonError::into_inner).into(),
    })
}

/// Lines of a pipe, whatever its bytes are, until it ends.
fn lines(pipe: Option<impl Read>) -> impl Iterator<Item = String> {
    let parts = pipe
        .map(BufReader::new)
        .into_iter()
        .flat_map(|reader| reader.split(b'\n'));
    parts
        .map_while(std::result::Result::ok)
        .map(|line| String::from_utf8_lossy(&line).into_owned())
}

/// What a program prints; `None` if it cannot be started or fails.
pub(crate) fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first of these programs that is on the path.
pub(crate) fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    programs
        .iter()
        .flat_map(|program| std::env::split_paths(&path).map(move |folder| folder.join(program)))
        .find(|file| file.is_file())
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Reads a text file.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Writes a file and the folders it is in.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn announce(command: &Command) {
    eprintln!("> {}", shown(command));
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let mut text = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("cannot start {}: {error}", shown(command))
}
