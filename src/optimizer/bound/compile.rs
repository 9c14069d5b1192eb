//! From a problem to its relaxation.

use std::collections::BTreeMap;

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Choice, Interval, Place, Problem, Session};

use super::super::index::eligible_cents;
use super::super::span::{lateness, within};
use super::courses;
use super::limits::Limits;
use super::lines::Lines;
use super::prices::{Kind, parts};
use super::profile::{Entry, Profile};
use super::relaxation::{Group, Item, Order, Relaxation, Seat, Way};
use super::times::{Borders, allows, start_intervals};

/// The relaxation with cells of so many minutes; `None` if it would have more than `most` columns.
pub(super) fn compile(problem: &Problem, cell_min: i32, most: usize) -> Option<Relaxation> {
    let mut compiler = Compiler::new(problem, cell_min);
    let mut size = 0;
    for idx in 0..problem.sessions.len() {
        size += compiler.item(idx);
        if size > most {
            return None;
        }
    }
    compiler.finish_profiles();
    let columns: usize = compiler.relaxation.profiles.iter().map(Profile::num_columns).sum();
    if size + columns > most {
        return None;
    }
    compiler.place_starts();
    compiler.seats();
    courses::add(problem, &mut compiler.relaxation);
    Some(compiler.relaxation)
}

struct Compiler<'p> {
    problem: &'p Problem,
    relaxation: Relaxation,
    limits: Limits,
    /// Line of each duty, room class and kind of equipment.
    duty_lines: Vec<u32>,
    room_lines: Vec<u32>,
    equipment_lines: Vec<u32>,
    /// Shortest way to each place.
    shortest_way: Vec<i32>,
    known: BTreeMap<Vec<Entry>, u32>,
    /// Price of each weekly minimum.
    minimum_prices: Vec<u32>,
    in_seats: Vec<bool>,
}

impl<'p> Compiler<'p> {
    fn new(problem: &'p Problem, cell_min: i32) -> Self {
        let mut relaxation = Relaxation {
            lines: Lines::new(cell_min),
            num_days: problem.num_days,
            day_min: problem.day_min,
            ..Relaxation::default()
        };
        let Relaxation { prices, lines, .. } = &mut relaxation;
        let travels = problem.travel.minutes.iter().any(|&minutes| minutes > 0);
        let duties = problem.duties.iter();
        let duty_lines = duties
            .map(|duty| lines.add(prices, &duty.windows, 1, travels))
            .collect();
        let count = |class: usize| {
            let named = problem.rooms.iter().filter(|room| room.class as usize == class).count() as i64;
            named.max(i64::from(problem.room_classes[class].count))
        };
        let classes = problem.room_classes.iter().enumerate();
        let room_lines = classes
            .map(|(class, pool)| lines.add(prices, &pool.open, count(class), false))
            .collect();
        let equipment = problem.equipment.iter();
        let equipment_lines = equipment
            .map(|pool| lines.add(prices, &pool.open, i64::from(pool.count).max(0), false))
            .collect();
        let limits = Limits::new(problem, prices);
        let minimum_price = problem.prices[CostTerm::WeeklyMinimum];
        let minimums = problem.minimums.iter();
        let minimum_prices = minimums
            .map(|minimum| {
                prices.add(
                    Kind::LevelOne,
                    -i64::from(minimum.minutes),
                    60 * i64::from(minimum.minutes.max(60)),
                    minimum_price,
                )
            })
            .collect();
        let mut in_seats = vec![false; problem.sessions.len()];
        for order in &problem.seat_orders {
            order
                .options
                .iter()
                .for_each(|&option| in_seats[option as usize] = true);
        }
        Self {
            problem,
            limits,
            duty_lines,
            room_lines,
            equipment_lines,
            shortest_way: shortest_ways(problem),
            known: BTreeMap::new(),
            minimum_prices,
            in_seats,
            relaxation,
        }
    }

    /// Adds a session; gives how many starts it has in all.
    fn item(&mut self, idx: usize) -> usize {
        let session = &self.problem.sessions[idx];
        let mut item = Item {
            unplaced: parts(session.unplaced_cents),
            is_forced: session.locked && session.published.is_some(),
            ..Item::default()
        };
        if !session.locked {
            let intervals = start_intervals(self.problem, session);
            for segment in self.segments(idx) {
                for choice in 0..session.choices.len() {
                    item.ways.extend(self.ways(idx, choice, &intervals, segment));
                }
            }
        } else if let Some(was) = &session.published {
            let here = vec![(was.start, was.start)];
            for segment in self.segments(idx) {
                item.ways
                    .extend(self.way(idx, was.choice as usize, &here, segment, Was::Exactly));
            }
        }
        let size = item
            .ways
            .iter()
            .map(|way| way.starts.len() * way.bound.len().max(1))
            .sum::<usize>();
        self.relaxation.items.push(item);
        size
    }

