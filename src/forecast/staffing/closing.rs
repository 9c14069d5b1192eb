//! What closes a gap: overtime, temporary staff, a hire, telehealth, groups. Each by itself, with its arithmetic.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::capacity::FTE_WEEK_HOURS;
use super::{DisciplineAhead, Plan};
use crate::forecast::demand::{Demand, Line};
use crate::forecast::records::Measure;
use crate::forecast::run::Outlooks;
use crate::model::Clinic;
use crate::model::clinic::{Clinician, Kind, Modality, Overtime, Status};
use crate::order::IntoOrdered;

/// What time and people cost, and how long it takes to find them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// Pay of an hour of overtime, times pay.
    pub overtime: f64,
    /// Cost of an hour of temporary staff, times pay.
    pub temporary: f64,
    /// Days until somebody hired can begin.
    pub hire_days: f64,
    /// Benefits and payroll tax on top of pay, as a share of it.
    pub benefits: f64,
}

/// Weeks until temporary staff can begin (our choice).
const TEMPORARY_WEEKS: usize = 2;
/// Most individual sessions that are taken to be replaceable by a seat in a group (our choice): which ones is a
/// clinical decision.
const REPLACEABLE: f64 = 0.25;
/// Days of group sessions whose seats are counted (our choice).
const RECENT_DAYS: i32 = 91;

/// One way to close the planned gap.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Closing {
    /// `overtime`, `temporary`, `hire`, `telehealth` or `groups`.
    pub means: String,
    /// Hours that it can give or save in a week at most.
    pub hours_week: f64,
    /// First week, from 0, in which it can help; none if that is beyond the weeks shown.
    pub from_week: Option<u32>,
    /// Hours of the planned gap that it closes, by week.
    pub closes: Vec<f64>,
    /// Weeks whose planned gap it closes whole, of those that have one.
    pub weeks_closed: u32,
    /// What it costs over the weeks shown, cents; 0 if it only saves time.
    pub cents: f64,
    /// How these numbers come about.
    pub arithmetic: String,
}

/// Every way, for a discipline whose planned gap is above 0 in some week; none if it is not.
pub(super) fn closing(
    clinic: &Clinic,
    demand: &Demand,
    outlooks: &Outlooks,
    found: &DisciplineAhead,
    plan: &Plan,
) -> Vec<Closing> {
    if found.gap_planned.iter().all(|&gap| gap <= 0.0) {
        return Vec::new();
    }
    let staff: Vec<&Clinician> = clinic
        .clinicians
        .iter()
        .filter(|row| row.discipline == found.discipline)
        .collect();
    let need = Need {
        clinic,
        demand,
        outlooks,
        found,
        prices: &plan.prices,
        pay: pay(&staff),
        staff,
    };
    vec![
        need.overtime(),
        need.temporary(),
        need.hire(),
        need.telehealth(),
        need.groups(),
    ]
}

/// Mean pay of an hour, weighted by contract; of nobody 0.
fn pay(staff: &[&Clinician]) -> f64 {
    let hours: f64 = staff.iter().map(|row| f64::from(row.contract_week_min.max(0))).sum();
    let paid = staff
        .iter()
        .map(|row| f64::from(row.contract_week_min.max(0)) * row.pay_cents_hour.max(0) as f64);
    if hours > 0.0 { paid.sum::<f64>() / hours } else { 0.0 }
}

struct Need<'a> {
    clinic: &'a Clinic,
    demand: &'a Demand,
    outlooks: &'a Outlooks,
    found: &'a DisciplineAhead,
    prices: &'a Prices,
    staff: Vec<&'a Clinician>,
    pay: f64,
}

