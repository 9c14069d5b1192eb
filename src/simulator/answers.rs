//! How people answer when they are asked at short notice: the same answers, whoever asks.

use super::streams::{Luck, Streams};
use crate::model::problem::{Placement, Problem};

/// Chance that a colleague who is free steps in for somebody; our assumption.
const STEPS_IN: f64 = 0.8;
/// Chance that a patient can come on a day that is offered at short notice; our assumption.
const CAN_COME: f64 = 0.6;

/// The answers of one run.
#[derive(Debug, Clone, Copy)]
pub struct Answers(Streams);

impl Answers {
    /// The answers under this luck.
    pub fn new(streams: Streams) -> Self {
        Self(streams)
    }

    /// True if the patient of a session, or the first member of a group, can come on a day.
    pub fn can_come(&self, problem: &Problem, session: u32, day: usize) -> bool {
        let key = &problem.sessions[session as usize].key;
        self.0.of(Luck::Policy, key, day as u64).chance(CAN_COME)
    }

    /// True if a patient can take a seat of a group session.
    pub fn can_sit(&self, problem: &Problem, order: u32, session: u32) -> bool {
        let order = &problem.seat_orders[order as usize].order;
        let key = format!("{order} {}", problem.sessions[session as usize].key);
        self.0.of(Luck::Policy, &key, 0).chance(CAN_COME)
    }

    /// True if a clinician steps in at a session that somebody else was to hold.
    pub fn steps_in(&self, problem: &Problem, session: u32, clinician: u32) -> bool {
        let clinician = &problem.clinicians[clinician as usize].id;
        let key = format!("{clinician} for {}", problem.sessions[session as usize].key);
        self.0.of(Luck::Policy, &key, 0).chance(STEPS_IN)
    }

    /// True if everybody agrees to a place of a session that had another one, or none.
    pub(super) fn agree(&self, problem: &Problem, session: u32, was: Option<&Placement>, place: &Placement) -> bool {
        match was.filter(|was| was.start == place.start) {
            Some(was) => place.parts.iter().all(|part| {
                let known = was.parts.iter().any(|other| other.clinician == part.clinician);
                known || self.steps_in(problem, session, part.clinician)
            }),
            None => self.can_come(problem, session, problem.day_of(place.start)),
        }
    }
}
