//! Trials: one session or two make way for one that is lost or late; then rounds at random.

use super::super::eject::{force_in, random_place};
use super::super::insert::Only;
use super::{
    ALL_PAIRS_BELOW, FEW_SESSIONS, MOST_TRIALS, PLACES_TRIED, Phase, ROUNDS_FOR_COST, ROUNDS_FOR_PLACES, ROUNDS_OF_FEW,
    Repair, Trial,
};

impl Repair<'_> {
    /// Sessions that are lost or late.
    pub(super) fn troubled(&self) -> Vec<u32> {
        let is_troubled =
            |session: &u32| self.state.placed[*session as usize].is_none() || self.late_min(*session as usize) > 0;
        let all = 0..self.damage.problem.sessions.len() as u32;
        let counted = all.filter(|&session| {
            let entry = &self.damage.problem.sessions[session as usize];
            let counts = self.is_new[session as usize] || self.damage.plan.placements[session as usize].is_some();
            counts && !entry.locked && !entry.windows.is_empty()
        });
        counted.filter(is_troubled).collect()
    }

    pub(super) fn list_trials(&mut self) {
        (self.phase, self.next_trial, self.with_pairs) = (Phase::Trials, 0, false);
        self.trials.clear();
        for session in self.troubled() {
            for (other, only) in self.makes_way_for(session) {
                self.trials.push(Trial::One { session, other, only });
            }
        }
        self.trials.truncate(MOST_TRIALS);
        if self.trials.is_empty() {
            self.phase = Phase::Random(0);
        }
    }

    pub(super) fn makes_way_for(&mut self, session: u32) -> Vec<(u32, Only)> {
        let late = self.state.placed[session as usize].is_some();
        if late && !self.state.take(session as usize) {
            return Vec::new();
        }
        let list = self.state.in_the_way(session as usize, false, &mut self.rng);
        if late {
            self.state.undo();
        }
        list
    }

    pub(super) fn list_pairs(&mut self) {
        self.with_pairs = true;
        for session in self.troubled() {
            let list = self.makes_way_for(session);
            for (at, &(other, only)) in list.iter().enumerate() {
                for &(third, also) in &list[at + 1..] {
                    let close = list.len() < ALL_PAIRS_BELOW || only == also && self.are_neighbors(other, third);
                    if close {
                        let only = if only == also { only } else { Only::Any };
                        self.trials.push(Trial::Both {
                            session,
                            other,
                            third,
                            only,
                        });
                    }
                }
            }
        }
        self.trials.truncate(2 * MOST_TRIALS);
    }

    /// True if nothing else of their clinician lies between two sessions.
    pub(super) fn are_neighbors(&self, a: u32, b: u32) -> bool {
        let (a, b) = (self.state.times(a as usize), self.state.times(b as usize));
        let gap = if a.0 < b.0 { b.0 - a.1 } else { a.0 - b.1 };
        gap <= self.damage.problem.rules.shortest_session_min.max(30)
    }

    pub(super) fn next_trial(&mut self) {
        let Some(&trial) = self.trials.get(self.next_trial) else {
            let more = !self.with_pairs && !self.troubled().is_empty();
            if more {
                self.list_pairs();
            }
            if !more || self.next_trial == self.trials.len() {
                self.phase = Phase::Random(0);
            }
            return;
        };
        self.next_trial += 1;
        if self.carry_out(trial) && self.judge(false) {
            self.list_trials();
        }
    }

    /// Carries a trial out; false if that cannot be, with everything taken back.
    pub(super) fn carry_out(&mut self, trial: Trial) -> bool {
        let done = match trial {
            Trial::One { session, other, only } => self.make_way(session, &[other], only) && self.resettle(trial),
            Trial::Both {
                session,
                other,
                third,
                only,
            } => {
                let made = self.make_way(session, &[other, third], only);
                if made {
                    self.place(other as usize, false);
                    self.place(third as usize, false);
                }
                made
            }
            Trial::Chain {
                session,
                other,
                only,
                third,
                only_third,
            } => {
                let made = self.make_way(session, &[other], only) && self.make_way(other, &[third], only_third);
                if made {
                    self.place(third as usize, false);
                }
                made
            }
        };
        if !done {
            self.state.undo();
        }
        done
    }

    /// Looks for a new place for the one that made way; if there is none, lists those that could make way for it.
    pub(super) fn resettle(&mut self, trial: Trial) -> bool {
        let Trial::One { session, other, only } = trial else {
            return true;
        };
        if !self.place(other as usize, false) && self.trials.len() < MOST_TRIALS {
            let thirds = self.state.in_the_way(other as usize, false, &mut self.rng);
            let chains = thirds.into_iter().filter(|&(third, _)| third != session);
            self.trials.extend(chains.map(|(third, only_third)| Trial::Chain {
                session,
                other,
                only,
                third,
                only_third,
            }));
            self.trials.truncate(MOST_TRIALS);
        }
        true
    }

    /// Takes others out and puts a session into what they leave.
    pub(super) fn make_way(&mut self, session: u32, others: &[u32], only: Only) -> bool {
        let session = session as usize;
        if self.state.placed[session].is_some() && !self.state.take(session) {
            return false;
        }
        for &other in others {
            if !self.state.take(other as usize) {
                return false;
            }
        }
        match self.cheapest(session, only, false) {
            Some(candidate) => {
                self.put(session, &candidate);
                true
            }
            None => false,
        }
    }

    pub(super) fn random_round(&mut self, round: u64) {
        let troubled = self.troubled();
        let rounds = match troubled.is_empty() && self.rank.lost == 0 {
            true => ROUNDS_FOR_COST,
            false if self.damage.problem.sessions.len() <= FEW_SESSIONS => ROUNDS_OF_FEW,
            false => ROUNDS_FOR_PLACES,
        };
        if round >= rounds {
            return self.next_attempt();
        }
        self.phase = Phase::Random(round + 1);
        let mut removed = Vec::new();
        match self.rng.pick(&troubled) {
            Some(&session) if self.rng.chance(0.8) => {
                let session = session as usize;
                if self.state.placed[session].is_some() && !self.state.take(session) {
                    return self.state.undo();
                }
                self.force(session, &mut removed);
                for at in 0..self.members[session].len() {
                    let order = self.members[session][at] as usize;
                    if self.state.placed[session].is_some() {
                        self.state.try_seat(order, session);
                    }
                }
            }
            _ => self.take_some_changed(&mut removed),
        }
        let problem = self.damage.problem;
        self.rng.shuffle(&mut removed);
        if self.rng.chance(0.5) {
            removed.sort_by_key(|&session| std::cmp::Reverse(problem.sessions[session as usize].unplaced_cents));
        }
        let blink = self.rng.chance(0.5);
        for session in removed {
            let session = session as usize;
            if self.is_new[session] || self.damage.plan.placements[session].is_some() {
                let anywhere = self.rng.chance(0.3) && self.state.placed[session].is_none();
                if !(anywhere && self.place_anywhere(session)) {
                    self.place(session, blink);
                }
            }
        }
        self.judge(true);
    }

    /// Finds a place for a session by taking out what is in the way of some place, or what might be.
    pub(super) fn force(&mut self, session: usize, removed: &mut Vec<u32>) {
        if self.rng.chance(0.5) {
            if !force_in(&mut self.state, session, &mut self.rng, removed) {
                removed.push(session as u32);
            }
            return;
        }
        let list = self.state.in_the_way(session, false, &mut self.rng);
        for _ in 0..1 + self.rng.below(4) {
            if let Some(&(other, _)) = self.rng.pick(&list)
                && !removed.contains(&other)
                && self.state.take(other as usize)
            {
                removed.push(other);
            }
        }
        if !self.place_anywhere(session) {
            removed.push(session as u32);
        }
    }

    /// Puts a session at a place at random, if a few tries find one.
    fn place_anywhere(&mut self, session: usize) -> bool {
        for _ in 0..PLACES_TRIED {
            let place = random_place(&self.state, session, &mut self.rng);
            let candidate = place.and_then(|place| self.state.place_at(session, &place));
            if let Some(candidate) = candidate {
                self.put(session, &candidate);
                return true;
            }
        }
        false
    }

    /// Takes out up to three sessions that are new or not where they were.
    pub(super) fn take_some_changed(&mut self, removed: &mut Vec<u32>) {
        let sessions = 0..self.damage.problem.sessions.len();
        let changed = sessions.filter(|&session| {
            let placed = self.state.placed[session].is_some();
            placed && (self.is_new[session] || self.has_moved(session) || self.is_in_another_room(session))
        });
        let changed: Vec<u32> = changed.map(|session| session as u32).collect();
        for _ in 0..1 + self.rng.below(3) {
            if let Some(&session) = self.rng.pick(&changed)
                && !removed.contains(&session)
                && !self.damage.problem.sessions[session as usize].locked
                && self.state.take(session as usize)
            {
                removed.push(session);
            }
        }
    }
}
