//! Levels of the weekly sessions that change at once: a file that is missing, a service that was renamed.

use std::collections::BTreeMap;

use super::finding::{Finding, Grade, Kind, Place, Report, Sureness};
use crate::model::Clinic;
use crate::model::build::shown;
use crate::model::clinic::Status;
use crate::order::IntoOrdered;
use crate::stats::chi_squared_1;

/// Weeks that a history needs. All constants here are our choice.
pub const MIN_WEEKS: usize = 12;
/// Weeks on each side of a turning point at least.
const SIDE: usize = 4;
/// Weeks right at it, on each side, that show whether it came at once.
const NEAR: usize = 2;
/// They differ by this share of the whole change at least; what climbs week by week does not.
const AT_ONCE: f64 = 0.6;
/// The level changes by this share of the larger one at least.
const LEAST_SHARE: f64 = 0.4;
/// Sessions a week on the larger side at least: fewer come and go.
const LEAST_WEEKLY: f64 = 4.0;
/// The chance, over all weeks looked at, of such a turn where the level is constant.
const CHANCE: f64 = 0.001;
/// Weeks that are looked at, the newest.
const MOST_WEEKS: usize = 156;

/// A level that changes at once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    /// The first week on the new level.
    pub at: usize,
    /// Mean of the weeks before.
    pub before: f64,
    /// Mean of the weeks from it on.
    pub after: f64,
    /// The chance of a turn so clear where the level is constant.
    pub chance: f64,
}

/// The clearest turning point of weekly counts, if there is one: the split with the greatest likelihood ratio of two
/// Poisson levels against one [1], the ratio divided by the spread of the weeks around the two levels where they vary
/// more than a Poisson count (quasi-likelihood [2]), its chance taken once for each split looked at.
///
/// # References
/// 1. D. Hinkley, Inference about the change-point in a sequence of random variables, 1970, doi:10.1093/biomet/57.1.1.
/// 2. R. Wedderburn, Quasi-likelihood functions, generalized linear models, and the Gauss-Newton method, 1974,
///    doi:10.1093/biomet/61.3.439.
pub fn turning_point(counts: &[u32]) -> Option<Turn> {
    if counts.len() < MIN_WEEKS {
        return None;
    }
    let mean = |part: &[u32]| part.iter().map(|&count| f64::from(count)).sum::<f64>() / part.len() as f64;
    // Twice the log likelihood of a stretch at its own mean, up to what is the same for every split.
    let fit = |part: &[u32]| {
        let level = mean(part);
        if level > 0.0 {
            2.0 * level * part.len() as f64 * libm::log(level)
        } else {
            0.0
        }
    };
    let whole = fit(counts);
    let splits = SIDE..=counts.len() - SIDE;
    let num_splits = splits.clone().count() as f64;
    let gain = |at: usize| fit(&counts[..at]) + fit(&counts[at..]) - whole;
    let at = splits.max_by(|&a, &b| gain(a).total_cmp(&gain(b)))?;
    let (left, right) = counts.split_at(at);
    let (before, after) = (mean(left), mean(right));
    let spread = |part: &[u32], level: f64| {
        let square = |&count: &u32| (f64::from(count) - level) * (f64::from(count) - level) / level.max(1.0);
        part.iter().map(square).sum::<f64>()
    };
    let dispersion = ((spread(left, before) + spread(right, after)) / (counts.len() - 2) as f64).max(1.0);
    let chance = (num_splits * chi_squared_1(gain(at) / dispersion)).min(1.0);
    let change = after - before;
    let near = mean(&counts[at..at + NEAR]) - mean(&counts[at - NEAR..at]);
    let clear = chance < CHANCE
        && before.max(after) >= LEAST_WEEKLY
        && change.abs() >= LEAST_SHARE * before.max(after)
        && near / change >= AT_ONCE;
    clear.then_some(Turn {
        at,
        before,
        after,
        chance,
    })
}

