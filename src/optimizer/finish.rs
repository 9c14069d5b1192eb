//! From the search's flat arrays to a plan: starts as they are, rooms by name.

use crate::model::problem::{Assigned, Placement};
use crate::model::{Plan, Problem};

use super::index::Index;
use super::layout::{Layout, ceil_to};
use super::state::Placed;

/// The plan that these placements stand for.
pub(super) fn to_plan(
    layout: &Layout<'_>,
    index: &Index,
    placed: &[Option<Placed>],
    clinicians: &[u32],
    part_start: &[i32],
    seats: &[Vec<u32>],
) -> Plan {
    let placements = placed
        .iter()
        .enumerate()
        .map(|(session, placed)| {
            let placed = (*placed)?;
            let parts = layout.parts_of(session);
            Some(Placement {
                start: part_start[parts.start],
                choice: placed.choice,
                room: None,
                parts: parts
                    .map(|part| Assigned {
                        clinician: clinicians[part],
                        start: part_start[part],
                    })
                    .collect(),
            })
        })
        .collect();
    let mut plan = Plan {
        placements,
        seats: seats.to_vec(),
    };
    name_rooms(layout.problem, index, placed, &mut plan);
    plan
}

/// Gives every session a room of its pool. Within a pool rooms are alike and never overbooked, so taking sessions by
/// start and giving each a room that is free always works; among free rooms the clinician's last one is preferred.
fn name_rooms(problem: &Problem, index: &Index, placed: &[Option<Placed>], plan: &mut Plan) {
    let mut sessions: Vec<usize> = (0..placed.len())
        .filter(|&idx| placed[idx].is_some_and(|placed| placed.room_pool != u16::MAX))
        .collect();
    sessions.sort_by_key(|&idx| (plan.placements[idx].as_ref().map(|placement| placement.start), idx));
    let mut free_from = vec![i32::MIN; problem.rooms.len()];
    let mut last_clinician = vec![u32::MAX; problem.rooms.len()];
    for idx in sessions {
        let (Some(placed), Some(placement)) = (placed[idx], &mut plan.placements[idx]) else {
            continue;
        };
        let published = problem.sessions[idx]
            .published
            .as_ref()
            .and_then(|published| published.room);
        let clinician = placement.parts.first().map_or(u32::MAX, |part| part.clinician);
        let chosen = index.room_pools[placed.room_pool as usize]
            .rooms
            .iter()
            .copied()
            .filter(|&room| free_from[room as usize] <= placement.start)
            .max_by_key(|&room| {
                let kept = published == Some(room);
                let same = last_clinician[room as usize] == clinician;
                (kept, same, free_from[room as usize], std::cmp::Reverse(room))
            });
        if let Some(room) = chosen {
            // Rooms are booked in whole slots.
            let end = placement.start + problem.sessions[idx].minutes;
            free_from[room as usize] = ceil_to(end, problem.grid);
            last_clinician[room as usize] = clinician;
            placement.room = Some(room);
        }
    }
}
