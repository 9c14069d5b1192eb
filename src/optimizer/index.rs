//! What the search looks up all the time, laid out flat once per problem.

use crate::model::problem::{ANYWHERE, Choice, Duty, Eligible, Interval, Place, Pool, Problem, Session, Travel};

use super::layout::{Clock, Layout};
use super::slots::{MAX_WORDS, SlotTable, Slots as _};

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

/// A clinician who may do a part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offer {
    pub clinician: u32,
    /// Days on which this can be, one bit each: allowed, and the clinician works.
    pub days: u32,
    /// Choices of the session in which it can be, one bit each.
    pub choices: u32,
    /// What choosing this clinician costs, whatever the time.
    pub cents: i32,
}

/// Look-up tables of the search, derived from a problem.
pub(super) struct Index {
    /// Who may do each part, cheapest first, and where the list of each part begins.
    offers: Vec<Offer>,
    first_offer: Vec<u32>,
    /// Days on which each session can start at all, one bit each.
    pub days: Vec<u32>,
    /// True if the session may float in its clinician's day, between an earliest and a latest start: one clinician,
    /// no room, no equipment, no order to keep.
    pub floats: Vec<bool>,
    /// True if the session is a visit of several clinicians that begins as early as all of them can come, and whether
    /// there is one.
    pub pulls: Vec<bool>,
    pub has_pulls: bool,
    /// Starts on the grid that the session's windows allow, per session and day.
    pub starts: SlotTable,
    /// Starts on the grid at which each patient can attend a group session, per length of those, patient and day.
    attendable: SlotTable,
    group_minutes: Vec<i32>,
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
    /// Slots in which each duty works, and whether its hours are on the grid.
    pub duty_open: SlotTable,
    pub duty_on_grid: Vec<bool>,
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
    /// True if some patient has several sessions, or sessions and seats.
    pub binds_patients: bool,
    /// Sessions of each patient.
    pub patient_sessions: Vec<Vec<u32>>,
    /// Minimums of each patient.
    pub patient_minimums: Vec<Vec<u32>>,
    /// Patients that must share a group session with each patient, and that must not.
    pub together: Vec<Vec<u32>>,
    pub apart: Vec<Vec<u32>>,
    /// Group sessions.
    pub groups: Vec<u32>,
    /// Minutes of travel by where it ends, then by where it starts; empty if the way back is as long as the way.
    minutes_by_end: Vec<i32>,
    /// Slots in a day.
    pub slots_per_day: usize,
    num_days: usize,
    num_patients: usize,
    /// Duties with the same class are interchangeable while they are empty.
    pub duty_class: Vec<u32>,
    /// True if patients count toward a caseload cap for at least one clinician.
    pub has_caseload: bool,
    /// True if travel and mileage are the only costs of a clinician-day, and nothing else depends on start times.
    pub linear: bool,
}

