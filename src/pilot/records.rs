//! Rows of a pilot from the clinic's own records: visits by clinician, before and during.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::design::{Arm, PilotComparison, PilotDesign, PilotKind};
use super::reading::PilotRow;
use crate::model::Clinic;
use crate::model::clinic::{Appointment, Kind};
use crate::model::outcome::{Class, Judge};
use crate::order::IntoOrdered;

/// Asks for rows from the open clinic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PilotRecords {
    /// Weeks before the start that count as the time before, 0 to 104.
    pub before_weeks: u32,
}

/// Measures that the records tell, by the rules of the indicators of the same id: which classes are hits, and which count.
const KNOWN: [(&str, &[Class], &[Class]); 3] = [
    (
        "K9",
        &[Class::Completed],
        &[
            Class::Completed,
            Class::NoShow,
            Class::LateCancel,
            Class::ProviderCancel,
            Class::Missed,
        ],
    ),
    ("K10", &[Class::NoShow], &[Class::Completed, Class::NoShow]),
    (
        "K11",
        &[Class::Completed],
        &[Class::Completed, Class::NoShow, Class::LateCancel],
    ),
];

/// Rows of the measures K9, K10 and K11 of a design, for its units, which are ids of clinicians: visits count for the first
/// clinician, in the pilot's weeks that have passed and in the weeks before. Other measures have no rows here.
pub fn rows_of(design: &PilotDesign, clinic: &Clinic, weeks: u32, records: PilotRecords) -> Vec<PilotRow> {
    let arms: BTreeMap<String, Arm> = match design.comparison {
        PilotComparison::BeforeAfter => design.units.iter().map(|unit| (unit.id.clone(), Arm::New)).into_map(),
        _ => design
            .allocation()
            .into_iter()
            .map(|row| (row.unit, row.arm))
            .into_map(),
    };
    let (from, start, to) = (
        design.start.plus_days(-7 * records.before_weeks as i32).at_minute(0),
        design.start.at_minute(0),
        design
            .start
            .plus_days(7 * weeks as i32)
            .at_minute(0)
            .min(clinic.settings.as_of),
    );
    // Hits and all by measure, clinician and time.
    let mut counts: BTreeMap<(usize, &str, bool), (f64, f64)> = BTreeMap::new();
    for (row, unit, class) in visits(clinic) {
        if row.start < from || row.start >= to || !arms.contains_key(unit) {
            continue;
        }
        for (at, (_, hits, all)) in KNOWN.iter().enumerate() {
            if all.contains(&class) {
                let own = counts.entry((at, unit, row.start < start)).or_default();
                *own = (own.0 + f64::from(u8::from(hits.contains(&class))), own.1 + 1.0);
            }
        }
    }
    let wanted = |id: &str| {
        design
            .measures
            .iter()
            .any(|measure| measure.id == id && measure.kind == PilotKind::Share)
    };
    let rows = counts.into_iter().filter_map(|((at, unit, before), (sum, count))| {
        let id = KNOWN.get(at)?.0;
        wanted(id).then(|| PilotRow {
            measure: id.into(),
            unit: unit.into(),
            arm: arms.get(unit).copied().unwrap_or(Arm::Usual),
            cluster: String::new(),
            before,
            sum,
            count,
        })
    });
    rows.collect()
}

/// Every visit of the past: its session, the first clinician, and what became of it.
fn visits(clinic: &Clinic) -> Vec<(&Appointment, &str, Class)> {
    let judge = Judge::new(clinic);
    let shifts = clinic.services.iter().filter(|service| service.kind == Kind::Shift);
    let shifts: BTreeSet<&str> = shifts.map(|service| service.id.as_str()).into_set();
    let mut visits = Vec::new();
    let mut sessions: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, row) in clinic.appointments.iter().enumerate() {
        let Some(unit) = row
            .clinicians
            .first()
            .filter(|_| !shifts.contains(row.service.as_str()))
        else {
            continue;
        };
        sessions.insert(&row.id, at);
        if let Some((class, _)) = judge.session(row).filter(|_| row.patient.is_some()) {
            visits.push((row, unit.as_str(), class));
        }
    }
    for seat in &clinic.attendances {
        let session = sessions.get(seat.appointment.as_str());
        let Some(row) = session.and_then(|&at| clinic.appointments.get(at)) else {
            continue;
        };
        let Some(unit) = row.clinicians.first() else { continue };
        if let Some((class, _)) = judge.seat(row, seat) {
            visits.push((row, unit, class));
        }
    }
    visits
}
