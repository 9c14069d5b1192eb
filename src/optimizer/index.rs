//! What the search looks up all the time, laid out flat once per problem.

use crate::model::problem::{ANYWHERE, Duty, Eligible, Interval, Part, Pool, Problem, Session};

use super::slots::{SlotTable, Slots};

/// No duty: the clinician does not work on that day.
pub(super) const NO_DUTY: u32 = u32::MAX;

/// Rooms that the search takes for one: those of a class, or of these, one that a locked session is in. Such a room is
/// a pool of its own, because the others of its class cannot take its place.
pub(super) struct RoomPool {
    /// Class in the problem.
    pub class: u16,
    /// Rooms in it.
    pub rooms: Vec<u32>,
    /// How many; for problems without rooms by name as many as the class has.
    pub count: i32,
}

/// Look-up tables derived from a problem.
pub(super) struct Index<'p> {
    pub problem: &'p Problem,
    /// First part of each session in the flat list of parts, and the total at the end.
    pub first_part: Vec<u32>,
    /// Session of each flat part.
    pub part_session: Vec<u32>,
    /// Duty of clinician and day, `clinician * num_days + day`, or [`NO_DUTY`].
    pub duty: Vec<u32>,
    /// True if the session may float in its clinician's day, between an earliest and a latest start: one clinician,
    /// no room, no equipment, no order to keep.
    pub floats: Vec<bool>,
    /// Starts on the grid that the session's windows allow, per session and day.
    pub starts: SlotTable,
    /// Starts on the grid that meet the wish, per session and day; no slots if there is no wish.
    pub wished: SlotTable,
    /// Rooms as the search counts them.
    pub room_pools: Vec<RoomPool>,
    /// Pools of each room class, the one of free rooms first.
    pub pools_of_class: Vec<Vec<u16>>,
    /// Pool of each room.
    pub pool_of_room: Vec<u16>,
    /// True if rooms and equipment open and close on the grid.
    pub hours_on_grid: bool,
    /// Slots per room pool and day that are at least partly open.
    pub room_open: SlotTable,
    /// The same, per equipment and day.
    pub equipment_open: SlotTable,
    /// Sessions that must be days apart from each session, with the number of days.
    pub spacings: Vec<Vec<(u32, i32)>>,
    /// Sessions that must come before each session, and after it.
    pub before: Vec<Vec<u32>>,
    pub after: Vec<Vec<u32>>,
    /// Seat orders for which each session is an option.
    pub seat_orders: Vec<Vec<u32>>,
    /// Seat orders of each patient.
    pub patient_seat_orders: Vec<Vec<u32>>,
    /// Sessions of each patient.
    pub patient_sessions: Vec<Vec<u32>>,
    /// Minimums of each patient.
    pub patient_minimums: Vec<Vec<u32>>,
    /// Patients that must share a group session with each patient, and that must not.
    pub together: Vec<Vec<u32>>,
    pub apart: Vec<Vec<u32>>,
    /// Group sessions.
    pub groups: Vec<u32>,
    /// Number of threads.
    pub num_threads: usize,
    /// Number of weeks.
    pub num_weeks: usize,
    /// Slots in a day.
    pub slots_per_day: usize,
    /// Duties with the same class are interchangeable while they are empty.
    pub duty_class: Vec<u32>,
    /// True if patients count toward a caseload cap for at least one clinician.
    pub has_caseload: bool,
    /// True if travel and mileage are the only costs of a clinician-day, and nothing else depends on start times.
    pub linear: bool,
}

