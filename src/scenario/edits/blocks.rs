//! Levers that keep time free: documentation, supervision, the reserve for emergencies. Blocks are absences of the people
//! whose time it is, so the plan works around them.

use std::collections::BTreeMap;

use super::{round, text_key};
use crate::model::calendar::{DAY_MIN, Weekday};
use crate::model::clinic::{Absence, Absentee, Clinician, Reserve};
use crate::model::{self, Clinic};
use crate::order::IntoOrdered;
use crate::rng::Rng;

/// When people eat, minutes of the day: no block lies there. The rule packs' window of lunch.
const LUNCH: (i32, i32) = (660, 840);
/// Longest meeting of supervision, minutes; more hours are more meetings. Our choice.
const MEETING_MIN: i32 = 60;
/// Blocks begin and end on this grid, minutes.
const GRID_MIN: i32 = 5;
/// Most minutes that can be kept free on a day; what the table `reserves` accepts.
const MOST_RESERVE_MIN: i32 = 480_000;

type Window = (i32, i32);

/// Minutes on the grid of blocks.
pub(super) fn on_grid(minutes: f64) -> i32 {
    round(minutes / f64::from(GRID_MIN)) * GRID_MIN
}

/// Keeps `minutes` of every working day free for documentation, before or after lunch or at an end of the day; who is to
/// have it when is spread over the team.
pub(super) fn documentation(clinic: &mut Clinic, discipline: Option<&str>, minutes: i32) {
    let mut blocks = Vec::new();
    let people = clinic.clinicians.iter();
    for row in people.filter(|row| discipline.is_none_or(|wanted| wanted == row.discipline)) {
        let rank = Rng::stream(0, "documentation", text_key(&row.id)).unit();
        for day in days(clinic) {
            let weekday = clinic.settings.horizon_start.plus_days(day).weekday();
            if let Some(block) = place(&open(row, weekday), minutes, rank) {
                blocks.push(away(clinic, &row.id, day, block, "documentation"));
            }
        }
    }
    clinic.absences.extend(blocks);
}

/// The place of a block: an end of one of the windows that hold it, chosen by `rank`; half of the longest if none does.
fn place(windows: &[Window], minutes: i32, rank: f64) -> Option<Window> {
    let length = |window: &Window| window.1 - window.0;
    let longest = windows.iter().copied().max_by_key(length)?;
    if length(&longest) < minutes {
        let from = longest.1 - length(&longest) / 2 / GRID_MIN * GRID_MIN;
        return (from < longest.1).then_some((from, longest.1));
    }
    let holding = windows.iter().filter(|window| length(window) >= minutes);
    let ends = holding.flat_map(|window| [(window.0, window.0 + minutes), (window.1 - minutes, window.1)]);
    let ends: Vec<Window> = ends.collect();
    ends.get((rank * ends.len() as f64) as usize).copied()
}

/// Lets everybody who has a supervisor meet that person for `minutes` a week, as far as the two share hours.
pub(super) fn supervision(clinic: &mut Clinic, discipline: Option<&str>, minutes: i32) {
    let rows: BTreeMap<&str, &Clinician> = clinic.clinicians.iter().map(|row| (&*row.id, row)).into_map();
    let mut taken: BTreeMap<(&str, Weekday), Vec<Window>> = BTreeMap::new();
    let mut blocks = Vec::new();
    let people = clinic.clinicians.iter();
    for row in people.filter(|row| discipline.is_none_or(|wanted| wanted == row.discipline)) {
        let chief = row.supervisor.as_deref().filter(|id| *id != row.id);
        let Some(&chief) = chief.and_then(|id| rows.get(id)) else {
            continue;
        };
        let first = Rng::stream(0, "supervision", text_key(&row.id)).below(7);
        let mut left = minutes;
        while left > 0 {
            let length = left.min(MEETING_MIN);
            left -= length;
            let found = (first..first + 7).find_map(|day| {
                let weekday = Weekday::from_index(day);
                let busy = |id: &str| taken.get(&(id, weekday)).cloned().unwrap_or_default();
                let busy = [busy(&row.id), busy(&chief.id)].concat();
                shared(&open(row, weekday), &open(chief, weekday), &busy, length).map(|block| (weekday, block))
            });
            let Some((weekday, block)) = found else { break };
            for id in [&*row.id, &*chief.id] {
                taken.entry((id, weekday)).or_default().push(block);
                let start = clinic.settings.horizon_start;
                let on = days(clinic).filter(|&day| start.plus_days(day).weekday() == weekday);
                blocks.extend(on.map(|day| away(clinic, id, day, block, "supervision")));
            }
        }
    }
    clinic.absences.extend(blocks);
}

