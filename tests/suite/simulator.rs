//! The event core against what queueing theory knows exactly.
//!
//! A queue is not a clinic with appointments; it is what has closed forms. If clock, calendar and streams reproduce
//! these, they count time right.

use rosterwell::rng::Rng;
use rosterwell::simulator::{Agenda, Luck, Streams};
use std::collections::VecDeque;

/// Moments are whole numbers: so many of them in one unit of time.
const TICKS: f64 = 4_294_967_296.0;

/// A queue with one line, first come first served.
#[derive(Clone, Copy)]
struct Queue {
    servers: usize,
    arrivals: f64,
    services: f64,
    /// Service times are sums of so many exponential ones (Erlang): squared coefficient of variation 1 / stages;
    /// 0 = always the same.
    stages: u32,
}

enum Event {
    Arrival(u64),
    End,
}

fn exponential(rng: &mut Rng, rate: f64) -> f64 {
    -libm::log(rng.unit()) / rate
}

impl Queue {
    fn service(&self, rng: &mut Rng) -> f64 {
        match self.stages {
            0 => 1.0 / self.services,
            stages => (0..stages)
                .map(|_| exponential(rng, self.services * f64::from(stages)))
                .sum(),
        }
    }

    /// Share of customers who wait, and the mean wait, after a warm-up.
    fn run(&self, streams: Streams, warm_up: u64, customers: u64) -> [f64; 2] {
        let ticks = |time: f64| libm::round(time * TICKS) as i64;
        let until_next = |number| exponential(&mut streams.of(Luck::Arrival, "", number), self.arrivals);
        let mut agenda = Agenda::new(0);
        let (mut free, mut line) = (self.servers, VecDeque::new());
        let (mut waited, mut wait) = (0_u64, 0.0);
        agenda.enter(ticks(until_next(0)), Event::Arrival(0));
        while let Some((now, event)) = agenda.take() {
            match event {
                Event::Arrival(number) => {
                    line.push_back((number, now));
                    if number + 1 < warm_up + customers {
                        agenda.enter(now + ticks(until_next(number + 1)), Event::Arrival(number + 1));
                    }
                }
                Event::End => free += 1,
            }
            while free > 0
                && let Some((number, since)) = line.pop_front()
            {
                free -= 1;
                let mut rng = streams.of(Luck::Duration, "", number);
                agenda.enter(now + ticks(self.service(&mut rng)), Event::End);
                if number >= warm_up {
                    waited += u64::from(now > since);
                    wait += (now - since) as f64 / TICKS;
                }
            }
        }
        [waited as f64 / customers as f64, wait / customers as f64]
    }
}

/// Mean over replications and its standard error.
fn over_runs(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|x| (x - mean) * (x - mean)).sum();
    (mean, libm::sqrt(squares / (n - 1.0) / n))
}

/// A chance of 1 in 1000 of a false alarm at 39 degrees of freedom; the seed is fixed, so it was tried once.
const ERRORS: f64 = 3.56;

#[track_caller]
fn check(what: &str, values: &[f64], exact: f64, most_error: f64) {
    let (mean, error) = over_runs(values);
    assert!(
        error <= most_error * exact,
        "{what}: too coarse to say anything, {mean} +- {error}"
    );
    assert!(
        (mean - exact).abs() <= ERRORS * error,
        "{what}: {mean} +- {error}, exact {exact}"
    );
}

/// Erlang's C formula: the chance to wait, and the mean wait, with Poisson arrivals and exponential services.
fn erlang_c(servers: usize, arrivals: f64, services: f64) -> (f64, f64) {
    let load = arrivals / services;
    let mut blocked = 1.0;
    for server in 1..=servers {
        blocked = load * blocked / (server as f64 + load * blocked);
    }
    let busy = load / servers as f64;
    let wait = blocked / (1.0 - busy * (1.0 - blocked));
    (wait, wait / (servers as f64 * services - arrivals))
}

