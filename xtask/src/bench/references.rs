//! Figures of other programs, measured or published elsewhere: `tests/bench/references.csv`.

use crate::Result;
use crate::run::{at, read};

/// Where they are kept.
const FILE: &str = "tests/bench/references.csv";

/// What a figure says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Measure {
    /// Percent above the best known cost.
    Gap,
    /// A cost, or a bound on one.
    Cost,
    /// A cost that was published: if it is the least one, it is the best known.
    Published,
    /// Steps, iterations or whatever the program counts, per CPU second.
    Speed,
}

/// One figure of one program on one instance.
pub(super) struct Reference {
    pub benchmark: String,
    pub instance: String,
    /// The program and, where it was given one, its budget.
    pub solver: String,
    /// What it took, CPU seconds of one thread; none if that is not known or of no interest.
    pub seconds: Option<f64>,
    pub measure: Measure,
    pub figure: f64,
}

/// All of them, in the order of the file.
pub(super) fn references() -> Result<Vec<Reference>> {
    let bytes = read(&at(FILE))?;
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let read: std::result::Result<Vec<_>, _> = reader.records().collect();
    let records = read.map_err(|error| format!("{FILE}: {error}"))?;
    records.iter().map(reference).collect()
}

fn reference(record: &csv::StringRecord) -> Result<Reference> {
    let wrong = |what: &str| {
        let line = record.position().map_or(0, csv::Position::line);
        format!("{FILE}, line {line}: {what}")
    };
    let [benchmark, instance, solver, seconds, measure, figure, source] = record.iter().collect::<Vec<_>>()[..] else {
        return Err(wrong("expected seven columns"));
    };
    if source.is_empty() {
        return Err(wrong("a figure needs a source"));
    }
    let number = |text: &str| text.parse().map_err(|_| wrong(&format!("`{text}` is not a number")));
    Ok(Reference {
        benchmark: benchmark.to_owned(),
        instance: instance.to_owned(),
        solver: solver.to_owned(),
        seconds: Some(seconds).filter(|text| !text.is_empty()).map(number).transpose()?,
        measure: match measure {
            "gap" => Measure::Gap,
            "cost" | "bound" => Measure::Cost,
            "published" => Measure::Published,
            "steps_per_second" => Measure::Speed,
            other => return Err(wrong(&format!("there is no measure `{other}`"))),
        },
        figure: number(figure)?,
    })
}

/// A column of a table: all figures of one program that say the same thing.
pub(super) struct Column<'a> {
    /// The program, with the CPU seconds if they differ from instance to instance.
    pub title: String,
    cells: Vec<&'a Reference>,
}

impl<'a> Column<'a> {
    /// The columns of a benchmark, in the order of the file.
    pub(super) fn all(references: &'a [Reference], benchmark: &str, speed: bool) -> Vec<Self> {
        let mut columns: Vec<Self> = Vec::new();
        for cell in references {
            if cell.benchmark != benchmark || (cell.measure == Measure::Speed) != speed {
                continue;
            }
            match columns.iter_mut().find(|column| column.title == cell.solver) {
                Some(column) => column.cells.push(cell),
                None => columns.push(Self {
                    title: cell.solver.clone(),
                    cells: vec![cell],
                }),
            }
        }
        for column in &mut columns {
            column.title.push_str(&spread(&column.cells));
        }
        columns
    }

    /// The figure of an instance.
    pub(super) fn figure(&self, instance: &str) -> Option<(Measure, f64)> {
        let cell = self.cells.iter().find(|cell| cell.instance == instance)?;
        Some((cell.measure, cell.figure))
    }
}

/// ` (1 to 9 s)` if the seconds differ.
fn spread(cells: &[&Reference]) -> String {
    let seconds = || cells.iter().filter_map(|cell| cell.seconds);
    let (least, most) = (seconds().fold(f64::INFINITY, f64::min), seconds().fold(0.0, f64::max));
    if least < most {
        format!(" ({least} to {most} s)")
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_figures_are_read() {
        let references = references().unwrap();
        let columns = Column::all(&references, "vrptw", false);
        assert_eq!(columns[0].figure("C101"), Some((Measure::Gap, 0.0)));
        let vroom = columns.iter().find(|column| column.title.starts_with("VROOM"));
        assert_eq!(vroom.map(|column| column.title.as_str()), Some("VROOM -x5 (1 to 91 s)"));
        assert!(!Column::all(&references, "vrptw", true).is_empty());
    }

    #[test]
    fn a_wrong_row_is_named() {
        for (row, said) in [
            (vec!["vrptw", "C101"], "seven columns"),
            (vec!["vrptw", "C101", "x", "", "gap", "one", "s"], "`one`"),
            (vec!["vrptw", "C101", "x", "", "speed", "1", "s"], "`speed`"),
            (vec!["vrptw", "C101", "x", "", "gap", "1", ""], "source"),
        ] {
            let message = reference(&csv::StringRecord::from(row)).err().unwrap_or_default();
            assert!(message.contains(said), "{message}");
        }
    }
}
