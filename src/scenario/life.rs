//! One planned week, lived through: who is sick, who does not come, what is delivered and billed.

use super::sessions::{Held, Sessions, Units};
use super::week::PlannedWeek;
use crate::model::clinic::{Billing, Service};
use crate::rng::{LUCKS, luck, luck_below, stream_key};

/// The chances of the weeks of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct Chances {
    /// Chance that a patient does not come, by service.
    pub no_show: Vec<f64>,
    /// Chance of a late cancellation, by service.
    pub late_cancel: Vec<f64>,
    /// Patients who have moved to another payer.
    pub payers: Vec<PayerShift>,
    /// Luck below which a patient does not come, by service.
    no_show_below: Vec<u64>,
    /// Luck from which a patient cancels late, by service: the other end, so that a change of one rate does not move the
    /// other.
    late_from: Vec<u64>,
    /// Luck below which a clinician is sick on a day.
    sick_below: u64,
}

/// What the luck of one week of one replication is drawn by. Every seat and every clinician-day has a name of its own
/// beside it, so the same seat meets the same luck in the base and in every scenario.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    seats: u64,
    days: u64,
}

impl Moment {
    /// Of a replication and a week from the start of the horizon.
    pub fn of(seed: u64, run: u64, week: u64) -> Self {
        let number = (run << 20) | week;
        Self {
            seats: stream_key(seed, "attendance", number),
            days: stream_key(seed, "sick", number),
        }
    }
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

impl Chances {
    /// Of these rates by service, a clinician's chance to be sick on a day, and patients who have moved.
    pub fn new(no_show: Vec<f64>, late_cancel: Vec<f64>, sick: f64, payers: Vec<PayerShift>) -> Self {
        Self {
            no_show_below: no_show.iter().map(|chance| luck_below(*chance)).collect(),
            late_from: late_cancel.iter().map(|chance| LUCKS - luck_below(*chance)).collect(),
            sick_below: luck_below(sick),
            no_show,
            late_cancel,
            payers,
        }
    }
}

/// Room for what [`live`] notes down, used again in every week.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    /// Clinician-days without the clinician.
    sick: Vec<bool>,
    /// Stays that are billed.
    billed: Vec<bool>,
}

/// Lives through a week; `lived` holds what became of it, and nothing of what it held before.
pub fn live(week: &PlannedWeek, chances: &Chances, moment: Moment, notes: &mut Notes, lived: &mut Lived) {
    let sessions = &week.sessions;
    lived.clear(chances.no_show.len());
    notes.sick.clear();
    let is_sick = |day: &u64| luck(*day, moment.days) < chances.sick_below;
    notes.sick.extend(sessions.days.iter().map(is_sick));
    notes.billed.clear();
    notes.billed.resize(sessions.stays, false);
    let mut sum = Kept::default();
    let (mut booked_min, mut delivered_min, mut group_seats, mut group_capacity) = (0, 0, 0, 0);
    for held in &sessions.held {
        let (below, from) = (chances.no_show_below[held.service], chances.late_from[held.service]);
        let shares = &sessions.shares[held.shares.clone()];
        let seats = &sessions.seats[held.seats.clone()];
        let kept;
        let (mut minutes, mut times) = (held.minutes, 1);
        if held.several {
            kept = Kept::each_alone(seats, shares, &notes.sick, moment.seats, below, from);
            times = seats.len();
        } else if let Some(given) = minutes_given(held, shares, &notes.sick) {
            kept = Kept::together(seats, moment.seats, below, from);
            minutes = given;
        } else {
            kept = Kept {
                cancelled: seats.len(),
                ..Kept::default()
            };
        }
        sum.add(&kept);
        if held.billable {
            let given = if held.several {
                kept.completed
            } else {
                usize::from(kept.completed > 0)
            };
            booked_min += i64::from(held.minutes) * times as i64;
            delivered_min += i64::from(minutes) * given as i64;
        }
        if kept.completed == 0 {
            continue;
        }
        if held.capacity > 0 {
            group_seats += kept.completed;
            group_capacity += held.capacity as usize;
        }
        match held.units {
            Units::Each(units) if chances.payers.is_empty() => {
                lived.units[held.service] += kept.completed as f64 * f64::from(units);
            }
            _ => bill_seats(sessions, held, chances, moment, notes, lived),
        }
    }
    lived.weeks = 1.0;
    lived.booked = (sum.completed + sum.no_show + sum.late + sum.cancelled) as f64;
    lived.completed = sum.completed as f64;
    lived.no_show = sum.no_show as f64;
    lived.late_cancel = sum.late as f64;
    lived.provider_cancel = sum.cancelled as f64;
    lived.booked_min = booked_min as f64;
    lived.delivered_min = delivered_min as f64;
    lived.group_seats = group_seats as f64;
    lived.group_capacity = group_capacity as f64;
}

