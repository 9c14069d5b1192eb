//! The code and units that fit a session, by the rules of its day. Every number is a value of a rule pack.

use std::collections::{BTreeMap, BTreeSet};

use super::first_of_code;
use super::units::{UnitRule, shared_units, units};
use crate::disclosure::sessions::Visit;
use crate::model::clinic::{Billing, Settings};
use crate::model::rules::Rules;
use crate::order::IntoOrdered;

/// Psychotherapy by length, longest first [CPT].
const PSYCHOTHERAPY: [&str; 3] = ["90837", "90834", "90832"];

/// What fits a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suggestion {
    pub(super) code: String,
    pub(super) units: i32,
    pub(super) why: String,
    /// False if there is no rule for its code, so that nothing can differ.
    pub(super) is_certain: bool,
}

/// What a session is seen with.
pub(super) struct Day<'a> {
    /// Places of what the patient received on the day.
    pub(super) visits: &'a [usize],
    /// Everything that took place.
    pub(super) all: &'a [Visit<'a>],
    pub(super) settings: &'a Settings,
}

/// The code and units that the rules suggest for the session at a place of the list.
pub(super) fn suggest(visit: &Visit, at: usize, day: &Day, rules: &Rules) -> Suggestion {
    let code = visit.service.billing_code.as_deref().unwrap_or_default();
    let minutes = visit.row.minutes;
    let value = |name: &str| rules.value(&format!("code.{code}.{name}"));
    if code.is_empty() {
        return Suggestion::none("the service has no billing code");
    }
    if PSYCHOTHERAPY.contains(&code) {
        return psychotherapy(minutes, rules);
    }
    if let Some(from) = value("from_minutes") {
        return if f64::from(minutes) >= from {
            Suggestion::of(code, 1, format!("{code} from {from} minutes on"))
        } else {
            Suggestion::none(format!("{minutes} minutes are fewer than the {from} of {code}"))
        };
    }
    if value("day_hours").is_some() {
        return by_day(visit, at, day, rules, code);
    }
    if value("per_diem").is_some() {
        let is_first = first_of_code(visit, at, day.visits, day.all);
        return Suggestion::of(code, i32::from(is_first), "one unit a day, with its first session");
    }
    if value("timed").is_some_and(|timed| timed == 0.0) || value("per_attendee").is_some() {
        return Suggestion::of(code, 1, "untimed: one for each patient who attended");
    }
    let (unit, threshold) = (
        rules.whole("units.quarter_minutes"),
        rules.whole("units.threshold_minutes"),
    );
    if let Some(own) = value("unit_minutes") {
        let count = units(minutes, libm::round(own) as i32, threshold);
        return timed(
            code,
            count,
            format!("{minutes} minutes by {own}-minute units, {threshold} minutes for the last"),
        );
    }
    if visit.service.billing == Billing::Quarter {
        return of_several(visit, at, day, rules, (unit, threshold));
    }
    Suggestion {
        code: code.into(),
        units: 1,
        why: format!("the rule packs have no rule for {code}"),
        is_certain: false,
    }
}

fn timed(code: &str, count: i32, why: String) -> Suggestion {
    if count == 0 {
        Suggestion::none(why)
    } else {
        Suggestion::of(code, count, why)
    }
}

fn psychotherapy(minutes: i32, rules: &Rules) -> Suggestion {
    let from = |code: &str| rules.value(&format!("code.{code}.from_minutes"));
    let fits = |code: &&&str| from(code).is_some_and(|from| f64::from(minutes) >= from);
    match PSYCHOTHERAPY.iter().find(fits) {
        Some(code) => {
            let from = from(code).unwrap_or_default();
            Suggestion::of(code, 1, format!("{minutes} minutes: {code} from {from} minutes on"))
        }
        None => Suggestion::none(format!("{minutes} minutes are too few for any psychotherapy code")),
    }
}

/// One unit a day if enough was given on it, and the days of the week are enough.
fn by_day(visit: &Visit, at: usize, day: &Day, rules: &Rules, code: &str) -> Suggestion {
    let is_same =
        |other: &&Visit| other.patient == visit.patient && other.service.billing_code == visit.service.billing_code;
    let wanted = rules.value(&format!("code.{code}.day_hours")).unwrap_or_default() * 60.0;
    let own = |at: &usize| day.all.get(*at).filter(is_same);
    let given: i32 = day.visits.iter().filter_map(own).map(|visit| visit.row.minutes).sum();
    if f64::from(given) < wanted {
        return Suggestion::none(format!(
            "{given} minutes on the day are fewer than the {wanted} of {code}"
        ));
    }
    let week = |visit: &Visit| {
        let date = visit.row.start.date();
        date.plus_days(-day.settings.days_into_week(date))
    };
    let this = week(visit);
    let days = day.all.iter().filter(is_same).filter(|other| week(other) == this);
    let days: BTreeSet<_> = days.map(|other| other.row.start.date()).into_set();
    let least = rules.value(&format!("code.{code}.days_per_week")).unwrap_or_default();
    if (days.len() as f64) < least {
        return Suggestion::none(format!(
            "{} of the {least} days in the week that {code} asks for",
            days.len()
        ));
    }
    let count = i32::from(first_of_code(visit, at, day.visits, day.all));
    Suggestion::of(
        code,
        count,
        "one unit a day, with its first session; the unit is set by the payer",
    )
}

/// Timed codes of one day together: the units of a code stand with its first session.
fn of_several(visit: &Visit, at: usize, day: &Day, rules: &Rules, (unit, threshold): (i32, i32)) -> Suggestion {
    let has_own_unit = |code: &str| rules.value(&format!("code.{code}.unit_minutes")).is_some();
    let timed_code = |visit: &&Visit| visit.service.billing == Billing::Quarter;
    let mut minutes: BTreeMap<&str, i32> = BTreeMap::new();
    for other in day.visits.iter().filter_map(|at| day.all.get(*at)).filter(timed_code) {
        let code = other.service.billing_code.as_deref().unwrap_or_default();
        if !has_own_unit(code) {
            *minutes.entry(code).or_default() += other.row.minutes;
        }
    }
    let rule = match rules.value("units.midpoint") {
        Some(on) if on != 0.0 => UnitRule::Midpoint,
        _ => UnitRule::EightMinute,
    };
    let all: Vec<i32> = minutes.values().copied().collect();
    let shares = shared_units(&all, rule, unit, threshold);
    let shares: BTreeMap<&str, i32> = minutes.keys().copied().zip(shares).into_map();
    let code = visit.service.billing_code.as_deref().unwrap_or_default();
    let own = minutes.get(code).copied().unwrap_or_default();
    let total: i32 = all.iter().sum();
    let name = match rule {
        UnitRule::EightMinute => format!("8-minute rule: {own} of {total} timed minutes of the day"),
        UnitRule::Midpoint => format!("midpoint rule: {own} minutes of {code} on the day"),
    };
    if !first_of_code(visit, at, day.visits, day.all) {
        return Suggestion::of(code, 0, format!("{name}, with the first session of {code}"));
    }
    timed(code, shares.get(code).copied().unwrap_or_default(), name)
}
