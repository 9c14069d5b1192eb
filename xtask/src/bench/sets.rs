//! The sets of instances and how a folder of them is laid out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::references::{Measure, Reference};
use crate::Result;
use crate::run::read;

/// A family of instances.
pub(super) struct Set {
    /// Name of the benchmark and of its part of the document.
    pub name: &'static str,
    /// Where the instances lie in the folder, and how their names end.
    files: (&'static str, &'static str),
    /// Where the best known costs are, and the column they stand in.
    best: Option<(&'static str, &'static str)>,
    /// CPU seconds of a run if nothing else is asked for.
    pub seconds: &'static [f64],
    /// The result's field that is to be small.
    pub cost: &'static str,
    /// Digits of it after the point.
    pub digits: usize,
    /// True if a plan that leaves out what it must hold cannot be compared.
    pub all_placed: bool,
}

/// All sets.
pub(super) const SETS: [Set; 4] = [
    Set {
        name: "vrptw",
        files: ("vrptw", "txt"),
        best: Some(("vrptw/best_known.csv", "bks")),
        seconds: &[20.0, 60.0],
        cost: "distance",
        digits: 1,
        all_placed: true,
    },
    Set {
        name: "uhhc",
        files: ("uhhc/instances", "json"),
        best: Some(("uhhc/published.csv", "published")),
        seconds: &[60.0],
        cost: "cost",
        digits: 0,
        all_placed: true,
    },
    Set {
        name: "hhcrsp",
        files: ("hhcrsp/mankowska", "json"),
        best: Some(("hhcrsp/published.csv", "published_cost")),
        seconds: &[20.0],
        cost: "cost",
        digits: 3,
        all_placed: true,
    },
    Set {
        name: "facility",
        files: ("facility", "json"),
        best: None,
        seconds: &[10.0, 60.0],
        cost: "cost",
        digits: 0,
        all_placed: false,
    },
];

/// One instance of a set.
pub(super) struct Instance {
    pub name: String,
    pub file: PathBuf,
    /// The best cost that is known, or was published.
    pub best: Option<f64>,
}

impl Set {
    /// What of this set is in the folder: first the instances with references, in their order, then the others.
    pub(super) fn instances(&self, folder: &Path, references: &[Reference]) -> Result<Vec<Instance>> {
        let best = self.best_known(folder, references)?;
        let below = folder.join(self.files.0);
        let entries = std::fs::read_dir(&below).map_err(|error| format!("cannot read {}: {error}", below.display()))?;
        let mut instances: Vec<Instance> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|file| file.extension().is_some_and(|end| end == self.files.1))
            .filter_map(|file| {
                let name = file.file_stem()?.to_str()?.to_owned();
                let best = best.get(&name).copied();
                Some(Instance { name, file, best })
            })
            .collect();
        let rank = |name: &str| {
            let same = |reference: &Reference| reference.benchmark == self.name && reference.instance == name;
            references.iter().position(same).unwrap_or(usize::MAX)
        };
        instances.sort_by_cached_key(|instance| (rank(&instance.name), instance.name.clone()));
        Ok(instances)
    }

    fn best_known(&self, folder: &Path, references: &[Reference]) -> Result<BTreeMap<String, f64>> {
        let Some((file, column)) = self.best else {
            return Ok(BTreeMap::new());
        };
        let bytes = read(&folder.join(file))?;
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let head = reader.headers().map_err(|error| format!("{file}: {error}"))?;
        let at = head.iter().position(|name| name == column);
        let at = at.ok_or_else(|| format!("{file} has no column `{column}`"))?;
        let row = |record: csv::StringRecord| Some((record.get(0)?.to_owned(), record.get(at)?.parse().ok()?));
        let mut best: BTreeMap<String, f64> = reader.records().flatten().filter_map(row).collect();
        for reference in references.iter().filter(|reference| reference.benchmark == self.name) {
            if reference.measure == Measure::Published
                && let Some(best) = best.get_mut(&reference.instance)
            {
                *best = best.min(reference.figure);
            }
        }
        Ok(best)
    }
}
