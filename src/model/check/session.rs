//! Rules about one session alone: its times, its clinicians, its room, its lock.

use super::view::{Placed, View, day_of, outside};
use super::{Found, Resource, Rule};

pub(super) fn check(view: &View, found: &mut Found) {
    for placed in view.placed() {
        times(view, placed, found);
        parts(view, placed, found);
        room(view, placed, found);
    }
    locks(view, found);
}

fn times(view: &View, placed: &Placed, found: &mut Found) {
    if let Some(minutes) = outside(&placed.session.windows, placed.start, placed.end) {
        found.one(Rule::SessionWindow, placed.idx, None, minutes);
    }
    let grid = i64::from(view.problem.grid);
    if grid > 1 && is_shared(placed) && placed.start.rem_euclid(grid) != 0 {
        found.one(Rule::Grid, placed.idx, None, placed.start.rem_euclid(grid));
    }
}

/// True if the session takes something that is booked in whole slots.
fn is_shared(placed: &Placed) -> bool {
    placed.session.seats.is_some()
        || placed.session.parts.len() > 1
        || placed.choice.equipment.is_some()
        || placed.placement.room.is_some()
}

fn parts(view: &View, placed: &Placed, found: &mut Found) {
    let assigned = &placed.placement.parts;
    for (idx, (part, share)) in placed.session.parts.iter().zip(assigned).enumerate() {
        let clinician = Some(Resource::Clinician(share.clinician));
        let start = i64::from(share.start);
        let day = day_of(view.problem, start);
        let holds = |bits: u32, bit: i64| bit < 32 && bits >> bit & 1 == 1;
        let is_eligible = part.eligible.iter().any(|entry| {
            entry.clinician == share.clinician
                && holds(entry.days, day)
                && holds(entry.choices, i64::from(placed.placement.choice))
        });
        if !is_eligible {
            found.one(Rule::NotEligible, placed.idx, clinician, 0);
        }
        if assigned[..idx].iter().any(|other| other.clinician == share.clinician) {
            found.one(Rule::SameClinician, placed.idx, clinician, 0);
        }
        let offset = start - placed.start;
        let (earliest, latest) = (i64::from(part.offset.0), i64::from(part.offset.1));
        if offset < earliest || offset > latest {
            let minutes = (earliest - offset).max(offset - latest);
            found.one(Rule::PartOffset, placed.idx, clinician, minutes);
        }
    }
}

fn room(view: &View, placed: &Placed, found: &mut Found) {
    let allowed = &placed.choice.room_classes;
    let Some(idx) = placed.placement.room else {
        if !allowed.is_empty() {
            found.one(Rule::WrongRoom, placed.idx, None, 0);
        }
        return;
    };
    let Some(room) = view.problem.rooms.get(idx as usize) else {
        return;
    };
    if !allowed.contains(&room.class) {
        found.one(Rule::WrongRoom, placed.idx, Some(Resource::Room(idx)), 0);
    }
    let class = view.problem.room_classes.get(usize::from(room.class));
    let open = class.map_or(&[][..], |class| &class.open);
    if let Some(minutes) = outside(open, placed.start, placed.end) {
        found.one(Rule::RoomHours, placed.idx, Some(Resource::Room(idx)), minutes);
    }
}

/// A locked session may be missing, so this looks at the sessions of the problem, not at those of the plan.
fn locks(view: &View, found: &mut Found) {
    for (idx, session) in view.problem.sessions.iter().enumerate() {
        let placement = view.session(idx as u32).map(|placed| placed.placement);
        if session.locked && placement != session.published.as_ref() {
            found.one(Rule::LockMoved, idx as u32, None, 0);
        }
    }
}
