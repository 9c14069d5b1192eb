//! The hours that a discipline has in each coming week.

use serde::Serialize;

use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, Date};
use crate::model::clinic::{Absentee, Clinician};

/// Hours of contract of a full-time equivalent (domain guide, K15).
pub const FTE_WEEK_HOURS: f64 = 40.0;
/// Share of paid time without meetings and training where no time sheets say otherwise (our choice).
const WITHOUT_MEETINGS: f64 = 0.92;
/// Share of contract time lost to leave and sickness where no time sheets say otherwise (our choice: two weeks of
/// leave and six sick days in half a year).
const AWAY: f64 = 0.12;
/// Days of time sheets that are read (our choice: half a year).
const RECENT_DAYS: i32 = 182;

/// What a discipline has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Capacity {
    /// Clinicians of the discipline.
    pub clinicians: u32,
    /// Their contracts in full-time equivalents of 40 hours.
    pub fte: f64,
    /// Hours for sessions and all that goes with them, by week.
    pub hours: Vec<f64>,
    /// Contract hours of a week, all together.
    pub contract_hours: f64,
    /// Share of contract time that is usually lost to leave and sickness.
    pub away_share: f64,
    /// Share of the time at work that is not meetings or training.
    pub bookable_share: f64,
    /// Hours for sessions that a full-time equivalent has in a usual week.
    pub fte_week_hours: f64,
    /// The arithmetic.
    pub words: String,
}

impl Capacity {
    pub(super) fn of(clinic: &Clinic, discipline: &str, first: Date, weeks: usize) -> Self {
        let staff: Vec<&Clinician> = clinic
            .clinicians
            .iter()
            .filter(|row| row.discipline == discipline)
            .collect();
        let contract: f64 = staff.iter().map(|row| contract_hours(row)).sum();
        let (away_share, bookable_share, recorded) = shares(clinic, &staff);
        let week = |week: usize| {
            let from = first.plus_days(7 * week as i32);
            let known: f64 = staff
                .iter()
                .map(|row| contract_hours(row) * away(clinic, row, from))
                .sum();
            // Weeks far ahead have little leave on record yet: the usual share, unless more is known.
            (contract - known.max(away_share * contract)).max(0.0) * bookable_share
        };
        let hours: Vec<f64> = (0..weeks).map(week).collect();
        let source = if recorded {
            "by its time sheets"
        } else {
            "assumed, there are no time sheets"
        };
        Self {
            clinicians: staff.len() as u32,
            fte: contract / FTE_WEEK_HOURS,
            contract_hours: contract,
            fte_week_hours: FTE_WEEK_HOURS * (1.0 - away_share) * bookable_share,
            words: format!(
                "{contract:.0} contract hours a week, less {:.0} % leave and sickness, less {:.0} % meetings and training \
                 of the rest ({source}) = {:.0} hours; known leave counts where it is more",
                away_share * 100.0,
                (1.0 - bookable_share) * 100.0,
                contract * (1.0 - away_share) * bookable_share
            ),
            hours,
            away_share,
            bookable_share,
        }
    }
}

fn contract_hours(row: &Clinician) -> f64 {
    f64::from(row.contract_week_min.max(0)) / 60.0
}

/// Shares of time away, and of the time at work that can be booked; true if time sheets say so.
fn shares(clinic: &Clinic, staff: &[&Clinician]) -> (f64, f64, bool) {
    let as_of = clinic.settings.as_of.date();
    let recent = |date: Date| (1..=RECENT_DAYS).contains(&as_of.days_since(date));
    let (mut paid, mut leave, mut meetings) = (0.0, 0.0, 0.0);
    for row in clinic.staff_days.iter().filter(|row| recent(row.date)) {
        if staff.iter().any(|own| own.id == row.clinician) {
            paid += f64::from(row.paid_min.max(0));
            leave += f64::from(row.leave_min.max(0));
            meetings += f64::from(row.meeting_min.max(0));
        }
    }
    if paid <= leave || paid <= 0.0 {
        return (AWAY, WITHOUT_MEETINGS, false);
    }
    let bookable = 1.0 - (meetings / (paid - leave)).min(1.0);
    (leave / paid, bookable, true)
}

/// The share of a clinician's week from `from` on that absences on record take.
fn away(clinic: &Clinic, row: &Clinician, from: Date) -> f64 {
    let mine =
        |what, id: &str| (what == Absentee::Clinician && id == row.id) || (what == Absentee::Site && id == row.site);
    let mut lost = 0;
    let absences: Vec<(i32, i32)> = clinic
        .absences
        .iter()
        .filter(|absence| mine(absence.what, &absence.id))
        .map(|absence| (absence.from.minutes_since(from), absence.until.minutes_since(from)))
        .filter(|&(begin, end)| begin < 7 * DAY_MIN && end > 0)
        .collect();
    for day in 0..7 {
        for (begin, end) in row.hours.on(from.plus_days(day).weekday()) {
            let (begin, end) = (day * DAY_MIN + begin, day * DAY_MIN + end);
            let away = absences
                .iter()
                .map(|&(from, until)| (end.min(until) - begin.max(from)).max(0));
            lost += away.sum::<i32>().min(end - begin);
        }
    }
    f64::from(lost) / f64::from(row.hours.minutes().max(1))
}
