//! What a step takes out before it builds anew.

use crate::model::problem::{Place, Session};
use crate::rng::Rng;

use super::eject::{eject_for_group, eject_for_seat, eject_for_session};
use super::state::State;

/// Sessions taken out in one step, on average (Christiaens and Vanden Berghe 2020 use 10).
const AVERAGE_REMOVED: f64 = 10.0;
/// The same where more than ways counts: days are bound to each other by waiting, rooms and people, a step costs more,
/// and smaller steps find more in the same time. Our choice by measurement.
const AVERAGE_REMOVED_BOUND: f64 = 6.0;
/// Longest string taken from one clinician-day (the same source).
const LONGEST_STRING: f64 = 10.0;
/// Neighbors kept for each session. Our choice: strings from three to four clinician-days rarely reach further.
const NUM_NEIGHBORS: usize = 60;

/// Sessions near each session: those that a step may take out together with it.
pub(super) struct Neighbors(Vec<Vec<u32>>);

impl Neighbors {
    /// Ranks by travel between the places, then by whether they can share clinicians, then by closeness in time of
    /// their windows; ties in an order drawn from `rng`.
    pub fn new(state: &State<'_>, rng: &mut Rng) -> Self {
        let problem = state.layout.problem;
        let traits: Vec<Traits> = problem
            .sessions
            .iter()
            .map(|session| Traits::of(session, rng))
            .collect();
        let words = problem.clinicians.len().div_ceil(64);
        let mut clinicians = vec![0_u64; traits.len() * words];
        for (session, bits) in problem.sessions.iter().zip(clinicians.chunks_mut(words.max(1))) {
            for eligible in session.parts.iter().flat_map(|part| &part.eligible) {
                bits[eligible.clinician as usize / 64] |= 1 << (eligible.clinician % 64);
            }
        }
        let bits = |idx: usize| &clinicians[idx * words..(idx + 1) * words];
        let linear = state.index.linear;
        let lists = traits.iter().enumerate().map(|(idx, own)| {
            let mut nearest = Nearest::default();
            for (other, near) in traits.iter().enumerate() {
                let mut rank = problem.travel.minutes(own.place, near.place);
                if !linear {
                    // A tenth of the time between windows: a session at another time of the week is less of a neighbor.
                    rank += (own.middle - near.middle).abs() / 10;
                }
                if nearest.is_too_far(rank) || other == idx {
                    continue;
                }
                if !linear && bits(idx).iter().zip(bits(other)).all(|(a, b)| a & b == 0) {
                    rank += NOBODY_SHARED;
                }
                nearest.offer(rank_key(rank, own.tie ^ near.tie, other));
            }
            nearest.finish()
        });
        Self(lists.collect())
    }
}

/// How much further away sessions are that share no clinician. Our choice: further than any place.
const NOBODY_SHARED: i32 = 10_000;

/// The nearest sessions among those that were offered; most are turned down at a glance, as there are far more of them.
#[derive(Default)]
struct Nearest {
    keys: Vec<u64>,
    /// Keys from here on are not among the nearest, once there are enough.
    limit: Option<u64>,
}

impl Nearest {
    /// True if no session of this rank, or a higher one, can be among the nearest.
    #[inline]
    fn is_too_far(&self, rank: i32) -> bool {
        self.limit.is_some_and(|limit| rank_key(rank, 0, 0) >= limit)
    }

    fn offer(&mut self, key: u64) {
        if self.limit.is_some_and(|limit| key >= limit) {
            return;
        }
        self.keys.push(key);
        if self.keys.len() >= 2 * NUM_NEIGHBORS {
            self.forget_far();
        }
    }

    fn forget_far(&mut self) {
        if self.keys.len() > NUM_NEIGHBORS {
            let (_, &mut limit, _) = self.keys.select_nth_unstable(NUM_NEIGHBORS);
            self.limit = Some(limit);
            self.keys.truncate(NUM_NEIGHBORS);
        }
    }

    fn finish(mut self) -> Vec<u32> {
        self.forget_far();
        self.keys.sort_unstable();
        self.keys.iter().map(|key| (key & SESSION_MASK) as u32).collect()
    }
}

/// Rank, tie-break and session in one number that sorts by them, which is several times faster to sort than three.
fn rank_key(rank: i32, tie: u32, session: usize) -> u64 {
    let rank = rank.clamp(0, (1 << 23) - 1) as u64;
    rank << 40 | u64::from(tie & 0xF_FFFF) << 20 | session as u64 & SESSION_MASK
}

