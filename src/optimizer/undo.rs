//! What has been done since the last commit, and taking it back.

use super::state::{MAX_PARTS, Placed, State};

/// One change of the plan.
pub(super) enum Op {
    Put(u32),
    Take(u32, Placed, [u32; MAX_PARTS]),
    /// Session and start before.
    Move(u32, i32),
    Seat(u32, u32),
    Unseat(u32, u32),
}

impl State<'_> {
    /// Forgets the log: what has been done since is kept.
    pub fn commit(&mut self) {
        self.flush();
        self.log.clear();
        for (duty, day) in self.saved.drain(..) {
            self.is_saved[duty as usize] = false;
            self.spare.push(day);
        }
    }

    /// Takes back everything since the last commit.
    pub fn undo(&mut self) {
        self.stale
            .drain(..)
            .for_each(|duty| self.is_stale[duty as usize] = false);
        while let Some(op) = self.log.pop() {
            match op {
                Op::Put(session) => {
                    self.count_session(session as usize, -1);
                    self.forget(session as usize);
                }
                Op::Take(session, placed, clinicians) => {
                    self.remember(session as usize, placed, &clinicians);
                    self.count_session(session as usize, 1);
                }
                Op::Move(session, start) => {
                    if let Some(placed) = &mut self.placed[session as usize] {
                        placed.start = start;
                    }
                }
                Op::Seat(order, session) => self.count_seat(order as usize, session as usize, -1),
                Op::Unseat(order, session) => self.count_seat(order as usize, session as usize, 1),
            }
        }
        while let Some((duty, day)) = self.saved.pop() {
            let duty = duty as usize;
            self.is_saved[duty] = false;
            let tried = std::mem::replace(&mut self.days[duty], day);
            for stop in self.days[duty].timed() {
                self.part_start[stop.part as usize] = stop.start;
            }
            let restored = self.days[duty].measure;
            self.replace_measure(duty, &tried.measure, &restored);
            self.find_free_slots(duty);
            self.spare.push(tried);
        }
    }

    /// Where a session was that has been taken out since the last commit: its start and first clinician.
    pub fn place_before(&self, session: u32) -> Option<(i32, u32)> {
        self.log.iter().find_map(|op| match op {
            Op::Take(taken, placed, clinicians) if *taken == session => Some((placed.start, clinicians[0])),
            _ => None,
        })
    }

    /// Adds the seat orders that have lost a seat since the last commit.
    pub fn unseated(&self, orders: &mut Vec<u32>) {
        orders.extend(self.log.iter().filter_map(|op| match op {
            Op::Unseat(order, _) => Some(*order),
            _ => None,
        }));
    }

    /// Lists the group sessions that have been placed or have lost a seat since the last commit.
    pub(super) fn emptied_since_commit(&self, groups: &mut Vec<u32>) {
        groups.clear();
        groups.extend(self.log.iter().filter_map(|op| match *op {
            Op::Unseat(_, session) => Some(session),
            Op::Put(session) if self.layout.session(session as usize).seats.is_some() => Some(session),
            _ => None,
        }));
    }

    /// Keeps a day as it is for [`State::undo`].
    pub(super) fn save(&mut self, duty: usize) {
        if self.is_saved[duty] {
            return;
        }
        self.is_saved[duty] = true;
        let mut day = self.spare.pop().unwrap_or_default();
        day.take_after(&self.days[duty]);
        std::mem::swap(&mut day, &mut self.days[duty]);
        self.saved.push((duty as u32, day));
    }

    /// The duty of a day that has been touched since the last commit, by the order in which they were.
    pub(super) fn touched(&self, at: usize) -> Option<usize> {
        self.saved.get(at).map(|&(duty, _)| duty as usize)
    }
}
