//! Whether patients see the same clinicians.

use std::collections::BTreeMap;

use super::event::Event;
use super::outcome::{Computed, Outcome, nothing};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::clinic::Kind;
use crate::order::IntoOrdered;
use crate::stats;

/// Visits by clinician, of one patient and one discipline.
type Threads<'v> = BTreeMap<(&'v str, &'v str), BTreeMap<&'v str, u32>>;

fn threads<'v>(view: &'v View) -> Threads<'v> {
    let mut threads: Threads = BTreeMap::new();
    let own = |event: &&Event| event.service.kind != Kind::Group;
    for event in view.visits().filter(own) {
        for seat in &event.seats {
            for share in &event.shares {
                let thread = (seat.patient.id.as_str(), share.clinician.discipline.as_str());
                *threads
                    .entry(thread)
                    .or_default()
                    .entry(&share.clinician.id)
                    .or_default() += 1;
            }
        }
    }
    threads
}

/// The index of every patient with two visits in a discipline: the mean over the disciplines.
pub(super) fn of_patients<'v>(view: &'v View) -> BTreeMap<&'v str, f64> {
    let mut indices: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for ((patient, _), by_clinician) in threads(view) {
        let visits: Vec<u32> = by_clinician.into_values().collect();
        indices
            .entry(patient)
            .or_default()
            .extend(stats::bice_boxerman(&visits));
    }
    let mean = |(patient, found): (&'v str, Vec<f64>)| Some((patient, stats::mean(&found)?));
    indices.into_iter().filter_map(mean).into_map()
}

/// K29.
pub(super) fn bice_boxerman(view: &View) -> Computed {
    let (mut indices, mut usual, mut ids, mut single) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for ((patient, discipline), by_clinician) in threads(view) {
        let visits: Vec<u32> = by_clinician.into_values().collect();
        match stats::bice_boxerman(&visits) {
            Some(index) => {
                indices.push(index);
                usual.extend(stats::usual_provider(&visits));
                ids.push(format!("{patient} {discipline}"));
            }
            None => single += 1,
        }
    }
    let what = "patients with two visits in one discipline";
    let mean = stats::mean(&indices).ok_or_else(|| nothing(what))?;
    Ok(Outcome::plain(mean, indices.len())
        .figure("usual provider's share", IndicatorUnit::Share, stats::mean(&usual))
        .left_out("fewer than two visits in the discipline", single)
        .under("patients", ids))
}