/// Whole weeks before the document's moment, for all services together and for each.
pub(super) fn find(clinic: &Clinic, report: &mut Report) {
    let settings = &clinic.settings;
    let today = settings.as_of.date();
    let this_week = today.plus_days(-settings.days_into_week(today));
    let counts = |status: Status| !matches!(status, Status::Proposed | Status::Waitlist | Status::Void);
    let rows = clinic.appointments.iter().filter(|row| counts(row.status));
    let mut weeks: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let mut total: Vec<u32> = Vec::new();
    for row in rows {
        let back = this_week.days_since(row.start.date());
        if back <= 0 {
            continue;
        }
        let week = (back - 1) as usize / 7;
        if week >= MOST_WEEKS {
            continue;
        }
        for series in [&mut total, weeks.entry(&row.service).or_default()] {
            if series.len() <= week {
                series.resize(week + 1, 0);
            }
            if let Some(count) = series.get_mut(week) {
                *count += 1;
            }
        }
    }
    // The first week on file is seldom whole.
    let length = total.len().saturating_sub(1);
    let names: BTreeMap<&str, usize> = clinic
        .services
        .iter()
        .enumerate()
        .map(|(at, row)| (&*row.id, at))
        .into_map();
    let all = std::iter::once((None, total)).chain(weeks.into_iter().map(|(service, weeks)| (Some(service), weeks)));
    for (service, mut newest_first) in all {
        newest_first.resize(length, 0);
        newest_first.reverse();
        let Some(turn) = turning_point(&newest_first) else {
            continue;
        };
        let week = this_week.plus_days(-7 * (length - turn.at) as i32);
        let what = service.map_or_else(
            || "all sessions".into(),
            |service| format!("sessions of `{}`", shown(service)),
        );
        let text = format!(
            "{what} change from {:.1} to {:.1} a week in the week of {week}",
            turn.before, turn.after
        );
        let found = Finding::new(Kind::SuddenShift, Grade::Warning, Sureness::Possible, text);
        let row = service.and_then(|service| names.get(service).map(|&at| Place::new("services", at, service)));
        report.add(found.at(row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn a_step_is_found_where_it_is() {
        let counts: Vec<u32> = (0..26)
            .map(|week| if week < 15 { 40 + week % 3 } else { 15 + week % 4 })
            .collect();
        let turn = turning_point(&counts).unwrap();
        assert_eq!(turn.at, 15);
        assert!((turn.before - 41.0).abs() < 1e-9 && turn.after < 18.0, "{turn:?}");
    }

    #[test]
    fn ramps_short_histories_and_small_numbers_are_no_steps() {
        let ramp: Vec<u32> = (0..26).map(|week| 10 + 2 * week).collect();
        assert_eq!(turning_point(&ramp), None);
        assert_eq!(turning_point(&[9, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0]), None);
        assert_eq!(turning_point(&[1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]), None);
        assert_eq!(turning_point(&[7; 40]), None);
        assert_eq!(turning_point(&[0; 40]), None);
    }

    /// On constant levels the stated chance is an upper bound; with more spread than Poisson too.
    #[test]
    fn constant_levels_hardly_turn() {
        let mut rng = Rng::new(5);
        let mut found = 0;
        for history in 0..2_000 {
            let level = 5.0 + f64::from(history % 40);
            let counts: Vec<u32> = (0..40).map(|_| poisson(&mut rng, level)).collect();
            found += usize::from(turning_point(&counts).is_some());
        }
        assert!(found <= 6, "{found} of 2,000 constant histories have a turning point");
    }

    /// Knuth's product of uniforms.
    fn poisson(rng: &mut Rng, mean: f64) -> u32 {
        let (mut count, mut product, least) = (0, rng.unit(), libm::exp(-mean));
        while product > least {
            product *= rng.unit();
            count += 1;
        }
        count
    }
}
