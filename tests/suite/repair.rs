//! Repair: every proposal is accepted by the checker, leaves alone what has begun or is locked, and changes no more
//! than has to change.

use rosterwell::model::Plan;
use rosterwell::model::check::{Violation, check};
use rosterwell::model::disruption::{Disruption, disrupt, locked_plan};
use rosterwell::model::problem::{Placement, Problem};
use rosterwell::optimizer::{Damage, Rank, Repair, RepairParams};
use rosterwell::rng::Rng;

use crate::builders;
use crate::generator::{self, SMALL, Size, TINY};
use crate::search_laws::{seeds, ways};

/// A plan under way to which something happens.
struct Case {
    problem: Problem,
    plan: Plan,
    now: i32,
    new: Vec<u32>,
    disruptions: Vec<Disruption>,
}

fn case(seed: u64, size: Size, with_groups: bool, grid: i32) -> Case {
    let mut rng = Rng::stream(seed, "repair case", 0);
    let mut problem = generator::problem(seed, size);
    problem.grid = grid;
    problem.rules.late_at_end = false;
    if !with_groups {
        problem.seat_orders.clear();
    }
    for session in &mut problem.sessions {
        (session.locked, session.published) = (false, None);
        session.mandated = rng.chance(0.5);
        if !with_groups && session.seats.take().is_some() {
            session.unplaced_cents = 10_000;
        }
    }
    let mut plan = generator::sound_plan(seed, &problem);
    let now = rng.between(0, 1) * 1440 * rng.between(0, problem.num_days as i32 - 1) + 60 * rng.between(6, 12);
    let mut new = Vec::new();
    let movable = (0..problem.sessions.len()).filter(|&idx| problem.sessions[idx].seats.is_none());
    if let Some(&idx) = rng.pick(&movable.collect::<Vec<_>>())
        && rng.chance(0.6)
    {
        plan.placements[idx] = None;
        new.push(idx as u32);
        let by = now + 60 * rng.between(0, 6);
        problem.sessions[idx].due = vec![(by.min(0) - 1, by)];
        problem.sessions[idx].mandated = true;
    }
    // A session without others around it can be too far from the next one.
    for (idx, placement) in plan.placements.iter().enumerate() {
        if placement.is_some() && rng.chance(0.2) {
            problem.sessions[idx].locked = true;
            problem.sessions[idx].published.clone_from(placement);
        }
    }
    let clinician = rng.below(problem.clinicians.len()) as u32;
    let from = now + 60 * rng.between(-2, 6);
    let until = from + 60 * rng.between(1, 30);
    let mut disruptions = Vec::new();
    if rng.chance(0.7) {
        disruptions.push(Disruption::Away { clinician, from, until });
    }
    if rng.chance(0.3) {
        let minutes = rng.between(1, 60);
        let clinician = rng.below(problem.clinicians.len()) as u32;
        disruptions.push(Disruption::Late { clinician, minutes });
    }
    if !problem.rooms.is_empty() && rng.chance(0.3) {
        let room = rng.below(problem.rooms.len()) as u32;
        disruptions.push(Disruption::Closed { room, from, until });
    }
    Case {
        problem,
        plan,
        now,
        new,
        disruptions,
    }
}

impl Case {
    /// True if the plan breaks no rule before anything happens.
    fn is_sound(&self) -> bool {
        check(&self.problem, &self.plan).is_empty()
    }

    fn has_begun(&self, session: usize) -> bool {
        self.plan.placements[session]
            .as_ref()
            .is_some_and(|place| place.start < self.now)
    }

    /// A repair of the plan in the problem as it is after what has happened.
    fn repair<'a>(&'a self, after: &'a Problem, seed: u64) -> Repair<'a> {
        let damage = Damage {
            problem: after,
            plan: &self.plan,
            now: self.now,
            sessions: &self.new,
            orders: &[],
        };
        let params = RepairParams {
            seed,
            steps: 4_000,
            proposals: 3,
        };
        Repair::new(damage, params)
    }
}