impl<'p> Index<'p> {
    pub fn new(problem: &'p Problem) -> Self {
        let num_sessions = problem.sessions.len();
        let slots_per_day = (problem.day_min / problem.grid.max(1)) as usize;
        let mut first_part = Vec::with_capacity(num_sessions + 1);
        let mut part_session = Vec::new();
        for (idx, session) in problem.sessions.iter().enumerate() {
            first_part.push(part_session.len() as u32);
            part_session.extend(session.parts.iter().map(|_| idx as u32));
        }
        first_part.push(part_session.len() as u32);

        let mut duty = vec![NO_DUTY; problem.clinicians.len() * problem.num_days];
        for (idx, entry) in problem.duties.iter().enumerate() {
            duty[entry.clinician as usize * problem.num_days + entry.day as usize] = idx as u32;
        }
        let mut spacings = vec![Vec::new(); num_sessions];
        for spacing in &problem.spacings {
            spacings[spacing.a as usize].push((spacing.b, spacing.min_days));
            spacings[spacing.b as usize].push((spacing.a, spacing.min_days));
        }
        let (mut before, mut after) = (vec![Vec::new(); num_sessions], vec![Vec::new(); num_sessions]);
        for precedence in &problem.precedences {
            before[precedence.second as usize].push(precedence.first);
            after[precedence.first as usize].push(precedence.second);
        }
        let floats: Vec<bool> = problem
            .sessions
            .iter()
            .enumerate()
            .map(|(idx, session)| floats(session) && before[idx].is_empty() && after[idx].is_empty())
            .collect();

        let num_patients = problem.patients.len();
        let mut seat_orders = vec![Vec::new(); num_sessions];
        let mut patient_seat_orders = vec![Vec::new(); num_patients];
        for (idx, order) in problem.seat_orders.iter().enumerate() {
            patient_seat_orders[order.patient as usize].push(idx as u32);
            for &option in &order.options {
                seat_orders[option as usize].push(idx as u32);
            }
        }
        let mut patient_sessions = vec![Vec::new(); num_patients];
        for (idx, session) in problem.sessions.iter().enumerate() {
            if let Some(patient) = session.patient {
                patient_sessions[patient as usize].push(idx as u32);
            }
        }
        let mut patient_minimums = vec![Vec::new(); num_patients];
        for (idx, minimum) in problem.minimums.iter().enumerate() {
            patient_minimums[minimum.patient as usize].push(idx as u32);
        }
        let (mut together, mut apart) = (vec![Vec::new(); num_patients], vec![Vec::new(); num_patients]);
        for pair in &problem.pairs {
            let list = if pair.together { &mut together } else { &mut apart };
            list[pair.a as usize].push(pair.b);
            list[pair.b as usize].push(pair.a);
        }

        // A floating session needs grid starts too, when another session of its patient can pin it.
        let needs_starts = |idx: usize, session: &Session| {
            !floats[idx]
                || session.patient.is_some_and(|patient| {
                    patient_sessions[patient as usize].len() > 1 || !patient_seat_orders[patient as usize].is_empty()
                })
        };
        let uses_slots = problem
            .sessions
            .iter()
            .enumerate()
            .any(|(idx, session)| needs_starts(idx, session));
        let slots_per_day = if uses_slots { slots_per_day } else { 0 };
        let (mut starts, mut wished) = (SlotTable::new(slots_per_day), SlotTable::new(slots_per_day));
        if uses_slots {
            for session in &problem.sessions {
                for day in 0..problem.num_days {
                    let offset = day as i32 * problem.day_min;
                    starts.push(&start_slots(
                        problem,
                        &session.windows,
                        session.minutes,
                        offset,
                        slots_per_day,
                    ));
                    wished.push(&start_slots(problem, &session.preferred, 1, offset, slots_per_day));
                }
            }
        }
        let room_pools = room_pools(problem);
        let mut pools_of_class = vec![Vec::new(); problem.room_classes.len()];
        let mut pool_of_room = vec![0; problem.rooms.len()];
        for (idx, pool) in room_pools.iter().enumerate() {
            pools_of_class[pool.class as usize].push(idx as u16);
            pool.rooms
                .iter()
                .for_each(|&room| pool_of_room[room as usize] = idx as u16);
        }
        let open = |pools: &mut dyn Iterator<Item = (&Pool, i32)>| {
            let mut table = SlotTable::new(slots_per_day);
            for (pool, count) in pools {
                let open = if count > 0 { pool.open.as_slice() } else { &[] };
                for day in 0..problem.num_days {
                    table.push(&open_slots(problem, open, day, slots_per_day));
                }
            }
            table
        };
        let num_weeks = problem
            .duties
            .iter()
            .map(|duty| duty.week as usize + 1)
            .max()
            .unwrap_or(1);
        let num_threads = problem
            .sessions
            .iter()
            .filter_map(|session| session.thread)
            .max()
            .map_or(0, |thread| thread as usize + 1);
        Self {
            duty_class: duty_classes(problem),
            linear: is_linear(problem, &floats),
            has_caseload: problem
                .clinicians
                .iter()
                .any(|clinician| clinician.caseload_cap != i32::MAX),
            room_open: open(
                &mut room_pools
                    .iter()
                    .map(|pool| (&problem.room_classes[pool.class as usize], pool.count)),
            ),
            equipment_open: open(&mut problem.equipment.iter().map(|pool| (pool, pool.count))),
            hours_on_grid: hours_on_grid(problem),
            room_pools,
            pools_of_class,
            pool_of_room,
            groups: (0..num_sessions as u32)
                .filter(|&idx| problem.sessions[idx as usize].seats.is_some())
                .collect(),
            problem,
            first_part,
            part_session,
            duty,
            floats,
            starts,
            wished,
            spacings,
            before,
            after,
            seat_orders,
            patient_seat_orders,
            patient_sessions,
            patient_minimums,
            together,
            apart,
            num_threads,
            num_weeks,
            slots_per_day,
        }
    }

