//! Luck by name: every single event has a generator of its own.

use crate::rng::Rng;

/// What chance decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Luck {
    /// When somebody asks for care, and for what.
    Arrival,
    /// When somebody needs care at once.
    Emergency,
    /// Whether a patient comes.
    Attendance,
    /// How long a session takes.
    Duration,
    /// Whether a clinician is sick on a day.
    Sick,
    /// Whether a room is closed on a day.
    Closure,
    /// What a policy leaves to chance.
    Policy,
}

impl Luck {
    fn name(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Emergency => "emergency",
            Self::Attendance => "attendance",
            Self::Duration => "duration",
            Self::Sick => "sick",
            Self::Closure => "closure",
            Self::Policy => "policy",
        }
    }
}

/// The luck of one run, addressed rather than drawn in turn: what an event meets is a function of seed, run, kind,
/// entity and the number of the event within the entity, and of nothing else. An event more or less of one kind
/// never changes another, so two policies that live through the same run meet the same sick calls and the same
/// patients stay at home (common random numbers).
///
/// # References
/// Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2, 3, doi:10.1145/2063384.2063405, for
/// numbers by address; Law 2015, section 11.2, for common random numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streams {
    seed: u64,
    run: u64,
    week: u64,
}

impl Streams {
    /// The luck of replication `run` of a simulation.
    pub fn new(seed: u64, run: u64) -> Self {
        Self { seed, run, week: 0 }
    }

    /// The luck of another week of the same run, counted from 0.
    #[must_use]
    pub fn week(self, week: u64) -> Self {
        Self { week, ..self }
    }

    /// The generator of the `number`-th event of this kind that `entity` meets. For good common random numbers draw
    /// from it in a fixed order.
    pub fn of(&self, kind: Luck, entity: &str, number: u64) -> Rng {
        // Run and week go into the name: kinds hold no digits, so that no name is the beginning of another.
        let name = match self.week {
            0 => format!("{}{}/{entity}", kind.name(), self.run),
            week => format!("{}{}.{week}/{entity}", kind.name(), self.run),
        };
        Rng::stream(self.seed, &name, number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Luck, Streams};

    #[test]
    fn every_address_has_numbers_of_its_own() {
        let first = |seed, run, kind, entity: &str, number| Streams::new(seed, run).of(kind, entity, number).bits();
        let here = first(1, 2, Luck::Sick, "c1", 3);
        let next = Streams::new(1, 2).week(1).of(Luck::Sick, "c1", 3).bits();
        assert_eq!(here, first(1, 2, Luck::Sick, "c1", 3));
        for other in [
            first(2, 2, Luck::Sick, "c1", 3),
            first(1, 3, Luck::Sick, "c1", 3),
            first(1, 2, Luck::Closure, "c1", 3),
            first(1, 2, Luck::Sick, "c2", 3),
            first(1, 2, Luck::Sick, "c1", 4),
            first(1, 22, Luck::Sick, "/c1", 3),
            next,
        ] {
            assert_ne!(here, other);
        }
    }

    #[test]
    fn numbers_of_neighbors_are_independent() {
        // Serial correlation of the first number over neighboring addresses: about 1 / sqrt(n) by chance.
        let streams = Streams::new(5, 0);
        let draws: Vec<f64> = (0..4_000)
            .map(|number| streams.of(Luck::Attendance, "o1/w0/1", number).unit() - 0.5)
            .collect();
        let mean = draws.iter().sum::<f64>() / 4_000.0;
        let variance = draws.iter().map(|x| x * x).sum::<f64>() / 4_000.0;
        let serial = draws.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / 4_000.0 / variance;
        assert!(mean.abs() < 0.02 && (variance - 1.0 / 12.0).abs() < 0.005 && serial.abs() < 0.06);
    }
}
