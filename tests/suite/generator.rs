//! Random small problems and plans, each from one seed: the same seed gives the same problem everywhere.
//!
//! A problem holds a random part of what the model knows: travel, rooms, equipment, groups, shifts past midnight,
//! joint sessions, budgets, spacing, order, limits, lunch, locks, a published plan. What is locked was published
//! without breaking a rule, so a plan that breaks none always exists.

use rosterwell::model::clinic::Overtime;
use rosterwell::model::problem::{
    ANYWHERE, Assigned, Budget, Choice, Clinician, Draw, Duty, GroupPair, Interval, Lunch, Patient, Placement, Pool,
    Precedence, Problem, Room, Rules, SeatOrder, Seats, Session, Spacing, Travel, WeeklyMinimum,
};
use rosterwell::model::{CostTerm, Costs, Plan, check};
use rosterwell::rng::Rng;

use crate::builders;

/// How large a problem may get.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) days: i32,
    pub(crate) clinicians: i32,
    pub(crate) patients: i32,
    pub(crate) sessions: i32,
}

/// A handful of sessions.
pub(crate) const TINY: Size = Size {
    days: 2,
    clinicians: 2,
    patients: 3,
    sessions: 5,
};

/// A small clinic's week or two.
pub(crate) const SMALL: Size = Size {
    days: 10,
    clinicians: 5,
    patients: 8,
    sessions: 40,
};

struct Draft {
    rng: Rng,
    size: Size,
    problem: Problem,
}

/// The problem of a seed.
pub(crate) fn problem(seed: u64, size: Size) -> Problem {
    let mut draft = Draft {
        rng: Rng::stream(seed, "problem", 0),
        size,
        problem: Problem::default(),
    };
    draft.calendar();
    draft.places();
    draft.people();
    draft.things();
    draft.sessions();
    draft.seats();
    draft.relations();
    draft.budgets();
    draft.breaks(seed);
    draft.published(seed);
    draft.problem
}

/// A plan of mostly sensible placements that may break any rule but is never malformed.
pub(crate) fn faulty_plan(seed: u64, problem: &Problem) -> Plan {
    let mut rng = Rng::stream(seed, "faulty plan", 0);
    let mut plan = Plan::empty(problem);
    for (idx, session) in problem.sessions.iter().enumerate() {
        if rng.chance(0.8) {
            plan.placements[idx] = random_placement(&mut rng, problem, session);
        }
    }
    for (order, seats) in problem.seat_orders.iter().zip(&mut plan.seats) {
        seats.extend(order.options.iter().filter(|_| rng.chance(0.5)));
    }
    plan
}

/// A plan with anything in it: indices that do not exist, starts at both ends of the number line.
pub(crate) fn garbage_plan(seed: u64, problem: &Problem) -> Plan {
    let mut rng = Rng::stream(seed, "garbage plan", 0);
    let mut plan = faulty_plan(seed, problem);
    let starts = [
        i32::MIN,
        i32::MIN + 1,
        -1,
        0,
        1440 * 32,
        1440 * 65536,
        i32::MAX - 1,
        i32::MAX,
    ];
    for placement in plan.placements.iter_mut().flatten() {
        match rng.below(10) {
            0 => placement.start = *rng.pick(&starts).unwrap(),
            1 => placement.choice = rng.below(256) as u8,
            2 => placement.room = Some(rng.bits() as u32),
            3 => placement.parts.clear(),
            4 => placement.parts.push(Assigned {
                clinician: rng.bits() as u32,
                start: rng.bits() as i32,
            }),
            5 => placement.parts.iter_mut().for_each(|part| part.clinician = u32::MAX),
            6 => placement.parts.iter_mut().for_each(|part| part.start = i32::MAX),
            7 => {
                placement.start = *rng.pick(&starts).unwrap();
                placement.parts.iter_mut().for_each(|part| part.start = placement.start);
            }
            _ => {}
        }
    }
    for seats in &mut plan.seats {
        if rng.chance(0.3) {
            seats.push(rng.bits() as u32);
            seats.extend_from_within(..);
        }
    }
    let keep = rng.below(plan.placements.len() + 3);
    plan.placements.resize(keep, None);
    let keep = rng.below(plan.seats.len() + 3);
    plan.seats.resize(keep, vec![0]);
    plan
}

