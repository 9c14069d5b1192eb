//! What differs between two plans of a session: one rule for every list and every count of changes.

use serde::Serialize;

use super::calendar::DateTime;
use super::document::{PlannedPlace, PlannedSession};

/// What makes a session differ from the same session in another plan; of several, the first in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It has a place and had none.
    Placed,
    /// It had a place and has none.
    Removed,
    /// A clinician who takes part is another one, or begins at another time: what
    /// [`CostTerm::Change`](super::CostTerm::Change) is charged for, once for each of them.
    Moved,
    /// Only the way of meeting is another one.
    Way,
    /// Only the room is another one.
    Room,
    /// Only seats are given to other patients.
    Seats,
}

impl ChangeKind {
    /// What differs between a session and the same session in another plan; `None` if nothing does.
    pub fn between(before: &PlannedSession, after: &PlannedSession) -> Option<Self> {
        let (was, is) = match (&before.place, &after.place) {
            (None, None) => return seats(before, after),
            (None, Some(_)) => return Some(Self::Placed),
            (Some(_), None) => return Some(Self::Removed),
            (Some(was), Some(is)) => (was, is),
        };
        if shares_moved(was, is) > 0 {
            Some(Self::Moved)
        } else if was.modality != is.modality {
            Some(Self::Way)
        } else if was.room != is.room {
            Some(Self::Room)
        } else {
            seats(before, after)
        }
    }
}

fn seats(before: &PlannedSession, after: &PlannedSession) -> Option<ChangeKind> {
    let sorted = |session: &PlannedSession| {
        let mut patients = session.patients.clone();
        patients.sort_unstable();
        patients
    };
    (sorted(before) != sorted(after)).then_some(ChangeKind::Seats)
}

/// How many clinicians' shares of a session begin at another time, or are another clinician's.
pub fn shares_moved(was: &PlannedPlace, is: &PlannedPlace) -> usize {
    (0..was.clinicians.len().max(is.clinicians.len()))
        .filter(|&share| share_of(was, share) != share_of(is, share))
        .count()
}

/// Who has a share of a session, from when on.
fn share_of(place: &PlannedPlace, share: usize) -> Option<(&str, DateTime)> {
    let offset = place.offsets.get(share).copied().unwrap_or(0);
    Some((place.clinicians.get(share)?, place.start.plus_minutes(offset)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::clinic::{Kind, Modality};

    fn session(place: Option<PlannedPlace>, patients: &[&str]) -> PlannedSession {
        PlannedSession {
            session: "o1/w0/1".into(),
            kind: Kind::Individual,
            service: "s1".into(),
            patients: patients.iter().map(|&id| id.into()).collect(),
            minutes: 60,
            locked: false,
            place,
        }
    }

    fn place(start: &str, clinicians: &[&str], modality: Modality, room: Option<&str>) -> PlannedPlace {
        PlannedPlace {
            start: start.parse().unwrap(),
            clinicians: clinicians.iter().map(|&id| id.into()).collect(),
            offsets: vec![0; clinicians.len()],
            modality,
            room: room.map(Into::into),
        }
    }

    #[test]
    fn every_kind_of_change_has_its_name() {
        let (nine, ten) = ("2026-11-23T09:00", "2026-11-23T10:00");
        let was = || place(nine, &["c1", "c2"], Modality::InPerson, Some("r1"));
        for (is, moved, kind) in [
            (was(), 0, None),
            (
                place(nine, &["c1", "c2"], Modality::InPerson, Some("r2")),
                0,
                Some(ChangeKind::Room),
            ),
            (
                place(nine, &["c1", "c2"], Modality::Video, None),
                0,
                Some(ChangeKind::Way),
            ),
            (
                place(nine, &["c1", "c3"], Modality::Video, None),
                1,
                Some(ChangeKind::Moved),
            ),
            (
                place(ten, &["c1", "c2"], Modality::InPerson, Some("r1")),
                2,
                Some(ChangeKind::Moved),
            ),
        ] {
            assert_eq!(shares_moved(&was(), &is), moved, "{is:?}");
            let (before, after) = (session(Some(was()), &["p1"]), session(Some(is), &["p1"]));
            assert_eq!(ChangeKind::between(&before, &after), kind, "{after:?}");
        }
        for (before, after, kind) in [
            (session(None, &[]), session(None, &[]), None),
            (session(None, &[]), session(Some(was()), &[]), Some(ChangeKind::Placed)),
            (session(Some(was()), &[]), session(None, &[]), Some(ChangeKind::Removed)),
            (
                session(Some(was()), &["p1", "p2"]),
                session(Some(was()), &["p2", "p1"]),
                None,
            ),
            (
                session(Some(was()), &["p1"]),
                session(Some(was()), &["p2"]),
                Some(ChangeKind::Seats),
            ),
        ] {
            assert_eq!(ChangeKind::between(&before, &after), kind, "{after:?}");
        }
    }
}
