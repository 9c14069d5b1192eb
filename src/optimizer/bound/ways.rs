//! Ways between sessions: an assignment of a stop before and a stop after to each stop.
//!
//! In a clinician-day, each stop that has a place is reached from exactly one other stop or from where the day starts,
//! and is left for exactly one other stop or for where the day ends. The first is kept; of the second, the price of a stop
//! that is left more than once, or not at all, is all that remains. So the best prices give the bound of the assignment
//! problem (which Little et al. 1963, doi:10.1287/opre.11.6.972, use for tours), in which stops can form circles.

use crate::model::CostTerm;
use crate::model::problem::{ANYWHERE, Interval, Part, Place, Problem, Session};

use super::prices::{Kind, Prices, parts};
use super::relaxation::{Arrival, End, Relaxation};

/// Most pairs of stops that are looked at one by one; where there are more, each stop costs its shortest way. Our choice.
const MAX_PAIRS: usize = 400_000;

/// Adds the ways of a problem to its relaxation.
pub(super) fn add(problem: &Problem, relaxation: &mut Relaxation) {
    let prices = &problem.prices;
    if prices[CostTerm::Travel] == 0 && (prices[CostTerm::Mileage] == 0 || problem.travel.distance.is_empty()) {
        return;
    }
    let stops = stops(problem);
    let mut starts: Vec<Place> = problem.duties.iter().map(|duty| duty.start_place).collect();
    starts.sort_unstable();
    starts.dedup();
    let in_pairs = stops.len() * stops.len() <= MAX_PAIRS;
    let links: Vec<u32> = match in_pairs {
        true => link(problem, &stops, relaxation),
        false => Vec::new(),
    };
    let nearest = Nearest::new(&stops);
    for (idx, session) in problem.sessions.iter().enumerate() {
        let mut ways = std::mem::take(&mut relaxation.items[idx].ways);
        let own = stops.partition_point(|stop| stop.session < idx)..stops.partition_point(|stop| stop.session <= idx);
        for at in own {
            // A session often has several ways at one place.
            let mut known: Vec<(Place, Arrival)> = Vec::new();
            for way in &mut ways {
                let place = session.choices[way.choice as usize].place;
                if place == ANYWHERE {
                    continue;
                }
                if let Some((_, arrival)) = known.iter().find(|(known, _)| *known == place) {
                    way.arrivals.push(arrival.clone());
                    continue;
                }
                let from_start = starts.iter().map(|&start| cents(problem, start, place)).min();
                let mut arrival = Arrival {
                    own: links.get(at).copied(),
                    from_start: from_start.unwrap_or(0),
                    from: Vec::new(),
                };
                match in_pairs {
                    true => arrival.from = befores(problem, &stops, at, place, &links),
                    false => {
                        let most = arrival.from_start;
                        arrival.from_start = nearest.before(problem, &stops, at, place, most);
                    }
                }
                known.push((place, arrival.clone()));
                way.arrivals.push(arrival);
            }
        }
        relaxation.items[idx].ways = ways;
    }
    if in_pairs {
        relaxation.ends = ends(problem, &stops, &links);
    }
}

