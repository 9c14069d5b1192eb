//! What the clinic's own records say about demand, attendance, sickness, turnover and scheduling work.

use std::collections::BTreeMap;

use super::assumptions::Assumptions;
use super::inputs::moments;
use super::text::grouped;
use crate::model::Clinic;
use crate::model::calendar::{Date, DateTime};
use crate::model::clinic::{Absentee, Party, Phase, Status, Stay};
use crate::order::IntoOrdered;
use crate::rng::Rng;

/// Figures of the clinic's own past, with what they rest on.
#[derive(Debug, Clone)]
pub struct History {
    /// Sessions wanted in each full week, as a share of the mean week, oldest first; `[1.0]` if there are too few.
    pub weekly: Vec<f64>,
    /// Standard error of the mean week, as a share of it.
    pub level_error: f64,
    /// Attendance by service, in the order of the clinic's services.
    pub attendance: Vec<Attendance>,
    /// Relative standard error of the clinic's no-show rate.
    pub no_show_error: f64,
    /// Share of clinician-days lost to sickness.
    pub sick_share: f64,
    /// Readmissions in a month, if stays are recorded.
    pub readmissions_month: Option<f64>,
    /// Yearly contract pay of everyone.
    pub yearly_pay: Vec<YearlyPay>,
    /// What was found and what was missing, in sentences.
    pub notes: Vec<String>,
}

/// How likely a planned session of a service is not kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attendance {
    /// The patient does not come.
    pub no_show: f64,
    /// The patient cancels late.
    pub late_cancel: f64,
    /// Appointments it rests on.
    pub n: u32,
}

/// Yearly contract pay of one clinician, without benefits.
#[derive(Debug, Clone, PartialEq)]
pub struct YearlyPay {
    /// Clinician id.
    pub clinician: String,
    /// Discipline.
    pub discipline: String,
    /// Cents.
    pub cents: f64,
}

/// Fewest full weeks for a demand pattern; below that, demand is held level.
const FEWEST_WEEKS: usize = 8;
/// Weeks from which the same season of last year is repeated.
const YEAR_WEEKS: usize = 52;
/// Weeks that are drawn in one piece, so that good and bad stretches stay together (our choice).
const BLOCK_WEEKS: usize = 4;
/// Standard error of the demand level without own records, our choice.
const UNKNOWN_LEVEL_ERROR: f64 = 0.10;

/// Completed, no-show and late-cancelled seats.
#[derive(Debug, Clone, Copy, Default)]
struct Kept {
    completed: u32,
    no_show: u32,
    late: u32,
}

impl Kept {
    fn n(self) -> u32 {
        self.completed + self.no_show + self.late
    }

    fn add(&mut self, status: Status, late: bool) {
        match status {
            Status::Completed => self.completed += 1,
            Status::NoShow => self.no_show += 1,
            Status::Cancelled if late => self.late += 1,
            _ => {}
        }
    }
}

/// One patient's place in a past session.
struct Seat {
    service: usize,
    start: DateTime,
    status: Status,
    late: bool,
    moved: bool,
}

impl History {
    /// Reads the records before `as_of`. Assumptions that the records can answer are set from them.
    pub fn read(clinic: &Clinic, assumptions: &mut Assumptions) -> Self {
        let seats = past_seats(clinic);
        let mut notes = Vec::new();
        let (weekly, level_error) = demand(clinic, &seats, &mut notes);
        let (attendance, no_show_error) = attendance(clinic, &seats, assumptions, &mut notes);
        let weeks = weekly.len();
        let sick_share = sickness(clinic, weeks, assumptions);
        records(clinic, assumptions);
        Self {
            weekly,
            level_error,
            attendance,
            no_show_error,
            sick_share,
            readmissions_month: readmissions(clinic),
            yearly_pay: clinic
                .clinicians
                .iter()
                .map(|row| YearlyPay {
                    clinician: row.id.clone(),
                    discipline: row.discipline.clone(),
                    cents: f64::from(row.contract_week_min) / 60.0 * 52.0 * row.pay_cents_hour as f64,
                })
                .collect(),
            notes,
        }
    }

    /// Demand of `week` (from 0) of replication `run`, as a share of the mean week. Blocks of own weeks are drawn
    /// with replacement; with a year of records they are drawn from the same season.
    pub fn demand_of_week(&self, seed: u64, run: u64, week: u64) -> f64 {
        let count = self.weekly.len();
        let (block, within) = (week / BLOCK_WEEKS as u64, (week % BLOCK_WEEKS as u64) as usize);
        let mut rng = Rng::stream(seed, "demand", (run << 20) | block);
        let first = if count >= YEAR_WEEKS {
            let season = count - YEAR_WEEKS + (block as usize * BLOCK_WEEKS) % YEAR_WEEKS;
            (season + rng.below(BLOCK_WEEKS)).saturating_sub(BLOCK_WEEKS / 2)
        } else {
            rng.below(count)
        };
        self.weekly[(first + within) % count]
    }

