//! How a sample of some size is divided into units, each with its own site, people and patients.

use crate::model::clinic::{Room, Travel};

use super::SampleKind;
use super::draft::Draft;

/// What a unit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Line {
    Addiction,
    Residential,
    HomeHealth,
    Rehabilitation,
}

/// A unit of a sample.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) line: Line,
    /// Place among all units, from 0.
    pub(crate) index: usize,
    /// Clinicians.
    pub(crate) clinicians: usize,
    /// Patients in care.
    pub(crate) patients: usize,
}

/// Rooms of one kind: name without a number, how many, seats, features.
pub(crate) type RoomKind<'a> = (&'a str, usize, i32, &'a [&'a str]);

impl Unit {
    /// The unit's rooms, kind after kind, numbered within their kind and, in their ids, through all of them.
    pub(crate) fn rooms(&self, kinds: &[RoomKind]) -> Vec<Room> {
        let mut rooms = Vec::new();
        for &(name, count, seats, features) in kinds {
            for at in 1..=count {
                rooms.push(Room {
                    id: format!("r{}-{:02}", self.index + 1, rooms.len() + 1),
                    site: self.site(),
                    name: format!("{name} {at}"),
                    seats,
                    features: features.iter().map(|&feature| feature.into()).collect(),
                    hours: None,
                });
            }
        }
        rooms
    }

    /// Id of the unit's site.
    pub(crate) fn site(&self) -> String {
        format!("s{}", self.index + 1)
    }

    /// Id of something of which every unit has its own; the first unit's has no number.
    pub(crate) fn local(&self, id: &str) -> String {
        if self.index == 0 {
            id.into()
        } else {
            format!("{id}-{}", self.index + 1)
        }
    }
}

/// Patients in care for ten clinicians, by line. Our choice, so that a full-time clinician is booked for about 70 %
/// of bookable time; the addiction figure gives 180 patients for 24 clinicians.
fn patients_for(line: Line, clinicians: usize) -> usize {
    let per_ten = match line {
        Line::Addiction => 75,
        Line::Residential => 20,
        Line::HomeHealth => 75,
        Line::Rehabilitation => 130,
    };
    (clinicians * per_ten).div_ceil(10)
}

/// The units of a sample, in an order that a larger sample only extends.
pub(crate) fn layout(kind: SampleKind, clinicians: usize) -> Vec<Unit> {
    let round: &[(Line, usize)] = match kind {
        SampleKind::AddictionTreatment => &[(Line::Addiction, 24)],
        SampleKind::HomeHealth => &[(Line::HomeHealth, 24)],
        SampleKind::OutpatientRehabilitation => &[(Line::Rehabilitation, 24)],
        SampleKind::Network => &[
            (Line::Addiction, 8),
            (Line::Residential, 5),
            (Line::HomeHealth, 6),
            (Line::Rehabilitation, 5),
        ],
    };
    let mut units = Vec::new();
    let mut left = clinicians;
    while left > 0 {
        let (line, full) = round[units.len() % round.len()];
        let size = full.min(left);
        units.push(Unit {
            line,
            index: units.len(),
            clinicians: size,
            patients: patients_for(line, size),
        });
        left -= size;
    }
    units
}

/// Known ways: between neighboring sites, and from the first homes of a home-health branch to each other. They are
/// slower than an estimate from coordinates would be, as a river lies between.
pub(crate) fn roads(draft: &mut Draft) {
    let sites: Vec<String> = draft.clinic.sites.iter().map(|site| site.id.clone()).collect();
    let homes: Vec<String> = draft
        .clinic
        .patients
        .iter()
        .filter(|patient| patient.latitude.is_some())
        .map(|patient| patient.id.clone())
        .take(4)
        .collect();
    for (places, minutes, miles) in [(&sites, 22, 9.5), (&homes, 18, 7.2)] {
        for pair in places.windows(2).take(8) {
            for (from, to) in [(0, 1), (1, 0)] {
                draft.clinic.travel.push(Travel {
                    from: pair[from].clone(),
                    to: pair[to].clone(),
                    minutes,
                    miles,
                });
            }
        }
    }
}