    #[inline]
    pub fn session(&self, session: usize) -> &'p Session {
        &self.problem.sessions[session]
    }

    /// The part behind a flat index.
    #[inline]
    pub fn part(&self, part: usize) -> &'p Part {
        let session = self.part_session[part] as usize;
        &self.problem.sessions[session].parts[part - self.first_part[session] as usize]
    }

    #[inline]
    pub fn duty_of(&self, clinician: u32, day: usize) -> Option<usize> {
        let duty = self.duty[clinician as usize * self.problem.num_days + day];
        (duty != NO_DUTY).then_some(duty as usize)
    }

    #[inline]
    pub fn starts(&self, session: usize, day: usize) -> &[u64] {
        self.starts.row(session * self.problem.num_days + day)
    }

    /// Takes out the starts at which a session of this length would run past opening hours that end within a slot.
    pub fn close(&self, open: &[Interval], minutes: i32, day: usize, starts: &mut Slots) {
        if !self.hours_on_grid {
            let offset = day as i32 * self.problem.day_min;
            starts.intersect(start_slots(self.problem, open, minutes, offset, self.slots_per_day).words());
        }
    }

    /// The class of a room pool; `None` for `u16::MAX`, no room.
    pub fn class_of(&self, pool: u16) -> Option<u16> {
        self.room_pools.get(pool as usize).map(|pool| pool.class)
    }

    #[inline]
    pub fn wished(&self, session: usize, day: usize) -> &[u64] {
        self.wished.row(session * self.problem.num_days + day)
    }
}

fn hours_on_grid(problem: &Problem) -> bool {
    let mut pools = problem.room_classes.iter().chain(&problem.equipment);
    pools.all(|pool| pool.open.iter().all(|&(_, to)| to.rem_euclid(problem.grid.max(1)) == 0))
}

/// One pool for each class, without the rooms that hold a locked session, then one for each of those.
fn room_pools(problem: &Problem) -> Vec<RoomPool> {
    let locked = problem
        .sessions
        .iter()
        .filter(|session| session.locked)
        .filter_map(|session| session.published.as_ref());
    let held: std::collections::BTreeSet<u32> = locked.filter_map(|placement| placement.room).collect();
    let of_class = |class: usize| {
        (0..problem.rooms.len() as u32).filter(move |&room| problem.rooms[room as usize].class as usize == class)
    };
    let mut pools: Vec<RoomPool> = (0..problem.room_classes.len())
        .map(|class| RoomPool {
            class: class as u16,
            rooms: of_class(class).filter(|room| !held.contains(room)).collect(),
            count: problem.room_classes[class].count
                - of_class(class).filter(|room| held.contains(room)).count() as i32,
        })
        .collect();
    pools.extend(held.iter().filter_map(|&room| {
        let class = problem.rooms.get(room as usize)?.class;
        Some(RoomPool {
            class,
            rooms: vec![room],
            count: 1,
        })
    }));
    pools
}

