//! The days of the horizon, event by event, under one policy.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::Agenda;
use super::answers::Answers;
use super::ledger::Ledger;
use super::opening::silence;
use super::patients::{Coming, Who};
use super::policy::{News, Policy, Situation, can_take_place};
use super::rates::Rates;
use super::streams::{Luck, Streams};
use super::to_come::ToCome;
use crate::model::calendar::{DAY_MIN, Date, DateTime};
use crate::model::clinic::{Absence, Absentee, Kind, Party, Status};
use crate::model::disruption::{Disruption, disrupt};
use crate::model::problem::{Placement, Problem, Session};
use crate::model::{Clinic, Plan};

/// Sick calls come at half past six; our choice.
pub(super) const CALL_MIN: i32 = 6 * 60 + 30;
/// Whoever waits comes at two hours' notice at the soonest; our choice.
const RECALL_MIN: i32 = 120;
/// A horizon that has been lived through.
#[derive(Debug)]
pub struct Lived {
    /// The clinic at the end of the horizon, with what happened in its tables: indicators of history count it.
    pub clinic: Clinic,
    /// What was to be planned when the schedule was published: indicators of a plan count it. Whoever called later is
    /// not in it.
    pub problem: Problem,
    /// The schedule that was published.
    pub published: Plan,
    /// What was wanted in the end, with every call that came and without what was called off.
    pub final_problem: Problem,
    /// The schedule as it was lived: where everything was, or was to be, in the end.
    pub held: Plan,
    /// First moment lived through.
    pub from: DateTime,
    /// End of the horizon.
    pub to: DateTime,
    /// Times the policy was asked.
    pub responses: usize,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Event {
    /// Sick calls and closures of a day.
    Morning(i32),
    /// Somebody asks for the next session that nobody knew of.
    Call(u32),
    /// A patient calls off the session that begins then.
    CallOff(u32, Who, i32),
    /// A session that is to begin now.
    Start(u32),
}

#[derive(Debug, Clone)]
pub(super) struct World {
    pub(super) clinic: Clinic,
    /// What is known by now.
    pub(super) problem: Problem,
    pub(super) to_come: ToCome,
    pub(super) emergency_sessions: Vec<u32>,
    pub(super) plan: Plan,
    pub(super) away: Vec<Disruption>,
    pub(super) ledger: Ledger,
    pub(super) agenda: Agenda<Event>,
    pub(super) rates: Rates,
    pub(super) streams: Streams,
    pub(super) start: Date,
    pub(super) responses: usize,
    /// Days on which somebody said that they cannot come, by session.
    pub(super) refused: BTreeSet<(u32, i32)>,
    /// When a clinician is free again, by clinician and day: as planned, and as it came.
    pub(super) busy: BTreeMap<(u32, i32), (i32, i32)>,
}

/// A horizon that is being lived through.
#[derive(Debug, Clone)]
pub struct Life {
    world: World,
    from: i32,
    /// What was to be planned and what was published; nothing before the first step.
    beginning: Option<(Problem, Plan)>,
}

impl Life {
    /// At the clinic's moment; nothing has been published yet.
    pub fn new(clinic: &Clinic, rates: &Rates, streams: Streams) -> Self {
        let world = World::new(clinic, rates, streams);
        Self {
            from: world.now().max(0),
            world,
            beginning: None,
        }
    }

    /// Publishes the schedule, and then one event after another; true while there is more to come.
    pub fn advance(&mut self, policy: &mut dyn Policy) -> bool {
        if self.beginning.is_none() {
            self.publish(policy);
            return true;
        }
        let next = self.world.agenda.take();
        if let Some((now, event)) = next {
            self.world.happens(now as i32, event, policy);
            return true;
        }
        false
    }

    /// The part of the time that has passed, 0 to 1.
    pub fn passed(&self) -> f64 {
        let first = self.world.clinic.settings.as_of.minutes_since(self.world.start);
        let whole = f64::from(self.world.problem.num_days as i32 * DAY_MIN - first);
        (f64::from(self.world.now() - first) / whole.max(1.0)).clamp(0.0, 1.0)
    }

    fn publish(&mut self, policy: &mut dyn Policy) {
        let world = &mut self.world;
        let published = policy.publish(&world.problem, &Plan::published(&world.problem));
        self.beginning = Some((world.problem.clone(), published.clone()));
        for (session, place) in world.problem.sessions.iter_mut().zip(&published.placements) {
            session.published.clone_from(place);
        }
        world.go_on_with(published);
    }