/// The stops that a clinician can come from to a stop at a place, by their prices, with what the way costs.
fn befores(problem: &Problem, stops: &[Stop<'_>], at: usize, place: Place, links: &[u32]) -> Vec<(u32, i64)> {
    let stop = &stops[at];
    let others = stops
        .iter()
        .zip(links)
        .filter(|(other, _)| other.session != stop.session);
    let can = others.filter(|(other, _)| can_follow(problem, other, stop, place));
    can.map(|(other, &link)| {
        let nearest = other.places.iter().map(|&from| cents(problem, from, place)).min();
        (link, nearest.unwrap_or(0))
    })
    .collect()
}

/// Looks for the nearest stop to come from. It is asked about every stop, so what is too far is passed over at a glance.
struct Nearest(Vec<(Place, u32)>);

impl Nearest {
    fn new(stops: &[Stop<'_>]) -> Self {
        let places =
            |(at, stop): (usize, &Stop<'_>)| stop.places.iter().map(move |&place| (place, at as u32)).collect();
        Self(
            stops
                .iter()
                .enumerate()
                .flat_map(|stop| -> Vec<_> { places(stop) })
                .collect(),
        )
    }

    /// What the way to a stop at a place costs from the nearest stop before, or `most` if none is nearer.
    fn before(&self, problem: &Problem, stops: &[Stop<'_>], at: usize, place: Place, most: i64) -> i64 {
        let stop = &stops[at];
        let mut least = most;
        for &(from, other) in &self.0 {
            if least <= 0 {
                break;
            }
            let way = cents(problem, from, place);
            if way < least {
                let other = &stops[other as usize];
                if other.session != stop.session && can_follow(problem, other, stop, place) {
                    least = way;
                }
            }
        }
        least
    }
}

/// A part of a session that can have a place.
struct Stop<'p> {
    session: usize,
    part: &'p Part,
    windows: &'p [Interval],
    minutes: i32,
    /// Its places, each once.
    places: Vec<Place>,
    /// Clinicians who may do it, one bit each.
    clinicians: Vec<u64>,
}

fn stops(problem: &Problem) -> Vec<Stop<'_>> {
    let of_session = |(idx, session): (usize, &'_ Session)| {
        let mut places: Vec<Place> = session.choices.iter().map(|choice| choice.place).collect();
        places.retain(|&place| place != ANYWHERE);
        places.sort_unstable();
        places.dedup();
        (idx, places)
    };
    let mut stops = Vec::new();
    for (idx, places) in problem.sessions.iter().enumerate().map(of_session) {
        let session = &problem.sessions[idx];
        for part in session.parts.iter().filter(|_| !places.is_empty()) {
            let mut clinicians = vec![0_u64; problem.clinicians.len().div_ceil(64)];
            for eligible in &part.eligible {
                clinicians[eligible.clinician as usize / 64] |= 1 << (eligible.clinician % 64);
            }
            stops.push(Stop {
                session: idx,
                part,
                windows: if session.locked { &[] } else { &session.windows },
                minutes: session.minutes,
                places: places.clone(),
                clinicians,
            });
        }
    }
    stops
}

/// True if one clinician may go from a stop to another one at a place. A locked session has no windows: it can be
/// anywhere in the order.
fn can_follow(problem: &Problem, first: &Stop<'_>, second: &Stop<'_>, place: Place) -> bool {
    let mut shared = first.clinicians.iter().zip(&second.clinicians).map(|(a, b)| a & b);
    if shared.all(|both| both == 0) {
        return false;
    }
    if first.windows.is_empty() || second.windows.is_empty() {
        return true;
    }
    let ways = first.places.iter().map(|&from| problem.travel.minutes(from, place));
    let way = ways.min().unwrap_or(0).max(0);
    let in_one_day = |window: &Interval, minutes: i32| problem.day_of(window.0) == problem.day_of(window.1 - minutes);
    first.windows.iter().any(|a| {
        let ready = a.0 + first.part.offset.0 + first.part.minutes + first.part.after + way;
        second.windows.iter().any(|b| {
            let latest = b.1 - second.minutes + second.part.offset.1 - second.part.before;
            let of_days = in_one_day(a, first.minutes) && in_one_day(b, second.minutes);
            let bound_to_days = of_days && is_bound(first.part) && is_bound(second.part);
            ready <= latest && (!bound_to_days || problem.day_of(a.0) == problem.day_of(b.0))
        })
    })
}

/// True if a part starts with its session, so that both are on the same day.
fn is_bound(part: &Part) -> bool {
    part.offset == (0, 0)
}

/// A price for each stop, asked for going on from it.
fn link(problem: &Problem, stops: &[Stop<'_>], relaxation: &mut Relaxation) -> Vec<u32> {
    let places: Vec<Place> = stops.iter().flat_map(|stop| stop.places.iter().copied()).collect();
    let some = places.iter().zip(places.iter().skip(1));
    let (sum, count) = some.fold((0, 0), |(sum, count), (&a, &b)| (sum + cents(problem, a, b), count + 1));
    let typical = (sum / i64::from(count.max(1))).max(1);
    let unit = (relaxation.mean_worth() / typical).max(1);
    let prices: &mut Prices = &mut relaxation.prices;
    stops.iter().map(|_| prices.add(Kind::Way, 0, unit, 0)).collect()
}

/// Where days end: each duty's last stop, if it has any.
fn ends(problem: &Problem, stops: &[Stop<'_>], links: &[u32]) -> Vec<End> {
    let mut places: Vec<(Place, u32)> = problem.duties.iter().map(|duty| (duty.end_place, 1)).collect();
    places.sort_unstable();
    places.dedup_by(|later, first| {
        let same = later.0 == first.0;
        first.1 += if same { later.1 } else { 0 };
        same
    });
    let end = |&(place, count): &(Place, u32)| End {
        count,
        from: stops
            .iter()
            .zip(links)
            .map(|(stop, &link)| {
                let nearest = stop.places.iter().map(|&from| cents(problem, from, place)).min();
                (link, nearest.unwrap_or(0))
            })
            .collect(),
    };
    places.iter().map(end).collect()
}

/// What going from one place to another costs, parts of a cent.
fn cents(problem: &Problem, from: Place, to: Place) -> i64 {
    let (travel, prices) = (&problem.travel, &problem.prices);
    let minutes = i64::from(travel.minutes(from, to)) * prices[CostTerm::Travel];
    parts(minutes + i64::from(travel.distance(from, to)) * prices[CostTerm::Mileage])
}