/// What choosing this clinician costs, whatever the time.
#[inline]
pub(super) fn eligible_cents(eligible: &Eligible) -> i64 {
    eligible.continuity + eligible.preference + eligible.specialization
}

/// The smallest start at or after `from` in one of the windows, on the grid, such that `before` and `length` fit.
pub(super) fn next_start(windows: &[Interval], before: i32, length: i32, from: i32, grid: i32) -> Option<i32> {
    for &(open, close) in windows {
        let start = ceil_to(from.max(open + before), grid);
        if start + length <= close {
            return Some(start);
        }
    }
    None
}

/// The largest start at or before `until` in one of the windows, on the grid, such that `before` and `length` fit.
pub(super) fn last_start(windows: &[Interval], before: i32, length: i32, until: i32, grid: i32) -> Option<i32> {
    for &(open, close) in windows.iter().rev() {
        let start = floor_to(until.min(close - length), grid);
        if start >= open + before {
            return Some(start);
        }
    }
    None
}

#[inline]
pub(super) fn ceil_to(minute: i32, grid: i32) -> i32 {
    if grid <= 1 {
        minute
    } else {
        (minute + grid - 1).div_euclid(grid) * grid
    }
}

#[inline]
pub(super) fn floor_to(minute: i32, grid: i32) -> i32 {
    if grid <= 1 {
        minute
    } else {
        minute.div_euclid(grid) * grid
    }
}

fn floats(session: &Session) -> bool {
    session.parts.len() == 1
        && session.seats.is_none()
        && !session.locked
        && session.preferred.is_empty()
        && session
            .choices
            .iter()
            .all(|choice| choice.room_classes.is_empty() && choice.equipment.is_none() && choice.place != ANYWHERE)
}

fn start_slots(problem: &Problem, windows: &[Interval], length: i32, offset: i32, slots_per_day: usize) -> Slots {
    let mut slots = Slots::new(slots_per_day);
    for &(open, close) in windows {
        let first = ceil_to((open - offset).max(0), problem.grid) / problem.grid;
        let last = (close - length - offset).div_euclid(problem.grid);
        slots.set_range(first, (last + 1).min(slots_per_day as i32));
    }
    slots
}

fn open_slots(problem: &Problem, open: &[Interval], day: usize, slots_per_day: usize) -> Slots {
    let offset = day as i32 * problem.day_min;
    let mut slots = Slots::new(slots_per_day);
    for &(from, to) in open {
        let first = ceil_to((from - offset).max(0), problem.grid) / problem.grid;
        let last = ceil_to((to - offset).min(problem.day_min), problem.grid) / problem.grid;
        slots.set_range(first, last);
    }
    slots
}

/// Numbers duties so that those that differ in nothing but the clinician's name share a number.
fn duty_classes(problem: &Problem) -> Vec<u32> {
    let mut classes = std::collections::BTreeMap::new();
    problem
        .duties
        .iter()
        .map(|duty| {
            let clinician = crate::model::problem::Clinician {
                id: String::new(),
                ..problem.clinicians[duty.clinician as usize].clone()
            };
            let key = format!(
                "{:?}{clinician:?}",
                Duty {
                    clinician: 0,
                    ..duty.clone()
                }
            );
            let next = classes.len() as u32;
            *classes.entry(key).or_insert(next)
        })
        .collect()
}

fn is_linear(problem: &Problem, floats: &[bool]) -> bool {
    use crate::model::CostTerm as T;
    let off = [
        T::Overtime,
        T::ExtraTime,
        T::Waiting,
        T::FragmentedIdle,
        T::WorkloadBalance,
        T::MissedLunch,
        T::Recovery,
        T::LongRun,
        T::Reserve,
        T::Lateness,
        T::WorstLateness,
        T::WorstWaiting,
        T::WorstIdle,
        T::Fairness,
        T::Change,
        T::Preference,
    ];
    floats.iter().all(|&floats| floats)
        && off.iter().all(|&term| problem.prices[term] == 0)
        && problem
            .clinicians
            .iter()
            .all(|clinician| clinician.overtime_cents_min == 0)
}
