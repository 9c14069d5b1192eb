//! Why a session is not placed: rules are set aside until it finds a place.

use crate::model::problem::Placement;

use super::{Advisor, Obstacle, RELAXATIONS, Violation, new_faults};

impl Advisor<'_> {
    /// Why a session is not placed: the smallest set of rules without which it would find a place, of the sets that
    /// can be made of eight rules. Sets of up to three are all tried; a larger one is smallest in that no rule can be
    /// left out of it.
    pub fn why_not(&mut self, session: usize) -> Obstacle {
        if let Some(candidate) = self.best(session) {
            let left_out = self.state.layout.session(session).unplaced_cents;
            return Obstacle::Dearer((candidate.delta - left_out).max(0));
        }
        let before = self.faults();
        let num = RELAXATIONS.len();
        let sets = |size: u32| (1_u32..1 << num).filter(move |set| set.count_ones() == size);
        for size in 1..=2 {
            if let Some(obstacle) = self.least_broken(session, sets(size), &before) {
                return obstacle;
            }
        }
        let Some(needed) = self.needed(session) else {
            return Obstacle::Nobody;
        };
        if needed.count_ones() > 3
            && let Some(obstacle) = self.least_broken(session, sets(3), &before)
        {
            return obstacle;
        }
        let found = self.least_broken(session, std::iter::once(needed), &before);
        match found {
            Some(Obstacle::Rules {
                placement, violations, ..
            }) => Obstacle::Rules {
                placement,
                violations,
                smallest: needed.count_ones() <= 4,
            },
            other => other.unwrap_or(Obstacle::Nobody),
        }
    }

    /// A set of rules of which each is needed: all of them, less one after the other that can be spared.
    pub(super) fn needed(&mut self, session: usize) -> Option<u32> {
        let all = (1_u32 << RELAXATIONS.len()) - 1;
        self.relaxed(session, all)?;
        let mut set = all;
        for rule in (0..RELAXATIONS.len()).rev() {
            let less = set & !(1 << rule);
            if self.relaxed(session, less).is_some() {
                set = less;
            }
        }
        Some(set)
    }

    /// Of the sets of rules without which a session would find a place, the one that breaks fewest there.
    fn least_broken(
        &mut self,
        session: usize,
        sets: impl Iterator<Item = u32>,
        before: &[Violation],
    ) -> Option<Obstacle> {
        let mut best: Option<(Placement, Vec<Violation>)> = None;
        let mut tried: Vec<Placement> = Vec::new();
        for set in sets {
            // Other rules set aside often lead to the same place.
            let placement = self.relaxed(session, set);
            let Some(placement) = placement.filter(|placement| !tried.contains(placement)) else {
                continue;
            };
            tried.push(placement.clone());
            let violations = self.broken_at(session, &placement, before);
            if best.as_ref().is_none_or(|best| violations.len() < best.1.len()) {
                best = Some((placement, violations));
            }
        }
        let (placement, violations) = best?;
        Some(Obstacle::Rules {
            placement,
            violations,
            smallest: true,
        })
    }

    /// What a session breaks at a place.
    fn broken_at(&self, session: usize, placement: &Placement, before: &[Violation]) -> Vec<Violation> {
        let mut plan = self.plan.clone();
        plan.placements[session] = Some(placement.clone());
        let mut violations = new_faults(self.state.layout.problem, &self.excerpt(&plan, &[session]), before);
        violations.retain(|violation| violation.sessions.contains(&(session as u32)));
        violations
    }

    /// Where the session would fit with some rules set aside, one bit each.
    pub(super) fn relaxed(&mut self, session: usize, set: u32) -> Option<Placement> {
        let rules = RELAXATIONS.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
        self.state.relaxed = rules.fold(0, |bits, (_, &rule)| bits | 1 << rule as u8);
        let candidate = self.best(session);
        self.state.relaxed = 0;
        candidate.map(|candidate| self.placement(&candidate))
    }
}