    /// Least and greatest weekly demand on record.
    pub fn demand_range(&self) -> (f64, f64) {
        let least = self.weekly.iter().copied().fold(f64::INFINITY, f64::min);
        (least, self.weekly.iter().copied().fold(0.0, f64::max))
    }
}

fn past_seats(clinic: &Clinic) -> Vec<Seat> {
    let services: BTreeMap<&str, usize> = clinic
        .services
        .iter()
        .enumerate()
        .map(|(idx, row)| (row.id.as_str(), idx))
        .into_map();
    let late = |start: DateTime, changed: Option<DateTime>, by: Option<Party>| {
        by.unwrap_or(Party::Patient) == Party::Patient
            && changed.is_some_and(|changed| {
                let notice = start.minutes_since(changed.date()) - changed.minute_of_day();
                notice < clinic.settings.late_cancel_hours * 60
            })
    };
    let as_of = clinic.settings.as_of;
    let mut seats = Vec::new();
    let mut groups = BTreeMap::new();
    for row in clinic.appointments.iter().filter(|row| row.start < as_of) {
        let Some(&service) = services.get(row.service.as_str()) else {
            continue;
        };
        if row.patient.is_none() {
            groups.insert(row.id.as_str(), (service, row.start));
            continue;
        }
        seats.push(Seat {
            service,
            start: row.start,
            status: row.status,
            late: late(row.start, row.changed, row.changed_by),
            moved: row.replaced_by.is_some(),
        });
    }
    for row in &clinic.attendances {
        if let Some(&(service, start)) = groups.get(row.appointment.as_str()) {
            seats.push(Seat {
                service,
                start,
                status: row.status,
                late: late(start, row.changed, row.changed_by),
                moved: false,
            });
        }
    }
    seats
}

/// Weekly demand as shares of its mean, and the standard error of that mean.
fn demand(clinic: &Clinic, seats: &[Seat], notes: &mut Vec<String>) -> (Vec<f64>, f64) {
    let wanted =
        |seat: &&Seat| !seat.moved && !matches!(seat.status, Status::Proposed | Status::Waitlist | Status::Void);
    let first = seats
        .iter()
        .filter(wanted)
        .map(|seat| week_of(clinic, seat.start.date()))
        .min();
    let end = week_of(clinic, clinic.settings.as_of.date());
    // The first week on record may have begun before the records did.
    let weeks = first.map_or(0, |first| (end - first - 1).max(0)) as usize;
    if weeks < FEWEST_WEEKS {
        notes.push(format!(
            "{weeks} full weeks of visits are on record, fewer than {FEWEST_WEEKS}: demand is held at today's orders, \
             give or take {:.0} % (standard error)",
            UNKNOWN_LEVEL_ERROR * 100.0
        ));
        return (vec![1.0], UNKNOWN_LEVEL_ERROR);
    }
    let mut counts = vec![0.0; weeks];
    for seat in seats.iter().filter(wanted) {
        let back = end - week_of(clinic, seat.start.date());
        if let Some(count) = usize::try_from(back)
            .ok()
            .and_then(|back| weeks.checked_sub(back))
            .and_then(|week| counts.get_mut(week))
        {
            *count += 1.0;
        }
    }
    let (mean, deviation) = moments(&counts);
    notes.push(if weeks >= YEAR_WEEKS {
        format!("demand repeats the same season of the clinic's last year ({weeks} weeks on record); no trend is assumed")
    } else {
        format!(
            "demand is drawn from the clinic's own {weeks} weeks in blocks of {BLOCK_WEEKS}; they show no season of the \
             year, and no trend is assumed"
        )
    });
    let weekly = counts.iter().map(|count| count / mean).collect();
    (weekly, deviation / mean / libm::sqrt(weeks as f64))
}

/// Number of the clinic's week in which a date lies.
fn week_of(clinic: &Clinic, date: Date) -> i32 {
    let monday = Date(jiff::civil::date(2001, 1, 1)).plus_days(clinic.settings.week_start as i32);
    date.days_since(monday).div_euclid(7)
}

