//! Rules about a clinician's days: hours, clashes and ways between them, limits, rest.

use std::collections::{BTreeMap, BTreeSet};

use super::occupancy::{Claim, pairs};
use super::view::{View, day_of, outside};
use super::{Found, Resource, Rule};
use crate::model::problem::{ANYWHERE, Duty, Place, Problem};
use crate::order::{Arrange, IntoOrdered};

/// One clinician's part of a placed session.
struct Commitment {
    clinician: u32,
    day: i64,
    start: i64,
    end: i64,
    session: u32,
    /// Busy from, minutes before included.
    from: i64,
    /// Busy until, minutes after included.
    to: i64,
    place: Place,
    points: i64,
}

/// A clinician's commitments of one day.
struct Day<'a> {
    clinician: u32,
    day: i64,
    duty: Option<&'a Duty>,
    commitments: &'a [Commitment],
    /// Effective place of each commitment.
    places: Vec<Place>,
}

pub(super) fn check(view: &View, found: &mut Found) {
    let commitments = commitments(view);
    let claims = commitments.iter().map(|commitment| Claim {
        of: commitment.clinician,
        from: commitment.from,
        to: commitment.to,
        session: commitment.session,
    });
    pairs(claims.collect(), Rule::ClinicianOverlap, Resource::Clinician, found);
    let days = days(view.problem, &commitments);
    for day in &days {
        hours(view.problem, day, found);
        ways(view.problem, day, found);
        day_limits(view.problem, day, found);
    }
    for of_clinician in days.chunk_by(|a, b| a.clinician == b.clinician) {
        weeks(view.problem, of_clinician, found);
        rest(view.problem, of_clinician, found);
        days_in_row(view.problem, of_clinician, found);
    }
    caseloads(view, found);
}

fn commitments(view: &View) -> Vec<Commitment> {
    let mut all = Vec::new();
    for placed in view.placed() {
        for (part, share) in placed.session.parts.iter().zip(&placed.placement.parts) {
            let start = i64::from(share.start);
            let end = start + i64::from(part.minutes);
            all.push(Commitment {
                clinician: share.clinician,
                day: day_of(view.problem, start),
                start,
                end,
                session: placed.idx,
                from: start - i64::from(part.before),
                to: end + i64::from(part.after),
                place: placed.choice.place,
                points: i64::from(part.points),
            });
        }
    }
    all.arrange_by_key(|commitment| {
        (
            commitment.clinician,
            commitment.start,
            commitment.end,
            commitment.session,
        )
    });
    all
}

fn days<'a>(problem: &'a Problem, commitments: &'a [Commitment]) -> Vec<Day<'a>> {
    let duties: BTreeMap<(u32, i64), &Duty> = problem
        .duties
        .iter()
        .map(|duty| ((duty.clinician, i64::from(duty.day)), duty))
        .into_map();
    commitments
        .chunk_by(|a, b| (a.clinician, a.day) == (b.clinician, b.day))
        .filter_map(|of_day| of_day.first().map(|first| (first, of_day)))
        .map(|(first, commitments)| {
            let duty = duties.get(&(first.clinician, first.day)).copied();
            let mut here = duty.map_or(ANYWHERE, |duty| duty.start_place);
            let places = commitments.iter().map(|commitment| {
                if commitment.place != ANYWHERE {
                    here = commitment.place;
                }
                here
            });
            Day {
                clinician: first.clinician,
                day: first.day,
                duty,
                commitments,
                places: places.collect(),
            }
        })
        .collect()
}