#[test]
fn servers_with_one_line_agree_with_erlang() {
    for (seed, servers, arrivals, services, chance, wait) in [
        (1, 3, 2.4, 1.0, 0.64719, 1.07865),
        (2, 5, 9.0, 2.0, 0.76249, 0.76249),
        (3, 8, 20.0, 3.0, 0.53269, 0.13317),
    ] {
        let (exact_chance, exact_wait) = erlang_c(servers, arrivals, services);
        assert!((exact_chance - chance).abs() < 1e-5 && (exact_wait - wait).abs() < 1e-5);
        let queue = Queue {
            servers,
            arrivals,
            services,
            stages: 1,
        };
        let runs: Vec<[f64; 2]> = (0..40)
            .map(|run| queue.run(Streams::new(seed, run), 2_000, 8_000))
            .collect();
        let column = |which: usize| -> Vec<f64> { runs.iter().map(|run| run[which]).collect() };
        check(&format!("M/M/{servers} chance to wait"), &column(0), exact_chance, 0.02);
        check(&format!("M/M/{servers} mean wait"), &column(1), exact_wait, 0.08);
    }
}

#[test]
fn one_server_agrees_with_pollaczek_and_khinchine() {
    // Wait = load / (1 - load) * (1 + scv) / 2 mean service times; load 0.8.
    for (stages, wait) in [(0, 2.0), (4, 2.5), (1, 4.0)] {
        let queue = Queue {
            servers: 1,
            arrivals: 0.8,
            services: 1.0,
            stages,
        };
        let runs = (0..40).map(|run| queue.run(Streams::new(4, run), 2_000, 8_000));
        let (chances, waits): (Vec<f64>, Vec<f64>) = runs.map(|[chance, wait]| (chance, wait)).unzip();
        check("M/G/1 chance to wait", &chances, 0.8, 0.02);
        check(&format!("M/G/1 mean wait, {stages} stages"), &waits, wait, 0.06);
    }
}

