//! Programs of others, run beside ours: each solves the very problem that the optimizer is given, within as many CPU
//! seconds, and our checker judges its plan. They come from their Python packages, into `target/peers`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::solve::{Job, listen};
use crate::Result;
use crate::run::{ask, at, command, read_text};

/// The folder of their programs, and the versions they are tried with.
const FOLDER: &str = "tests/bench/peers";

/// A program of others.
#[derive(Clone)]
pub(super) struct Peer {
    /// Name in the tables.
    pub name: &'static str,
    /// The set of instances that it is for.
    pub set: &'static str,
    /// Its Python package.
    package: &'static str,
    script: &'static str,
    /// Threads that it is given.
    workers: u32,
    /// CPU seconds for each of them in place of those that we take.
    seconds: Option<f64>,
    /// False if it makes no use of a seed.
    pub seeded: bool,
}

/// All of them.
pub(super) const PEERS: [Peer; 5] = [
    Peer {
        name: "PyVRP",
        set: "vrptw",
        package: "pyvrp",
        script: "pyvrp_routes.py",
        workers: 1,
        seconds: None,
        seeded: true,
    },
    Peer {
        name: "OR-Tools routing",
        set: "vrptw",
        package: "ortools",
        script: "ortools_routes.py",
        workers: 1,
        seconds: None,
        seeded: false,
    },
    Peer {
        name: "CP-SAT intervals",
        set: "facility",
        package: "ortools",
        script: "cpsat_intervals.py",
        workers: 2,
        seconds: Some(60.0),
        seeded: true,
    },
    Peer {
        name: "CP-SAT slots",
        set: "facility",
        package: "ortools",
        script: "cpsat_slots.py",
        workers: 2,
        seconds: Some(60.0),
        seeded: true,
    },
    Peer {
        name: "statsforecast",
        set: "forecast",
        package: "statsforecast",
        script: "statsforecast_series.py",
        workers: 1,
        seconds: None,
        seeded: false,
    },
];

impl Peer {
    /// CPU seconds in all for a run beside one of ours that takes `budget`.
    pub(super) fn budget(&self, budget: f64) -> f64 {
        self.seconds.unwrap_or(budget) * f64::from(self.workers)
    }

    /// True if it has seconds of its own, so that it runs once whatever ours are.
    pub(super) fn is_apart(&self) -> bool {
        self.seconds.is_some()
    }

    /// What the table says above its column.
    pub(super) fn title(&self) -> String {
        match (self.seconds, self.workers) {
            (Some(seconds), workers) => format!("{} {workers} x {seconds} s", self.name),
            (None, 1) => self.name.into(),
            (None, workers) => format!("{} {workers} threads", self.name),
        }
    }
}

/// Where they are installed, and which could be.
pub(super) struct Peers {
    python: PathBuf,
    /// The version of each package, or why it cannot be had.
    packages: Vec<(String, Result<String>)>,
    /// CPU seconds in place of those that are their own.
    seconds: Option<f64>,
}

impl Peers {
    /// Installs what is not there yet, for one set of instances if only one is wanted. Programs with CPU seconds of
    /// their own are given `seconds` instead, if any.
    pub(super) fn install(seconds: Option<f64>, set: Option<&str>) -> Result<Self> {
        let home = at("target/peers");
        let python = home.join("bin/python");
        let made = match python.exists() {
            true => Ok(()),
            false => quietly(command("python3", &["-m", "venv"]).arg(&home)),
        };
        let wanted = read_text(&at(FOLDER).join("requirements.txt"))?;
        let is_wanted = |package: &str| {
            let mut peers = PEERS.iter().filter(|peer| peer.package == package);
            peers.any(|peer| set.is_none_or(|set| peer.set == set))
        };
        let packages = pins(&wanted)
            .filter(|(package, _)| is_wanted(package))
            .map(|(package, version)| {
                let installed = made.clone().and_then(|()| install(&python, package, version));
                (package.to_owned(), installed.map(|()| version.to_owned()))
            })
            .collect();
        Ok(Self {
            python,
            packages,
            seconds,
        })
    }

    fn version(&self, peer: &Peer) -> Result<&str> {
        let found = self.packages.iter().find(|(package, _)| package == peer.package);
        match found {
            Some((_, Ok(version))) => Ok(version),
            Some((_, Err(message))) => Err(format!("could not be installed: {message}")),
            None => Err(format!("{} has no version in requirements.txt", peer.package)),
        }
    }

