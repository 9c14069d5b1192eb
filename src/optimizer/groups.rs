//! Seats in group sessions: who could sit where, and filling them.

use crate::rng::Rng;

use super::advisor::SeatObstacles;
use super::slots::{self, Slots as _};
use super::span::within;
use super::state::State;
use super::terms;

impl State<'_> {
    /// Fills `seat_values` with what the seats of a group session would be worth, by start slot of the day.
    pub(super) fn value_seats(&mut self, session: usize, day: usize) {
        let problem = self.layout.problem;
        let entry = &problem.sessions[session];
        let Some(seats) = entry.seats else { return };
        let mut values = std::mem::take(&mut self.seat_values);
        let mut counts = std::mem::take(&mut self.seat_counts);
        let mut starts = std::mem::take(&mut self.seat_starts);
        let words = self.index.starts(session, day).len();
        values.clear();
        values.resize(words * 64 + 1, 0);
        counts.clear();
        counts.resize(words * 64 + 1, 0);
        // What changes from one slot to the next is noted first, and then summed up.
        for at in 0..self.index.seat_orders[session].len() {
            let order_idx = self.index.seat_orders[session][at] as usize;
            let order = &problem.seat_orders[order_idx];
            if !self.wants_seat(order_idx, session, day) {
                continue;
            }
            let patient = order.patient as usize;
            let worth = self.worth_of_seat(order_idx, session, day);
            starts.clear();
            starts.extend_from_slice(self.index.starts(session, day));
            starts.intersect(self.index.attendable(patient, entry.minutes, day));
            self.clear_busy(patient, day, entry.minutes, &mut starts);
            for (from, to) in slots::runs(&starts) {
                values[from] += worth;
                values[to] -= worth;
                counts[from] += 1;
                counts[to] -= 1;
            }
        }
        let (mut worth, mut count) = (0, 0);
        for (value, wanted) in values.iter_mut().zip(&mut counts) {
            (worth, count) = (worth + *value, count + *wanted);
            (*value, *wanted) = (worth, count);
            if count > seats.max {
                *value = worth / i64::from(count) * i64::from(seats.max);
            }
            *value -= terms::small_group_cents(problem, seats, count);
        }
        self.seat_values = values;
        self.seat_counts = counts;
        self.seat_starts = starts;
    }

    /// What the seats of the group session last valued would be worth at this start.
    pub(super) fn seat_value_at(&self, day: usize, start: i32) -> i64 {
        let slot = self.layout.clock.slot(day, start);
        self.seat_values.get(slot as usize).copied().unwrap_or(0)
    }

    /// What a seat saves: being without it, and the patient's shortfall of the weekly minimum.
    fn worth_of_seat(&self, order: usize, session: usize, day: usize) -> i64 {
        let problem = self.layout.problem;
        let entry = &problem.seat_orders[order];
        match entry.counts_to_minimum {
            true => {
                entry.empty_cents + self.minimum_saved(entry.patient as usize, day, problem.sessions[session].minutes)
            }
            false => entry.empty_cents,
        }
    }

    /// True if the order still wants a seat, and this session on this day would do, apart from the time of day.
    fn wants_seat(&self, order: usize, session: usize, day: usize) -> bool {
        let entry = &self.layout.problem.seat_orders[order];
        let taken = &self.seats[order];
        (taken.len() as i32) < entry.count
            && !taken.contains(&(session as u32))
            && self.budget_allows(&entry.draws, day)
            && taken.iter().all(|&other| {
                self.day(other as usize)
                    .is_none_or(|other| (other as i32 - day as i32).abs() >= entry.min_days)
            })
    }

    /// True if the order could have a seat in a group session at this time once its patient's own sessions make way.
    pub(super) fn could_take(&self, order: usize, session: usize, day: usize, start: i32) -> bool {
        let problem = self.layout.problem;
        let patient = problem.seat_orders[order].patient as usize;
        let end = start + problem.sessions[session].minutes;
        let in_the_way = |&other: &u32| {
            let (from, to) = self.times(other as usize);
            let stays = problem.sessions[other as usize].seats.is_some() || problem.sessions[other as usize].locked;
            stays && from < end && start < to
        };
        self.wants_seat(order, session, day)
            && within(&problem.patients[patient].windows, start, end)
            && !self.attends[patient].iter().any(in_the_way)
    }

    /// True if the order can have a seat in a group session that is placed, leaving pairs aside.
    fn can_seat_alone(&self, order: usize, session: usize) -> bool {
        let problem = self.layout.problem;
        let entry = &problem.seat_orders[order];
        let Some(day) = self.day(session) else { return false };
        let (from, to) = self.times(session);
        let patient = entry.patient as usize;
        let fits = problem.patients[patient]
            .windows
            .iter()
            .any(|window| window.0 <= from && to <= window.1);
        let busy = self.attends[patient].iter().any(|&other| {
            let (a, b) = self.times(other as usize);
            a < to && from < b
        });
        let apart = self.members[session]
            .iter()
            .any(|&member| self.index.apart[patient].contains(&problem.seat_orders[member as usize].patient));
        fits && !busy && !apart && self.wants_seat(order, session, day)
    }

    /// Counts why an order has no seat in a group session, by the first reason that applies.
    pub(super) fn count_seat_obstacle(&self, order: usize, session: usize, counts: &mut SeatObstacles) {
        let problem = self.layout.problem;
        let entry = &problem.seat_orders[order];
        let patient = entry.patient as usize;
        let (Some(day), Some(seats)) = (self.day(session), problem.sessions[session].seats) else {
            counts.not_running += 1;
            return;
        };
        let (from, to) = self.times(session);
        let meets = |&other: &u32| {
            let (a, b) = self.times(other as usize);
            a < to && from < b
        };
        if !problem.patients[patient]
            .windows
            .iter()
            .any(|window| window.0 <= from && to <= window.1)
        {
            counts.outside_hours += 1;
        } else if self.members[session].len() as i32 >= seats.max {
            counts.full += 1;
        } else if self.attends[patient].iter().any(meets) {
            counts.busy += 1;
        } else if !self.budget_allows(&entry.draws, day) {
            counts.unauthorized += 1;
        } else if !self.wants_seat(order, session, day) {
            counts.too_close += 1;
        } else {
            counts.pairs += 1;
        }
    }

    /// Gives the order a seat in a placed group session, with everyone who must sit with this patient; false if that
    /// cannot be.
    pub(super) fn try_seat(&mut self, order: usize, session: usize) -> bool {
        let problem = self.layout.problem;
        let (Some(seats), Some(day)) = (problem.sessions[session].seats, self.day(session)) else {
            return false;
        };
        let room = seats.max - self.members[session].len() as i32;
        if room < 1 || !self.wants_seat(order, session, day) {
            return false;
        }
        let patient = problem.seat_orders[order].patient as usize;
        if self.index.together[patient].is_empty() {
            return self.seat_all(&[order], session, day);
        }
        let party = self.party(order, session);
        let at_odds = party.iter().any(|&a| {
            let a = problem.seat_orders[a].patient as usize;
            party
                .iter()
                .any(|&b| self.index.apart[a].contains(&problem.seat_orders[b].patient))
        });
        !at_odds && party.len() as i32 <= room && self.seat_all(&party, session, day)
    }

    /// Gives all these orders a seat, or none.
    fn seat_all(&mut self, orders: &[usize], session: usize, day: usize) -> bool {
        let problem = self.layout.problem;
        // A visit that floats counts where it is without the group: with it, it is held there.
        let patients = orders.iter().map(|&order| problem.seat_orders[order].patient as usize);
        let held: Vec<u32> = patients.filter_map(|patient| self.hold(patient, day)).collect();
        if !orders.iter().all(|&order| self.can_seat_alone(order, session)) {
            held.iter().for_each(|&visit| self.release(visit));
            return false;
        }
        orders.iter().for_each(|&order| self.seat(order, session));
        true
    }

    /// The orders that must sit together with this one in the session: all that have it as an option, want a seat
    /// anywhere and belong to patients tied to this one, directly or through others.
    fn party(&self, order: usize, session: usize) -> Vec<usize> {
        let problem = self.layout.problem;
        let mut party = vec![order];
        let mut at = 0;
        while at < party.len() {
            let patient = problem.seat_orders[party[at]].patient as usize;
            for &other in &self.index.together[patient] {
                let partner = self.index.patient_seat_orders[other as usize]
                    .iter()
                    .map(|&partner| partner as usize)
                    .find(|&partner| problem.seat_orders[partner].options.contains(&(session as u32)));
                if let Some(partner) = partner
                    && !party.contains(&partner)
                    && !self.members[session].contains(&(partner as u32))
                {
                    party.push(partner);
                }
            }
            at += 1;
        }
        party
    }

    /// Fills the seats of a placed group session, the most needed first, equals in turning order.
    pub(super) fn fill_seats(&mut self, session: usize, rng: &mut Rng) {
        let problem = self.layout.problem;
        let Some(seats) = problem.sessions[session].seats else {
            return;
        };
        let count = self.index.seat_orders[session].len();
        let shift = rng.below(count);
        let mut orders: Vec<u32> = (0..count)
            .map(|at| self.index.seat_orders[session][(at + shift) % count])
            .collect();
        let day = self.day(session).unwrap_or(0);
        orders.sort_by_cached_key(|&order| std::cmp::Reverse(self.worth_of_seat(order as usize, session, day)));
        for order in orders {
            if self.members[session].len() as i32 >= seats.max {
                break;
            }
            self.try_seat(order as usize, session);
        }
    }

    /// Takes out the groups in which nobody sits any more.
    pub(super) fn end_empty_groups(&mut self) {
        let mut groups = std::mem::take(&mut self.emptied);
        self.emptied_since_commit(&mut groups);
        for &group in &groups {
            let group = group as usize;
            if self.members[group].is_empty() && !self.layout.session(group).locked {
                self.take(group);
            }
        }
        self.emptied = groups;
    }

    /// Gives an order as many of its missing seats as can be had.
    pub(super) fn fill_order(&mut self, order: usize, rng: &mut Rng) {
        let entry = &self.layout.problem.seat_orders[order];
        let shift = rng.below(entry.options.len());
        for at in 0..entry.options.len() {
            if self.seats[order].len() as i32 >= entry.count {
                break;
            }
            let session = entry.options[(at + shift) % entry.options.len()] as usize;
            if self.placed[session].is_some() {
                self.try_seat(order, session);
            }
        }
    }
}
