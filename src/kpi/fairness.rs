//! How evenly load and burdens are spread over clinicians.

use std::collections::BTreeMap;

use super::event::Event;
use super::outcome::{Computed, Outcome, none, nothing};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::calendar::{DAY_MIN, Weekday};
use crate::model::clinic::{Clinician, Kind};
use crate::order::IntoOrdered;
use crate::stats;

/// Minutes of a full-time week.
const FULL_TIME_MIN: f64 = 2400.0;

/// Acuity points of a session: the patient's acuity (a group has none of its own), and more for a demanding service.
pub(super) fn acuity(view: &View, event: &Event) -> f64 {
    let own = match event.service.kind {
        Kind::Group | Kind::Shift => 0,
        _ => event
            .seats
            .first()
            .map_or(0, |seat| view.acuity(seat.patient, event.start)),
    };
    let extra = view.rule("acuity.service_points").filter(|_| event.service.high_acuity);
    f64::from(own) + extra.unwrap_or(0.0)
}

/// Clinicians with contract hours, and their full-time equivalent.
fn staff<'v>(view: &'v View) -> BTreeMap<&'v str, f64> {
    let contract = |row: &&Clinician| row.contract_week_min > 0;
    view.clinic
        .clinicians
        .iter()
        .filter(contract)
        .map(|row| (row.id.as_str(), f64::from(row.contract_week_min) / FULL_TIME_MIN))
        .into_map()
}

/// What each of the staff carries: the sum of `amount` over the shares of sessions that are done.
fn carried<'v>(view: &'v View, amount: impl Fn(&Event) -> f64) -> BTreeMap<&'v str, f64> {
    let mut sums: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for event in view.sessions().filter(|event| view.is_done(event.class)) {
        for share in &event.shares {
            sums.entry(&share.clinician.id).or_default().push(amount(event));
        }
    }
    sums.into_iter().map(|(id, parts)| (id, stats::sum(&parts))).into_map()
}

/// K33.
pub(super) fn acuity_balance(view: &View) -> Computed {
    let points = carried(view, |event| acuity(view, event));
    let staff = staff(view);
    let per_fte: Vec<f64> = points
        .iter()
        .filter_map(|(id, points)| Some(points / staff.get(id)?))
        .collect();
    let carriers = view.clinic.clinicians.iter().filter_map(|row| {
        let (points, fte) = (points.get(row.id.as_str())?, staff.get(row.id.as_str())?);
        Some((row.discipline.as_str(), *points, *fte))
    });
    let within = within_disciplines(&carriers.collect::<Vec<_>>());
    let values: Vec<f64> = points.values().copied().collect();
    let variation =
        stats::coefficient_of_variation(&values).ok_or_else(|| nothing("acuity points on any clinician"))?;
    Ok(Outcome::plain(variation, values.len())
        .figure("points", IndicatorUnit::Number, stats::sum(&values))
        .figure(
            "per FTE",
            IndicatorUnit::Share,
            stats::coefficient_of_variation(&per_fte),
        )
        .figure("per FTE within a discipline", IndicatorUnit::Share, within)
        .under("clinicians", points.keys().map(|id| (*id).into())))
}

/// How far points per FTE lie from those of the own discipline: the standard deviation around the discipline's mean, with
/// full-time equivalents as weights, as a share of the overall mean. What one discipline carries more than another is
/// not in it, since no schedule can move a prescriber's patients to a counselor.
fn within_disciplines(carriers: &[(&str, f64, f64)]) -> Option<f64> {
    let mean = |rows: &[&(&str, f64, f64)]| {
        let points = stats::sum(&rows.iter().map(|row| row.1).collect::<Vec<_>>());
        let ftes = stats::sum(&rows.iter().map(|row| row.2).collect::<Vec<_>>());
        (ftes > 0.0).then(|| (points / ftes, ftes))
    };
    let mut disciplines: BTreeMap<&str, Vec<&(&str, f64, f64)>> = BTreeMap::new();
    for row in carriers {
        disciplines.entry(row.0).or_default().push(row);
    }
    let (overall, ftes) = mean(&carriers.iter().collect::<Vec<_>>()).filter(|overall| overall.0 > 0.0)?;
    let squares: Vec<f64> = disciplines
        .values()
        .filter_map(|rows| Some((rows, mean(rows)?.0)))
        .flat_map(|(rows, mean)| {
            rows.iter().map(move |row| {
                let distance = row.1 / row.2 - mean;
                row.2 * distance * distance
            })
        })
        .collect();
    Some(libm::sqrt(stats::sum(&squares) / ftes) / overall)
}

/// A burden, by name and what counts as it.
type Burden<'v> = (&'static str, Box<dyn Fn(&Event) -> f64 + 'v>);

fn is_evening(view: &View, event: &Event) -> bool {
    f64::from(event.start.rem_euclid(DAY_MIN)) >= view.rule("evening.from").unwrap_or(f64::MAX)
}

fn is_weekend(view: &View, event: &Event) -> bool {
    matches!(view.date(event.start).weekday(), Weekday::Sat | Weekday::Sun)
}

/// K38.
pub(super) fn burdens(view: &View) -> Computed {
    let staff = staff(view);
    if staff.is_empty() {
        return Err(none(
            "no clinician has contract hours",
            "`contract_week_min` of clinicians",
        ));
    }
    let one = |counts: bool| if counts { 1.0 } else { 0.0 };
    let unsocial: Burden = (
        "evening and weekend sessions",
        Box::new(|event| one(is_evening(view, event) || is_weekend(view, event))),
    );
    let parts: [Burden; 3] = [
        ("evening sessions", Box::new(|event| one(is_evening(view, event)))),
        ("weekend sessions", Box::new(|event| one(is_weekend(view, event)))),
        ("points", Box::new(|event| event.service.points)),
    ];
    let per_fte = |burden: &Burden| -> Vec<f64> {
        let carried = carried(view, &burden.1);
        let of = |(id, fte): (&&str, &f64)| carried.get(id).copied().unwrap_or(0.0) / fte;
        staff.iter().map(of).collect()
    };
    let value = stats::gini(&per_fte(&unsocial)).ok_or_else(|| nothing(unsocial.0))?;
    let most = stats::quantile(&carried(view, &unsocial.1).into_values().collect::<Vec<_>>(), 1.0);
    let mut outcome = Outcome::plain(value, staff.len()).figure(
        "evening and weekend sessions: most on one clinician",
        IndicatorUnit::Number,
        most,
    );
    for burden in &parts {
        let values = per_fte(burden);
        let range = stats::quantile(&values, 1.0)
            .zip(stats::quantile(&values, 0.0))
            .map(|(most, least)| most - least);
        outcome = outcome
            .figure(
                &format!("{} per FTE: Gini", burden.0),
                IndicatorUnit::Index,
                stats::gini(&values),
            )
            .figure(&format!("{} per FTE: range", burden.0), IndicatorUnit::Number, range);
    }
    let carrying = view
        .sessions()
        .filter(|event| view.is_done(event.class) && unsocial.1(event) > 0.0)
        .map(|event| event.id.to_string());
    Ok(outcome
        .over(view.session_table(), carrying)
        .under("clinicians", staff.keys().map(|id| (*id).into())))
}
