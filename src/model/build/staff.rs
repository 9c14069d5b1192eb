//! Clinicians, their days of work, and the days on which their skills and licenses hold.

use std::collections::BTreeMap;

use super::context::{Context, in_order};
use super::intervals::{clip, intersect, length, subtract, tidy};
use super::places::Places;
use crate::model::calendar::{DAY_MIN, Weekday};
use crate::model::clinic::{self, Absentee, Overtime, Status};
use crate::model::problem::{Clinician, Duty, Interval, Lunch};
use crate::model::weights::CostTerm;
use crate::order::IntoOrdered;

/// A night's work that began the day before and ends by this minute belongs to the day before. Our choice: noon.
const NIGHT_ENDS_BY: i32 = 720;

/// The people who treat, as the problem sees them.
pub(crate) struct Staff<'c> {
    pub(crate) clinicians: Vec<Clinician>,
    pub(crate) duties: Vec<Duty>,
    /// Row in the table of clinicians.
    pub(crate) rows: Vec<usize>,
    /// Index by id.
    pub(crate) index: BTreeMap<&'c str, u32>,
    /// Days on which each skill holds, by clinician.
    skills: Vec<BTreeMap<&'c str, u32>>,
}

impl Staff<'_> {
    /// Days of the horizon on which a clinician holds a skill, one bit each.
    pub(crate) fn skill_days(&self, clinician: usize, skill: &str) -> u32 {
        self.skills[clinician].get(skill).copied().unwrap_or(0)
    }

    /// Makes sure that the clinician works in this interval: for what has already happened.
    pub(crate) fn extend(&mut self, context: &Context, clinician: u32, interval: Interval) {
        let day = (interval.0 / DAY_MIN).clamp(0, context.num_days as i32 - 1) as u16;
        match self
            .duties
            .binary_search_by_key(&(clinician, day), |duty| (duty.clinician, duty.day))
        {
            Ok(at) => {
                let duty = &mut self.duties[at];
                duty.windows.push(interval);
                duty.windows = tidy(std::mem::take(&mut duty.windows));
            }
            Err(at) => {
                let place = self.duties.first().map_or(0, |duty| duty.start_place);
                let duty = Duty {
                    clinician,
                    day,
                    week: context.week_of(usize::from(day)) as u16,
                    windows: vec![interval],
                    regular: interval,
                    start_place: place,
                    end_place: place,
                    commute_paid: false,
                    max_work_min: interval.1 - interval.0,
                    points_cap: i32::MAX,
                    lunch: None,
                    preferred: Vec::new(),
                    burden: false,
                };
                self.duties.insert(at, duty);
            }
        }
    }
}

/// Clinicians in table order, duties by clinician and day.
pub(crate) fn staff<'c>(context: &Context<'c>, places: &Places) -> Staff<'c> {
    let rows = in_order(&context.rows.clinicians);
    let clinic = context.clinic;
    let index = rows
        .iter()
        .enumerate()
        .map(|(at, &row)| (&*clinic.clinicians[row].id, at as u32))
        .into_map();
    let worked = worked_before(context);
    let mut staff = Staff {
        clinicians: Vec::with_capacity(rows.len()),
        duties: Vec::new(),
        skills: skills(context, &rows, &index),
        index,
        rows: rows.clone(),
    };
    for (at, &row) in rows.iter().enumerate() {
        let clinician = &clinic.clinicians[row];
        let before = worked.get(&*clinician.id).copied().unwrap_or(0);
        staff.clinicians.push(problem_clinician(context, clinician, before));
        duties(context, clinician, at as u32, places, &mut staff.duties);
    }
    super::agreements::cap_loads(context, &mut staff);
    staff
}

