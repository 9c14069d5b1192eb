//! Taking over an existing plan: what fits is kept exactly, what breaks a rule is left for the search to place.

use crate::model::Plan;

use super::state::State;

impl State<'_> {
    /// Places what the plan has, as far as it fits: locked sessions first, then by what they cost unplaced, and visits
    /// that float last, by when they begin, so that they keep their order.
    pub(super) fn load(&mut self, plan: &Plan) {
        let problem = self.layout.problem;
        let mut sessions: Vec<usize> = (0..problem.sessions.len()).collect();
        sessions.sort_by_key(|&idx| {
            let session = &problem.sessions[idx];
            let floats_from = match &plan.placements.get(idx) {
                Some(Some(placement)) if self.index.floats[idx] => Some(placement.start),
                _ => None,
            };
            let price = match floats_from {
                Some(_) => 0,
                None => session.unplaced_cents,
            };
            (
                !session.locked,
                session.seats.is_none(),
                floats_from,
                std::cmp::Reverse(price),
                idx,
            )
        });
        for session in sessions {
            self.load_session(plan, session);
        }
        for (order, sessions) in plan.seats.iter().enumerate().take(problem.seat_orders.len()) {
            for &session in sessions {
                if (session as usize) < problem.sessions.len() && self.placed[session as usize].is_some() {
                    self.try_seat(order, session as usize);
                }
            }
        }
        self.time_days();
        self.commit();
    }

    /// Places the sessions that must stay where the published plan has them.
    pub(super) fn load_locked(&mut self) {
        let problem = self.layout.problem;
        if problem.sessions.iter().any(|session| session.locked) {
            let published = Plan::published(problem);
            let locked: Vec<usize> = (0..problem.sessions.len())
                .filter(|&idx| problem.sessions[idx].locked)
                .collect();
            for session in locked {
                self.load_session(&published, session);
            }
            self.commit();
        }
    }

    fn load_session(&mut self, plan: &Plan, session: usize) {
        if self.placed[session].is_some() {
            return;
        }
        let locked = self.layout.session(session).locked;
        let published = self.layout.session(session).published.as_ref().filter(|_| locked);
        let Some(placement) = published.or(plan.placements.get(session).and_then(Option::as_ref)) else {
            return;
        };
        if let Some(candidate) = self.place_at(session, placement) {
            self.put(session, &candidate);
        }
    }
}
