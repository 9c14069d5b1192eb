//! Whether patients see the same clinicians.

use std::collections::BTreeMap;

use super::event::Event;
use super::outcome::{Computed, Outcome, nothing};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::clinic::Kind;
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
