//! Courses of treatment: what a budget pays for, and sessions that must be days apart.

use crate::model::problem::{Draw, Problem};

use super::prices::Kind;
use super::relaxation::{Bundle, Course, Partner, Relaxation};

/// Largest budget for which sessions are chosen exactly, units; larger ones are priced. Our choice.
const MAX_UNITS: i64 = 1_024;

/// Adds the courses of a problem to its relaxation.
pub(super) fn add(problem: &Problem, relaxation: &mut Relaxation) {
    let partners = pairs(problem, relaxation);
    for budget in 0..problem.budgets.len() {
        let drawn = Drawn::new(problem, budget);
        let units = i64::from(problem.budgets[budget].units).max(0);
        if problem.budgets[budget].per_day || drawn.wanted(problem) <= units {
            continue;
        }
        if units > MAX_UNITS || !drawn.is_free(relaxation) {
            drawn.price(units, relaxation);
        } else {
            drawn.choose(units as usize, &partners, relaxation);
        }
    }
    for (item, partner) in partners.iter().enumerate() {
        let Some((other, min_days)) = *partner else { continue };
        if item < other && !relaxation.items[item].in_course && !relaxation.items[other].in_course {
            relaxation.items[item].in_course = true;
            relaxation.items[other].in_course = true;
            relaxation.courses.push(Course {
                bundles: vec![bundle((item, 0), Some((other, 0)), min_days)],
                ..Course::default()
            });
        }
    }
}

/// Sessions in pairs that must be days apart, each in one pair at most: the partner of each, with the days.
fn pairs(problem: &Problem, relaxation: &Relaxation) -> Vec<Option<(usize, usize)>> {
    let mut partners = vec![None; problem.sessions.len()];
    let is_free = |idx: usize| {
        let item = &relaxation.items[idx];
        !item.is_forced && item.group.is_none()
    };
    for spacing in problem.spacings.iter().filter(|spacing| spacing.min_days > 0) {
        let (a, b) = (spacing.a as usize, spacing.b as usize);
        if a != b && partners[a].is_none() && partners[b].is_none() && is_free(a) && is_free(b) {
            let days = spacing.min_days as usize;
            (partners[a], partners[b]) = (Some((b, days)), Some((a, days)));
        }
    }
    partners
}

fn bundle(item: (usize, i64), partner: Option<(usize, i64)>, min_days: usize) -> Bundle {
    Bundle {
        item: item.0 as u32,
        units: item.1 as usize,
        partner: partner.map(|(other, units)| Partner {
            item: other as u32,
            units: units as usize,
            min_days,
        }),
    }
}

/// What draws on a budget: sessions and seat orders, with the units of the session or of one seat.
struct Drawn {
    sessions: Vec<(usize, i64)>,
    orders: Vec<(usize, i64)>,
}

impl Drawn {
    fn new(problem: &Problem, budget: usize) -> Self {
        let units = |draws: &[Draw]| -> i64 {
            let own = draws
                .iter()
                .filter(|draw| draw.budget as usize == budget && draw.units > 0);
            own.map(|draw| i64::from(draw.units)).sum()
        };
        let sessions = problem.sessions.iter().map(|session| units(&session.draws)).enumerate();
        let orders = problem.seat_orders.iter().map(|order| units(&order.draws)).enumerate();
        Self {
            sessions: sessions.filter(|drawn| drawn.1 > 0).collect(),
            orders: orders.filter(|drawn| drawn.1 > 0).collect(),
        }
    }

    /// Units that everything together would draw.
    fn wanted(&self, problem: &Problem) -> i64 {
        let seats = |&(order, units): &(usize, i64)| units * i64::from(problem.seat_orders[order].count.max(0));
        let sessions = self.sessions.iter().map(|drawn| drawn.1);
        sessions.chain(self.orders.iter().map(seats)).sum()
    }

    /// True if no other course decides about any of it.
    fn is_free(&self, relaxation: &Relaxation) -> bool {
        let sessions = self.sessions.iter().map(|drawn| &relaxation.items[drawn.0]);
        let mut orders = self.orders.iter().map(|drawn| &relaxation.orders[drawn.0]);
        sessions
            .into_iter()
            .all(|item| !item.in_course && !item.is_forced && item.group.is_none())
            && orders.all(|order| !order.in_course)
    }

    /// Asks a price for each unit.
    fn price(&self, units: i64, relaxation: &mut Relaxation) {
        let most = self.sessions.iter().chain(&self.orders).map(|drawn| drawn.1).max();
        let unit = most.unwrap_or(1);
        let price = relaxation.prices.add(Kind::Hard, units, unit * units.max(unit), 0);
        for &(session, units) in &self.sessions {
            for way in &mut relaxation.items[session].ways {
                way.amounts.push((price, units as i32));
            }
        }
        for &(order, units) in &self.orders {
            relaxation.orders[order].amounts.push((price, units as i32));
        }
    }

    /// Lets a course choose what its units are spent on.
    fn choose(&self, units: usize, partners: &[Option<(usize, usize)>], relaxation: &mut Relaxation) {
        let mut course = Course {
            units,
            orders: self
                .orders
                .iter()
                .map(|drawn| (drawn.0 as u32, drawn.1 as usize))
                .collect(),
            ..Course::default()
        };
        let draws = |session: usize| self.sessions.iter().copied().find(|drawn| drawn.0 == session);
        for &(session, units) in &self.sessions {
            let partner = partners[session].and_then(|(other, days)| Some((draws(other)?, days)));
            match partner {
                None => course.bundles.push(bundle((session, units), None, 0)),
                Some((other, days)) if session < other.0 => {
                    course.bundles.push(bundle((session, units), Some(other), days));
                }
                Some(_) => {}
            }
            relaxation.items[session].in_course = true;
        }
        for &(order, _) in &self.orders {
            relaxation.orders[order].in_course = true;
        }
        relaxation.courses.push(course);
    }
}