impl Day<'_> {
    fn resource(&self) -> Option<Resource> {
        Some(Resource::Clinician(self.clinician))
    }

    fn sessions(&self) -> Vec<u32> {
        self.commitments.iter().map(|commitment| commitment.session).collect()
    }

    fn first_busy(&self) -> i64 {
        self.commitments
            .iter()
            .map(|commitment| commitment.from)
            .min()
            .unwrap_or(0)
    }

    fn last_busy(&self) -> i64 {
        self.commitments
            .iter()
            .map(|commitment| commitment.to)
            .max()
            .unwrap_or(0)
    }

    /// Minutes from the start place to the first commitment and from the last one to the end place.
    fn commute(&self, problem: &Problem) -> (i64, i64) {
        let (Some(duty), Some(&first), Some(&last)) = (self.duty, self.places.first(), self.places.last()) else {
            return (0, 0);
        };
        let way = |from, to| i64::from(problem.travel.minutes(from, to));
        (way(duty.start_place, first), way(last, duty.end_place))
    }

    /// Begin and end of working time.
    fn span(&self, problem: &Problem) -> (i64, i64) {
        let paid = self.duty.is_some_and(|duty| duty.commute_paid);
        let (to_first, from_last) = if paid { self.commute(problem) } else { (0, 0) };
        (self.first_busy() - to_first, self.last_busy() + from_last)
    }

    /// Working time: the span without the lunch break.
    fn worked(&self, problem: &Problem) -> i64 {
        let (begin, end) = self.span(problem);
        end - begin - self.lunch_taken(problem)
    }

    /// A lunch's length if a stretch as long is free between two commitments within the lunch interval, else 0. The
    /// way between them takes part of the time between them; the rest of it can lie before or after the way.
    fn lunch_taken(&self, problem: &Problem) -> i64 {
        let Some(lunch) = self.duty.and_then(|duty| duty.lunch) else {
            return 0;
        };
        let mut busy_until = i64::MIN;
        let mut longest = 0;
        let ways = self.places.array_windows();
        for ([before, next], &[here, there]) in self.commitments.array_windows().zip(ways) {
            busy_until = busy_until.max(before.to);
            let free = next.from - busy_until - i64::from(problem.travel.minutes(here, there));
            let within = next.from.min(i64::from(lunch.to)) - busy_until.max(i64::from(lunch.from));
            longest = longest.max(free.min(within));
        }
        if longest >= i64::from(lunch.minutes) {
            i64::from(lunch.minutes)
        } else {
            0
        }
    }
}

fn hours(problem: &Problem, day: &Day, found: &mut Found) {
    let windows = day.duty.map_or(&[][..], |duty| &duty.windows);
    for commitment in day.commitments {
        if let Some(minutes) = outside(windows, commitment.from, commitment.to) {
            found.one(Rule::ClinicianHours, commitment.session, day.resource(), minutes);
        }
    }
    let opens = windows.iter().map(|window| i64::from(window.0)).min();
    let closes = windows.iter().map(|window| i64::from(window.1)).max();
    let ends = day.commitments.first().zip(day.commitments.last());
    let (Some(opens), Some(closes), Some((first, last))) = (opens, closes, ends) else {
        return;
    };
    let (to_first, from_last) = day.commute(problem);
    let (early, late) = (opens - (first.from - to_first), last.to + from_last - closes);
    // A commitment that itself lies outside has been reported above.
    if early > 0 && first.from >= opens {
        found.one(Rule::ClinicianHours, first.session, day.resource(), early);
    }
    if late > 0 && last.to <= closes {
        found.one(Rule::ClinicianHours, last.session, day.resource(), late);
    }
}

/// Time to travel between consecutive commitments that do not clash already.
fn ways(problem: &Problem, day: &Day, found: &mut Found) {
    for ([before, next], &[here, there]) in day.commitments.array_windows().zip(day.places.array_windows()) {
        let gap = next.from - before.to;
        let missing = i64::from(problem.travel.minutes(here, there)) - gap;
        if gap >= 0 && missing > 0 {
            let sessions = vec![before.session, next.session];
            found.add(Rule::ClinicianOverlap, sessions, day.resource(), missing);
        }
    }
}