impl Need<'_> {
    /// So many hours a week from a week on; `cents` an hour that is used.
    fn means(&self, means: &str, hours_week: f64, from: usize, cents: f64, arithmetic: String) -> Closing {
        let gaps = self.found.gap_planned.iter().enumerate();
        let closes: Vec<f64> = gaps
            .map(|(week, &gap)| {
                if week >= from {
                    gap.clamp(0.0, hours_week.max(0.0))
                } else {
                    0.0
                }
            })
            .collect();
        let whole = closes.iter().zip(&self.found.gap_planned);
        let whole = whole
            .filter(|(closes, gap)| **gap > 0.0 && **closes >= **gap - 1e-9)
            .count();
        Closing {
            means: means.into(),
            hours_week,
            from_week: (from < closes.len()).then_some(from as u32),
            weeks_closed: whole as u32,
            cents: closes.iter().sum::<f64>() * cents,
            closes,
            arithmetic,
        }
    }

    fn overtime(&self) -> Closing {
        let room = |row: &&Clinician| f64::from((row.max_week_min - row.contract_week_min).max(0)) / 60.0;
        let hours: f64 = self.staff.iter().map(room).sum();
        let at_work = hours * (1.0 - self.found.capacity.away_share);
        let exempt = self.staff.iter().filter(|row| row.overtime == Overtime::None).count();
        let note = match exempt {
            0 => String::new(),
            count => format!("; {count} of {} are exempt and counted alike", self.staff.len()),
        };
        let arithmetic = format!(
            "{hours:.0} hours a week between contracts and weekly maxima x {:.0} % at work = {at_work:.0}; {:.2} an hour x {:.2}{note}",
            (1.0 - self.found.capacity.away_share) * 100.0,
            self.pay / 100.0,
            self.prices.overtime
        );
        self.means("overtime", at_work, 0, self.pay * self.prices.overtime, arithmetic)
    }

    fn temporary(&self) -> Closing {
        let most = self.found.gap_planned.iter().copied().fold(0.0, f64::max);
        let bookable = self.found.capacity.bookable_share.max(0.01);
        let arithmetic = format!(
            "{most:.0} hours with patients in the worst week / {:.0} % of the time at work = {:.0} hours paid; {:.2} an hour x {:.2}; \
             {TEMPORARY_WEEKS} weeks to find",
            bookable * 100.0,
            most / bookable,
            self.pay / 100.0,
            self.prices.temporary
        );
        let cents = self.pay * self.prices.temporary / bookable;
        self.means("temporary", most, TEMPORARY_WEEKS, cents, arithmetic)
    }

    fn hire(&self) -> Closing {
        let lead = libm::ceil(self.prices.hire_days / 7.0) as usize;
        let weeks = self.found.gap_planned.len();
        let later: Vec<f64> = self.found.gap_planned.iter().skip(lead).copied().collect();
        // If nobody can begin in time, what the mean week lacks.
        let most = match later.is_empty() {
            true => self.found.gap_planned.iter().sum::<f64>() / weeks as f64,
            false => later.iter().copied().fold(0.0, f64::max),
        };
        let one = self.found.capacity.fte_week_hours.max(0.01);
        // Positions are offered in tenths.
        let people = libm::ceil(most.max(0.0) / one * 10.0 - 1e-9) / 10.0;
        let paid = people * FTE_WEEK_HOURS * self.pay * (1.0 + self.prices.benefits);
        let arithmetic = format!(
            "{most:.0} hours / {one:.1} hours with patients a full-time week = {people:.1} full-time equivalents; {:.0} days to \
             fill a position: not before week {}; {FTE_WEEK_HOURS:.0} hours x {:.2} x {:.2} a week each",
            self.prices.hire_days,
            lead + 1,
            self.pay / 100.0,
            1.0 + self.prices.benefits
        );
        let mut found = self.means("hire", people * one, lead, 0.0, arithmetic);
        // Who is hired is paid in every week, needed or not.
        found.cents = paid * weeks.saturating_sub(lead) as f64;
        found
    }

    /// Visits at home that could be by video save the way there.
    fn telehealth(&self) -> Closing {
        let reachable = self.reachable();
        let (mut visits, mut hours) = (0.0, 0.0);
        for (line, week) in self.visits() {
            let service = &self.clinic.services[line.service];
            let remote = service
                .modalities
                .iter()
                .any(|way| matches!(way, Modality::Video | Modality::Phone));
            if remote && service.modalities.contains(&Modality::Home) {
                let (share, minutes) = line.home;
                visits += week * share * reachable;
                hours += week * share * reachable * minutes / 60.0;
            }
        }
        let mean = if visits > 0.0 { hours / visits * 60.0 } else { 0.0 };
        let arithmetic = match visits > 0.0 {
            true => format!(
                "{visits:.0} home visits a week of services that may be given by video, to the {:.0} % of patients who can, x {mean:.0} \
                 minutes on the way = {hours:.1} hours; a session by video takes as long as one in a room",
                reachable * 100.0
            ),
            false => {
                "no home visits that may be given by video are on record; in a clinic video saves no clinician's time"
                    .into()
            }
        };
        self.means("telehealth", hours, 0, 0.0, arithmetic)
    }

    /// Share of patients in care who can be reached by video.
    fn reachable(&self) -> f64 {
        let today = self.clinic.settings.as_of.date();
        let current = self
            .clinic
            .patients
            .iter()
            .filter(|row| row.discharged.is_none_or(|day| day >= today));
        let (mut all, mut can) = (0.0, 0.0);
        for row in current {
            all += 1.0;
            can += f64::from(u8::from(row.telehealth));
        }
        if all > 0.0 { can / all } else { 0.0 }
    }

    /// Seats left empty in groups that run anyway, instead of sessions alone.
    fn groups(&self) -> Closing {
        let (seats, groups) = self.empty_seats();
        let (mut sessions, mut hours) = (0.0, 0.0);
        for (line, week) in self.visits() {
            if self.clinic.services[line.service].kind == Kind::Individual {
                let own = line
                    .hours
                    .iter()
                    .filter(|(discipline, _)| *discipline == self.found.discipline);
                sessions += week;
                hours += week * own.map(|(_, hours)| hours).sum::<f64>();
            }
        }
        let moved = seats.min(REPLACEABLE * sessions);
        let each = if sessions > 0.0 { hours / sessions } else { 0.0 };
        let arithmetic = match seats > 0.0 && sessions > 0.0 {
            true => format!(
                "{seats:.1} seats a week left empty below target in {groups} groups that run anyway, at most {:.0} % of {sessions:.0} \
                 single sessions = {moved:.1} x {each:.2} hours; whether a group will do is a clinical decision",
                REPLACEABLE * 100.0
            ),
            false => "no groups with seats left below their target, or no single sessions".into(),
        };
        self.means("groups", moved * each, 0, 0.0, arithmetic)
    }

    /// Visit series that this discipline mostly gives, with their mean week ahead.
    fn visits(&self) -> Vec<(&Line, f64)> {
        let mut place = 0;
        let mut found = Vec::new();
        for line in &self.demand.lines {
            if !line.is_long_enough() {
                continue;
            }
            let ahead = &self.outlooks.each[place].points.mean;
            place += 1;
            if line.measure == Measure::Visits && line.discipline == self.found.discipline {
                found.push((line, ahead.iter().sum::<f64>() / ahead.len() as f64));
            }
        }
        found
    }

    /// Seats below target a week in recent sessions of groups that this discipline leads, and how many groups.
    fn empty_seats(&self) -> (f64, usize) {
        let today = self.clinic.settings.as_of.date();
        let leads = |clinicians: &[String]| {
            clinicians
                .first()
                .is_some_and(|id| self.staff.iter().any(|row| row.id == *id))
        };
        let mut taken: BTreeMap<&str, i32> = BTreeMap::new();
        for seat in &self.clinic.attendances {
            let free = matches!(seat.status, Status::Cancelled | Status::Void | Status::Proposed);
            *taken.entry(&seat.appointment).or_default() += i32::from(!free);
        }
        let targets = self
            .clinic
            .groups
            .iter()
            .map(|row| (row.id.as_str(), row.target))
            .into_map();
        let (mut seats, mut groups, mut oldest) = (0.0, BTreeSet::new(), 0);
        for row in &self.clinic.appointments {
            let ago = today.days_since(row.start.date());
            let held = row.status == Status::Completed && (1..=RECENT_DAYS).contains(&ago) && leads(&row.clinicians);
            let Some((group, target)) = row
                .group
                .as_deref()
                .filter(|_| held)
                .and_then(|id| targets.get_key_value(id))
            else {
                continue;
            };
            groups.insert(*group);
            oldest = oldest.max(ago);
            let taken = taken.get(row.id.as_str()).copied().unwrap_or(0);
            seats += f64::from(target.saturating_sub(taken).max(0));
        }
        (seats / (f64::from(oldest.max(7)) / 7.0), groups.len())
    }
}