/// A plan that breaks no rule, made by placing at random and keeping what the checker accepts.
pub(crate) fn sound_plan(seed: u64, problem: &Problem) -> Plan {
    let mut rng = Rng::stream(seed, "sound plan", 0);
    let mut plan = Plan::empty(problem);
    for (idx, session) in problem.sessions.iter().enumerate() {
        for _ in 0..8 {
            plan.placements[idx] = random_placement(&mut rng, problem, session);
            if check(problem, &plan).is_empty() {
                break;
            }
            plan.placements[idx] = None;
        }
    }
    for order in 0..problem.seat_orders.len() {
        for &session in &problem.seat_orders[order].options {
            plan.seats[order].push(session);
            if !check(problem, &plan).is_empty() {
                plan.seats[order].pop();
            }
        }
    }
    plan
}

fn random_placement(rng: &mut Rng, problem: &Problem, session: &Session) -> Option<Placement> {
    let choice = rng.below(session.choices.len());
    let class = rng.pick(&session.choices[choice].room_classes).copied();
    let rooms: Vec<u32> = (0..problem.rooms.len() as u32)
        .filter(|&room| Some(problem.rooms[room as usize].class) == class)
        .collect();
    let &(from, to) = rng.pick(&session.windows)?;
    let grid = problem.grid;
    let start = (rng.between(from, (to - session.minutes).max(from)) + grid - 1) / grid * grid;
    let parts = session.parts.iter().map(|part| {
        let clinician = rng.pick(&part.eligible).map(|entry| entry.clinician);
        let start = start + rng.between(part.offset.0, part.offset.1);
        clinician.map(|clinician| Assigned { clinician, start })
    });
    Some(Placement {
        start,
        choice: choice as u8,
        parts: parts.collect::<Option<_>>()?,
        room: rng.pick(&rooms).copied(),
    })
}

impl Draft {
    fn maybe<T>(&mut self, p: f64, make: impl FnOnce(&mut Rng) -> T) -> Option<T> {
        self.rng.chance(p).then(|| make(&mut self.rng))
    }

    fn calendar(&mut self) {
        let rng = &mut self.rng;
        self.problem.start = Some("2026-11-23".parse().unwrap());
        self.problem.num_days = rng.between(1, self.size.days) as usize;
        self.problem.day_min = 1440;
        self.problem.grid = *rng.pick(&[5, 10, 15, 30]).unwrap();
        let mut prices = Costs::default();
        let terms = CostTerm::ALL.iter().filter(|term| **term != CostTerm::ShortBreak);
        for &term in terms {
            prices[term] = match rng.below(4) {
                0 => 0,
                _ => term.default_price().0,
            };
        }
        self.problem.prices = prices;
        self.problem.rules = Rules {
            rest_min: if rng.chance(0.5) { rng.between(0, 840) } else { 0 },
            max_days_in_row: if rng.chance(0.3) { rng.between(1, 6) } else { 0 },
            max_run_min: if rng.chance(0.5) { rng.between(60, 300) } else { 0 },
            break_min: rng.between(5, 30),
            shortest_session_min: rng.between(10, 45),
            day_limits_min: if rng.chance(0.3) {
                (0..self.problem.num_days).map(|_| rng.between(0, 1500)).collect()
            } else {
                Vec::new()
            },
            evening_from: 1020,
            late_at_end: rng.chance(0.5),
        };
    }