fn problem_clinician(context: &Context, clinician: &clinic::Clinician, before: i32) -> Clinician {
    let mut worked_before = vec![0; context.weeks.len()];
    if let Some(first) = worked_before.first_mut() {
        *first = before;
    }
    let warn = context.rules.whole("utilization.warn_percent");
    Clinician {
        id: clinician.id.clone(),
        max_week_min: clinician.max_week_min,
        overtime: clinician.overtime,
        overtime_cents_min: overtime_price(context, clinician),
        target_week_min: clinician.contract_week_min * warn.min(1_000) / 100,
        target_acuity: i32::MAX,
        points_week_cap: clinician
            .points_week_cap
            .filter(|cap| cap.is_finite())
            .map_or(i32::MAX, tenths),
        caseload_cap: clinician.caseload_cap.filter(|&cap| cap >= 0).unwrap_or(i32::MAX),
        worked_before,
    }
}

/// Points in whole tenths, 0 or more.
pub(crate) fn tenths(points: f64) -> i32 {
    if points.is_finite() {
        libm::round(points * 10.0).clamp(0.0, 1e6) as i32
    } else {
        0
    }
}

/// A minute of overtime costs pay x multiplier / 60 [FLSA54], rounded up, scaled by the clinic's own price of the term
/// relative to its default; the default price where pay is not known.
fn overtime_price(context: &Context, clinician: &clinic::Clinician) -> i64 {
    let (default, price) = (CostTerm::Overtime.default_price().0, context.price(CostTerm::Overtime));
    if clinician.overtime == Overtime::None {
        return 0;
    }
    let pay = clinician.pay_cents_hour.clamp(0, 10_000_000);
    if pay == 0 {
        return price;
    }
    let permille = i64::from((context.rules.value("overtime.multiplier").unwrap_or(1.5) * 1000.0) as i32);
    (pay * permille * price + 60_000 * default - 1) / (60_000 * default)
}

/// Days on which skills hold: always for a plain skill, within the dates for one with license rows.
fn skills<'c>(context: &Context<'c>, rows: &[usize], index: &BTreeMap<&'c str, u32>) -> Vec<BTreeMap<&'c str, u32>> {
    let all_days = context.day_bits(None, None);
    let mut skills: Vec<BTreeMap<&'c str, u32>> = rows
        .iter()
        .map(|&row| {
            context.clinic.clinicians[row]
                .skills
                .iter()
                .map(|skill| (&**skill, all_days))
                .into_map()
        })
        .collect();
    let mut licensed: BTreeMap<(u32, &'c str), u32> = BTreeMap::new();
    for license in &context.clinic.licenses {
        if let Some(&clinician) = index.get(&*license.clinician) {
            let days = context.day_bits(license.from, license.until);
            *licensed.entry((clinician, &license.skill)).or_default() |= days;
        }
    }
    for ((clinician, skill), days) in licensed {
        skills[clinician as usize].insert(skill, days);
    }
    skills
}

/// Minutes worked in the first workweek before the horizon starts: from time sheets, else from appointments.
fn worked_before<'c>(context: &Context<'c>) -> BTreeMap<&'c str, i32> {
    let clinic = context.clinic;
    let first = context.weeks.first().map_or(0, |week| week.first);
    let in_week = |day: i32| first <= day && day < 0;
    let mut by_day: BTreeMap<(&'c str, i32), i32> = BTreeMap::new();
    if first == 0 {
        return BTreeMap::new();
    }
    for appointment in &clinic.appointments {
        let day = appointment.start.date().days_since(context.start);
        if in_week(day) && matches!(appointment.status, Status::Completed | Status::Booked) {
            let buffers = context.rows.services.get(&*appointment.service).map_or(0, |&row| {
                clinic.services[row].before_min.clamp(0, DAY_MIN) + clinic.services[row].after_min.clamp(0, DAY_MIN)
            });
            for clinician in &appointment.clinicians {
                *by_day.entry((clinician, day)).or_default() += appointment.minutes.clamp(0, DAY_MIN) + buffers;
            }
        }
    }
    for sheet in &clinic.staff_days {
        let day = sheet.date.days_since(context.start);
        if in_week(day) {
            let worked = sheet.paid_min.clamp(0, DAY_MIN) - sheet.leave_min.clamp(0, DAY_MIN);
            by_day.insert((&sheet.clinician, day), worked.max(0));
        }
    }
    let mut worked = BTreeMap::new();
    for ((clinician, _), minutes) in by_day {
        *worked.entry(clinician).or_default() += minutes.min(DAY_MIN);
    }
    worked
}