/// How far a plan is from the one that was, counted from nothing but the two plans.
fn rank(case: &Case, problem: &Problem, plan: &Plan) -> Rank {
    let mut rank = Rank::default();
    for (idx, session) in problem.sessions.iter().enumerate() {
        let is_new = case.new.contains(&(idx as u32));
        let was = case.plan.placements[idx].as_ref();
        match (was, &plan.placements[idx]) {
            _ if session.locked => {}
            (None, None) if !is_new => {}
            (_, None) => {
                rank.lost += 1;
                rank.mandated_lost += usize::from(session.mandated);
            }
            (Some(was), Some(is)) => {
                let moved = (was.start, was.choice, &was.parts) != (is.start, is.choice, &is.parts);
                rank.moved += usize::from(moved);
                rank.rooms += usize::from(!moved && was.room != is.room);
            }
            (None, Some(is)) => {
                let due = session.due.last().map_or(i32::MAX, |due| due.1);
                rank.late_min += i64::from((is.start - due).max(0));
            }
        }
    }
    for (idx, order) in problem.seat_orders.iter().enumerate() {
        let open = |session: &&u32| !case.has_begun(**session as usize);
        let was = case.plan.seats[idx].iter().filter(open).count();
        let is = plan.seats[idx].iter().filter(open).count();
        rank.lost += was.saturating_sub(is);
        rank.mandated_lost += if order.mandated { was.saturating_sub(is) } else { 0 };
        rank.moved += plan.seats[idx]
            .iter()
            .filter(|seat| !case.plan.seats[idx].contains(seat))
            .count();
    }
    rank
}

/// What the checker holds against a plan besides what has begun breaks by itself.
fn faults(problem: &Problem, plan: &Plan) -> Vec<Violation> {
    let known = check(problem, &locked_plan(problem, plan));
    check(problem, plan)
        .into_iter()
        .filter(|violation| !known.contains(violation))
        .collect()
}

fn wrongs(seed: u64, case: &Case) -> Vec<String> {
    let after = disrupt(&case.problem, &case.plan, case.now, &case.disruptions);
    let mut repair = case.repair(&after.problem, seed);
    while repair.advance(7) {}
    let proposals = repair.proposals();
    let mut wrongs = Vec::new();
    if proposals.is_empty() {
        wrongs.push("no proposal".into());
    }
    for (at, proposal) in proposals.iter().enumerate() {
        let mut wrong = |text: String| wrongs.push(format!("seed {seed}, proposal {at}: {text}"));
        for fault in faults(&after.problem, &proposal.plan) {
            wrong(format!("{fault:?}"));
        }
        for (idx, session) in after.problem.sessions.iter().enumerate() {
            let (was, is) = (&case.plan.placements[idx], &proposal.plan.placements[idx]);
            if case.has_begun(idx) && was != is {
                wrong(format!("session {idx} had begun"));
            }
            if was != is && is.as_ref().is_some_and(|is| is.start < case.now) {
                wrong(format!("session {idx} begins before now"));
            }
            if session.locked && was != is {
                wrong(format!("session {idx} is locked"));
            }
            if was.is_none() && is.is_some() && !case.new.contains(&(idx as u32)) {
                wrong(format!("session {idx} was not asked for"));
            }
        }
        let counted = rank(case, &after.problem, &proposal.plan);
        let reported = Rank {
            cents: 0,
            ..proposal.rank
        };
        if counted != reported {
            wrong(format!("{reported:?} reported, {counted:?} counted"));
        }
        if proposals[..at].iter().any(|other| other.plan == proposal.plan) {
            wrong("the same plan twice".into());
        }
    }
    if !proposals.is_sorted_by_key(|proposal| proposal.rank) {
        wrongs.push(format!("seed {seed}: not ranked"));
    }
    wrongs
}