    /// Stretches of days, first and last, in which the session counts toward the same weekly minimums.
    fn segments(&self, idx: usize) -> Vec<(usize, usize)> {
        let mut borders = vec![0, self.problem.num_days];
        for minimum in &self.problem.minimums {
            if self.counts(idx, minimum.patient) {
                borders.extend([minimum.from_day as usize, minimum.to_day as usize]);
            }
        }
        borders.retain(|&day| day <= self.problem.num_days);
        borders.sort_unstable();
        borders.dedup();
        borders.windows(2).map(|pair| (pair[0], pair[1])).collect()
    }

    /// True if the session or a seat in it may count toward a minimum of the patient.
    fn counts(&self, idx: usize, patient: u32) -> bool {
        let session = &self.problem.sessions[idx];
        session.counts_to_minimum && session.patient == Some(patient) || self.in_seats[idx]
    }

    fn ways(&mut self, idx: usize, choice: usize, intervals: &[(i32, i32)], segment: (usize, usize)) -> Vec<Way> {
        let session = &self.problem.sessions[idx];
        let mut ways: Vec<Way> = self
            .way(idx, choice, intervals, segment, Was::Elsewhere)
            .into_iter()
            .collect();
        let change = self.problem.prices[CostTerm::Change];
        if let Some(was) = session.published.as_ref().filter(|_| change != 0) {
            let inside = intervals.iter().any(|&(from, to)| (from..=to).contains(&was.start));
            if inside {
                ways.extend(self.way(idx, choice, &[(was.start, was.start)], segment, Was::Here));
            }
        }
        ways
    }

    fn way(
        &mut self,
        idx: usize,
        choice_idx: usize,
        intervals: &[(i32, i32)],
        segment: (usize, usize),
        was: Was,
    ) -> Option<Way> {
        let (problem, session) = (self.problem, &self.problem.sessions[idx]);
        let choice = session.choices.get(choice_idx)?;
        let (from, to) = (
            segment.0 as i32 * problem.day_min,
            segment.1 as i32 * problem.day_min - 1,
        );
        let intervals: Vec<(i32, i32)> = intervals
            .iter()
            .map(|interval| (interval.0.max(from), interval.1.min(to)))
            .filter(|interval| interval.0 <= interval.1)
            .collect();
        let mut way = Way {
            cents: parts(choice.second_choice),
            amounts: self.minimum_amounts(
                idx,
                session.patient,
                session.minutes,
                segment,
                session.counts_to_minimum,
            ),
            ..Way::default()
        };
        let cell_min = self.relaxation.lines.cell_min;
        let mut borders = Borders::default();
        borders.wishes(problem, session);
        let mut loose_borders = Vec::new();
        for (own, part) in session.parts.iter().enumerate() {
            let (earliest, latest) = part.offset;
            let entries = self.part_entries(idx, own, choice_idx, was);
            let profile = self.profile(entries);
            let entries = &self.relaxation.profiles[profile as usize].entries;
            if earliest == latest {
                for entry in entries {
                    borders.hours(&shifted(&entry.hours, -earliest));
                    borders.reach((entry.reach.0 + earliest, entry.reach.1 + earliest), cell_min);
                }
                way.bound.push(profile);
            } else {
                let mut own = Borders::default();
                for entry in entries {
                    own.hours(&entry.hours);
                    own.reach(entry.reach, cell_min);
                }
                loose_borders.push((profile, own, (earliest, latest)));
                way.loose.push(profile);
            }
        }
        let mut things = Vec::new();
        if !choice.room_classes.is_empty() {
            things.push(self.room_entries(session, choice, was));
        }
        if let Some(pool) = choice.equipment {
            let hours = &problem.equipment[pool as usize].open;
            let line = self.equipment_lines[pool as usize];
            things.push(vec![thing(line, 0, hours, session, was)]);
        }
        for entries in things {
            for entry in &entries {
                borders.hours(&entry.hours);
                borders.reach(entry.reach, cell_min);
            }
            let profile = self.profile(entries);
            way.bound.push(profile);
        }
        let is_shared = session.seats.is_some()
            || session.parts.len() > 1
            || choice.equipment.is_some()
            || !choice.room_classes.is_empty();
        let grid = if is_shared && was != Was::Exactly {
            problem.grid.max(1)
        } else {
            1
        };
        way.starts = borders.candidates(&intervals, cell_min, grid);
        way.start_cents = way
            .starts
            .iter()
            .map(|&start| self.start_cents(session, start, was))
            .collect();
        for (profile, borders, (earliest, latest)) in loose_borders {
            let wide: Vec<(i32, i32)> = intervals.iter().map(|i| (i.0 + earliest, i.1 + latest)).collect();
            let times = borders.candidates(&wide, cell_min, 1);
            self.relaxation.profiles[profile as usize].times.extend(times);
        }
        let shifts = self.shifts(session, &way);
        for (&profile, shift) in way.bound.iter().zip(shifts) {
            let times = &mut self.relaxation.profiles[profile as usize].times;
            times.extend(way.starts.iter().map(|start| start + shift));
        }
        (!way.starts.is_empty()).then_some(way)
    }

