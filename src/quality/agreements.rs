//! Authorizations that overlap or are used up, and past appointments that nobody closed.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Grade, Kind, Place, Report, Sureness};
use super::mend::{Close, Mend};
use crate::model::Clinic;
use crate::model::build::{shown, units_left};
use crate::model::clinic::{Authorization, Status};
use crate::order::{Arrange, IntoOrdered};

/// Minutes after which an outcome is missed: what is younger is likely to be entered today.
const OPEN_FOR_MIN: i32 = 24 * 60;

pub(super) fn find(clinic: &Clinic, report: &mut Report) {
    overlaps(clinic, report);
    used_up(clinic, report);
    unresolved(clinic, report);
}

fn overlaps(clinic: &Clinic, report: &mut Report) {
    let mut of_patient: BTreeMap<&str, Vec<(usize, &Authorization)>> = BTreeMap::new();
    for (at, row) in clinic.authorizations.iter().enumerate() {
        of_patient.entry(&row.patient).or_default().push((at, row));
    }
    for rows in of_patient.values_mut() {
        rows.arrange_by_key(|(at, row)| (row.from, row.until, *at));
        for (place, (at, later)) in rows.iter().enumerate() {
            for (before, earlier) in rows.iter().take(place) {
                let overlap = later.from <= earlier.until && earlier.from <= later.until;
                if overlap && later.services.iter().any(|service| earlier.services.contains(service)) {
                    report.add(overlap_of((*before, earlier), (*at, later)));
                }
            }
        }
    }
}

fn overlap_of((before, earlier): (usize, &Authorization), (at, later): (usize, &Authorization)) -> Finding {
    let same_span = (earlier.from, earlier.until) == (later.from, later.until);
    let is_repeat =
        same_span && earlier.payer == later.payer && earlier.units == later.units && earlier.unit == later.unit;
    let until = earlier.until.min(later.until);
    let text = if is_repeat {
        format!(
            "an authorization of payer `{}` from {} stands in two rows",
            shown(&later.payer),
            later.from
        )
    } else {
        format!(
            "two authorizations cover the same service from {} to {until}",
            later.from
        )
    };
    let sure = match (is_repeat, earlier.payer == later.payer) {
        (true, _) => Sureness::Likely,
        (false, true) => Sureness::Certain,
        // A second payer may cover the same time.
        (false, false) => Sureness::Possible,
    };
    let grade = if sure == Sureness::Possible {
        Grade::Note
    } else {
        Grade::Warning
    };
    let found = Finding::new(Kind::AuthorizationsOverlap, grade, sure, text).at([
        Place::new("authorizations", before, &earlier.id),
        Place::new("authorizations", at, &later.id),
    ]);
    if is_repeat {
        found.or(Mend::RemoveAuthorization {
            authorization: later.id.clone(),
        })
    } else if earlier.from < later.from && earlier.payer == later.payer {
        found.or(Mend::EndAuthorization {
            authorization: earlier.id.clone(),
            until: later.from.plus_days(-1),
        })
    } else {
        found
    }
}

/// Authorizations in force without units, where an order asks for a service and nothing else covers it.
fn used_up(clinic: &Clinic, report: &mut Report) {
    let (left, today) = (units_left(clinic), clinic.settings.as_of.date());
    let needs: BTreeSet<&str> = clinic
        .services
        .iter()
        .filter(|row| row.needs_authorization)
        .map(|row| &*row.id)
        .into_set();
    let mut wanted: BTreeSet<(&str, &str)> = BTreeSet::new();
    for row in clinic.orders.iter().filter(|row| row.until >= today) {
        if needs.contains(&*row.service) {
            wanted.insert((&row.patient, &row.service));
        }
    }
    let units = |row: &Authorization| left.get(&*row.id).copied().unwrap_or(row.units - row.used);
    let mut others: BTreeSet<(&str, &str)> = BTreeSet::new();
    for row in clinic
        .authorizations
        .iter()
        .filter(|row| row.until >= today && units(row) > 0)
    {
        others.extend(row.services.iter().map(|service| (&*row.patient, &**service)));
    }
    for (at, row) in clinic.authorizations.iter().enumerate() {
        let is_open = |service: &String| {
            let key = (&*row.patient, &**service);
            wanted.contains(&key) && !others.contains(&key)
        };
        let in_force = row.from <= today && row.until >= today;
        let service = row.services.iter().find(|service| is_open(service));
        let Some(service) = service.filter(|_| in_force && units(row) <= 0) else {
            continue;
        };
        let over = units(row).min(0).unsigned_abs();
        let text = match over {
            0 => format!(
                "all {} units for `{}` are used, and the order goes on",
                row.units,
                shown(service)
            ),
            over => format!(
                "{over} units more than the {} granted are used for `{}`",
                row.units,
                shown(service)
            ),
        };
        let found = Finding::new(Kind::UnitsUsedUp, Grade::Warning, Sureness::Certain, text);
        report.add(found.at([Place::new("authorizations", at, &row.id)]));
    }
}

fn unresolved(clinic: &Clinic, report: &mut Report) {
    let before = clinic.settings.as_of.plus_minutes(-OPEN_FOR_MIN);
    let open = clinic.appointments.iter().enumerate();
    let rows: Vec<Place> = open
        .filter(|(_, row)| row.status == Status::Booked && row.start < before)
        .map(|(at, row)| Place::new("appointments", at, &row.id))
        .collect();
    if rows.is_empty() {
        return;
    }
    let text = format!("{} appointments before {before} are still booked", rows.len());
    let found = Finding::new(Kind::UnresolvedPast, Grade::Warning, Sureness::Certain, text).at(rows);
    let as_what = |as_what| Mend::ClosePast { before, as_what };
    report.add(found.or(as_what(Close::Completed)).or(as_what(Close::NoShow)));
}