/// Rates by service, shrunk to the clinic's own rate, which is shrunk to the prior of the setting.
fn attendance(
    clinic: &Clinic,
    seats: &[Seat],
    assumptions: &Assumptions,
    notes: &mut Vec<String>,
) -> (Vec<Attendance>, f64) {
    let mut kept = vec![Kept::default(); clinic.services.len()];
    let mut all = Kept::default();
    for seat in seats {
        kept[seat.service].add(seat.status, seat.late);
        all.add(seat.status, seat.late);
    }
    let strength = assumptions.value("prior_appointments");
    let shrunk = |hits: u32, n: u32, prior: f64| (f64::from(hits) + strength * prior) / (f64::from(n) + strength);
    let prior = assumptions.value(no_show_prior(clinic));
    let no_show = shrunk(all.no_show, all.n(), prior);
    let late = shrunk(all.late, all.n(), assumptions.value("late_cancel"));
    notes.push(format!(
        "no-show rate {:.1} % and late cancellations {:.1} % from {} own appointments, shrunk to {:.0} % and {:.0} %",
        no_show * 100.0,
        late * 100.0,
        grouped(i64::from(all.n())),
        prior * 100.0,
        assumptions.value("late_cancel") * 100.0
    ));
    let rates = kept
        .iter()
        .map(|kept| Attendance {
            no_show: shrunk(kept.no_show, kept.n(), no_show),
            late_cancel: shrunk(kept.late, kept.n(), late),
            n: kept.n(),
        })
        .collect();
    let error = if no_show > 0.0 {
        libm::sqrt((1.0 - no_show) / no_show / (f64::from(all.n()) + strength))
    } else {
        0.0
    };
    (rates, error)
}

/// The prior that fits most patients.
fn no_show_prior(clinic: &Clinic) -> &'static str {
    let share = |phase: Phase| clinic.patients.iter().filter(|row| row.phase == phase).count() * 2;
    if share(Phase::HomeHealth) > clinic.patients.len() {
        "no_show_home_health"
    } else if share(Phase::Rehabilitation) > clinic.patients.len() {
        "no_show_rehabilitation"
    } else {
        "no_show_addiction"
    }
}

/// Share of clinician-days lost to sickness, from absences on record.
fn sickness(clinic: &Clinic, weeks: usize, assumptions: &mut Assumptions) -> f64 {
    let as_of = clinic.settings.as_of.date();
    let from = as_of.plus_days(-7 * weeks as i32);
    let sick = clinic.absences.iter().filter(|row| {
        row.what == Absentee::Clinician
            && row.from.date() >= from
            && row.from.date() < as_of
            && row
                .reason
                .as_deref()
                .is_some_and(|reason| reason.to_ascii_lowercase().contains("sick"))
    });
    let days: i32 = sick
        .map(|row| row.until.date().min(as_of).days_since(row.from.date()).max(1))
        .sum();
    // Five working days a week.
    let worked = clinic.clinicians.len() * weeks * 5;
    if weeks >= FEWEST_WEEKS && days > 0 && worked > 0 {
        let share = (f64::from(days) / worked as f64).min(0.5);
        assumptions.record("sick_day_share", share, "absences");
    }
    assumptions.value("sick_day_share")
}

/// Turnover, scheduling hours and readmission rate from the clinic's own tables.
fn records(clinic: &Clinic, assumptions: &mut Assumptions) {
    let as_of = clinic.settings.as_of.date();
    let year_ago = as_of.plus_days(-365);
    let heads: Vec<f64> = clinic
        .headcounts
        .iter()
        .filter(|row| row.date >= year_ago && row.date <= as_of)
        .map(|row| f64::from(row.employees))
        .collect();
    let (mean, _) = moments(&heads);
    if mean > 0.0 {
        let left = clinic
            .departures
            .iter()
            .filter(|row| row.date >= year_ago && row.date <= as_of)
            .count();
        let first = clinic
            .headcounts
            .iter()
            .map(|row| row.date)
            .chain(clinic.departures.iter().map(|row| row.date))
            .min();
        let years = first.map_or(1.0, |first| f64::from(as_of.days_since(first).clamp(30, 365)) / 365.0);
        assumptions.record("turnover_year", left as f64 / mean / years, "departures, headcounts");
    }
    let quarter: Vec<f64> = clinic
        .scheduling_work
        .iter()
        .filter(|row| row.week < as_of && row.week >= as_of.plus_days(-7 * 13))
        .map(|row| row.hours)
        .collect();
    if !quarter.is_empty() {
        assumptions.record("scheduling_hours_week", moments(&quarter).0, "scheduling_work");
    }
}

/// Readmissions in a month: unplanned stays within 30 days of an index discharge, over the months on record.
fn readmissions(clinic: &Clinic) -> Option<f64> {
    let first = clinic.stays.iter().map(|row| row.admitted).min()?;
    let months = f64::from(clinic.settings.as_of.date().days_since(first).max(30)) / 30.4375;
    let back = |index: &Stay, discharged: Date| {
        clinic.stays.iter().any(|row| {
            row.patient == index.patient
                && !std::ptr::eq(row, index)
                && !row.planned
                && !row.transfer
                && (0..=30).contains(&row.admitted.days_since(discharged))
        })
    };
    let count = clinic
        .stays
        .iter()
        .filter(|row| row.index && row.discharged.is_some_and(|day| back(row, day)))
        .count();
    Some(count as f64 / months)
}
