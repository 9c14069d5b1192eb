//! Referrals and intakes of the past: who asked when, for which slot, and who came.

use std::collections::BTreeSet;

use crate::model::clinic::{Kind, Referral, Status};
use crate::order::Arrange;
use crate::rng::Rng;

use super::attendance::intake_attended;
use super::draft::Draft;
use super::history::{agreed, first_day, moment, notes};
use super::places::{Places, never_started};
use super::scheduler::{Entry, StandingWeek, What};

/// An intake to be written: person, place whose site it is, day counted from the planned Monday, attended or not.
struct Intake {
    person: usize,
    place: usize,
    day: i32,
    attended: bool,
}

/// Writes referrals and intake appointments of the past, and the open referrals of people who wait now.
pub(crate) fn write(draft: &mut Draft, places: &Places, week: &StandingWeek) {
    let mut intakes = attended(draft, places);
    let missed = missed(draft, &intakes);
    let assessed = assessed_only(draft, &intakes);
    intakes.extend(missed);
    intakes.extend(assessed);
    intakes.arrange_by_key(|intake| (intake.day, intake.person));
    let mut taken = BTreeSet::new();
    for (number, intake) in intakes.iter().enumerate() {
        book(draft, week, intake, number, &mut taken);
    }
    waiting(draft);
}

/// Everybody who came new in the history was seen one to five days before the first day of care.
fn attended(draft: &Draft, places: &Places) -> Vec<Intake> {
    let newcomers = places.newcomers().into_iter();
    newcomers
        .map(|(person, place, first)| {
            let mut rng = draft.rng("intake day", person as u64);
            let day = first - rng.between(1, 5);
            let day = workday(day);
            Intake {
                person,
                place,
                day,
                attended: true,
            }
        })
        .filter(|intake| intake.day >= -7 * draft.weeks)
        .collect()
}

/// Intakes that were missed: 56 for each 100 who begin, in home health and rehabilitation 9 (our assumption). One in three
/// of those who missed asked again and began (our assumption), so that of all who were referred to addiction treatment
/// 38 % never start, with those of [`assessed_only`]: within 29 to 42 % [GALL].
fn missed(draft: &mut Draft, attended: &[Intake]) -> Vec<Intake> {
    let mut missed = Vec::new();
    for (number, intake) in attended.iter().enumerate() {
        let mut rng = draft.rng("never", intake.place as u64 * 4096 + (-intake.day) as u64);
        if !rng.chance(if is_addiction(draft, intake) { 0.56 } else { 0.09 }) {
            continue;
        }
        if rng.chance(1.0 / 3.0) {
            // A week or more before, so that the week's slots cannot turn the two around.
            let day = workday(intake.day - rng.between(7, 12));
            missed.push(Intake {
                day,
                attended: false,
                ..*intake
            });
            continue;
        }
        let day = workday((intake.day + rng.between(-3, 3)).min(-3));
        let dates = (draft.monday.plus_days(day), draft.monday.plus_days(day));
        let person = never_started(draft, intake.place, &format!("n{number}"), dates);
        missed.push(Intake {
            person,
            place: intake.place,
            day,
            attended: false,
        });
    }
    missed
}

/// Those who were assessed and had no second visit: 15 to 50 % of those who had a first [GALL], here one in five; in home
/// health and rehabilitation one in fifty (our assumption).
fn assessed_only(draft: &mut Draft, attended: &[Intake]) -> Vec<Intake> {
    let mut assessed = Vec::new();
    for (number, intake) in attended.iter().enumerate() {
        let mut rng = draft.rng("assessed only", intake.place as u64 * 4096 + (-intake.day) as u64);
        if !rng.chance(if is_addiction(draft, intake) { 0.25 } else { 0.02 }) {
            continue;
        }
        let day = workday((intake.day + rng.between(-3, 3)).min(-3));
        // The slot may lie on another day of the week; the case is closed when two weeks have brought no second visit.
        let dates = (draft.monday.plus_days(day - 7), draft.monday.plus_days(day + 14));
        let person = never_started(draft, intake.place, &format!("a{number}"), dates);
        assessed.push(Intake {
            person,
            place: intake.place,
            day,
            attended: true,
        });
    }
    assessed
}

fn is_addiction(draft: &Draft, intake: &Intake) -> bool {
    draft.clinic.patients[intake.place].level_of_care.is_some()
}

