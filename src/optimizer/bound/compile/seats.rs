//! The seats of groups, and what each is worth to whoever wants one.

use crate::model::CostTerm;

use super::super::super::span::within;
use super::super::prices::{Kind, parts};
use super::super::relaxation::{Group, Order, Seat};
use super::super::times::allows;
use super::Compiler;

impl Compiler<'_> {
    pub(super) fn seats(&mut self) {
        let problem = self.problem;
        let small = parts(problem.prices[CostTerm::SmallGroup]);
        for idx in 0..problem.sessions.len() {
            let session = &problem.sessions[idx];
            if !self.in_seats[idx] && session.seats.is_none() {
                continue;
            }
            self.relaxation.items[idx].group = Some(self.relaxation.groups.len() as u32);
            self.relaxation.groups.push(Group {
                max: session.seats.map_or(i32::MAX, |seats| seats.max),
                min: session.seats.map_or(0, |seats| seats.min.max(0)),
                small: if session.seats.is_some() { small } else { 0 },
                seats: Vec::new(),
            });
        }
        for order_idx in 0..problem.seat_orders.len() {
            let wanted = &problem.seat_orders[order_idx];
            let empty = parts(wanted.empty_cents);
            let mut options = wanted.options.clone();
            options.sort_unstable();
            options.dedup();
            let mut links = Vec::new();
            for &option in &options {
                let link = self.relaxation.prices.add(Kind::Link, 0, 1, 0);
                self.relaxation.prices.set(link as usize, empty);
                links.push(link);
                let seat = self.seat(order_idx, option as usize, link);
                let item = &self.relaxation.items[option as usize];
                if let Some(group) = item.group {
                    self.relaxation.groups[group as usize].seats.push(seat);
                }
            }
            self.relaxation.orders.push(Order {
                count: wanted.count.max(0),
                empty,
                links,
                ..Order::default()
            });
        }
    }

    fn seat(&self, order_idx: usize, session_idx: usize, link: u32) -> Seat {
        let (problem, order) = (self.problem, &self.problem.seat_orders[order_idx]);
        let minutes = problem.sessions[session_idx].minutes;
        let windows = &problem.patients[order.patient as usize].windows;
        let mut seat = Seat {
            link,
            ..Seat::default()
        };
        for way in &self.relaxation.items[session_idx].ways {
            let mut fits = vec![0_u64; way.starts.len().div_ceil(64)];
            for (at, &start) in way.starts.iter().enumerate() {
                let day = problem.day_of(start);
                let mut draws = order.draws.iter().filter(|draw| draw.units > 0);
                let allowed = draws.all(|draw| allows(problem.budgets[draw.budget as usize].days, day));
                if allowed && within(windows, start, start + minutes) {
                    fits[at / 64] |= 1 << (at % 64);
                }
            }
            let day = way.starts.first().map_or(0, |&start| problem.day_of(start));
            let segments = self.segments(session_idx);
            let segment = segments
                .iter()
                .copied()
                .find(|segment| (segment.0..segment.1).contains(&day));
            let amounts = segment.map(|segment| {
                self.minimum_amounts(
                    session_idx,
                    Some(order.patient),
                    minutes,
                    segment,
                    order.counts_to_minimum,
                )
            });
            seat.fits.push(fits);
            seat.amounts.push(amounts.unwrap_or_default());
        }
        seat
    }
}