/// More sessions than any clinic may have.
const SESSION_MASK: u64 = 0xF_FFFF;

/// What makes sessions neighbors.
struct Traits {
    place: Place,
    /// Middle of its windows, minutes.
    middle: i32,
    /// Decides between equals.
    tie: u32,
}

impl Traits {
    fn of(session: &Session, rng: &mut Rng) -> Self {
        let ends = session.windows.first().zip(session.windows.last());
        Self {
            place: session.choices.first().map_or(0, |choice| choice.place),
            middle: ends.map_or(0, |(first, last)| (first.0 + last.1) / 2),
            tie: (rng.bits() >> 32) as u32,
        }
    }
}

/// Takes some sessions out, in one of several ways, and lists them in `removed`.
pub(super) fn ruin(state: &mut State<'_>, neighbors: &Neighbors, rng: &mut Rng, removed: &mut Vec<u32>) {
    removed.clear();
    if state.placed.is_empty() {
        return;
    }
    if state.index.linear {
        strings(state, neighbors, rng, removed);
        return;
    }
    match rng.below(100) {
        0..45 if lacks_much(state) => eject(state, rng, removed),
        0..65 => strings(state, neighbors, rng, removed),
        65..80 if state.index.binds_patients => patient(state, rng, removed),
        80..90 => groups(state, rng, removed),
        _ => a_few(state, rng, removed),
    }
}

/// True if something is not placed that is worth forcing in.
fn lacks_much(state: &State<'_>) -> bool {
    let is_dear = |&session: &u32| state.layout.session(session as usize).unplaced_cents >= state.dear_cents;
    state.seats_missing > 0 || state.unplaced.iter().any(is_dear)
}

/// Forces something in that is not placed.
fn eject(state: &mut State<'_>, rng: &mut Rng, removed: &mut Vec<u32>) {
    let lacking = state.unplaced.len() + state.seats_missing as usize;
    if rng.below(lacking) < state.unplaced.len() {
        eject_for_session(state, rng, removed);
    } else if rng.below(3) > 0 {
        eject_for_seat(state, rng, removed);
    } else {
        eject_for_group(state, rng, removed);
    }
}

pub(super) fn remove(state: &mut State<'_>, session: u32, removed: &mut Vec<u32>) {
    let session_idx = session as usize;
    let is_free = state
        .layout
        .problem
        .sessions
        .get(session_idx)
        .is_some_and(|session| !session.locked);
    if is_free && state.take(session_idx) {
        removed.push(session);
    }
}

/// Strings of neighboring clinician-days around one session (SISR).
fn strings(state: &mut State<'_>, neighbors: &Neighbors, rng: &mut Rng, removed: &mut Vec<u32>) {
    let sessions = state.placed.len();
    let num_placed = sessions - state.unplaced.len();
    if num_placed == 0 {
        return;
    }
    let used = state.num_used.max(1);
    let average = num_placed as f64 / used as f64;
    let removed_on_average = match state.index.linear {
        true => AVERAGE_REMOVED,
        false => AVERAGE_REMOVED_BOUND,
    };
    let longest = LONGEST_STRING.min(average).clamp(1.0, removed_on_average);
    let most_strings = 4.0 * removed_on_average / (1.0 + longest) - 1.0;
    let wanted = (rng.unit() * most_strings + 1.0) as usize;
    let seed = rng.below(sessions);
    let mut ruined = Vec::with_capacity(wanted);
    for at in 0..=neighbors.0[seed].len() {
        if ruined.len() >= wanted {
            break;
        }
        let session = if at == 0 {
            seed
        } else {
            neighbors.0[seed][at - 1] as usize
        };
        let Some(day) = state.day(session) else { continue };
        let part = state.layout.first_part[session];
        let Some(duty) = state.layout.duty_of(state.clinicians[part as usize], day) else {
            continue;
        };
        if ruined.contains(&duty) {
            continue;
        }
        ruined.push(duty);
        let length = ((longest.min(state.days[duty].stops.len() as f64) * rng.unit()) as usize + 1)
            .min(state.days[duty].stops.len());
        string(state, duty, part, length, rng, removed);
    }
}