    /// Whether breaks are wanted, from a stream of its own: problems stay what they are without them.
    fn breaks(&mut self, seed: u64) {
        if Rng::stream(seed, "breaks", 0).chance(0.5) {
            self.problem.prices[CostTerm::ShortBreak] = CostTerm::ShortBreak.default_price().0;
        }
    }

    /// Places on a plane with ways as long as straight lines, rounded up, so that no detour is shorter.
    fn places(&mut self) {
        let num_places = self.rng.between(1, 6) as usize;
        let points: Vec<(f64, f64)> = (0..num_places)
            .map(|_| (self.rng.unit() * 40.0, self.rng.unit() * 30.0))
            .collect();
        let way = |a: (f64, f64), b: (f64, f64)| libm::ceil(libm::hypot(a.0 - b.0, a.1 - b.1)) as i32;
        let minutes: Vec<i32> = points
            .iter()
            .flat_map(|&a| points.iter().map(move |&b| way(a, b)))
            .collect();
        self.problem.travel = Travel {
            num_places,
            distance: minutes.iter().map(|minutes| minutes * 5).collect(),
            minutes,
            estimated: true,
        };
    }

    fn place(&mut self) -> u16 {
        self.rng.below(self.problem.travel.num_places) as u16
    }

    /// One or two windows a day, on most days.
    fn windows(&mut self, earliest: i32, latest: i32) -> Vec<Interval> {
        let mut windows = Vec::new();
        for day in 0..self.problem.num_days as i32 {
            if self.rng.chance(0.85) {
                windows.extend(self.windows_on(day, earliest, latest));
            }
        }
        windows
    }

    fn windows_on(&mut self, day: i32, earliest: i32, latest: i32) -> Vec<Interval> {
        let rng = &mut self.rng;
        let from = day * 1440 + rng.between(earliest, earliest + 180) / 5 * 5;
        let to = day * 1440 + rng.between(latest - 180, latest) / 5 * 5;
        if rng.chance(0.3) {
            let noon = (from + to) / 2;
            vec![(from, noon - 30), (noon + rng.between(0, 30), to)]
        } else {
            vec![(from, to)]
        }
    }

    fn people(&mut self) {
        let num_weeks = self.problem.num_days.div_ceil(7);
        for who in 0..self.rng.between(1, self.size.clinicians) as u32 {
            let clinician = Clinician {
                max_week_min: self.rng.between(300, 3000),
                overtime: *self
                    .rng
                    .pick(&[Overtime::None, Overtime::Weekly40, Overtime::EightEighty])
                    .unwrap(),
                overtime_cents_min: i64::from(self.rng.between(0, 120)),
                target_week_min: self.rng.between(0, 1800),
                target_acuity: self.rng.between(0, 20),
                points_week_cap: self.maybe(0.2, |rng| rng.between(10, 200)).unwrap_or(i32::MAX),
                caseload_cap: self.maybe(0.2, |rng| rng.between(1, 5)).unwrap_or(i32::MAX),
                worked_before: (0..num_weeks).map(|_| 60 * self.rng.between(0, 3)).collect(),
                ..builders::clinician(&format!("c{who}"))
            };
            self.problem.clinicians.push(clinician);
            let (home, works_nights) = (self.place(), self.rng.chance(0.2));
            for day in 0..self.problem.num_days as u16 {
                if self.rng.chance(0.8) {
                    let duty = self.duty(who, day, home, works_nights);
                    self.problem.duties.push(duty);
                }
            }
        }
        for idx in 0..self.rng.between(1, self.size.patients) {
            let windows = self.windows(420, 1200);
            self.problem.patients.push(Patient {
                id: format!("p{idx}"),
                windows,
            });
        }
    }

