//! From a problem to its relaxation.

use std::collections::BTreeMap;

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Place, Problem, Session};

use super::super::span::{lateness, within};
use super::courses;
use super::limits::Limits;
use super::lines::Lines;
use super::prices::{Kind, parts};
use super::profile::{Entry, Profile};
use super::relaxation::{Item, Relaxation, Supply, Way};
use super::times::{Borders, start_intervals};
use super::ways;

mod seats;
mod supplies;

use supplies::{Member, thing};

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