    /// What has become of it by now.
    pub fn end(self) -> Lived {
        let (from, to) = (self.world.start.at_minute(self.from), self.world.end());
        let (problem, published) = self.beginning.unwrap_or_else(|| {
            let standing = Plan::published(&self.world.problem);
            (self.world.problem.clone(), standing)
        });
        Lived {
            responses: self.world.responses,
            final_problem: self.world.problem.clone(),
            held: self.world.plan.clone(),
            clinic: self.world.finish(),
            problem,
            published,
            from,
            to,
        }
    }
}

/// Lives through the horizon of a clinic, from its moment on, under a policy. The same clinic, rates, streams and
/// policy give the same rows, bit by bit.
pub fn live(clinic: &Clinic, rates: &Rates, streams: Streams, policy: &mut dyn Policy) -> Lived {
    let mut life = Life::new(clinic, rates, streams);
    while life.advance(policy) {}
    life.end()
}

impl World {
    pub(super) fn now(&self) -> i32 {
        self.agenda.now() as i32
    }

    fn moment(&self) -> DateTime {
        self.start.at_minute(self.now())
    }

    pub(super) fn end(&self) -> DateTime {
        self.start.at_minute(self.problem.num_days as i32 * DAY_MIN)
    }

    fn happens(&mut self, now: i32, event: Event, policy: &mut dyn Policy) {
        match event {
            Event::Morning(day) => {
                let known = self.away.len();
                self.call_in(day);
                if self.away.len() > known {
                    self.ask(policy, News::Absences, None);
                }
            }
            Event::Call(session) => {
                self.to_come.admit(&mut self.problem);
                self.plan.placements.push(None);
                let news = match self.emergency_sessions.contains(&session) {
                    true => News::Emergency { session },
                    false => News::Referral { session },
                };
                self.ask(policy, news, None);
            }
            Event::CallOff(session, who, start) => {
                if self.is_at(session, start) {
                    self.call_off(session, who, policy);
                }
            }
            Event::Start(session) => {
                if self.is_at(session, now) {
                    self.begin(session);
                }
            }
        }
    }

    fn is_at(&self, session: u32, start: i32) -> bool {
        let place = self.plan.placements[session as usize].as_ref();
        place.is_some_and(|place| place.start == start)
    }

    /// Sick calls and closed rooms of a day.
    fn call_in(&mut self, day: i32) {
        let (from, until) = (day * DAY_MIN, (day + 1) * DAY_MIN);
        let mut gone = Vec::new();
        for (clinician, row) in (0_u32..).zip(&self.problem.clinicians) {
            let mut rng = self.streams.of(Luck::Sick, &row.id, day as u64);
            if rng.chance(self.rates.sick) && self.problem.duty_of(clinician, day as usize).is_some() {
                self.away.push(Disruption::Away { clinician, from, until });
                gone.push((Absentee::Clinician, row.id.clone(), "sick"));
            }
        }
        for (room, row) in (0_u32..).zip(&self.problem.rooms) {
            let mut rng = self.streams.of(Luck::Closure, &row.id, day as u64);
            if rng.chance(self.rates.closed) {
                self.away.push(Disruption::Closed { room, from, until });
                gone.push((Absentee::Room, row.id.clone(), "closed"));
            }
        }
        let (from, until) = (self.start.at_minute(from), self.start.at_minute(until));
        self.clinic
            .absences
            .extend(gone.into_iter().map(|(what, id, reason)| Absence {
                what,
                id,
                from,
                until,
                reason: Some(reason.into()),
            }));
    }

    /// Asks the policy how to go on.
    fn ask(&mut self, policy: &mut dyn Policy, news: News, freed: Option<&Placement>) {
        self.responses += 1;
        let now = self.now();
        let ahead: Vec<Disruption> = self.away.iter().filter(|event| ends(event) > now).copied().collect();
        let disrupted = disrupt(&self.problem, &self.plan, now, &ahead);
        for session in disrupted.stuck {
            // Nobody has agreed to another place, today or later.
            let row = &mut self.problem.sessions[session as usize];
            (row.locked, row.published) = (false, None);
            row.windows.clear();
        }
        let mut problem = disrupted.problem;
        let mut waiting = Vec::new();
        for (session, row) in (0_u32..).zip(&mut problem.sessions) {
            let is_wanted = row.seats.is_none() && row.unplaced_cents > 0 && !row.windows.is_empty();
            if self.plan.placements[session as usize].is_some() || !is_wanted {
                continue;
            }
            if !self.emergency_sessions.contains(&session) {
                let refused = |window: &(i32, i32)| self.refused.contains(&(session, window.0.div_euclid(DAY_MIN)));
                row.windows.retain_mut(|window| {
                    window.0 = window.0.max(now + RECALL_MIN);
                    window.1 - window.0 >= row.minutes && !refused(window)
                });
            }
            waiting.push(session);
        }
        let situation = Situation {
            problem: &problem,
            plan: &self.plan,
            now,
            news,
            away: &self.away,
            freed,
            waiting: &waiting,
            notice: self.clinic.settings.late_cancel_hours * 60,
            answers: Answers::new(self.streams),
        };
        let mut plan = policy.respond(&situation);
        // A no takes the session out, and is remembered.
        for session in situation.refusals(&plan) {
            if let Some(place) = plan.placements[session as usize].take() {
                self.refused.insert((session, place.start.div_euclid(DAY_MIN)));
            }
        }
        for (place, was) in plan.placements.iter_mut().zip(&self.plan.placements) {
            let begun = |place: &Option<Placement>| place.as_ref().is_some_and(|place| place.start < now);
            // What has begun stays, and nothing begins in the past.
            if begun(was) || begun(place) {
                place.clone_from(was);
            }
        }
        self.go_on_with(plan);
    }