fn day_limits(problem: &Problem, day: &Day, found: &mut Found) {
    let Some(duty) = day.duty else { return };
    let above = day.worked(problem) - i64::from(duty.max_work_min);
    if above > 0 {
        found.add(Rule::DayLimit, day.sessions(), day.resource(), above);
    }
    let points: i64 = day.commitments.iter().map(|commitment| commitment.points).sum();
    points_cap(points, duty.points_cap, day.sessions(), day.resource(), found);
}

fn points_cap(points: i64, cap: i32, sessions: Vec<u32>, resource: Option<Resource>, found: &mut Found) {
    if cap != i32::MAX && points > i64::from(cap) {
        found.add(Rule::PointsCap, sessions, resource, points - i64::from(cap));
    }
}

/// Limits on the duties of one week; a commitment without a duty belongs to no week.
fn weeks(problem: &Problem, days: &[Day], found: &mut Found) {
    let mut by_week: BTreeMap<u16, Vec<&Day>> = BTreeMap::new();
    for day in days {
        if let Some(duty) = day.duty {
            by_week.entry(duty.week).or_default().push(day);
        }
    }
    for (week, of_week) in by_week {
        let whose = |day: &&Day| Some((day.resource(), problem.clinicians.get(day.clinician as usize)?));
        let Some((resource, clinician)) = of_week.first().and_then(whose) else {
            continue;
        };
        let sessions: Vec<u32> = of_week.iter().flat_map(|day| day.sessions()).collect();
        let before = clinician.worked_before.get(usize::from(week)).copied().unwrap_or(0);
        let worked: i64 = of_week.iter().map(|day| day.worked(problem)).sum();
        let above = worked + i64::from(before) - i64::from(clinician.max_week_min);
        if above > 0 {
            found.add(Rule::WeekLimit, sessions.clone(), resource, above);
        }
        let commitments = of_week.iter().flat_map(|day| day.commitments);
        let points = commitments.map(|commitment| commitment.points).sum();
        points_cap(points, clinician.points_week_cap, sessions, resource, found);
    }
}

fn rest(problem: &Problem, days: &[Day], found: &mut Found) {
    let wanted = i64::from(problem.rules.rest_min);
    for [before, next] in days.array_windows() {
        let missing = wanted - (next.span(problem).0 - before.span(problem).1);
        if wanted > 0 && missing > 0 {
            let ends = before.commitments.last().into_iter().chain(next.commitments.first());
            let sessions = ends.map(|commitment| commitment.session).collect();
            found.add(Rule::Rest, sessions, before.resource(), missing);
        }
    }
}

fn days_in_row(problem: &Problem, days: &[Day], found: &mut Found) {
    let most = i64::from(problem.rules.max_days_in_row);
    for run in days.chunk_by(|a, b| b.day == a.day + 1) {
        let above = run.len() as i64 - most;
        if most > 0 && above > 0 {
            let sessions = run.iter().flat_map(Day::sessions).collect();
            found.add(Rule::DaysInRow, sessions, run.first().and_then(Day::resource), above);
        }
    }
}

fn caseloads(view: &View, found: &mut Found) {
    let mut caseload: BTreeMap<u32, (BTreeSet<u32>, Vec<u32>)> = BTreeMap::new();
    for placed in view.placed() {
        let Some(patient) = placed.session.patient else {
            continue;
        };
        for share in &placed.placement.parts {
            let (patients, sessions) = caseload.entry(share.clinician).or_default();
            patients.insert(patient);
            sessions.push(placed.idx);
        }
    }
    for (idx, (patients, sessions)) in caseload {
        let clinician = view.problem.clinicians.get(idx as usize);
        let cap = clinician.map_or(i32::MAX, |clinician| clinician.caseload_cap);
        let above = patients.len() as i64 - i64::from(cap);
        if cap != i32::MAX && above > 0 {
            found.add(Rule::CaseloadCap, sessions, Some(Resource::Clinician(idx)), above);
        }
    }
}