    fn duty(&mut self, clinician: u32, day: u16, home: u16, works_nights: bool) -> Duty {
        let midnight = i32::from(day) * 1440;
        let windows = match works_nights {
            true => vec![(midnight + 480, midnight + 1440 + 480)],
            false => self.windows_on(i32::from(day), 420, 1080),
        };
        let end_place = if self.rng.chance(0.8) { home } else { self.place() };
        let rng = &mut self.rng;
        let regular = (midnight + rng.between(420, 540), midnight + rng.between(960, 1080));
        let from = midnight + rng.between(660, 720);
        Duty {
            week: day / 7,
            windows,
            regular,
            start_place: home,
            end_place,
            commute_paid: rng.chance(0.5),
            max_work_min: rng.between(120, 720),
            points_cap: if rng.chance(0.2) { rng.between(5, 60) } else { i32::MAX },
            lunch: rng.chance(0.5).then(|| Lunch {
                from,
                to: from + rng.between(20, 150),
                minutes: rng.between(15, 45),
                counts_unused: rng.chance(0.2),
            }),
            preferred: match rng.chance(0.2) {
                true => vec![(midnight + 480, midnight + 720)],
                false => Vec::new(),
            },
            burden: rng.chance(0.2),
            ..builders::duty(clinician, day)
        }
    }

    fn things(&mut self) {
        for class in 0..self.rng.between(1, 3) as u16 {
            let (place, count) = (self.place(), self.rng.between(1, 2));
            for _ in 0..count {
                self.problem.rooms.push(Room {
                    id: format!("r{}", self.problem.rooms.len()),
                    class,
                    place,
                });
            }
            let open = self.windows(420, 1200);
            self.problem.room_classes.push(Pool {
                name: format!("class-{class}"),
                count,
                open,
            });
        }
        for idx in 0..self.rng.between(0, 2) {
            let open = self.windows(420, 1200);
            self.problem.equipment.push(Pool {
                name: format!("e{idx}"),
                count: self.rng.between(1, 2),
                open,
            });
        }
    }

    fn choice(&mut self) -> Choice {
        let mut choice = match self.rng.below(4) {
            0 => builders::by_video(),
            1 => builders::at_home(self.place()),
            _ => self.in_room(),
        };
        choice.second_choice = 100 * i64::from(self.rng.between(0, 3));
        choice
    }

    /// A room of the classes at one place.
    fn in_room(&mut self) -> Choice {
        let classes = self.problem.room_classes.len();
        let first = self.rng.below(classes) as u16;
        let place_of = |class: u16| {
            let room = self.problem.rooms.iter().find(|room| room.class == class);
            room.map_or(ANYWHERE, |room| room.place)
        };
        let place = place_of(first);
        let mut room_classes = vec![first];
        room_classes.extend((0..classes as u16).filter(|&class| class != first && place_of(class) == place));
        let num_equipment = self.problem.equipment.len();
        Choice {
            place,
            room_classes,
            equipment: self
                .maybe(0.2, |rng| rng.below(num_equipment) as u16)
                .filter(|_| num_equipment > 0),
            second_room: 100,
            ..builders::in_office()
        }
    }