impl Index {
    pub fn new(layout: &Layout<'_>) -> Self {
        let problem = layout.problem;
        let num_sessions = problem.sessions.len();
        let (offers, first_offer) = offers(layout);
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
        let visits = problem.sessions.iter().enumerate().map(|(idx, session)| {
            let bound = layout.exact || !before[idx].is_empty() || !after[idx].is_empty();
            let is_visit = !bound && is_free_visit(problem, session);
            (
                is_visit && session.parts.len() == 1,
                is_visit && session.parts.len() > 1,
            )
        });
        let (floats, pulls): (Vec<bool>, Vec<bool>) = visits.unzip();

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
        let clock = layout.clock;
        let slots_per_day = if uses_slots { clock.slots as usize } else { 0 };
        let (mut starts, mut wished) = (SlotTable::new(slots_per_day), SlotTable::new(slots_per_day));
        if uses_slots {
            for session in &problem.sessions {
                for day in 0..problem.num_days {
                    starts.push(&start_slots(clock, &session.windows, session.minutes, day));
                    wished.push(&start_slots(clock, &session.preferred, 1, day));
                }
            }
        }
        let group_minutes = group_minutes(problem);
        let mut attendable = SlotTable::new(slots_per_day);
        for &minutes in group_minutes.iter().filter(|_| uses_slots) {
            for patient in &problem.patients {
                for day in 0..problem.num_days {
                    attendable.push(&start_slots(clock, &patient.windows, minutes, day));
                }
            }
        }
        let room_pools = room_pools(layout);
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
                    table.push(&open_slots(clock, open, day)[..slots_per_day.div_ceil(64)]);
                }
            }
            table
        };
        Self {
            // Where all is exact, questions are few: to compare the duties would take longer than to ask them all.
            duty_class: match layout.exact {
                true => (0..problem.duties.len() as u32).collect(),
                false => duty_classes(problem),
            },
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
            offers,
            first_offer,
            days: session_days(problem),
            duty_open: duty_open(layout, slots_per_day),
            duty_on_grid: problem
                .duties
                .iter()
                .map(|duty| uses_slots && clock.slots <= MAX_WORDS as i32 * 64 && is_on_grid(clock, duty))
                .collect(),
            binds_patients: (0..num_patients)
                .any(|patient| patient_sessions[patient].len() + patient_seat_orders[patient].len() > 1),
            has_pulls: pulls.contains(&true),
            floats,
            pulls,
            starts,
            attendable,
            group_minutes,
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
            minutes_by_end: minutes_by_end(&problem.travel),
            slots_per_day,
            num_days: problem.num_days,
            num_patients,
        }
    }

    /// True if the session must come before or after another one.
    #[inline]
    pub fn has_order(&self, session: usize) -> bool {
        !self.before[session].is_empty() || !self.after[session].is_empty()
    }

    /// Minutes from each place to this one.
    #[inline]
    pub fn ways_to<'a>(&'a self, travel: &'a Travel, place: Place) -> &'a [i32] {
        let minutes = if self.minutes_by_end.is_empty() {
            &travel.minutes
        } else {
            &self.minutes_by_end
        };
        &minutes[place as usize * travel.num_places..(place as usize + 1) * travel.num_places]
    }

    /// Who may do a part, cheapest first.
    #[inline]
    pub fn offers(&self, part: usize) -> &[Offer] {
        &self.offers[self.first_offer[part] as usize..self.first_offer[part + 1] as usize]
    }

    #[inline]
    pub fn starts(&self, session: usize, day: usize) -> &[u64] {
        self.starts.row(session * self.num_days + day)
    }

    /// The starts at which a patient can attend a group session of so many minutes.
    #[inline]
    pub fn attendable(&self, patient: usize, minutes: i32, day: usize) -> &[u64] {
        let length = self.group_minutes.partition_point(|&shorter| shorter < minutes);
        self.attendable
            .row((length * self.num_patients + patient) * self.num_days + day)
    }

    /// Takes out the starts at which a session of this length would run past opening hours that end within a slot.
    pub fn close(&self, clock: Clock, open: &[Interval], minutes: i32, day: usize, starts: &mut [u64]) {
        if !self.hours_on_grid {
            starts.intersect(&start_slots(clock, open, minutes, day));
        }
    }

    /// The class of a room pool; `None` for `u16::MAX`, no room.
    pub fn class_of(&self, pool: u16) -> Option<u16> {
        self.room_pools.get(pool as usize).map(|pool| pool.class)
    }

    #[inline]
    pub fn wished(&self, session: usize, day: usize) -> &[u64] {
        self.wished.row(session * self.num_days + day)
    }
}

fn duty_open(layout: &Layout<'_>, slots_per_day: usize) -> SlotTable {
    let mut table = SlotTable::new(slots_per_day);
    for duty in &layout.problem.duties {
        table.push(&open_slots(layout.clock, &duty.windows, duty.day as usize)[..slots_per_day.div_ceil(64)]);
    }
    table
}

fn is_on_grid(clock: Clock, duty: &Duty) -> bool {
    let offset = clock.base(duty.day as usize);
    let until = clock.minute(duty.day as usize, clock.slots);
    let on_grid = |minute: i32| (minute - offset) % clock.grid == 0 && minute <= until;
    duty.windows.iter().all(|&(from, to)| on_grid(from) && on_grid(to))
}

fn hours_on_grid(problem: &Problem) -> bool {
    let mut pools = problem.room_classes.iter().chain(&problem.equipment);
    pools.all(|pool| pool.open.iter().all(|&(_, to)| to.rem_euclid(problem.grid.max(1)) == 0))
}