/// Nobody takes an intake on a weekend: the Friday before.
fn workday(day: i32) -> i32 {
    day - (day.rem_euclid(7) - 4).max(0)
}

/// One intake: a slot of the site's evaluators in that week, a referral before it.
fn book(draft: &mut Draft, week: &StandingWeek, intake: &Intake, number: usize, taken: &mut BTreeSet<(u64, i32)>) {
    let mut rng = draft.rng("intake", intake.person as u64);
    let past = -intake.day.div_euclid(7);
    let site = draft.clinic.patients[intake.place].site.clone();
    let Some(entry) = slot(
        draft,
        week,
        &site,
        intake.day.rem_euclid(7) as usize,
        past,
        taken,
        &mut rng,
    ) else {
        return;
    };
    taken.insert((entry.key, past));
    let (_, start) = moment(draft, &entry, past);
    if start.date() < first_day(draft) {
        return;
    }
    let lead_min = lead_min(&mut rng, intake.attended);
    let requested = start.plus_minutes(-lead_min);
    let mut row = agreed(draft, &entry, start, format!("i{}", number + 1));
    row.patient = Some(draft.clinic.patients[intake.person].id.clone());
    row.requested = Some(requested);
    row.confirmed = Some(requested.plus_minutes(((libm::exp(3.9 + 0.5 * rng.normal())) as i32).clamp(5, lead_min / 2)));
    if intake.attended {
        notes(draft, &entry, &mut row, &mut rng);
    } else {
        row.status = Status::NoShow;
    }
    draft.clinic.referrals.push(Referral {
        id: format!("f{}", draft.clinic.referrals.len() + 1),
        patient: row.patient.clone(),
        service: row.service.clone(),
        site,
        requested,
        emergency: lead_min < 360,
        first_visit: intake.attended.then_some(start),
        closed: (!intake.attended).then(|| start.plus_minutes(1440 * rng.between(1, 2))),
    });
    draft.clinic.appointments.push(row);
}

/// A free evaluation slot of the site in that week, on that day if there is one; else the slot moved to that day.
fn slot(
    draft: &Draft,
    week: &StandingWeek,
    site: &str,
    day: usize,
    past: i32,
    taken: &BTreeSet<(u64, i32)>,
    rng: &mut Rng,
) -> Option<Entry> {
    let evaluations: Vec<&Entry> = week
        .entries
        .iter()
        .filter(|entry| matches!(entry.what, What::Demand(_)))
        .filter(|entry| draft.clinic.services[entry.service].kind == Kind::Evaluation)
        .filter(|entry| draft.clinic.clinicians[entry.clinicians[0]].site == site)
        .collect();
    let free: Vec<&Entry> = evaluations
        .iter()
        .copied()
        .filter(|entry| !taken.contains(&(entry.key, past)))
        .collect();
    let on_day = free.iter().find(|entry| entry.when.day == day);
    let found = on_day.or_else(|| rng.pick(&free)).or_else(|| rng.pick(&evaluations))?;
    let mut entry = (*found).clone();
    if taken.contains(&(entry.key, past)) {
        entry.when.day = day;
        entry.key = (entry.key << 4) + 1 + day as u64;
    }
    Some(entry)
}

/// Minutes from request to intake: a draw of 0.3 to 14 days, kept with the chance that such a one is attended (or not).
fn lead_min(rng: &mut Rng, attended: bool) -> i32 {
    let mut days = 1.0;
    for _ in 0..12 {
        days = (libm::exp(0.95 + 0.85 * rng.normal())).clamp(0.3, 14.0);
        let comes = intake_attended(days);
        if rng.chance(if attended { comes } else { 1.0 - comes }) {
            break;
        }
    }
    (days * 1440.0) as i32
}

/// Those who wait now.
fn waiting(draft: &mut Draft) {
    let rows: Vec<Referral> = draft
        .clinic
        .orders
        .iter()
        .filter_map(|order| {
            let requested = order.requested?;
            let patient = draft
                .clinic
                .patients
                .iter()
                .find(|patient| patient.id == order.patient)?;
            Some((requested, order, patient))
        })
        .enumerate()
        .map(|(number, (requested, order, patient))| Referral {
            id: format!("w{}", number + 1),
            patient: Some(order.patient.clone()),
            service: order.service.clone(),
            site: patient.site.clone(),
            requested,
            emergency: number % 7 == 3,
            first_visit: None,
            closed: None,
        })
        .collect();
    draft.clinic.referrals.extend(rows);
}