#[test]
fn proposals_keep_every_rule_and_touch_nothing_that_has_begun_or_is_locked() {
    let (mut found, mut tried) = (Vec::new(), 0);
    for seed in seeds(200) {
        let case = case(seed, SMALL, true, 15);
        if case.is_sound() {
            tried += 1;
            let run = std::panic::AssertUnwindSafe(|| wrongs(seed, &case));
            match std::panic::catch_unwind(run) {
                Ok(wrongs) => found.extend(wrongs),
                Err(_) => found.push(format!("seed {seed}: panic")),
            }
        }
    }
    assert!(tried > 100, "{tried}");
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

/// Looks through every plan that differs from the one that was.
struct Exact<'a> {
    case: &'a Case,
    problem: &'a Problem,
    known: Vec<Violation>,
    ways: Vec<Vec<Placement>>,
    best: (usize, usize, i64, usize),
    plans_left: u32,
}

impl Exact<'_> {
    fn search(&mut self, plan: &mut Plan, session: usize) {
        if self.plans_left == 0 {
            return;
        }
        let Some(entry) = self.problem.sessions.get(session) else {
            let rank = rank(self.case, self.problem, plan);
            self.best = self.best.min(key(&rank));
            return;
        };
        let is_new = self.case.new.contains(&(session as u32));
        if entry.locked || self.case.plan.placements[session].is_none() && !is_new {
            return self.search(plan, session + 1);
        }
        for way in self.ways[session].clone() {
            plan.placements[session] = Some(way);
            if self.bound(plan, session + 1) < self.best && self.is_sound(plan) {
                self.search(plan, session + 1);
            }
        }
        plan.placements[session] = None;
        if self.bound(plan, session + 1) < self.best {
            self.search(plan, session + 1);
        }
    }

    /// What is lost, late and moved among the sessions before this one.
    fn bound(&self, plan: &Plan, until: usize) -> (usize, usize, i64, usize) {
        let mut partial = plan.clone();
        for idx in until..partial.placements.len() {
            partial.placements[idx].clone_from(&self.case.plan.placements[idx]);
        }
        let counted = rank(self.case, self.problem, &partial);
        let open = self.case.new.iter().filter(|&&new| new as usize >= until).count();
        let (mandated, lost, late, moved) = key(&counted);
        (mandated - open.min(mandated), lost - open.min(lost), late, moved)
    }

    fn is_sound(&mut self, plan: &Plan) -> bool {
        self.plans_left = self.plans_left.saturating_sub(1);
        let violations = check(self.problem, plan);
        violations.iter().all(|violation| self.known.contains(violation))
    }
}

fn key(rank: &Rank) -> (usize, usize, i64, usize) {
    (rank.mandated_lost, rank.lost, rank.late_min, rank.moved)
}

/// A morning of two clinicians in one or two rooms with hardly a gap, into which one more session has to go.
fn tight_case(seed: u64) -> Case {
    let mut rng = Rng::stream(seed, "tight case", 0);
    let mut problem = builders::quiet_week();
    (problem.num_days, problem.grid) = (1, 30);
    problem.duties.retain(|duty| duty.day == 0);
    let end = 480 + 30 * rng.between(5, 7);
    for duty in &mut problem.duties {
        duty.windows = vec![(480, end)];
    }
    problem.room_classes[0].count = rng.between(1, 2);
    problem.rooms.retain(|room| room.class > 0 || room.id != "r1");
    if problem.room_classes[0].count == 2 {
        problem.rooms.insert(1, problem.rooms[0].clone());
        problem.rooms[1].id = "r1".into();
    }
    for at in 0..rng.between(5, 7) {
        let mut session = builders::hour(&format!("s{at}"), rng.below(3) as u32);
        session.minutes = 30 * rng.between(1, 2);
        session.parts[0].minutes = session.minutes;
        session.parts[0].eligible.retain(|_| rng.chance(0.75));
        let from = 480 + 30 * rng.between(0, 3);
        session.windows = vec![(from, from + 30 * rng.between(3, 5))];
        if rng.chance(0.7) {
            session.choices.truncate(1);
        }
        session.mandated = rng.chance(0.5);
        problem.sessions.push(session);
    }
    let mut plan = generator::sound_plan(seed, &problem);
    let open: Vec<usize> = (0..problem.sessions.len())
        .filter(|&idx| plan.placements[idx].is_none())
        .collect();
    let all: Vec<usize> = (0..problem.sessions.len()).collect();
    let &new = rng.pick(&open).or(rng.pick(&all)).unwrap();
    plan.placements[new] = None;
    let by = 480 + 30 * rng.between(0, 4);
    problem.sessions[new].due = vec![(0, by)];
    problem.sessions[new].mandated = true;
    let mut disruptions = Vec::new();
    if rng.chance(0.3) {
        let (clinician, from) = (rng.below(2) as u32, 480 + 30 * rng.between(0, 3));
        disruptions.push(Disruption::Away {
            clinician,
            from,
            until: from + 60,
        });
    }
    Case {
        problem,
        plan,
        now: 480 - 30 * rng.between(0, 1),
        new: vec![new as u32],
        disruptions,
    }
}

