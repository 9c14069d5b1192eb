//! From a problem to its relaxation.

use std::collections::BTreeMap;

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Choice, Interval, Part, Place, Problem, Session};

use super::super::index::eligible_cents;
use super::super::span::{lateness, within};
use super::courses;
use super::limits::Limits;
use super::lines::Lines;
use super::prices::{Kind, parts};
use super::profile::{Entry, Profile};
use super::relaxation::{Group, Item, Order, Relaxation, Seat, Supply, Way};
use super::times::{Borders, allows, start_intervals};
use super::ways;

/// Up to so many clinicians for a part are looked at one by one; of more, those of equal cost together. Our choice.
const FEW_MEMBERS: usize = 6;
/// Levels of cost that are told apart then; what is dearer counts as the last. Our choice.
const MAX_LEVELS: usize = 4;

/// The relaxation with cells of so many minutes; `None` if it would have more than `most` columns.
pub(super) fn compile(problem: &Problem, cell_min: i32, most: usize) -> Option<Relaxation> {
    let mut compiler = Compiler::new(problem, cell_min);
    let mut size = 0;
    for idx in 0..problem.sessions.len() {
        size += compiler.item(idx);
        if size + compiler.num_entries > most {
            return None;
        }
    }
    let profiles = compiler.relaxation.profiles.iter_mut();
    let expected = profiles.map(Profile::expected_columns);
    let fits = expected.scan(size, |sum, columns| {
        *sum += columns;
        Some(*sum)
    });
    if fits.into_iter().any(|sum| sum > most) {
        return None;
    }
    compiler.finish_profiles();
    compiler.place_starts();
    compiler.seats();
    courses::add(problem, &mut compiler.relaxation);
    ways::add(problem, &mut compiler.relaxation);
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
    known_parts: BTreeMap<(Vec<Member>, [i32; 6]), u32>,
    known_things: BTreeMap<Vec<Entry>, u32>,
    /// By profile: where its entries' hours begin and end, and what of the time around a start they take.
    borders: Vec<(Vec<i32>, (i32, i32))>,
    /// Entries of all profiles.
    num_entries: usize,
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
            known_parts: BTreeMap::new(),
            known_things: BTreeMap::new(),
            borders: Vec::new(),
            num_entries: 0,
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
            choice: choice_idx as u8,
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
        let mut loose = Vec::new();
        for own in 0..session.parts.len() {
            let (earliest, latest) = session.parts[own].offset;
            let members = self.members(idx, own, choice_idx, was);
            if earliest == latest {
                let supplies = self.part_supplies(idx, own, choice.place, members, earliest);
                way.bound.extend(supplies);
            } else {
                let profile = self.part_profile(idx, own, choice.place, members);
                loose.push((profile, earliest, latest));
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
            things.push(vec![thing(line, 0, hours, session)]);
        }
        for entries in things {
            way.bound.push(Supply {
                profile: self.thing_profile(entries),
                cents: 0,
                shift: 0,
                is_last: true,
            });
        }
        for supply in &way.bound {
            let (ends, reach) = &self.borders[supply.profile as usize];
            borders.ends(ends, supply.shift);
            borders.reach((reach.0 + supply.shift, reach.1 + supply.shift), cell_min);
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
        for (profile, earliest, latest) in loose {
            let (ends, reach) = &self.borders[profile as usize];
            let mut borders = Borders::default();
            borders.ends(ends, 0);
            borders.reach(*reach, cell_min);
            let wide: Vec<(i32, i32)> = intervals.iter().map(|i| (i.0 + earliest, i.1 + latest)).collect();
            let times = borders.candidates(&wide, cell_min, 1);
            self.relaxation.profiles[profile as usize].times.extend(times);
        }
        for supply in &way.bound {
            let times = &mut self.relaxation.profiles[supply.profile as usize].times;
            times.extend(way.starts.iter().map(|start| start + supply.shift));
        }
        (!way.starts.is_empty()).then_some(way)
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

    /// Who may do a part in a way, with what choosing them costs whatever the time.
    fn members(&self, idx: usize, own: usize, choice_idx: usize, was: Was) -> Vec<Member> {
        let session = &self.problem.sessions[idx];
        let part = &session.parts[own];
        let had = session
            .published
            .as_ref()
            .and_then(|published| published.parts.get(own));
        // At another start the change is charged already, whoever treats.
        let at_start = had.is_some_and(|had| had.start == session_start(session) + part.offset.0);
        let charged = was == Was::Here && at_start && part.offset.0 == part.offset.1;
        let mut members = Vec::with_capacity(part.eligible.len());
        for eligible in &part.eligible {
            let with_another = had.is_some_and(|had| had.clinician != eligible.clinician);
            let in_way = choice_idx < 32 && eligible.choices >> choice_idx & 1 == 1;
            if !in_way || was == Was::Exactly && with_another {
                continue;
            }
            let change = match charged && with_another {
                true => self.problem.prices[CostTerm::Change],
                false => 0,
            };
            members.push(Member {
                cents: parts(eligible_cents(eligible)) + parts(change),
                clinician: eligible.clinician,
                days: eligible.days,
            });
        }
        members.sort_unstable();
        members
    }

    /// Few members are one supply. Of many, those that cost no more than each of some levels are one: everybody
    /// together, without what they cost, are the same for many sessions.
    fn part_supplies(
        &mut self,
        idx: usize,
        own: usize,
        place: Place,
        mut members: Vec<Member>,
        shift: i32,
    ) -> Vec<Supply> {
        let supply = |profile, cents| Supply {
            profile,
            cents,
            shift,
            is_last: true,
        };
        if members.len() <= FEW_MEMBERS {
            return vec![supply(self.part_profile(idx, own, place, members), 0)];
        }
        let mut levels: Vec<i64> = members.iter().map(|member| member.cents).collect();
        levels.dedup();
        levels.truncate(MAX_LEVELS);
        let mut supplies = Vec::with_capacity(levels.len());
        for (at, &level) in levels.iter().enumerate() {
            let is_last = at + 1 == levels.len();
            let count = if is_last {
                members.len()
            } else {
                members.partition_point(|member| member.cents <= level)
            };
            let mut inside = if is_last {
                std::mem::take(&mut members)
            } else {
                members[..count].to_vec()
            };
            inside.iter_mut().for_each(|member| member.cents = 0);
            inside.sort_unstable();
            supplies.push(Supply {
                is_last,
                ..supply(self.part_profile(idx, own, place, inside), level)
            });
        }
        supplies
    }

    /// The profile of a part that these may do.
    fn part_profile(&mut self, idx: usize, own: usize, place: Place, members: Vec<Member>) -> u32 {
        let session = &self.problem.sessions[idx];
        let part = &session.parts[own];
        let way = if place == ANYWHERE {
            0
        } else {
            self.shortest_way[place as usize]
        };
        let acuity = session.acuity;
        let key = (
            members,
            [part.before, part.minutes, part.after, part.points, acuity, way],
        );
        if let Some(&known) = self.known_parts.get(&key) {
            return known;
        }
        let mut entries = Vec::new();
        for member in &key.0 {
            self.member_entries(member, part, way, acuity, &mut entries);
        }
        let reach = (-part.before - way, part.minutes + part.after);
        let idx = self.add_profile(entries, reach);
        self.known_parts.insert(key, idx);
        idx
    }

    fn member_entries(&self, member: &Member, part: &Part, way: i32, acuity: i32, entries: &mut Vec<Entry>) {
        let problem = self.problem;
        let first = problem.duties.partition_point(|duty| duty.clinician < member.clinician);
        let duties = problem.duties.iter().enumerate().skip(first);
        for (duty_idx, duty) in duties.take_while(|(_, duty)| duty.clinician == member.clinician) {
            let day = duty.day as usize;
            if !allows(member.days, day) {
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
                    cents: member.cents,
                    amounts: self.limits.amounts(duty_idx, part, acuity),
                    hours,
                    reach: (-part.before - way, part.minutes + part.after),
                });
            }
        }
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
                thing(self.room_lines[class as usize], cents, hours, session)
            })
            .collect()
    }

    /// The profile of rooms or equipment.
    fn thing_profile(&mut self, entries: Vec<Entry>) -> u32 {
        if let Some(&known) = self.known_things.get(&entries) {
            return known;
        }
        let reach = entries.first().map_or((0, 0), |entry| entry.reach);
        let idx = self.add_profile(entries.clone(), reach);
        self.known_things.insert(entries, idx);
        idx
    }

    fn add_profile(&mut self, entries: Vec<Entry>, reach: (i32, i32)) -> u32 {
        let hours = entries.iter().flat_map(|entry| &entry.hours);
        let mut ends: Vec<i32> = hours.flat_map(|hours| [hours.0, hours.1]).collect();
        ends.sort_unstable();
        ends.dedup();
        self.num_entries += entries.len();
        self.borders.push((ends, reach));
        self.relaxation.profiles.push(Profile::new(entries));
        self.relaxation.profiles.len() as u32 - 1
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
                self.place_way(way);
            }
            ways.retain(|way| !way.starts.is_empty());
            self.relaxation.items[idx].ways = ways;
        }
    }

    fn place_way(&self, way: &mut Way) {
        let profiles = &self.relaxation.profiles;
        let can = |profile: &Profile| profile.num_columns() > 0;
        let all = way.loose.iter().all(|&profile| can(&profiles[profile as usize]));
        let (mut starts, mut cents) = (Vec::new(), Vec::new());
        for (&start, &own) in way.starts.iter().zip(&way.start_cents).filter(|_| all) {
            let places: Option<Vec<u32>> = way
                .bound
                .iter()
                .map(|supply| {
                    let at = profiles[supply.profile as usize].position(start + supply.shift)?;
                    Some(at as u32)
                })
                .collect();
            let places = places.filter(|places| is_open(way, places, profiles));
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

/// A clinician who may do a part, cheapest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    /// What choosing this clinician costs whatever the time, parts of a cent.
    cents: i64,
    clinician: u32,
    /// Days on which this can be, one bit each.
    days: u32,
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

/// True if every need can be met at these places.
fn is_open(way: &Way, places: &[u32], profiles: &[Profile]) -> bool {
    let mut met = false;
    way.bound.iter().zip(places).all(|(supply, &at)| {
        met |= profiles[supply.profile as usize].is_open(at as usize);
        let goes_on = met || !supply.is_last;
        met &= !supply.is_last;
        goes_on
    })
}

fn session_start(session: &Session) -> i32 {
    session.published.as_ref().map_or(0, |published| published.start)
}

/// A room or a piece of equipment for the whole session.
fn thing(line: u32, cents: i64, open: &[Interval], session: &Session) -> Entry {
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