    /// How much later than the session each thing of `bound` starts.
    fn shifts(&self, session: &Session, way: &Way) -> Vec<i32> {
        let bound = session.parts.iter().filter(|part| part.offset.0 == part.offset.1);
        let parts = bound.map(|part| part.offset.0);
        parts.chain(std::iter::repeat(0)).take(way.bound.len()).collect()
    }

    /// What a start costs by itself: a wish that is not met, lateness, and the change if it is not the published one.
    fn start_cents(&self, session: &Session, start: i32, was: Was) -> i64 {
        let prices = &self.problem.prices;
        let mut cents = 0;
        if !session.preferred.is_empty() && !within(&session.preferred, start, start + 1) {
            cents += prices[CostTerm::Preference];
        }
        let published = session.published.as_ref();
        for (own, part) in session.parts.iter().enumerate() {
            if part.offset.0 != part.offset.1 {
                continue;
            }
            let at = start + part.offset.0;
            cents +=
                i64::from(lateness(self.problem, &session.due, at, at + part.minutes)) * prices[CostTerm::Lateness];
            let had = published.and_then(|published| published.parts.get(own));
            if had.is_some_and(|had| was == Was::Elsewhere || was == Was::Here && had.start != at) {
                cents += prices[CostTerm::Change];
            }
        }
        parts(cents)
    }

    /// Minutes that count toward weekly minimums of the patient, as amounts below zero.
    fn minimum_amounts(
        &self,
        _idx: usize,
        patient: Option<u32>,
        minutes: i32,
        segment: (usize, usize),
        counts: bool,
    ) -> Vec<(u32, i32)> {
        let minimums = self.problem.minimums.iter().zip(&self.minimum_prices);
        minimums
            .filter(|(minimum, _)| {
                counts
                    && Some(minimum.patient) == patient
                    && minimum.from_day as usize <= segment.0
                    && segment.1 <= minimum.to_day as usize
            })
            .map(|(_, &price)| (price, -minutes))
            .collect()
    }

    fn part_entries(&self, idx: usize, own: usize, choice_idx: usize, was: Was) -> Vec<Entry> {
        let (problem, session) = (self.problem, &self.problem.sessions[idx]);
        let part = &session.parts[own];
        let place = session.choices[choice_idx].place;
        let way = if place == ANYWHERE {
            0
        } else {
            self.shortest_way[place as usize]
        };
        let had = session
            .published
            .as_ref()
            .and_then(|published| published.parts.get(own));
        let change = parts(problem.prices[CostTerm::Change]);
        let mut entries = Vec::new();
        for eligible in &part.eligible {
            if choice_idx >= 32 || eligible.choices >> choice_idx & 1 == 0 {
                continue;
            }
            let with_another = had.is_some_and(|had| had.clinician != eligible.clinician);
            if was == Was::Exactly && with_another {
                continue;
            }
            let mut cents = parts(eligible_cents(eligible));
            // At another start the change is charged already, whoever treats.
            let at_start = had.is_some_and(|had| had.start == session_start(session) + part.offset.0);
            if was == Was::Here && with_another && at_start && part.offset.0 == part.offset.1 {
                cents += change;
            }
            let first = problem
                .duties
                .partition_point(|duty| duty.clinician < eligible.clinician);
            let duties = problem.duties.iter().enumerate().skip(first);
            for (duty_idx, duty) in duties.take_while(|(_, duty)| duty.clinician == eligible.clinician) {
                let day = duty.day as usize;
                if !allows(eligible.days, day) {
                    continue;
                }
                let opens = duty.windows.first().map_or(0, |window| window.0);
                let (first, last) = (day as i32 * problem.day_min, (day as i32 + 1) * problem.day_min - 1);
                let hours = duty.windows.iter().map(|window| {
                    let from = (window.0 + part.before).max(opens + part.before + way).max(first);
                    (from, (window.1 - part.minutes - part.after).min(last))
                });
                let hours: Vec<(i32, i32)> = hours.filter(|hours| hours.0 <= hours.1).collect();
                if !hours.is_empty() {
                    entries.push(Entry {
                        line: self.duty_lines[duty_idx],
                        cents,
                        amounts: self.limits.amounts(duty_idx, part, session.acuity),
                        hours,
                        reach: (-part.before - way, part.minutes + part.after),
                    });
                }
            }
        }
        entries
    }