/// One pool for each class, without the rooms that hold a locked session, then one for each of those. Where all is
/// exact, every room is a pool.
fn room_pools(layout: &Layout<'_>) -> Vec<RoomPool> {
    let problem = layout.problem;
    let locked = problem
        .sessions
        .iter()
        .filter(|session| session.locked)
        .filter_map(|session| session.published.as_ref());
    let held: std::collections::BTreeSet<u32> = match layout.exact {
        true => (0..problem.rooms.len() as u32).collect(),
        false => locked.filter_map(|placement| placement.room).collect(),
    };
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

fn offers(layout: &Layout<'_>) -> (Vec<Offer>, Vec<u32>) {
    let problem = layout.problem;
    let works: Vec<u32> = (0..problem.clinicians.len() as u32)
        .map(|clinician| {
            let days = (0..problem.num_days).filter(|&day| layout.duty_of(clinician, day).is_some());
            days.fold(0, |bits, day| bits | 1 << day)
        })
        .collect();
    let (mut offers, mut first) = (Vec::new(), vec![0]);
    for part in problem.sessions.iter().flat_map(|session| &session.parts) {
        let from = offers.len();
        offers.extend(part.eligible.iter().map(|eligible| Offer {
            clinician: eligible.clinician,
            days: eligible.days & works[eligible.clinician as usize],
            choices: eligible.choices,
            cents: i32::try_from(eligible_cents(eligible)).unwrap_or(i32::MAX),
        }));
        offers[from..].sort_by_key(|offer| (offer.cents, offer.clinician));
        first.push(offers.len() as u32);
    }
    (offers, first)
}

/// How long group sessions are, ascending.
fn group_minutes(problem: &Problem) -> Vec<i32> {
    let groups = problem.sessions.iter().filter(|session| session.seats.is_some());
    let minutes: std::collections::BTreeSet<i32> = groups.map(|session| session.minutes).collect();
    minutes.into_iter().collect()
}

fn minutes_by_end(travel: &Travel) -> Vec<i32> {
    let places = travel.num_places;
    let by_end = (0..places).flat_map(|to| (0..places).map(move |from| travel.minutes[from * places + to]));
    if by_end.clone().eq(travel.minutes.iter().copied()) {
        return Vec::new();
    }
    by_end.collect()
}

/// Days on which each session can start, one bit each.
fn session_days(problem: &Problem) -> Vec<u32> {
    let starts_on = |session: &Session, day: usize| {
        let from = day as i32 * problem.day_min;
        let window = |&(open, close): &Interval| open < from + problem.day_min && from <= close - session.minutes;
        session.windows.iter().any(window)
    };
    let days_of = |session: &Session| {
        let days = (0..problem.num_days).filter(|&day| starts_on(session, day));
        days.fold(0, |bits, day| bits | 1 << day)
    };
    problem.sessions.iter().map(days_of).collect()
}

/// True for a visit of which nothing but its clinicians' ways there decides when it begins.
fn is_free_visit(problem: &Problem, session: &Session) -> bool {
    let is_visit = |choice: &Choice| {
        let bound = !choice.room_classes.is_empty() || choice.equipment.is_some() || choice.place == ANYWHERE;
        let mut starts = problem.duties.iter().map(|duty| duty.start_place);
        !bound && starts.any(|start| problem.travel.minutes(start, choice.place) > 0)
    };
    session.seats.is_none() && !session.locked && session.preferred.is_empty() && session.choices.iter().all(is_visit)
}

/// The slots of a day at which something so long can start in one of the windows.
fn start_slots(clock: Clock, windows: &[Interval], length: i32, day: usize) -> Vec<u64> {
    let mut slots = vec![0; (clock.slots as usize).div_ceil(64)];
    for &(open, close) in windows {
        let last = clock.slot(day, close - length);
        slots.set_range(clock.slot_after(day, open), (last + 1).min(clock.slots));
    }
    slots
}

/// The slots of a day that are at least partly open.
fn open_slots(clock: Clock, open: &[Interval], day: usize) -> Vec<u64> {
    let mut slots = vec![0; (clock.slots as usize).div_ceil(64)];
    for &(from, to) in open {
        slots.set_range(clock.slot_after(day, from), clock.slot_after(day, to).min(clock.slots));
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
        T::AcuityBalance,
        T::MissedLunch,
        T::Recovery,
        T::ShortBreak,
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
    let hours =
        |duty: &Duty| duty.windows.last().map_or(0, |last| last.1) - duty.windows.first().map_or(0, |first| first.0);
    let no_limits = problem.rules.rest_min == 0
        && problem.rules.max_days_in_row == 0
        && problem.duties.iter().all(|duty| duty.max_work_min >= hours(duty))
        && problem.clinicians.iter().all(|clinician| {
            clinician.overtime_cents_min == 0
                && clinician.max_week_min == i32::MAX
                && clinician.points_week_cap == i32::MAX
        });
    no_limits && floats.iter().all(|&floats| floats) && off.iter().all(|&term| problem.prices[term] == 0)
}
