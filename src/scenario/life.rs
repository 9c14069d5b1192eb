//! One planned week, lived through: who is sick, who does not come, what is delivered and billed.

use std::collections::BTreeSet;

use super::week::{Held, PlannedWeek};
use crate::model::build::quarter_units;
use crate::model::clinic::{Billing, Service};
use crate::rng::Rng;

/// The chances of one week. Every seat and every person draws from a stream of its own, so the same seat meets the
/// same luck in the base and in every scenario.
#[derive(Debug, Clone, Copy)]
pub struct Chances<'a> {
    /// Seed of the run.
    pub seed: u64,
    /// Replication.
    pub run: u64,
    /// Week from the start of the horizon.
    pub week: u64,
    /// Chance that a patient does not come, by service.
    pub no_show: &'a [f64],
    /// Chance of a late cancellation, by service.
    pub late_cancel: &'a [f64],
    /// Chance that a clinician is sick on a day.
    pub sick: f64,
    /// Patients who have moved to another payer.
    pub payers: &'a [PayerShift],
}

/// Patients of a payer who move to another.
#[derive(Debug, Clone, PartialEq)]
pub struct PayerShift {
    /// Payer they leave.
    pub from: String,
    /// Share of its patients.
    pub share: f64,
    /// What the new one pays more, relative.
    pub price: f64,
}

/// What became of one week, or the sum of many.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lived {
    /// Weeks.
    pub weeks: f64,
    /// Seats and patient sessions that were planned.
    pub booked: f64,
    /// Of these: took place.
    pub completed: f64,
    /// Of these: the patient did not come.
    pub no_show: f64,
    /// Of these: cancelled late by the patient.
    pub late_cancel: f64,
    /// Of these: cancelled because the clinician was sick.
    pub provider_cancel: f64,
    /// Clinicians' minutes in planned billable sessions.
    pub booked_min: f64,
    /// Of these: in sessions with at least one patient.
    pub delivered_min: f64,
    /// Seats taken in groups that took place.
    pub group_seats: f64,
    /// Seats there were in them.
    pub group_capacity: f64,
    /// Sessions that a claim of utilization fills in.
    pub filled: f64,
    /// Billed units by service.
    pub units: Vec<f64>,
    /// Units that they are worth more (or less) because patients have another payer, by service.
    pub more_units: Vec<f64>,
}

impl Chances<'_> {
    fn stream(&self, name: &str, key: u64) -> Rng {
        let moment = ((self.run << 20) | self.week).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Rng::stream(self.seed, name, key.wrapping_add(moment))
    }

    /// What the patient's payer pays more than today's for a session, relative. A patient moves as a whole, and a larger
    /// share holds everybody of a smaller one.
    fn pays_more(&self, week: &PlannedWeek, held: &Held, patient: u32) -> f64 {
        let payer = week.payers.of_session(patient, held.service);
        let moved = |shift: &&PayerShift| payer == Some(&*shift.from) && week.payers.rank(patient) < shift.share;
        let shifts = self.payers.iter().filter(moved);
        shifts.map(|shift| 1.0 + shift.price).product::<f64>() - 1.0
    }

    /// Days of the horizon on which each clinician is sick, one bit each.
    fn sick_days(&self, week: &PlannedWeek) -> Vec<u32> {
        let days = |key| {
            let mut rng = self.stream("sick", key);
            (0..28).fold(0, |bits, day| bits | (u32::from(rng.chance(self.sick)) << day))
        };
        week.work
            .iter()
            .map(|work| if work.days > 0 { days(work.key) } else { 0 })
            .collect()
    }
}