    /// Choices of different modalities.
    fn choices(&mut self) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::new();
        for _ in 0..self.rng.between(1, 3) {
            let choice = self.choice();
            if choices.iter().all(|other| other.modality != choice.modality) {
                choices.push(choice);
            }
        }
        choices
    }

    fn sessions(&mut self) {
        for idx in 0..self.rng.between(1, self.size.sessions) {
            let session = self.session(&format!("s{idx}"));
            self.problem.sessions.push(session);
        }
    }

    fn session(&mut self, key: &str) -> Session {
        let mut session = match self.rng.below(10) {
            0 => return self.shift(key),
            1 | 2 => self.group(key),
            _ => self.with_patient(key),
        };
        let rng = &mut self.rng;
        session.minutes = 5 * rng.between(3, 18);
        let num_parts = if rng.chance(0.15) { 2 } else { 1 };
        let length = session.minutes;
        session.parts.clear();
        for part in 0..num_parts {
            let mut part = self.part(length, part > 0);
            part.eligible.iter_mut().for_each(|entry| {
                entry.choices = if self.rng.chance(0.9) { u32::MAX } else { 0b101 };
            });
            session.parts.push(part);
        }
        let rng = &mut self.rng;
        session.acuity = rng.between(0, 4);
        session.unplaced_cents *= i64::from(rng.between(1, 5));
        session.mandated = rng.chance(0.3);
        session.counts_to_minimum = rng.chance(0.4);
        let due = rng.between(0, self.problem.num_days as i32 * 1440);
        if rng.chance(0.3) {
            session.due = vec![(0, due)];
        }
        if rng.chance(0.3) {
            session.preferred = builders::daily(self.problem.num_days as i32, 600, 780);
        }
        session
    }

    fn part(&mut self, session_min: i32, is_second: bool) -> rosterwell::model::problem::Part {
        let rng = &mut self.rng;
        let mut part = builders::part(session_min, self.problem.clinicians.len() as u32);
        part.before = *rng.pick(&[0, 0, 0, 5, 10]).unwrap();
        part.after = *rng.pick(&[0, 0, 5, 10]).unwrap();
        part.points = rng.between(0, 20);
        part.recovery = *rng.pick(&[0, 0, 15]).unwrap();
        if is_second {
            part.minutes = 5 * rng.between(2, session_min / 5);
            let earliest = 5 * rng.between(0, 4);
            part.offset = *rng.pick(&[(0, 0), (0, 15), (earliest, earliest + 10)]).unwrap();
        }
        part.eligible.retain(|_| rng.chance(0.8));
        for entry in &mut part.eligible {
            entry.days = if rng.chance(0.9) { u32::MAX } else { 0b1_1010_0110_1101 };
            entry.continuity = 500 * i64::from(rng.between(0, 2));
            entry.preference = 500 * i64::from(rng.between(0, 1));
            entry.specialization = 600 * i64::from(rng.between(0, 1));
        }
        part
    }

    fn with_patient(&mut self, key: &str) -> Session {
        let patient = self.rng.below(self.problem.patients.len());
        let rng = &mut self.rng;
        let thread = rng.chance(0.7).then_some(patient as u32);
        Session {
            windows: self.problem.patients[patient].windows.clone(),
            choices: self.choices(),
            thread,
            ..builders::hour(key, patient as u32)
        }
    }

    fn group(&mut self, key: &str) -> Session {
        let min = self.rng.between(0, 3);
        let target = min + self.rng.between(0, 2);
        let choice = self.in_room();
        Session {
            windows: self.windows(420, 1200),
            choices: vec![choice],
            seats: Some(Seats {
                min,
                target,
                max: target + 1,
            }),
            ..builders::group(key)
        }
    }

    /// Cover from a fixed minute on; half of it runs past midnight.
    fn shift(&mut self, key: &str) -> Session {
        let place = self.place();
        let day = self.rng.below(self.problem.num_days) as i32;
        let (clock, minutes) = *self.rng.pick(&[(420, 480), (1320, 540), (1200, 480)]).unwrap();
        let start = day * 1440 + clock;
        let mut part = builders::part(minutes, self.problem.clinicians.len() as u32);
        part.eligible.retain(|_| self.rng.chance(0.8));
        Session {
            windows: vec![(start, start + minutes)],
            choices: vec![builders::at_home(place)],
            parts: vec![part],
            ..builders::shift(key, minutes)
        }
    }

    fn seats(&mut self) {
        let groups: Vec<u32> = (0..self.problem.sessions.len() as u32)
            .filter(|&idx| self.problem.sessions[idx as usize].seats.is_some())
            .collect();
        for patient in 0..self.problem.patients.len() as u32 {
            let mut options = groups.clone();
            options.retain(|_| self.rng.chance(0.7));
            if options.is_empty() {
                continue;
            }
            let order = SeatOrder {
                count: self.rng.between(1, options.len() as i32),
                min_days: self.rng.between(0, 2),
                counts_to_minimum: self.rng.chance(0.5),
                empty_cents: 10_000 * i64::from(self.rng.between(1, 9)),
                ..builders::seat_order(patient, &options)
            };
            self.problem.seat_orders.push(order);
        }
    }

    fn relations(&mut self) {
        let sessions = self.problem.sessions.len();
        let patients = self.problem.patients.len();
        for _ in 0..self.rng.between(0, 4) {
            let (a, b) = (self.rng.below(sessions) as u32, self.rng.below(sessions) as u32);
            // From a lower to a higher index, so that no circle can arise.
            let (a, b) = (a.min(b), a.max(b));
            if a == b {
                continue;
            }
            if self.rng.chance(0.5) {
                let min_days = self.rng.between(1, 3);
                self.problem.spacings.push(Spacing { a, b, min_days });
            } else {
                self.problem.precedences.push(Precedence { first: a, second: b });
            }
        }
        for _ in 0..self.rng.between(0, 2) {
            let (a, b) = (self.rng.below(patients) as u32, self.rng.below(patients) as u32);
            let is_new = self
                .problem
                .pairs
                .iter()
                .all(|pair| (pair.a, pair.b) != (a, b) && (pair.b, pair.a) != (a, b));
            if a != b && is_new {
                let together = self.rng.chance(0.5);
                self.problem.pairs.push(GroupPair { a, b, together });
            }
        }
        for patient in 0..patients as u32 {
            if self.rng.chance(0.4) {
                self.problem.minimums.push(WeeklyMinimum {
                    patient,
                    from_day: 0,
                    to_day: self.problem.num_days.min(7) as u16,
                    minutes: 30 * self.rng.between(1, 10),
                });
            }
        }
    }

    fn budgets(&mut self) {
        for idx in 0..self.rng.between(0, 3) as u32 {
            let per_day = self.rng.chance(0.3);
            let days = self.maybe(0.3, |rng| rng.bits() as u32).unwrap_or(u32::MAX);
            self.problem.budgets.push(Budget {
                days,
                id: format!("a{idx}"),
                ..builders::budget(self.rng.between(0, 6), per_day)
            });
            let patient = self.rng.below(self.problem.patients.len()) as u32;
            let units = if per_day { 1 } else { self.rng.between(1, 4) };
            let draw = Draw { budget: idx, units };
            for session in &mut self.problem.sessions {
                if session.patient == Some(patient) && self.rng.chance(0.8) {
                    session.draws.push(draw);
                }
            }
            for order in &mut self.problem.seat_orders {
                if order.patient == patient {
                    order.draws.push(draw);
                }
            }
        }
    }

    /// A published plan with faults, or a sound one of which some sessions are locked.
    fn published(&mut self, seed: u64) {
        if self.rng.chance(0.3) {
            return;
        }
        let is_sound = self.rng.chance(0.5);
        let plan = match is_sound {
            true => sound_plan(seed, &self.problem),
            false => faulty_plan(seed, &self.problem),
        };
        for (session, placement) in self.problem.sessions.iter_mut().zip(plan.placements) {
            session.published = placement;
            session.locked = is_sound && session.published.is_some() && self.rng.chance(0.3);
        }
        for (order, seats) in self.problem.seat_orders.iter_mut().zip(plan.seats) {
            order.published = seats;
        }
        // Without the free sessions around them, locked ones can be too far from each other.
        if !check(&self.problem, &locked_plan(&self.problem)).is_empty() {
            self.problem
                .sessions
                .iter_mut()
                .for_each(|session| session.locked = false);
        }
    }
}

/// The plan that holds the locked sessions and nothing else.
pub(crate) fn locked_plan(problem: &Problem) -> Plan {
    let mut plan = Plan::empty(problem);
    for (placement, session) in plan.placements.iter_mut().zip(&problem.sessions) {
        *placement = session.published.clone().filter(|_| session.locked);
    }
    plan
}