#[test]
fn overbooked_slots_agree_with_the_binomial_distribution() {
    // Eight slots, each patient comes with chance 0.82: how many are seen, how many are too many.
    for (booked, seen, over) in [(9_u64, 7.2124, 0.1676), (10, 7.6234, 0.5766)] {
        let days: Vec<(f64, f64)> = (0..20_000)
            .map(|day| {
                let comes = |patient: &u64| {
                    let luck = Streams::new(5, day).of(Luck::Attendance, "slot", *patient).unit();
                    luck < 0.82
                };
                let came = (0..booked).filter(comes).count();
                (came.min(8) as f64, came.saturating_sub(8) as f64)
            })
            .collect();
        let (are_seen, are_over): (Vec<f64>, Vec<f64>) = days.into_iter().unzip();
        let rounding = 5e-5;
        for (what, values, exact) in [("seen", are_seen, seen), ("over", are_over, over)] {
            let (mean, error) = over_runs(&values);
            assert!(error < 0.02, "{what} of {booked}: {error}");
            assert!(
                (mean - exact).abs() <= ERRORS * error + rounding,
                "{what} of {booked}: {mean} +- {error}, exact {exact}"
            );
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bits_and_a_second_server_changes_no_draw() {
    let queue = |servers| Queue {
        servers,
        arrivals: 0.8,
        services: 1.0,
        stages: 1,
    };
    let run = |servers| queue(servers).run(Streams::new(6, 0), 0, 2_000);
    assert_eq!(run(1).map(f64::to_bits), run(1).map(f64::to_bits));
    // Under common random numbers one more server cannot make anybody wait longer, in every single run.
    for servers in 1..4 {
        assert!(run(servers + 1)[1] < run(servers)[1]);
    }
}

mod clinic {
    use std::collections::{BTreeMap, BTreeSet};

    use rosterwell::kpi::{IndicatorOptions, View, indicators};
    use rosterwell::model::calendar::DateTime;
    use rosterwell::model::clinic::{Appointment, Status};
    use rosterwell::model::{self, Clinic, Plan, Problem};
    use rosterwell::sample::SampleKind;
    use rosterwell::simulator::emergencies::emergencies;
    use rosterwell::simulator::{CancelOnly, Human, Lived, Optimized, Policy, Rates, Recall, Situation, Streams, live};

    use crate::clinics::{KINDS, sample_clinic};

    fn value(lived: &Lived, id: &str) -> Option<f64> {
        let view = View::history(&lived.clinic, lived.from, lived.to, IndicatorOptions::default());
        indicators(&view, &[id.to_owned()])[0].value
    }

    fn optimized() -> Optimized {
        Optimized {
            seed: 1,
            steps: 1_500,
            repair_steps: 200,
        }
    }

    /// Lives through a run under every policy.
    fn lives(clinic: &Clinic, rates: &Rates, run: u64) -> Vec<(&'static str, Lived)> {
        let policies: [&mut dyn Policy; 4] = [&mut CancelOnly, &mut Recall, &mut Human::default(), &mut optimized()];
        policies
            .into_iter()
            .map(|policy| {
                let lived = live(clinic, rates, Streams::new(1, run), policy);
                (policy.name(), lived)
            })
            .collect()
    }

    /// Rows of the days that were lived through.
    fn rows(lived: &Lived) -> Vec<&Appointment> {
        let rows = lived.clinic.appointments.iter();
        rows.filter(|row| lived.from <= row.start && row.start < lived.to && row.id.starts_with('s'))
            .collect()
    }

    #[test]
    fn where_nothing_happens_everything_takes_place_as_published() {
        for kind in KINDS {
            let clinic = sample_clinic(kind, 8, 1);
            for (policy, lived) in lives(&clinic, &Rates::calm(), 0) {
                let placed = lived.published.placements.iter().flatten().count();
                let rows = rows(&lived);
                assert_eq!(rows.len(), placed, "{kind:?} {policy}");
                assert!(
                    rows.iter().all(|row| row.status == Status::Completed),
                    "{kind:?} {policy}"
                );
                assert_eq!(
                    (lived.responses, value(&lived, "K9")),
                    (0, Some(1.0)),
                    "{kind:?} {policy}"
                );
                assert_eq!(value(&lived, "K13"), Some(0.0), "{kind:?} {policy}");
            }
        }
    }

    #[test]
    fn every_row_ends_once_and_says_how() {
        for kind in KINDS {
            let clinic = sample_clinic(kind, 8, 1);
            let mut rates = Rates::of(&clinic);
            (rates.sick, rates.closed, rates.emergencies_week) = (0.08, 0.02, 6.0);
            for run in 0..3 {
                for (policy, lived) in lives(&clinic, &rates, run) {
                    let ids: BTreeSet<&str> = lived.clinic.appointments.iter().map(|row| row.id.as_str()).collect();
                    assert_eq!(ids.len(), lived.clinic.appointments.len());
                    for row in rows(&lived) {
                        let what = format!("{kind:?} {policy} run {run}: {row:?}");
                        let ended = [Status::Completed, Status::NoShow, Status::Cancelled];
                        assert!(ended.contains(&row.status), "{what}");
                        assert_eq!(row.status == Status::Cancelled, row.changed.is_some(), "{what}");
                        assert!(row.changed.is_none_or(|changed| changed <= row.start), "{what}");
                        assert!(
                            row.replaced_by.as_ref().is_none_or(|id| ids.contains(id.as_str())),
                            "{what}"
                        );
                        let sick = lived.clinic.absences.iter().any(|away| {
                            row.clinicians == [away.id.clone()]
                                && away.from <= row.start
                                && row.start < away.until
                                && away.reason.as_deref() == Some("sick")
                        });
                        assert!(
                            !sick || row.status == Status::Cancelled,
                            "treated by somebody sick: {what}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn policies_meet_the_same_luck() {
        let clinic = sample_clinic(SampleKind::OutpatientRehabilitation, 8, 1);
        let mut rates = Rates::of(&clinic);
        rates.sick = 0.08;
        let lived = lives(&clinic, &rates, 4);
        let (_, first) = &lived[0];
        // Of the one session of an order the same patient makes the same, whoever schedules it and whenever.
        let fates = |lived: &Lived| -> BTreeMap<String, Status> {
            let mut by_order: BTreeMap<String, Vec<Status>> = BTreeMap::new();
            for row in rows(lived) {
                by_order
                    .entry(row.order.clone().unwrap_or_default())
                    .or_default()
                    .push(row.status);
            }
            let single = by_order.into_iter().filter(|(_, fates)| fates.len() == 1);
            let held = single.filter(|(_, fates)| fates[0] != Status::Cancelled);
            held.map(|(order, fates)| (order, fates[0])).collect()
        };
        let known = fates(first);
        for (policy, other) in &lived {
            assert_eq!(first.clinic.absences, other.clinic.absences, "{policy}");
            let fates = fates(other);
            let shared: Vec<_> = known.iter().filter(|(key, _)| fates.contains_key(*key)).collect();
            assert!(shared.len() > 5, "{policy}");
            assert!(
                shared.into_iter().all(|(key, status)| fates[key] == *status),
                "{policy}"
            );
        }
        // More emergencies change nobody's health and no room.
        rates.emergencies_week = 20.0;
        let more = live(&clinic, &rates, Streams::new(1, 4), &mut CancelOnly);
        assert_eq!(more.clinic.absences, first.clinic.absences);
        assert!(more.clinic.referrals.len() > first.clinic.referrals.len());
    }

    #[test]
    fn the_same_run_gives_the_same_tables() {
        let clinic = sample_clinic(SampleKind::HomeHealth, 6, 1);
        let rates = Rates::of(&clinic);
        let tables = |run| {
            let lived = live(&clinic, &rates, Streams::new(9, run), &mut optimized());
            serde_json::to_string(&lived.clinic).unwrap()
        };
        assert_eq!(tables(0), tables(0));
        assert_ne!(tables(0), tables(1));
    }

    /// Looks over the shoulder of another policy.
    struct Watched<P>(P, BTreeMap<String, i32>, usize);

    impl<P: Policy> Watched<P> {
        fn look(&mut self, problem: &Problem, now: i32) {
            for session in &problem.sessions {
                if let Some(&at) = session.order.as_ref().and_then(|order| self.1.get(order)) {
                    let is_asked = !session.windows.is_empty();
                    assert!(!is_asked || at <= now, "{} is known too early", session.key);
                    self.2 += usize::from(is_asked);
                }
            }
        }
    }

    impl<P: Policy> Policy for Watched<P> {
        fn name(&self) -> &'static str {
            self.0.name()
        }

        fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
            self.look(problem, -1);
            self.0.publish(problem, standing)
        }

        fn respond(&mut self, situation: &Situation) -> Plan {
            self.look(situation.problem, situation.now);
            let plan = self.0.respond(situation);
            let faults = model::check(situation.problem, &plan);
            assert!(faults.is_empty(), "{:?} {faults:?}", situation.news);
            plan
        }
    }

    #[test]
    fn the_optimizer_knows_no_future_and_breaks_no_rule() {
        for kind in KINDS {
            let clinic = sample_clinic(kind, 8, 1);
            let mut rates = Rates::of(&clinic);
            (rates.sick, rates.emergencies_week) = (0.05, 10.0);
            let streams = Streams::new(2, 0);
            let calls = emergencies(&clinic, &rates, streams);
            let at = |moment: DateTime| moment.minutes_since(clinic.settings.horizon_start);
            let known = calls.iter().map(|call| (call.order.id.clone(), at(call.at))).collect();
            let mut watched = Watched(optimized(), known, 0);
            let lived = live(&clinic, &rates, streams, &mut watched);
            assert!(lived.responses > 5 && (calls.is_empty() || watched.2 > 0));
        }
    }
}