    fn room_entries(&self, session: &Session, choice: &Choice, was: Was) -> Vec<Entry> {
        let classes = choice.room_classes.iter().enumerate();
        let published = session.published.as_ref().and_then(|published| published.room);
        let locked_in = published
            .and_then(|room| self.problem.rooms.get(room as usize))
            .map(|room| room.class);
        classes
            .filter(|(_, class)| was != Was::Exactly || Some(**class) == locked_in)
            .map(|(_, &class)| {
                let second = Some(&class) != choice.room_classes.first();
                let cents = if second { parts(choice.second_room) } else { 0 };
                let hours = &self.problem.room_classes[class as usize].open;
                thing(self.room_lines[class as usize], cents, hours, session, was)
            })
            .collect()
    }

    /// The profile of some entries, made if there is none yet.
    fn profile(&mut self, entries: Vec<Entry>) -> u32 {
        if let Some(&known) = self.known.get(&entries) {
            return known;
        }
        let idx = self.relaxation.profiles.len() as u32;
        self.relaxation.profiles.push(Profile::new(entries.clone()));
        self.known.insert(entries, idx);
        idx
    }

    fn finish_profiles(&mut self) {
        let Relaxation { profiles, lines, .. } = &mut self.relaxation;
        profiles.iter_mut().for_each(|profile| profile.finish(lines));
    }

    /// Finds each start in the profiles it needs and drops those that nobody can do.
    fn place_starts(&mut self) {
        for idx in 0..self.relaxation.items.len() {
            let mut ways = std::mem::take(&mut self.relaxation.items[idx].ways);
            for way in &mut ways {
                self.place_way(&self.problem.sessions[idx], way);
            }
            ways.retain(|way| !way.starts.is_empty());
            self.relaxation.items[idx].ways = ways;
        }
    }

    fn place_way(&self, session: &Session, way: &mut Way) {
        let profiles = &self.relaxation.profiles;
        let shifts = self.shifts(session, way);
        let can = |profile: &Profile| profile.num_columns() > 0;
        let all = way.loose.iter().all(|&profile| can(&profiles[profile as usize]));
        let (mut starts, mut cents) = (Vec::new(), Vec::new());
        for (&start, &own) in way.starts.iter().zip(&way.start_cents).filter(|_| all) {
            let places: Option<Vec<u32>> = way
                .bound
                .iter()
                .zip(&shifts)
                .map(|(&profile, shift)| {
                    let profile = &profiles[profile as usize];
                    let at = profile.position(start + shift)?;
                    profile.is_open(at).then_some(at as u32)
                })
                .collect();
            if let Some(places) = places {
                starts.push(start);
                cents.push(own);
                way.positions.extend(places);
            }
        }
        (way.starts, way.start_cents) = (starts, cents);
    }

