//! Patients in the plan: when they are busy, and which of their visits may float.

use super::slots::Slots as _;
use super::state::{NONE, State};

impl State<'_> {
    /// Pins or frees the floating visits of the session's patient on its day.
    pub(super) fn settle(&mut self, session: usize) {
        if let (Some(patient), Some(day)) = (self.layout.session(session).patient, self.day(session)) {
            self.settle_day(patient as usize, day);
        }
    }

    /// A patient's visit floats only while it is the patient's only session of the day: otherwise two of them could
    /// drift into each other.
    pub(super) fn settle_day(&mut self, patient: usize, day: usize) {
        let mut sessions = [NONE; 8];
        let (mut count, mut floating) = (0, 0);
        for &session in &self.attends[patient] {
            if self.day(session as usize) == Some(day) {
                count += 1;
                if self.index.floats[session as usize] && floating < sessions.len() {
                    sessions[floating] = session;
                    floating += 1;
                }
            }
        }
        for &session in &sessions[..floating] {
            self.set_pinned(session as usize, count > 1);
        }
    }

    /// Holds the visit that floats as the patient's only session of the day where it is, so that another session of
    /// the patient can be placed beside it. Gives the visit, if it was not held already.
    pub fn hold(&mut self, patient: usize, day: usize) -> Option<u32> {
        let on_day = |session: &&u32| self.day(**session as usize) == Some(day);
        let session = *self.attends[patient].iter().find(on_day)?;
        let held = self.index.floats[session as usize] && self.set_pinned(session as usize, true);
        held.then_some(session)
    }

    /// Lets a visit float again that [`State::hold`] has held.
    pub fn release(&mut self, session: u32) {
        self.set_pinned(session as usize, false);
    }

    /// True if this changed something.
    fn set_pinned(&mut self, session: usize, pinned: bool) -> bool {
        let part = self.layout.first_part[session];
        let Some(placed) = self.placed[session] else {
            return false;
        };
        let Some(duty) = self.layout.duty_of(self.clinicians[part as usize], placed.day as usize) else {
            return false;
        };
        let Some(at) = self.days[duty].stops.iter().position(|stop| stop.part == part) else {
            return false;
        };
        if self.days[duty].stops[at].pinned == pinned {
            return false;
        }
        self.save(duty);
        self.days[duty].stop_mut(at).pinned = pinned;
        self.refresh_within_limits(duty);
        true
    }

    /// Takes the starts at which the patient is busy out of `starts`.
    pub fn clear_busy(&self, patient: usize, day: usize, minutes: i32, starts: &mut [u64]) {
        let clock = self.layout.clock;
        for &session in &self.attends[patient] {
            if self.day(session as usize) == Some(day) {
                let (from, to) = self.times(session as usize);
                // A start clashes if it is before `to` and the end behind `from`.
                starts.clear_range(clock.slot(day, from - minutes) + 1, clock.slot(day, to - 1) + 1);
            }
        }
    }

    /// True if the session's patient attends nothing else on this day.
    pub(super) fn is_alone(&self, session: usize, day: usize) -> bool {
        let patient = self.layout.session(session).patient;
        patient.is_none_or(|patient| {
            self.attends[patient as usize]
                .iter()
                .all(|&other| other as usize == session || self.day(other as usize) != Some(day))
        })
    }

    /// True if the patient attends nothing on this day.
    pub fn is_free_day(&self, patient: usize, day: usize) -> bool {
        self.attends[patient]
            .iter()
            .all(|&session| self.day(session as usize) != Some(day))
    }
}
