//! Overtime, mileage and return.

use std::collections::{BTreeMap, BTreeSet};

use super::event::Event;
use super::outcome::{Computed, Outcome, none};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::calendar::{DAY_MIN, Date};
use crate::model::clinic::{Clinician, Overtime};
use crate::model::rules::Rules;
use crate::order::IntoOrdered;
use crate::stats;

/// Hours of a workweek above which overtime is due [FLSA54].
const WEEK_MIN: i64 = 40 * 60;
/// Hours of a day above which overtime is due under the 8/80 system [7J].
const DAY_WORK_MIN: i64 = 8 * 60;
/// Hours of 14 days above which overtime is due under the 8/80 system [7J].
const FORTNIGHT_MIN: i64 = 80 * 60;

/// Overtime minutes of one clinician in one workweek (or pair of workweeks under 8/80).
struct OvertimeSpell<'v> {
    clinician: &'v Clinician,
    first_day: i32,
    minutes: i64,
}

/// Overtime under 8/80: the larger of the hours above 8 a day and the hours above 80 in 14 days.
fn eight_eighty(days: &[i64], total: i64) -> i64 {
    let daily: i64 = days.iter().map(|&worked| (worked - DAY_WORK_MIN).max(0)).sum();
    daily.max((total - FORTNIGHT_MIN).max(0))
}

/// Every spell of the period. History counts workweeks that lie in the period with all their days; a plan counts the
/// workweeks it touches, with what was worked before it began.
fn spells<'v>(view: &'v View) -> Vec<OvertimeSpell<'v>> {
    let whole: BTreeSet<i32> = view.whole_weeks().into_iter().into_set();
    let week_counts = |day: i32| !view.is_history() || whole.contains(&view.week_of(day));
    let origin_week = view.week_of(0);
    let mut worked: BTreeMap<(&str, i32), (&Clinician, Vec<i64>, i64)> = BTreeMap::new();
    for day in view.days.iter().filter(|day| week_counts(day.day)) {
        let week = view.week_of(day.day);
        // Fortnights are counted from the workweek of the planning horizon, so that every period cuts them alike.
        let first = match day.clinician.overtime {
            Overtime::None => continue,
            Overtime::Weekly40 => week,
            Overtime::EightEighty => week - (week - origin_week).rem_euclid(14),
        };
        let spell = worked
            .entry((&day.clinician.id, first))
            .or_insert((day.clinician, Vec::new(), 0));
        spell.2 += i64::from(day.worked);
        if view.covers(day.day * DAY_MIN) {
            spell.1.push(i64::from(day.worked));
        }
    }
    worked
        .into_iter()
        .filter(|(_, (_, days, _))| !days.is_empty())
        .map(|((_, first_day), (clinician, days, total))| OvertimeSpell {
            clinician,
            first_day,
            minutes: match clinician.overtime {
                Overtime::EightEighty => eight_eighty(&days, total),
                _ => (total - WEEK_MIN).max(0),
            },
        })
        .collect()
}

fn with_rows(outcome: Outcome, view: &View, spells: &[OvertimeSpell]) -> Outcome {
    let id = |spell: &OvertimeSpell| view.day_id(&spell.clinician.id, spell.first_day);
    outcome
        .over("staff_days", spells.iter().filter(|spell| spell.minutes > 0).map(id))
        .under("staff_days", spells.iter().map(id))
}

fn known_spells<'v>(view: &'v View) -> Result<Vec<OvertimeSpell<'v>>, super::NotComputable> {
    let spells = spells(view);
    match spells.is_empty() {
        true => Err(none(
            "no workweek of a clinician who is paid overtime lies in the period",
            "rows in `staff_days` for a whole workweek, and clinicians with an overtime rule",
        )),
        false => Ok(spells),
    }
}

/// K7.
pub(super) fn overtime_hours(view: &View) -> Computed {
    let spells = known_spells(view)?;
    let minutes: i64 = spells.iter().map(|spell| spell.minutes).sum();
    let with = spells.iter().filter(|spell| spell.minutes > 0).count();
    let outcome = Outcome::plain(minutes as f64 / 60.0, spells.len()).figure(
        "clinician-weeks with overtime",
        IndicatorUnit::Number,
        with as f64,
    );
    Ok(with_rows(outcome, view, &spells))
}

