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
/// start and giving each a room that is free always works. Whoever starts as published keeps the published room if that
/// can be: it is left alone by the others while they have another one to go to. Among other rooms the published one is
/// preferred, then the clinician's last one.
fn name_rooms(problem: &Problem, index: &Index, placed: &[Option<Placed>], plan: &mut Plan) {
    let start = |plan: &Plan, idx: usize| plan.placements[idx].as_ref().map(|placement| placement.start);
    // Rooms are booked in whole slots.
    let end = |start: i32, idx: usize| ceil_to(start + problem.sessions[idx].minutes, problem.grid);
    let mut sessions: Vec<usize> = (0..placed.len())
        .filter(|&idx| placed[idx].is_some_and(|placed| placed.room_pool != u16::MAX))
        .collect();
    sessions.sort_by_key(|&idx| (start(plan, idx), idx));
    let mut kept: Vec<Vec<(i32, i32, usize)>> = vec![Vec::new(); problem.rooms.len()];
    for &idx in &sessions {
        let published = problem.sessions[idx].published.as_ref();
        let stays = published.filter(|published| Some(published.start) == start(plan, idx));
        let room = stays.and_then(|published| published.room);
        let pool = placed[idx].and_then(|placed| index.room_pools.get(placed.room_pool as usize));
        if let (Some(published), Some(room)) = (stays, room)
            && pool.is_some_and(|pool| pool.rooms.contains(&room))
            && kept[room as usize].last().is_none_or(|last| last.1 <= published.start)
        {
            kept[room as usize].push((published.start, end(published.start, idx), idx));
        }
    }
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
        let (from, until) = (placement.start, end(placement.start, idx));
        let clinician = placement.parts.first().map_or(u32::MAX, |part| part.clinician);
        let is_left = |room: u32| {
            let kept = &kept[room as usize];
            let later = &kept[kept.partition_point(|keeper| keeper.1 <= from)..];
            let mut meanwhile = later.iter().take_while(|keeper| keeper.0 < until);
            meanwhile.all(|keeper| keeper.2 == idx)
        };
        let chosen = index.room_pools[placed.room_pool as usize]
            .rooms
            .iter()
            .copied()
            .filter(|&room| free_from[room as usize] <= from)
            .max_by_key(|&room| {
                let same = last_clinician[room as usize] == clinician;
                (
                    is_left(room),
                    published == Some(room),
                    same,
                    free_from[room as usize],
                    std::cmp::Reverse(room),
                )
            });
        if let Some(room) = chosen {
            free_from[room as usize] = until;
            last_clinician[room as usize] = clinician;
            placement.room = Some(room);
        }
    }
}