/// How often the first proposal was compared with the exact least, and what differs.
#[derive(Default)]
struct Compared {
    searched: usize,
    with_something_to_do: usize,
    others_moved: usize,
    found: Vec<String>,
}

impl Compared {
    fn compare(&mut self, seed: u64, case: &Case) {
        if !case.is_sound() {
            return;
        }
        let after = disrupt(&case.problem, &case.plan, case.now, &case.disruptions);
        let mut repair = case.repair(&after.problem, seed);
        while repair.advance(1_000) {}
        let affected = repair.affected().len();
        let first = repair.proposals().first().map(|proposal| key(&proposal.rank)).unwrap();
        let frozen = locked_plan(&after.problem, &case.plan);
        let sessions = 0..after.problem.sessions.len();
        let mut exact = Exact {
            case,
            problem: &after.problem,
            known: check(&after.problem, &frozen),
            ways: sessions
                .map(|idx| {
                    let mut ways = ways(&after.problem, idx);
                    let home = case.plan.placements[idx].iter().cloned();
                    ways.retain(|way| Some(way) != case.plan.placements[idx].as_ref());
                    home.chain(ways).collect()
                })
                .collect(),
            best: first,
            plans_left: 6_000,
        };
        exact.search(&mut frozen.clone(), 0);
        if exact.plans_left == 0 && exact.best == first {
            return;
        }
        self.searched += 1;
        self.with_something_to_do += usize::from(affected > 0);
        let displaced = affected - case.new.len().min(affected);
        self.others_moved += usize::from(first.3 > displaced);
        if exact.best < first {
            let text = format!("seed {seed}: {first:?} proposed, {:?} possible", exact.best);
            self.found.push(text);
        }
    }

    fn assert_least(&self, least: [usize; 3]) {
        let counts = [self.searched, self.with_something_to_do, self.others_moved];
        println!("{counts:?} searched, with something to do, with others moved");
        assert!(
            counts.iter().zip(least).all(|(&count, least)| count >= least),
            "{counts:?}"
        );
        assert!(self.found.is_empty(), "{}\n{}", self.found.len(), self.found.join("\n"));
    }
}

#[test]
fn on_small_cases_nothing_changes_that_need_not() {
    let size = Size {
        days: 1,
        sessions: 6,
        ..TINY
    };
    let mut compared = Compared::default();
    for seed in seeds(300) {
        compared.compare(seed, &case(seed, size, false, 30));
    }
    compared.assert_least([80, 40, 0]);
}

#[test]
fn where_there_is_hardly_a_gap_no_more_sessions_move_than_must() {
    let mut compared = Compared::default();
    for seed in seeds(150) {
        compared.compare(seed, &tight_case(seed));
    }
    compared.assert_least([60, 60, 10]);
}
