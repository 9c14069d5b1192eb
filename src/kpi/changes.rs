//! What the clinic changes after it was agreed, and with how much notice.

use std::collections::{BTreeMap, BTreeSet};

use super::outcome::{Computed, Tally};
use super::view::View;
use crate::model::calendar::DAY_MIN;
use crate::model::clinic::Party;
use crate::model::problem::{Placement, SeatOrder, Session};
use crate::model::{Plan, Problem};
use crate::order::IntoOrdered;

/// A patient in a workweek, by its first day.
pub(super) type PatientWeek<'v> = (i32, &'v str);

/// What a plan changes for one patient about one session that was published.
struct Change {
    patient: u32,
    /// Start of the published session.
    published: i32,
    /// The first minute at which the patient must know: the published start or the new one, whichever is earlier.
    known_by: i32,
}

/// K13.
pub(super) fn late_changes(view: &View) -> Computed {
    match view.planned {
        None => of_history(view),
        Some((problem, plan)) => of_plan(view, problem, plan),
    }
}

/// Patients' workweeks with a session, and those in which the clinic changed something: with little notice in what
/// happened, at all in a plan.
pub(super) fn changed_weeks<'v>(view: &'v View) -> (BTreeSet<PatientWeek<'v>>, BTreeSet<PatientWeek<'v>>) {
    let mut seen = seen(view);
    let Some((problem, plan)) = view.planned else {
        let late = late_by_party(view).remove(&Party::Clinic).unwrap_or_default();
        return (seen, late);
    };
    let mut changed = BTreeSet::new();
    for change in changes(problem, plan) {
        let patient = problem.patients.get(change.patient as usize);
        if let Some(patient) = patient.filter(|patient| view.includes(Some(&patient.id))) {
            changed.insert((view.week_of(change.published.div_euclid(DAY_MIN)), patient.id.as_str()));
        }
    }
    seen.extend(&changed);
    (seen, changed)
}

fn late_by_party<'v>(view: &'v View) -> BTreeMap<Party, BTreeSet<PatientWeek<'v>>> {
    let mut changed: BTreeMap<Party, BTreeSet<PatientWeek>> = BTreeMap::new();
    for event in view.sessions().filter(|event| event.is_visit()) {
        let week = view.week_of(event.start.div_euclid(DAY_MIN));
        for seat in &event.seats {
            if let Some(party) = seat.late_change {
                changed.entry(party).or_default().insert((week, &seat.patient.id));
            }
        }
    }
    changed
}

fn of_history(view: &View) -> Computed {
    let (changed, seen) = (late_by_party(view), seen(view));
    let of = |party| changed.get(&party).cloned().unwrap_or_default();
    let by_patient = of(Party::Patient).len() as f64;
    Ok(tally(view, &seen, &of(Party::Clinic))?.share("made by patients", by_patient, seen.len() as f64))
}

/// Nothing of a proposal has been said to anyone: its changes count from the moment at which they are announced.
fn of_plan(view: &View, problem: &Problem, plan: &Plan) -> Computed {
    let notice = i64::from(view.clinic.settings.late_cancel_hours) * 60;
    let announced = view.options.announced.unwrap_or(view.clinic.settings.as_of);
    let (mut seen, mut any, mut late) = (seen(view), BTreeSet::new(), BTreeSet::new());
    let changes = changes(problem, plan);
    for change in &changes {
        let patient = problem.patients.get(change.patient as usize);
        let Some(patient) = patient.filter(|patient| view.includes(Some(&patient.id))) else {
            continue;
        };
        let who = (view.week_of(change.published.div_euclid(DAY_MIN)), patient.id.as_str());
        seen.insert(who);
        any.insert(who);
        if view.zone.elapsed(announced, view.origin.at_minute(change.known_by)) < notice {
            late.insert(who);
        }
    }
    let first = changes.iter().map(|change| change.known_by).min();
    let in_time = first.map(|minute| view.origin.at_minute(minute).plus_minutes(-notice as i32));
    Ok(tally(view, &seen, &late)?
        .share("patients with any change", any.len() as f64, seen.len() as f64)
        .note(
            true,
            &format!("changes against the published schedule, if they are announced at {announced}"),
        )
        .note(
            in_time.is_some(),
            &format!("none is late if all are announced by {}", in_time.unwrap_or(announced)),
        ))
}

/// Patients by workweek with at least one session in it, whatever became of it.
fn seen<'v>(view: &'v View) -> BTreeSet<PatientWeek<'v>> {
    let visits = view.sessions().filter(|event| event.is_visit());
    visits
        .flat_map(|event| {
            let week = view.week_of(event.start.div_euclid(DAY_MIN));
            event.seats.iter().map(move |seat| (week, seat.patient.id.as_str()))
        })
        .into_set()
}

fn tally(view: &View, seen: &BTreeSet<PatientWeek>, late: &BTreeSet<PatientWeek>) -> Computed {
    let mut tally = Tally::default();
    for who in seen {
        let week = view.origin.plus_days(who.0);
        tally.add(late.contains(who), format!("{} {week}", who.1));
    }
    tally.proportion("patients", "patients with a session in a week")
}

/// Everything that a plan changes for patients. A session or seat that nobody had is no change.
fn changes(problem: &Problem, plan: &Plan) -> Vec<Change> {
    let own = problem
        .sessions
        .iter()
        .zip(&plan.placements)
        .filter_map(|(session, now)| {
            Some(Change {
                patient: session.patient?,
                published: session.published.as_ref()?.start,
                known_by: known_by(session, now.as_ref())?,
            })
        });
    let seats = problem.seat_orders.iter().zip(&plan.seats);
    own.chain(seats.flat_map(|(order, now)| seat_changes(problem, plan, order, now)))
        .collect()
}

/// When a patient must know what became of a published session; `None` if it stays as it was for the patient: same
/// start, same clinicians, same way of meeting. Another room is told at the door.
fn known_by(session: &Session, now: Option<&Placement>) -> Option<i32> {
    let published = session.published.as_ref()?;
    let Some(now) = now else { return Some(published.start) };
    let way = |place: &Placement| {
        let choice = session.choices.get(usize::from(place.choice));
        choice.map(|choice| (choice.modality, choice.place))
    };
    let same = now.start == published.start && now.parts == published.parts && way(now) == way(published);
    (!same).then(|| published.start.min(now.start))
}

/// Seats that were published: lost, exchanged for another session of the same order, or in a session that changed.
fn seat_changes(problem: &Problem, plan: &Plan, order: &SeatOrder, now: &[u32]) -> Vec<Change> {
    let session = |idx: u32| problem.sessions.get(idx as usize);
    let placed = |idx: u32| plan.placements.get(idx as usize).and_then(Option::as_ref);
    let gained = now.iter().filter(|idx| !order.published.contains(idx));
    let first_gained = gained.filter_map(|&idx| Some(placed(idx)?.start)).min();
    let change = |&idx: &u32| {
        let published = session(idx)?.published.as_ref()?.start;
        let known_by = if now.contains(&idx) {
            known_by(session(idx)?, placed(idx))?
        } else {
            first_gained.map_or(published, |gained| gained.min(published))
        };
        Some(Change {
            patient: order.patient,
            published,
            known_by,
        })
    };
    order.published.iter().filter_map(change).collect()
}