/// Takes `length` stops of one clinician-day out, those around `part`; half the time some in between stay.
fn string(state: &mut State<'_>, duty: usize, part: u32, length: usize, rng: &mut Rng, removed: &mut Vec<u32>) {
    let route = &state.days[duty].stops;
    let size = route.len();
    let Some(at) = route.iter().position(|stop| stop.part == part) else {
        return;
    };
    let mut kept = 0;
    if length > 1 && length < size && rng.chance(0.5) {
        kept = 1;
        // The chance of keeping one more (the same source).
        while length + kept < size && rng.chance(0.01) {
            kept += 1;
        }
    }
    let span = length + kept;
    let low = (at + 1).saturating_sub(span);
    let high = at.min(size - span);
    let first = low + rng.below(high - low + 1);
    let hole = if kept > 0 {
        first + rng.below(length + 1)
    } else {
        usize::MAX
    };
    let sessions: Vec<u32> = (first..first + span)
        .filter(|&position| hole == usize::MAX || position < hole || position >= hole + kept)
        .map(|position| state.layout.part(route[position].part).session)
        .collect();
    for session in sessions {
        remove(state, session, removed);
    }
}

/// Everything of one patient: own sessions, and the seats in groups.
fn patient(state: &mut State<'_>, rng: &mut Rng, removed: &mut Vec<u32>) {
    for _ in 0..2 {
        let patient = rng.below(state.attends.len());
        leave_groups(state, patient);
        for session in state.attends[patient].clone() {
            remove(state, session, removed);
        }
        // What the patient still misses is tried again with the rest.
        for at in 0..state.index.patient_sessions[patient].len() {
            let session = state.index.patient_sessions[patient][at];
            if state.placed[session as usize].is_none() && !removed.contains(&session) {
                removed.push(session);
            }
        }
    }
}

fn leave_groups(state: &mut State<'_>, patient: usize) {
    for at in 0..state.index.patient_seat_orders[patient].len() {
        let order = state.index.patient_seat_orders[patient][at] as usize;
        while let Some(session) = state.seats[order]
            .iter()
            .copied()
            .find(|&session| is_free(state, session))
        {
            state.unseat(order, session as usize);
        }
    }
}

fn is_free(state: &State<'_>, session: u32) -> bool {
    !state.layout.session(session as usize).locked
}

/// One or two group sessions, with their seats.
fn groups(state: &mut State<'_>, rng: &mut Rng, removed: &mut Vec<u32>) {
    if state.index.groups.is_empty() {
        return a_few(state, rng, removed);
    }
    for _ in 0..1 + rng.below(2) {
        let session = state.index.groups[rng.below(state.index.groups.len())];
        remove(state, session, removed);
        if state.placed[session as usize].is_none() && !removed.contains(&session) {
            removed.push(session);
        }
    }
}

/// A few sessions from anywhere.
fn a_few(state: &mut State<'_>, rng: &mut Rng, removed: &mut Vec<u32>) {
    for _ in 0..2 + rng.below(8) {
        let session = rng.below(state.placed.len()) as u32;
        remove(state, session, removed);
    }
}

#[cfg(test)]
mod tests {
    use super::{NUM_NEIGHBORS, Nearest, rank_key};
    use crate::rng::Rng;

    #[test]
    fn the_nearest_are_those_that_a_full_sort_finds() {
        let mut rng = Rng::stream(1, "test", 0);
        for count in [
            0,
            1,
            NUM_NEIGHBORS - 1,
            NUM_NEIGHBORS,
            NUM_NEIGHBORS + 1,
            2 * NUM_NEIGHBORS,
            1_000,
        ] {
            // Few ranks, so that ties decide often.
            let offered: Vec<(i32, u64)> = (0..count)
                .map(|session| {
                    let rank = rng.between(0, 40);
                    (rank, rank_key(rank, rng.bits() as u32, session))
                })
                .collect();
            let mut nearest = Nearest::default();
            for &(rank, key) in &offered {
                if !nearest.is_too_far(rank) {
                    nearest.offer(key);
                }
            }
            let mut sorted: Vec<u64> = offered.iter().map(|offer| offer.1).collect();
            sorted.sort_unstable();
            let first: Vec<u32> = sorted
                .iter()
                .take(NUM_NEIGHBORS)
                .map(|key| (key & 0xF_FFFF) as u32)
                .collect();
            assert_eq!(nearest.finish(), first);
        }
    }
}