    /// The peers of a set.
    pub(super) fn of(&self, set: &str) -> Vec<Peer> {
        let mut peers: Vec<Peer> = PEERS.iter().filter(|peer| peer.set == set).cloned().collect();
        for peer in &mut peers {
            peer.seconds = peer.seconds.map(|own| self.seconds.unwrap_or(own));
        }
        peers
    }

    /// Which versions stand behind the columns of a set, or why there are none.
    pub(super) fn told(&self, set: &str) -> String {
        let python = ask(&self.python.to_string_lossy(), &["--version"]).unwrap_or_default();
        let of = |peer: &Peer| match self.version(peer) {
            Ok(version) => format!("{} of {} {version}", peer.name, peer.package),
            Err(message) => format!("{}: not measured, {message}", peer.name),
        };
        let told: Vec<String> = self.of(set).iter().map(of).collect();
        match told.is_empty() {
            true => "No program of others that solves this family from a package is known to us.".into(),
            false => format!("Beside us in the same run ({}): {}.", python.trim(), told.join("; ")),
        }
    }

    /// Solves and has the plan judged.
    pub(super) fn solve(&self, peer: &Peer, job: &Job<'_>) -> Result<Value> {
        self.version(peer)?;
        let home = at("target/peers");
        let (problem, plan) = (home.join("problem.json"), home.join("plan.json"));
        job.write_problem(&problem)?;
        let mut program = self.program(peer, &problem, &plan);
        program.args([
            peer.budget(job.seconds).to_string(),
            job.seed.to_string(),
            peer.workers.to_string(),
        ]);
        let seconds = listen(&mut program)?.seconds;
        job.judged(&plan, seconds)
    }

    /// Lets it read one file and write another.
    pub(super) fn run(&self, peer: &Peer, problem: &Path, said: &Path) -> Result<()> {
        self.version(peer)?;
        listen(&mut self.program(peer, problem, said)).map(drop)
    }

    fn program(&self, peer: &Peer, problem: &Path, plan: &Path) -> Command {
        let mut program = command(&self.python.to_string_lossy(), &[]);
        program.arg(at(FOLDER).join(peer.script)).args([problem, plan]);
        program.env("PYTHONDONTWRITEBYTECODE", "1");
        // Threads beyond those that are asked for would be CPU time for nothing.
        for variable in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"] {
            program.env(variable, "1");
        }
        program
    }
}

/// Lines `package==version`.
fn pins(requirements: &str) -> impl Iterator<Item = (&str, &str)> {
    requirements.lines().filter_map(|line| line.trim().split_once("=="))
}

fn install(python: &Path, package: &str, version: &str) -> Result<()> {
    let mut pip = command(&python.to_string_lossy(), &["-m", "pip", "install", "--quiet"]);
    quietly(pip.args(["--disable-pip-version-check", &format!("{package}=={version}")]))
}

/// Runs a program of which only the complaint is of interest, in one line.
fn quietly(program: &mut Command) -> Result<()> {
    let said = listen(program).map(drop);
    said.map_err(|message| message.lines().last().unwrap_or("no reason was given").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_has_a_program_and_a_version() {
        let wanted = read_text(&at(FOLDER).join("requirements.txt")).unwrap();
        for peer in &PEERS {
            assert!(at(FOLDER).join(peer.script).is_file(), "{}", peer.script);
            assert!(
                pins(&wanted).any(|(package, _)| package == peer.package),
                "{}",
                peer.package
            );
        }
    }

    #[test]
    fn what_cannot_be_installed_is_said() {
        let peers = Peers {
            python: "python".into(),
            packages: vec![
                ("pyvrp".into(), Err("no network".into())),
                ("ortools".into(), Ok("9.15".into())),
            ],
            seconds: Some(5.0),
        };
        let told = peers.told("vrptw");
        assert!(
            told.contains("PyVRP: not measured, could not be installed: no network"),
            "{told}"
        );
        assert!(told.contains("OR-Tools routing of ortools 9.15"), "{told}");
        assert!(peers.told("uhhc").starts_with("No program"), "{told}");
        assert_eq!(peers.of("facility")[0].title(), "CP-SAT intervals 2 x 5 s");
    }

    #[test]
    fn seconds_are_for_each_worker() {
        let [pyvrp, _, cpsat, ..] = &PEERS;
        assert_eq!((pyvrp.budget(20.0), pyvrp.title().as_str()), (20.0, "PyVRP"));
        assert_eq!(
            (cpsat.budget(10.0), cpsat.title().as_str()),
            (120.0, "CP-SAT intervals 2 x 60 s")
        );
    }
}