/// Lives through a week.
pub fn live(week: &PlannedWeek, services: &[Service], chances: &Chances) -> Lived {
    let sick = chances.sick_days(week);
    let mut lived = Lived {
        weeks: 1.0,
        units: vec![0.0; services.len()],
        more_units: vec![0.0; services.len()],
        ..Lived::default()
    };
    let mut per_diem = BTreeSet::new();
    for held in &week.held {
        let billable = services[held.service].billing != Billing::None;
        let minutes: i32 = held.clinicians.iter().map(|(_, minutes)| minutes).sum();
        let seats = held.seats.len() as f64;
        lived.booked += seats;
        lived.booked_min += if billable { f64::from(minutes) } else { 0.0 };
        let Some(minutes) = minutes_given(held, &sick) else {
            lived.provider_cancel += seats;
            continue;
        };
        let mut came = 0;
        for seat in &held.seats {
            let luck = chances.stream("attendance", seat.key).unit();
            let (no_show, late) = (chances.no_show[held.service], chances.late_cancel[held.service]);
            if luck < no_show {
                lived.no_show += 1.0;
                continue;
            }
            // Late cancellations take the other end, so that a change of one rate does not move the other.
            if luck > 1.0 - late {
                lived.late_cancel += 1.0;
                continue;
            }
            came += 1;
            let service = &services[held.service];
            let units = match service.billing {
                Billing::None => 0.0,
                Billing::Visit => 1.0,
                Billing::Quarter => f64::from(quarter_units(held.minutes)),
                Billing::PerDiem => f64::from(per_diem.insert((seat.patient, held.day, held.service))),
            };
            lived.units[held.service] += units;
            lived.more_units[held.service] += units * chances.pays_more(week, held, seat.patient);
        }
        lived.completed += f64::from(came);
        if came > 0 && billable {
            lived.delivered_min += f64::from(minutes);
        }
        if came > 0 && held.capacity > 0 {
            lived.group_seats += f64::from(came);
            lived.group_capacity += f64::from(held.capacity);
        }
    }
    lived
}

/// Clinicians' minutes of a session on that day; `None` if it cannot take place. A group goes on with those who are
/// there, anything else needs everyone.
fn minutes_given(held: &Held, sick: &[u32]) -> Option<i32> {
    let is_well = |clinician: u32| {
        sick.get(clinician as usize)
            .is_none_or(|days| (days >> held.day) & 1 == 0)
    };
    let well = held.clinicians.iter().filter(|(clinician, _)| is_well(*clinician));
    let (count, minutes) = well.fold((0, 0), |(count, sum), (_, minutes)| (count + 1, sum + minutes));
    let enough = if held.capacity > 0 {
        count > 0
    } else {
        count == held.clinicians.len()
    };
    enough.then_some(minutes)
}

impl Lived {
    /// Adds another week, or part of one.
    pub fn add(&mut self, other: &Self) {
        self.weeks += other.weeks;
        self.booked += other.booked;
        self.completed += other.completed;
        self.no_show += other.no_show;
        self.late_cancel += other.late_cancel;
        self.provider_cancel += other.provider_cancel;
        self.booked_min += other.booked_min;
        self.delivered_min += other.delivered_min;
        self.group_seats += other.group_seats;
        self.group_capacity += other.group_capacity;
        self.filled += other.filled;
        self.units.resize(self.units.len().max(other.units.len()), 0.0);
        for (sum, units) in self.units.iter_mut().zip(&other.units) {
            *sum += units;
        }
        let services = self.more_units.len().max(other.more_units.len());
        self.more_units.resize(services, 0.0);
        for (sum, units) in self.more_units.iter_mut().zip(&other.more_units) {
            *sum += units;
        }
    }

    /// Fills claimed minutes with sessions that would otherwise stay unplaced, as far as there are any and as far as
    /// the bookable time goes; the added sessions are kept like the others. Gives the minutes that could be filled.
    pub fn fill(&mut self, week: &PlannedWeek, services: &[Service], wanted_min: f64, chances: &Chances) -> f64 {
        let room = (week.bookable_min - self.delivered_min).max(0.0);
        let mut left = wanted_min.min(room);
        let mut filled = 0.0;
        for (idx, service) in services.iter().enumerate() {
            if left <= 0.0 || service.minutes <= 0 || service.billing == Billing::None {
                continue;
            }
            let kept = (1.0 - chances.no_show[idx] - chances.late_cancel[idx]).max(0.0);
            let minutes = f64::from(service.minutes);
            let sessions = f64::from(week.unplaced.get(idx).copied().unwrap_or(0)).min(left / minutes);
            let units = match service.billing {
                Billing::None => 0,
                Billing::Visit | Billing::PerDiem => 1,
                Billing::Quarter => quarter_units(service.minutes),
            };
            self.filled += sessions;
            self.booked += sessions;
            self.completed += sessions * kept;
            self.no_show += sessions * chances.no_show[idx];
            self.late_cancel += sessions * chances.late_cancel[idx];
            self.booked_min += sessions * minutes;
            self.delivered_min += sessions * kept * minutes;
            self.units[idx] += sessions * kept * f64::from(units);
            left -= sessions * minutes;
            filled += sessions * minutes;
        }
        filled
    }
}