fn duties(context: &Context, clinician: &clinic::Clinician, at: u32, places: &Places, duties: &mut Vec<Duty>) {
    let away = context.away(Absentee::Clinician, &clinician.id);
    let home = if clinician.starts_at_home {
        places.clinician_home(&clinician.id)
    } else {
        None
    };
    let place = home.unwrap_or_else(|| places.site(&clinician.site));
    let preferred = clinician
        .preferred_hours
        .as_ref()
        .map(|hours| context.spread(hours))
        .unwrap_or_default();
    for day in 0..context.num_days {
        let agreed = day_windows(context, clinician, day as i32);
        let windows = subtract(&agreed, away);
        let (Some(&first), Some(&last)) = (agreed.first(), agreed.last()) else {
            continue;
        };
        if windows.is_empty() {
            continue;
        }
        let weekday = context.start.plus_days(day as i32).weekday();
        duties.push(Duty {
            clinician: at,
            day: day as u16,
            week: context.week_of(day) as u16,
            lunch: lunch(context, day as i32 * DAY_MIN, &windows),
            preferred: clip(&preferred, first.0, last.1),
            windows,
            regular: (first.0, last.1),
            start_place: place,
            end_place: place,
            commute_paid: context.rules.whole("commute.paid") != 0,
            max_work_min: clinician.max_day_min,
            points_cap: i32::MAX,
            burden: matches!(weekday, Weekday::Sat | Weekday::Sun),
        });
    }
}

/// The agreed hours of one day. Hours that touch midnight run on into the next morning, as part of the same day, and
/// leave the next day (so a night shift is one day's work); round-the-clock hours stay cut at midnight.
fn day_windows(context: &Context, clinician: &clinic::Clinician, day: i32) -> Vec<Interval> {
    let weekday = |day: i32| context.start.plus_days(day).weekday();
    let night_of = |day: i32| -> Option<i32> {
        let reaches_midnight = clinician.hours.on(weekday(day)).any(|window| window.1 == DAY_MIN);
        let morning = clinician.hours.on(weekday(day + 1)).find(|window| window.0 == 0)?;
        (reaches_midnight && morning.1 <= NIGHT_ENDS_BY).then_some(morning.1)
    };
    let midnight = day * DAY_MIN;
    let mut windows: Vec<Interval> = clinician
        .hours
        .on(weekday(day))
        .map(|(from, to)| (midnight + from, midnight + to))
        .collect();
    if let Some(to) = night_of(day - 1) {
        windows = subtract(&windows, &[(midnight, midnight + to)]);
    }
    if let Some(to) = night_of(day) {
        windows.push((midnight + DAY_MIN, midnight + DAY_MIN + to));
    }
    tidy(windows)
}

/// Lunch in its usual window, or in the middle three hours of a day that does not cover it.
fn lunch(context: &Context, midnight: i32, windows: &[Interval]) -> Option<Lunch> {
    let rule = |id: &str| context.rules.whole(id);
    let minutes = rule("lunch.minutes");
    let (first, last) = (windows.first()?.0, windows.last()?.1);
    if minutes <= 0 || length(windows) < rule("lunch.min_day_minutes") {
        return None;
    }
    let usual = (midnight + rule("lunch.from"), midnight + rule("lunch.to"));
    let covered = first <= usual.0 && usual.1 <= last;
    let middle = (first + last) / 2 / context.grid * context.grid;
    let (from, to) = if covered { usual } else { (middle - 90, middle + 90) };
    let fits = to - from >= minutes && !intersect(&[(from, to)], windows).is_empty();
    fits.then_some(Lunch {
        from,
        to,
        minutes,
        counts_unused: false,
    })
}
