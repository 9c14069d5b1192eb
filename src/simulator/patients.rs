//! What patients do about their sessions.

use super::live::{Event, World};
use super::streams::Luck;

/// Nobody calls off with less notice than this; who does counts as not coming. Our choice.
const LEAST_NOTICE_MIN: i32 = 30;
/// Calling off in time is by up to three more days; our choice.
const EARLY_MIN: f64 = 72.0 * 60.0;

/// A patient in a session: the session's own, or one with a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Own,
    Seat(u32),
}

/// What a patient will do about one session.
pub(super) enum Coming {
    Comes,
    StaysAway,
    /// Calls off so many minutes before.
    CallsOff(i32),
}

impl World {
    /// Enters the call of a patient who will call off, if there is time for it.
    pub(super) fn expect(&mut self, session: u32, who: Who, start: i32) {
        if let Coming::CallsOff(notice) = self.coming(session, who, start)
            && start - notice >= self.now()
        {
            let event = Event::CallOff(session, who, start);
            self.agenda.enter(i64::from(start - notice), event);
        }
    }

    /// What a patient does about a session that begins then: the same wherever it is placed, but for how long it was waited for. Whoever asked for help at once comes.
    pub(super) fn coming(&self, session: u32, who: Who, start: i32) -> Coming {
        let row = &self.problem.sessions[session as usize];
        let nobody = row.patient.is_none() && who == Who::Own;
        if nobody || self.emergency_sessions.contains(&session) {
            return Coming::Comes;
        }
        let entity = match who {
            Who::Own => row.key.clone(),
            Who::Seat(order) => format!("{} {}", self.problem.seat_orders[order as usize].order, row.key),
        };
        let mut rng = self.streams.of(Luck::Attendance, &entity, 0);
        let (luck, notice) = (rng.unit(), rng.unit());
        let rates = self.rates.comings(&row.service);
        let asked = row.order.as_ref().and_then(|order| self.ledger.requested(order));
        let lead = asked.map(|asked| i64::from(start - asked.minutes_since(self.start)));
        let no_show = rates.no_show * lead.map_or(1.0, |lead| self.rates.lead(lead));
        let late = self.clinic.settings.late_cancel_hours * 60;
        // No-shows at one end, cancellations at the other, so that a change of one rate does not move the other.
        if luck < no_show {
            Coming::StaysAway
        } else if luck > 1.0 - rates.late_cancel {
            let span = f64::from((late - LEAST_NOTICE_MIN).max(1));
            Coming::CallsOff(LEAST_NOTICE_MIN + (notice * span) as i32)
        } else if luck > 1.0 - rates.late_cancel - rates.early_cancel {
            Coming::CallsOff(late + (notice * EARLY_MIN) as i32)
        } else {
            Coming::Comes
        }
    }
}
