//! What nobody knows yet: sessions that are asked for only while the days are lived through.

use std::collections::BTreeMap;

use crate::model::problem::{Place, Problem, Session, Travel};
use crate::model::{self, Clinic};
use crate::order::Arrange;

/// The whole problem of a horizon, in the order in which it becomes known. What a policy sees is its beginning and
/// nothing of the rest: no session, patient or home to come, and no share of anybody that counts them.
#[derive(Debug, Clone)]
pub(super) struct ToCome {
    /// Sessions that are known at the first moment, then one by one those that are asked for later.
    pub(super) all: Problem,
    sessions: usize,
    patients: usize,
    places: usize,
    /// When each of the later sessions is asked for, ascending.
    at: Vec<i32>,
}

impl ToCome {
    /// Everything of a clinic with all its calls; `known` is what its tables come to without them, `later` when each
    /// order that it does not know is asked for.
    pub(super) fn of(clinic: &Clinic, known: &Problem, later: &BTreeMap<String, i32>) -> Self {
        let mut all = model::build(clinic).problem;
        let asked = |row: &Session| row.order.as_ref().and_then(|order| later.get(order)).copied();
        let mut order: Vec<(Option<i32>, u32)> = all.sessions.iter().map(asked).zip(0_u32..).collect();
        order.arrange();
        all.seat_orders.retain(|seats| !later.contains_key(&seats.order));
        let order_of_sessions: Vec<u32> = order.iter().map(|&(_, session)| session).collect();
        arrange(&mut all, &order_of_sessions);
        // Shares of what is asked for, as they are before anybody calls.
        all.clinicians.clone_from(&known.clinicians);
        all.rules = known.rules.clone();
        let at: Vec<i32> = order.into_iter().filter_map(|(at, _)| at).collect();
        Self {
            sessions: all.sessions.len() - at.len(),
            patients: known.patients.len(),
            places: known.travel.num_places,
            at,
            all,
        }
    }

    /// Sessions that are asked for later, with the minute.
    pub(super) fn calls(&self) -> Vec<(u32, i32)> {
        (self.sessions as u32..).zip(self.at.iter().copied()).collect()
    }

    /// What is known at the first moment.
    pub(super) fn known(&self) -> Problem {
        let mut problem = self.all.clone();
        problem.sessions.truncate(self.sessions);
        problem.patients.truncate(self.patients);
        self.locate(&mut problem, self.places);
        let is_known = |session: u32| (session as usize) < self.sessions;
        problem.spacings.retain(|pair| is_known(pair.a.max(pair.b)));
        problem.precedences.retain(|pair| is_known(pair.first.max(pair.second)));
        problem
    }

    /// The next call comes: its session is the last one of the problem from now on.
    pub(super) fn admit(&self, problem: &mut Problem) {
        let session = problem.sessions.len() as u32;
        let row = &self.all.sessions[session as usize];
        if let Some(patient) = row.patient {
            let new = self.all.patients.get(problem.patients.len()..=patient as usize);
            problem.patients.extend_from_slice(new.unwrap_or_default());
        }
        let places = row.choices.iter().map(|choice| choice.place);
        let places = places.filter(|&place| place < Place::MAX).max();
        let places = places.map_or(0, |place| usize::from(place) + 1);
        if places > problem.travel.num_places {
            self.locate(problem, places);
        }
        problem.sessions.push(row.clone());
        let spacings = self.all.spacings.iter();
        problem
            .spacings
            .extend(spacings.filter(|pair| pair.a.max(pair.b) == session));
        let precedences = self.all.precedences.iter();
        problem
            .precedences
            .extend(precedences.filter(|pair| pair.first.max(pair.second) == session));
    }

    /// Of the places the first so many: homes of those who call later are not known either.
    fn locate(&self, problem: &mut Problem, places: usize) {
        problem.travel = first_places(&self.all.travel, places);
        problem.places = self.all.places.iter().take(places).cloned().collect();
    }
}

/// Brings the sessions into an order, given as their indices, with everything that refers to them.
fn arrange(problem: &mut Problem, order: &[u32]) {
    let mut new = vec![0_u32; order.len()];
    for (at, &old) in (0_u32..).zip(order) {
        new[old as usize] = at;
    }
    problem.sessions = order
        .iter()
        .map(|&old| problem.sessions[old as usize].clone())
        .collect();
    let follow = |session: &mut u32| *session = new[*session as usize];
    for pair in &mut problem.spacings {
        follow(&mut pair.a);
        follow(&mut pair.b);
    }
    for pair in &mut problem.precedences {
        follow(&mut pair.first);
        follow(&mut pair.second);
    }
    for seats in &mut problem.seat_orders {
        seats.options.iter_mut().for_each(follow);
        seats.published.iter_mut().for_each(follow);
    }
}

/// The ways between the first so many places.
fn first_places(travel: &Travel, count: usize) -> Travel {
    let cut = |matrix: &[i32]| -> Vec<i32> {
        let rows = matrix.chunks_exact(travel.num_places.max(1)).take(count);
        rows.flat_map(|row| &row[..count.min(row.len())]).copied().collect()
    };
    Travel {
        num_places: count.min(travel.num_places),
        minutes: cut(&travel.minutes),
        distance: cut(&travel.distance),
        estimated: travel.estimated,
    }
}