/// K8.
pub(super) fn overtime_cost(view: &View) -> Computed {
    let spells = known_spells(view)?;
    let pay: i64 = spells
        .iter()
        .map(|spell| spell.minutes * spell.clinician.pay_cents_hour)
        .sum();
    // Half the rate on top of the hour itself [FLSA54].
    let straight = pay as f64 / 60.0 / 100.0;
    let outcome = Outcome::plain(straight * 0.5, spells.len()).figure(
        "full cost of the overtime hours",
        IndicatorUnit::Money,
        straight * 1.5,
    );
    Ok(with_rows(outcome, view, &spells))
}

/// The rate on a date, in currency units a mile: dated values of the rule packs, or the clinic's own [IRS26].
fn mile_rate(view: &View, date: Date) -> Option<f64> {
    let rules = Rules::in_force(&view.clinic.settings.rule_packs, date).with_overrides(&view.clinic.rules);
    rules.value("mileage.cents_per_mile").map(|cents| cents / 100.0)
}

/// Miles of one day or visit, with the rate on its date.
struct Drive {
    id: String,
    miles: f64,
    rate: Option<f64>,
}

/// Miles as they are recorded: in staff days, or in the appointments if staff days have none.
fn drives(view: &View) -> Vec<Drive> {
    let days = view.clinician_days().filter(|day| day.miles > 0.0);
    let mut found: Vec<(Date, f64, String)> = days
        .map(|day| {
            let id = view.day_id(&day.clinician.id, day.day);
            (view.origin.plus_days(day.day), day.miles, id)
        })
        .collect();
    if found.is_empty() && view.is_history() {
        let visit = |event: &Event| {
            let miles = event.row?.miles.filter(|&miles| miles > 0.0)?;
            Some((view.date(event.start), miles, event.id.to_string()))
        };
        found = view.visits().filter_map(visit).collect();
    }
    let mut rates: BTreeMap<Date, Option<f64>> = BTreeMap::new();
    let drive = |(date, miles, id)| Drive {
        id,
        miles,
        rate: *rates.entry(date).or_insert_with(|| mile_rate(view, date)),
    };
    found.into_iter().map(drive).collect()
}

/// K31.
pub(super) fn mileage(view: &View) -> Computed {
    let drives = drives(view);
    let paid: Vec<(&Drive, f64)> = drives.iter().filter_map(|drive| Some((drive, drive.rate?))).collect();
    if paid.is_empty() && (view.is_history() || view.clinician_days().next().is_none()) {
        return Err(none(
            "no miles are recorded in the period",
            "miles in `staff_days` or `appointments`, and a rate on their dates",
        ));
    }
    let cost: Vec<f64> = paid.iter().map(|(drive, rate)| drive.miles * rate).collect();
    let distance: Vec<f64> = paid.iter().map(|(drive, _)| drive.miles).collect();
    Ok(Outcome::plain(stats::sum(&cost), paid.len())
        .figure("miles", IndicatorUnit::Number, stats::sum(&distance))
        .note(view.travel_estimated, "some distances are estimates from coordinates")
        .left_out("miles on a date without a known rate", drives.len() - paid.len())
        .over("staff_days", paid.iter().map(|(drive, _)| drive.id.clone())))
}

/// K32: the functions are [`stats::roi`], [`stats::payback_month`] and [`stats::npv`]; a clinic has no investment.
pub(super) fn investment_return(_: &View) -> Computed {
    Err(none(
        "a return needs costs and benefits by month",
        "a scenario, which gives them",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overtime_of_eight_eighty_is_the_larger_part() {
        // Ten days of 8 hours with one of 10 in 84 hours: 2 by day, 4 by fortnight.
        let mut days = vec![8 * 60; 10];
        days[3] = 10 * 60;
        days.push(2 * 60);
        assert_eq!(days.iter().sum::<i64>(), 84 * 60);
        assert_eq!(eight_eighty(&days, 84 * 60), 4 * 60);
        assert_eq!(eight_eighty(&[12 * 60, 10 * 60], 22 * 60), 6 * 60);
        assert_eq!(eight_eighty(&[8 * 60; 10], 80 * 60), 0);
    }
}