/// The first stretch of `minutes` in windows of both that meets nothing in `busy`.
fn shared(one: &[Window], other: &[Window], busy: &[Window], minutes: i32) -> Option<Window> {
    let both = one
        .iter()
        .flat_map(|a| other.iter().map(|b| (a.0.max(b.0), a.1.min(b.1))));
    let starts = both.flat_map(|(from, to)| (from..=to - minutes).step_by(GRID_MIN as usize));
    let meets = |from: i32| busy.iter().any(|window| from < window.1 && window.0 < from + minutes);
    starts
        .filter(|&from| !meets(from))
        .min()
        .map(|from| (from, from + minutes))
}

/// Changes the minutes of all clinicians that are kept free on each day; today's are those of the table, or the share of
/// the rule.
pub(super) fn reserve(clinic: &mut Clinic, minutes: i32) {
    let problem = model::build(clinic).problem;
    let mut there: BTreeMap<u16, i32> = BTreeMap::new();
    for duty in &problem.duties {
        *there.entry(duty.day).or_default() += duty.time_min();
    }
    let mut kept: BTreeMap<Weekday, i32> = BTreeMap::new();
    for (day, there) in there {
        let limit = problem
            .rules
            .day_limits_min
            .get(usize::from(day))
            .copied()
            .unwrap_or(there);
        let weekday = clinic.settings.horizon_start.plus_days(i32::from(day)).weekday();
        // Of several weeks the first counts; they differ only by leave.
        kept.entry(weekday).or_insert((there - limit).max(0) + minutes);
    }
    clinic.reserves.retain(|row| !kept.contains_key(&row.weekday));
    let rows = kept.into_iter().map(|(weekday, minutes)| Reserve {
        weekday,
        minutes: minutes.clamp(0, MOST_RESERVE_MIN),
        reason: Some("scenario".into()),
    });
    clinic.reserves.extend(rows);
}

/// Days of the horizon.
fn days(clinic: &Clinic) -> std::ops::Range<i32> {
    0..clinic.settings.horizon_days.max(0)
}

/// A clinician's hours of a weekday without lunch.
fn open(row: &Clinician, weekday: Weekday) -> Vec<Window> {
    let hours = row.hours.on(weekday);
    let parts = hours.flat_map(|(from, to)| [(from, to.min(LUNCH.0)), (from.max(LUNCH.1), to)]);
    parts.filter(|(from, to)| from < to).collect()
}

fn away(clinic: &Clinic, id: &str, day: i32, block: Window, reason: &str) -> Absence {
    let date = clinic.settings.horizon_start.plus_days(day);
    Absence {
        what: Absentee::Clinician,
        id: id.into(),
        from: date.at_minute(block.0),
        until: date.at_minute(block.1.min(DAY_MIN)),
        reason: Some(reason.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_lies_at_an_end_of_a_window_that_holds_it() {
        let windows = [(480, 660), (840, 1_020)];
        let found = [0.0, 0.3, 0.6, 0.9].map(|rank| place(&windows, 30, rank));
        let expected = [(480, 510), (630, 660), (840, 870), (990, 1_020)];
        assert_eq!(found, expected.map(Some));
        assert_eq!(place(&[(480, 540)], 90, 0.5), Some((510, 540)));
        assert_eq!(place(&[], 30, 0.5), None);
    }

    #[test]
    fn two_meet_when_both_are_there_and_free() {
        let (one, other) = ([(480, 660)], [(600, 900)]);
        assert_eq!(shared(&one, &other, &[], 60), Some((600, 660)));
        assert_eq!(shared(&one, &other, &[(600, 605)], 60), None);
        assert_eq!(shared(&one, &other, &[(600, 620)], 30), Some((620, 650)));
    }
}