    fn seats(&mut self) {
        let problem = self.problem;
        let small = parts(problem.prices[CostTerm::SmallGroup]);
        for idx in 0..problem.sessions.len() {
            let session = &problem.sessions[idx];
            if !self.in_seats[idx] && session.seats.is_none() {
                continue;
            }
            self.relaxation.items[idx].group = Some(self.relaxation.groups.len() as u32);
            self.relaxation.groups.push(Group {
                max: session.seats.map_or(i32::MAX, |seats| seats.max),
                min: session.seats.map_or(0, |seats| seats.min.max(0)),
                small: if session.seats.is_some() { small } else { 0 },
                seats: Vec::new(),
            });
        }
        for order_idx in 0..problem.seat_orders.len() {
            let wanted = &problem.seat_orders[order_idx];
            let empty = parts(wanted.empty_cents);
            let mut options = wanted.options.clone();
            options.sort_unstable();
            options.dedup();
            let mut links = Vec::new();
            for &option in &options {
                let link = self.relaxation.prices.add(Kind::Link, 0, 1, 0);
                self.relaxation.prices.set(link as usize, empty);
                links.push(link);
                let seat = self.seat(order_idx, option as usize, link);
                let item = &self.relaxation.items[option as usize];
                if let Some(group) = item.group {
                    self.relaxation.groups[group as usize].seats.push(seat);
                }
            }
            self.relaxation.orders.push(Order {
                count: wanted.count.max(0),
                empty,
                links,
                ..Order::default()
            });
        }
    }

    fn seat(&self, order_idx: usize, session_idx: usize, link: u32) -> Seat {
        let (problem, order) = (self.problem, &self.problem.seat_orders[order_idx]);
        let minutes = problem.sessions[session_idx].minutes;
        let windows = &problem.patients[order.patient as usize].windows;
        let mut seat = Seat {
            link,
            ..Seat::default()
        };
        for way in &self.relaxation.items[session_idx].ways {
            let mut fits = vec![0_u64; way.starts.len().div_ceil(64)];
            for (at, &start) in way.starts.iter().enumerate() {
                let day = problem.day_of(start);
                let mut draws = order.draws.iter().filter(|draw| draw.units > 0);
                let allowed = draws.all(|draw| allows(problem.budgets[draw.budget as usize].days, day));
                if allowed && within(windows, start, start + minutes) {
                    fits[at / 64] |= 1 << (at % 64);
                }
            }
            let day = way.starts.first().map_or(0, |&start| problem.day_of(start));
            let segments = self.segments(session_idx);
            let segment = segments
                .iter()
                .copied()
                .find(|segment| (segment.0..segment.1).contains(&day));
            let amounts = segment.map(|segment| {
                self.minimum_amounts(
                    session_idx,
                    Some(order.patient),
                    minutes,
                    segment,
                    order.counts_to_minimum,
                )
            });
            seat.fits.push(fits);
            seat.amounts.push(amounts.unwrap_or_default());
        }
        seat
    }
}

/// How a way stands to the published place of its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Was {
    /// Any start, as if it were another than the published one.
    Elsewhere,
    /// The published start.
    Here,
    /// The published place and nothing else.
    Exactly,
}

fn session_start(session: &Session) -> i32 {
    session.published.as_ref().map_or(0, |published| published.start)
}

fn shifted(hours: &[(i32, i32)], by: i32) -> Vec<(i32, i32)> {
    hours.iter().map(|hours| (hours.0 + by, hours.1 + by)).collect()
}

/// A room or a piece of equipment for the whole session.
fn thing(line: u32, cents: i64, open: &[Interval], session: &Session, _was: Was) -> Entry {
    let hours = open.iter().map(|open| (open.0, open.1 - session.minutes));
    Entry {
        line,
        cents,
        amounts: Vec::new(),
        hours: hours.filter(|hours| hours.0 <= hours.1).collect(),
        reach: (0, session.minutes),
    }
}

/// The shortest way to each place from anywhere that a clinician can come from.
fn shortest_ways(problem: &Problem) -> Vec<i32> {
    let num_places = problem.travel.num_places;
    let mut users = vec![0_u32; num_places];
    for session in &problem.sessions {
        let mut places: Vec<Place> = session.choices.iter().map(|choice| choice.place).collect();
        places.sort_unstable();
        places.dedup();
        let known = places.iter().filter(|&&place| place != ANYWHERE);
        known.for_each(|&place| users[place as usize] += 1);
    }
    let mut ends = vec![false; num_places];
    problem
        .duties
        .iter()
        .for_each(|duty| ends[duty.start_place as usize] = true);
    let way_to = |to: usize| {
        let can_come = |from: &usize| ends[*from] || users[*from] > u32::from(*from == to);
        let ways = (0..num_places)
            .filter(can_come)
            .map(|from| problem.travel.minutes(from as Place, to as Place));
        ways.min().unwrap_or(0).max(0)
    };
    (0..num_places).map(way_to).collect()
}