/// What became of seats.
#[derive(Debug, Clone, Copy, Default)]
struct Kept {
    completed: usize,
    no_show: usize,
    late: usize,
    cancelled: usize,
}

impl Kept {
    /// Of seats whose session takes place.
    #[inline(always)]
    fn together(seats: &[u64], moment: u64, below: u64, from: u64) -> Self {
        let mut kept = Self::default();
        for seat in seats {
            let luck = luck(*seat, moment);
            kept.no_show += usize::from(luck < below);
            kept.late += usize::from((luck >= from) & (luck >= below));
        }
        kept.completed = seats.len() - kept.no_show - kept.late;
        kept
    }

    /// Of sessions of one patient with one clinician.
    #[inline(always)]
    fn each_alone(seats: &[u64], shares: &[(usize, i32)], sick: &[bool], moment: u64, below: u64, from: u64) -> Self {
        let mut kept = Self::default();
        for (seat, &(day, _)) in seats.iter().zip(shares) {
            let luck = luck(*seat, moment);
            let is_well = !sick[day];
            kept.cancelled += usize::from(!is_well);
            kept.no_show += usize::from(is_well & (luck < below));
            kept.late += usize::from(is_well & (luck >= from) & (luck >= below));
        }
        kept.completed = seats.len() - kept.no_show - kept.late - kept.cancelled;
        kept
    }

    fn add(&mut self, other: &Self) {
        self.completed += other.completed;
        self.no_show += other.no_show;
        self.late += other.late;
        self.cancelled += other.cancelled;
    }
}

/// Bills sessions seat by seat, where it matters who came.
fn bill_seats(
    sessions: &Sessions,
    held: &Held,
    chances: &Chances,
    moment: Moment,
    notes: &mut Notes,
    lived: &mut Lived,
) {
    let (below, from) = (chances.no_show_below[held.service], chances.late_from[held.service]);
    for (place, at) in held.seats.clone().enumerate() {
        if held.several && notes.sick[sessions.shares[held.shares.start + place].0] {
            continue;
        }
        let luck = luck(sessions.seats[at], moment.seats);
        if luck < below || luck >= from {
            continue;
        }
        let seat = &sessions.details[at];
        let units = match held.units {
            Units::Each(units) => f64::from(units),
            Units::OncePerDay => f64::from(!std::mem::replace(&mut notes.billed[seat.stay], true)),
        };
        lived.units[held.service] += units;
        let payer = seat.payer.map(|payer| sessions.payers[payer].as_str());
        lived.more_units[held.service] += units * chances.pays_more(payer, seat.rank);
    }
}

impl Chances {
    /// What a patient's payer pays more than today's for a session, relative. A patient moves as a whole, and a larger
    /// share holds everybody of a smaller one.
    fn pays_more(&self, payer: Option<&str>, rank: f64) -> f64 {
        let moved = |shift: &&PayerShift| payer == Some(&*shift.from) && rank < shift.share;
        let shifts = self.payers.iter().filter(moved);
        shifts.map(|shift| 1.0 + shift.price).product::<f64>() - 1.0
    }
}

/// Clinicians' minutes of a session on that day; `None` if it cannot take place. A group goes on with those who are
/// there, anything else needs everyone.
#[inline]
fn minutes_given(held: &Held, shares: &[(usize, i32)], sick: &[bool]) -> Option<i32> {
    let (mut well, mut minutes) = (0, held.minutes);
    for &(day, part) in shares {
        if sick[day] {
            minutes -= part;
        } else {
            well += 1;
        }
    }
    let enough = if held.capacity > 0 {
        well > 0
    } else {
        well == shares.len()
    };
    enough.then_some(minutes)
}

impl Lived {
    /// Nothing has happened yet, in a clinic of so many services.
    fn clear(&mut self, services: usize) {
        let (mut units, mut more_units) = (std::mem::take(&mut self.units), std::mem::take(&mut self.more_units));
        for sums in [&mut units, &mut more_units] {
            sums.clear();
            sums.resize(services, 0.0);
        }
        *self = Self {
            units,
            more_units,
            ..Self::default()
        };
    }

    /// Adds another week, or part of one, but for its units, which are worth money in their own month only.
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
            let units = match Units::of(service.billing, service.minutes) {
                Units::Each(units) => units,
                Units::OncePerDay => 1,
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