    /// Tells everybody of a plan.
    fn go_on_with(&mut self, plan: Plan) {
        let moment = self.moment();
        let was = std::mem::replace(&mut self.plan, plan);
        let now = self.now();
        self.ledger.follow(&self.problem, &was, &self.plan, moment);
        for session in 0..self.plan.placements.len() {
            let start = |place: &Option<Placement>| place.as_ref().map(|place| place.start);
            let Some(at) = start(&self.plan.placements[session]).filter(|&at| at >= now) else {
                continue;
            };
            let moved = start(&was.placements[session]) != Some(at);
            if moved {
                self.agenda.enter(i64::from(at), Event::Start(session as u32));
                self.expect(session as u32, Who::Own, at);
            }
            for order in 0..self.plan.seats.len() {
                let sits = |plan: &Plan| plan.seats[order].contains(&(session as u32));
                if sits(&self.plan) && (moved || !sits(&was)) {
                    self.expect(session as u32, Who::Seat(order as u32), at);
                }
            }
        }
    }

    /// A patient calls off; another time is not wanted within the horizon.
    fn call_off(&mut self, session: u32, who: Who, policy: &mut dyn Policy) {
        let moment = self.moment();
        match who {
            Who::Own => {
                self.ledger.cancel(session, moment, Party::Patient);
                let freed = self.plan.placements[session as usize].take();
                silence(&mut self.problem.sessions[session as usize]);
                self.ask(policy, News::Freed { session }, freed.as_ref());
            }
            Who::Seat(order) => {
                if !self.plan.seats[order as usize].contains(&session) {
                    return;
                }
                self.ledger.give_back(order, session, moment);
                self.plan.seats[order as usize].retain(|&seat| seat != session);
                let wanted = &mut self.problem.seat_orders[order as usize];
                wanted.count -= 1;
                wanted.options.retain(|&option| option != session);
                wanted.published.retain(|&option| option != session);
                self.ask(policy, News::SeatFreed { session }, None);
            }
        }
    }

    /// A session begins, or nobody is there to hold it.
    fn begin(&mut self, session: u32) {
        let Some(place) = self.plan.placements[session as usize].clone() else {
            return;
        };
        let row = self.problem.sessions[session as usize].clone();
        if !can_take_place(&self.problem, session as usize, &place, &self.away) {
            self.ledger.end(session, Status::Missed);
            return;
        }
        let mut came = row.patient.is_none() && row.seats.is_none();
        for order in 0..self.plan.seats.len() as u32 {
            if self.plan.seats[order as usize].contains(&session) {
                let comes = !matches!(self.coming(session, Who::Seat(order), place.start), Coming::StaysAway);
                came |= comes;
                let status = if comes { Status::Completed } else { Status::NoShow };
                self.ledger.end_seat(order, session, status);
            }
        }
        if row.patient.is_some() {
            came = !matches!(self.coming(session, Who::Own, place.start), Coming::StaysAway);
        }
        self.take_time(session, &row, &place, came);
        let is_group = row.seats.is_some();
        let status = if came || is_group {
            Status::Completed
        } else {
            Status::NoShow
        };
        let documentation = self.clinic.services.iter().find(|service| service.id == row.service);
        let documentation = documentation.map(|service| service.documentation_min);
        let emergency = self.emergency_sessions.contains(&session);
        if let Some(ended) = self.ledger.end(session, status) {
            ended.documentation_min = documentation.filter(|_| came && row.kind != Kind::Shift);
            ended.emergency = emergency;
        }
    }

    /// Sessions run over, and push what comes after them on the same day until a gap takes it up.
    fn take_time(&mut self, session: u32, row: &Session, place: &Placement, came: bool) {
        let mut rng = self.streams.of(Luck::Duration, &row.key, 0);
        let (chance, mean) = self.rates.runs_over;
        let over = if rng.chance(chance) && came && row.kind != Kind::Shift {
            (-mean * libm::log(rng.unit())) as i32
        } else {
            0
        };
        for (at, part) in place.parts.iter().zip(&self.problem.sessions[session as usize].parts) {
            let busy = self
                .busy
                .entry((at.clinician, at.start.div_euclid(DAY_MIN)))
                .or_insert((i32::MIN, i32::MIN));
            let minutes = part.minutes + part.after;
            let begins = at.start.max(busy.1);
            *busy = (busy.0.max(at.start + minutes), begins + minutes + over);
        }
    }
}

fn ends(event: &Disruption) -> i32 {
    match *event {
        Disruption::Away { until, .. } | Disruption::Closed { until, .. } => until,
        Disruption::Late { .. } => i32::MIN,
    }
}
