//! The operation `simulate`, the rule-based policy, weeks in a row and the verdicts on claims.

use std::collections::{BTreeMap, BTreeSet};

use rosterwell::api::{self, Desk};
use rosterwell::kpi::Direction;
use rosterwell::model::clinic::{Appointment, Status};
use rosterwell::model::{self, Plan, Problem};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::simulator::claims::{CLAIMS, Claim, Limit, Promise, Verdict};
use rosterwell::simulator::reply::simulated;
use rosterwell::simulator::weeks::next_stretch;
use rosterwell::simulator::{ByRules, CancelOnly, Lived, News, Policy, Rates, Recall, Situation, Streams, live};
use serde_json::{Value, json};

use crate::clinics::{KINDS, sample_clinic};

fn desk(kind: &str) -> Desk {
    let mut desk = Desk::default();
    let request = json!({ "kind": kind, "clinicians": 6, "seed": 2, "weeks": 8 });
    api::run(&mut desk, "sample", &request.to_string()).unwrap();
    desk
}

fn request(seed: u64) -> String {
    json!({ "seed": seed, "replications": 3, "steps": 300, "repair_steps": 40, "policies": ["human", "recall", "rules", "optimizer"] })
        .to_string()
}

#[test]
fn the_same_request_gives_the_same_bytes_however_it_is_cut_up() {
    let mut desk = desk("outpatient_rehabilitation");
    let whole = api::run(&mut desk, "simulate", &request(4)).unwrap();
    let mut task = api::start(&desk, "simulate", &request(4)).unwrap();
    let mut last = 0;
    loop {
        let progress = task.advance(7).unwrap();
        assert!(last <= progress.step && progress.step <= progress.steps);
        last = progress.step;
        if progress.done {
            break;
        }
    }
    assert_eq!(task.finish().unwrap(), whole);
    assert_ne!(api::run(&mut desk, "simulate", &request(5)).unwrap(), whole);
}

#[test]
fn differences_are_paired_and_every_policy_has_every_figure() {
    let reply = api::run(&mut desk("home_health"), "simulate", &request(4)).unwrap();
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let measures = reply["measures"].as_array().unwrap().len();
    assert_eq!(reply["replications"], 3);
    assert_eq!(reply["differences"].as_array().unwrap().len(), 3);
    let number = |value: &Value| value.as_f64();
    let mut compared = 0;
    for (policy, difference) in reply["differences"].as_array().unwrap().iter().enumerate() {
        for measure in 0..measures {
            let values = |of: &Value| of["figures"][measure]["values"].as_array().unwrap().clone();
            let own = values(&reply["policies"][policy + 1]);
            let first = values(&reply["policies"][0]);
            for (run, value) in values(difference).iter().enumerate() {
                let expected = number(&own[run])
                    .zip(number(&first[run]))
                    .map(|(own, first)| own - first);
                assert_eq!(number(value), expected);
                compared += usize::from(expected.is_some());
            }
        }
    }
    assert!(compared > 100);
}

#[test]
fn a_task_that_is_stopped_tells_of_what_was_finished() {
    let desk = desk("addiction_treatment");
    let mut task = api::start(&desk, "simulate", &request(1)).unwrap();
    task.advance(3).unwrap();
    let reply: Value = serde_json::from_str(&task.finish().unwrap()).unwrap();
    assert_eq!(reply["replications"], 1);
    assert!(reply["policies"][0]["figures"][0]["interval"].is_null());
}

#[test]
fn claims_stand_beside_what_was_lived_through_as_soon_as_there_is_an_interval() {
    let desk = desk("home_health");
    let mut task = api::start(&desk, "simulate", &request(4)).unwrap();
    let mut seen = Vec::new();
    loop {
        let progress = task.advance(1).unwrap();
        seen.push(progress.news);
        if progress.done {
            break;
        }
    }
    let reply: Value = serde_json::from_str(&task.finish().unwrap()).unwrap();
    let rows = reply["claims"].as_array().unwrap();
    assert!(rows.len() >= CLAIMS.len());
    for news in &seen {
        let told = news["claims"].as_array().unwrap();
        assert_eq!(
            told.len(),
            if news["replications"].as_u64() > Some(1) {
                rows.len()
            } else {
                0
            }
        );
    }
    assert_eq!(seen.last().unwrap()["claims"], reply["claims"]);
    for (row, claim) in rows.iter().zip(&CLAIMS) {
        assert_eq!((&row["claim"], &row["id"]), (&json!(claim.text), &json!(claim.id)));
        let measure = row["measure"].as_u64().unwrap() as usize;
        assert_eq!(row["unit"], reply["measures"][measure]["unit"]);
    }
}

#[test]
fn bad_requests_are_refused_with_every_fault() {
    let mut desk = desk("addiction_treatment");
    for (request, code, words) in [
        (json!({ "weeks": 0 }), "simulate.out_of_range", "`weeks` is 0"),
        (
            json!({ "weeks": 14, "replications": 1001 }),
            "simulate.out_of_range",
            "`replications` is 1001",
        ),
        (json!({ "steps": 0 }), "simulate.out_of_range", "`steps`"),
        (
            json!({ "repair_steps": 100_001 }),
            "simulate.out_of_range",
            "`repair_steps`",
        ),
        (json!({ "sick": 0.6 }), "simulate.out_of_range", "`sick` is 0.6"),
        (
            json!({ "referrals_week": -1.0 }),
            "simulate.out_of_range",
            "`referrals_week` is -1",
        ),
        (json!({ "policies": [] }), "simulate.wrong_policies", "at least one"),
        (
            json!({ "policies": ["human", "human"] }),
            "simulate.wrong_policies",
            "each once",
        ),
    ] {
        let error = api::run(&mut desk, "simulate", &request.to_string()).unwrap_err();
        assert_eq!(error.code, code, "{request}");
        assert!(error.message.contains(words), "{request}: {}", error.message);
    }
    for request in [json!({ "policies": ["luck"] }), json!({ "week": 1 })] {
        assert!(api::run(&mut desk, "simulate", &request.to_string()).is_err());
    }
    let nobody = api::run(&mut Desk::default(), "simulate", "{}").unwrap_err();
    assert_eq!(nobody.code, "desk.empty");
}

fn rows(lived: &Lived) -> Vec<&Appointment> {
    let rows = lived.clinic.appointments.iter();
    rows.filter(|row| lived.from <= row.start && row.start < lived.to)
        .collect()
}

/// The rows without their numbers, which depend on how many sessions there are.
fn fates(lived: &Lived) -> Vec<String> {
    let fate = |row: &&Appointment| {
        let row = Appointment {
            id: String::new(),
            replaced_by: row.replaced_by.as_ref().map(|_| String::new()),
            ..(*row).clone()
        };
        serde_json::to_string(&row).unwrap()
    };
    let mut fates: Vec<String> = rows(lived).iter().map(fate).collect();
    fates.sort();
    fates
}

#[test]
fn more_referrals_change_nobody_elses_luck() {
    for kind in KINDS {
        let clinic = sample_clinic(kind, 8, 3);
        let mut rates = Rates::of(&clinic);
        let with = |rates: &Rates| live(&clinic, rates, Streams::new(7, 1), &mut CancelOnly);
        rates.referrals_week = 0.0;
        let without = with(&rates);
        rates.referrals_week = 30.0;
        let many = with(&rates);
        assert!(many.clinic.referrals.len() > without.clinic.referrals.len());
        assert_eq!(many.clinic.absences, without.clinic.absences);
        assert_eq!(many.clinic.staff_days, without.clinic.staff_days);
        assert_eq!(fates(&many), fates(&without), "{kind:?}");
    }
}

/// Holds what a rule-based scheduler promises.
struct Watched(ByRules);

impl Policy for Watched {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
        let plan = self.0.publish(problem, standing);
        // A group that fits nowhere better stays as it stood; nothing else is published with a fault.
        for fault in model::check(problem, &plan) {
            let group = |session: &u32| problem.sessions[*session as usize].seats.is_some();
            assert!(fault.sessions.iter().any(group), "{fault:?}");
        }
        plan
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let before = model::check(situation.problem, situation.plan);
        let plan = self.0.respond(situation);
        for fault in model::check(situation.problem, &plan) {
            assert!(before.contains(&fault), "{:?} {fault:?}", situation.news);
        }
        for (was, is) in situation.plan.placements.iter().zip(&plan.placements) {
            let moved = was.is_some() && is.is_some() && was != is;
            assert!(!moved || situation.news == News::Absences, "{:?}", situation.news);
        }
        plan
    }
}

#[test]
fn rules_publish_no_fault_and_move_nobody_for_somebody_else() {
    let mut seen = 0;
    for kind in KINDS {
        let clinic = sample_clinic(kind, 8, 5);
        let mut rates = Rates::of(&clinic);
        (rates.sick, rates.emergencies_week) = (0.06, 6.0);
        let lived = live(&clinic, &rates, Streams::new(3, 0), &mut Watched(ByRules));
        assert!(lived.responses > 5);
        let is_new = |row: &&&Appointment| row.order.as_ref().is_some_and(|order| order.starts_with("newcomer"));
        seen += rows(&lived).iter().filter(is_new).count();
    }
    assert!(seen > 0, "nobody new was seen");
}

/// Counts seats that were given away again.
struct Seats(Recall, usize);

impl Policy for Seats {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
        // One patient of the first group in two waits for a seat.
        let mut plan = self.0.publish(problem, standing);
        plan.seats.iter_mut().step_by(2).for_each(|seats| {
            seats.pop();
        });
        plan
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let plan = self.0.respond(situation);
        if let News::SeatFreed { session } = situation.news {
            let taken = |plan: &Plan| plan.seats.iter().filter(|seats| seats.contains(&session)).count();
            let most = situation.problem.sessions[session as usize]
                .seats
                .map_or(0, |seats| seats.max);
            assert!(taken(&plan) as i32 <= most);
            self.1 += taken(&plan).saturating_sub(taken(situation.plan));
        }
        plan
    }
}

/// Puts everybody who waits where the rules would, and remembers who did not come of it.
struct Insists(ByRules, BTreeSet<String>, BTreeMap<(String, i32), usize>);

impl Policy for Insists {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn publish(&mut self, _: &Problem, standing: &Plan) -> Plan {
        standing.clone()
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let plan = self.0.respond(situation);
        for &session in situation.waiting {
            let row = &situation.problem.sessions[session as usize];
            let Some(place) = &plan.placements[session as usize] else {
                continue;
            };
            let day = place.start.div_euclid(1_440);
            let comes = situation.answers.can_come(situation.problem, session, day as usize);
            // Who asked comes when told: of everybody else, those who say no.
            let asked = situation.problem.sessions[session as usize].order.as_ref();
            if !comes && !asked.is_some_and(|order| self.1.contains(order)) {
                *self.2.entry((row.key.clone(), day)).or_default() += 1;
            }
        }
        plan
    }
}

#[test]
fn nobody_is_asked_twice_about_a_day_on_which_they_cannot_come() {
    let clinic = sample_clinic(SampleKind::OutpatientRehabilitation, 8, 1);
    let mut rates = Rates::of(&clinic);
    rates.services.values_mut().for_each(|rates| rates.early_cancel = 0.2);
    let orders = clinic.orders.iter().filter(|order| order.requested.is_some());
    let who_asked = orders.map(|order| order.id.clone()).collect();
    let mut policy = Insists(ByRules, who_asked, BTreeMap::new());
    rates.referrals_week = 0.0;
    rates.emergencies_week = 0.0;
    live(&clinic, &rates, Streams::new(1, 0), &mut policy);
    assert!(!policy.2.is_empty(), "nobody said no: nothing was tried");
    assert!(policy.2.values().all(|&asked| asked == 1), "{:?}", policy.2);
}

#[test]
fn a_seat_that_is_given_back_goes_to_somebody_who_waits() {
    let clinic = sample_clinic(SampleKind::AddictionTreatment, 8, 1);
    let mut rates = Rates::of(&clinic);
    rates.services.values_mut().for_each(|rates| rates.early_cancel = 0.3);
    let mut policy = Seats(Recall, 0);
    live(&clinic, &rates, Streams::new(1, 0), &mut policy);
    assert!(policy.1 > 0);
}

#[test]
fn in_a_calm_world_the_next_week_is_the_same_week() {
    for kind in KINDS {
        let first = sample_clinic(kind, 6, 2);
        let rates = Rates::calm();
        let lived = live(&first, &rates, Streams::new(1, 0), &mut CancelOnly);
        let second = next_stretch(&first, &lived);
        let again = live(&second, &rates, Streams::new(1, 0).week(1), &mut CancelOnly);
        assert_eq!(again.from, lived.to);
        // Every repeated session of an order that still runs stands at the same time with the same people.
        let place = |row: &Appointment, days: i32| {
            (
                row.start.plus_minutes(days * 1440),
                row.clinicians.clone(),
                row.service.clone(),
            )
        };
        let mut held: BTreeMap<_, usize> = BTreeMap::new();
        for row in rows(&again) {
            assert_eq!(row.status, Status::Completed);
            *held.entry(place(row, 0)).or_default() += 1;
        }
        let runs = |row: &&&Appointment| {
            let order = row
                .order
                .as_ref()
                .and_then(|id| second.orders.iter().find(|order| order.id == *id));
            order.is_some_and(|order| order.requested.is_none() && order.until >= row.start.date().plus_days(7))
        };
        let kept = rows(&lived);
        let repeated: Vec<_> = kept.iter().filter(runs).collect();
        assert!(repeated.len() > 20);
        for row in repeated {
            assert!(held.contains_key(&place(row, 7)), "{kind:?} {row:?}");
        }
    }
}

#[test]
fn those_who_wait_longer_for_an_intake_stay_away_more_often() {
    // The samples draw it so [FEST]; the rates must find it in the rows.
    let clinic = sample(&SampleRequest::default());
    let rates = Rates::of(&clinic);
    assert!(rates.lead[0] < rates.lead[3], "{:?}", rates.lead);
    assert_eq!([rates.lead(0), rates.lead(1_440)], [rates.lead[0]; 2]);
    assert_eq!(
        [rates.lead(1_441), rates.lead(7 * 1_440 + 1)],
        [rates.lead[1], rates.lead[3]]
    );
}

#[test]
fn intervals_are_those_of_student() {
    let found = simulated(
        vec![Some(1.0), Some(2.0), None, Some(3.0), Some(4.0)],
        Direction::Higher,
    );
    // Mean 2.5, standard deviation 1.290994, t of 3 degrees of freedom 3.182446 (scipy.stats.t.ppf(0.975, 3)).
    let (low, high) = found.interval.unwrap();
    assert!((low - (2.5 - 2.054_260_4)).abs() < 1e-6 && (high - (2.5 + 2.054_260_4)).abs() < 1e-6);
    assert_eq!((found.n, found.mean, found.worst_tenth), (4, Some(2.5), Some(1.3)));
}

#[test]
fn verdicts_follow_the_rule_that_is_written_down() {
    let claim = |promise| Claim {
        text: "",
        id: "",
        figure: "",
        promise,
        limit: Limit::None,
    };
    let column = |values: &[f64]| simulated(values.iter().copied().map(Some).collect(), Direction::Neither);
    let judge = |promise, human: &[f64], optimizer: &[f64], limit| {
        let differences: Vec<f64> = optimizer.iter().zip(human).map(|(own, human)| own - human).collect();
        claim(promise).judge(&column(human), &column(optimizer), &column(&differences), limit)
    };
    let base = [0.5, 0.52, 0.48, 0.5, 0.5];
    let more = |by: f64| base.map(|value| value + by);
    for (promise, optimizer, limit, verdict) in [
        // A quarter of 0.5 is 0.125.
        (Promise::Change(0.25), more(0.13), None, Verdict::Holds),
        (Promise::Change(0.25), more(0.12), None, Verdict::InPart),
        (Promise::Change(0.25), more(0.0), None, Verdict::DoesNotHold),
        (Promise::Change(0.25), more(-0.1), None, Verdict::DoesNotHold),
        (Promise::Change(0.25), more(0.13), Some(0.62), Verdict::CannotHold),
        (Promise::Change(-0.2), more(-0.11), None, Verdict::Holds),
        (Promise::Change(-0.2), more(-0.05), None, Verdict::InPart),
        (Promise::Change(-0.2), more(0.05), None, Verdict::DoesNotHold),
        (Promise::Level(0.6), more(0.15), None, Verdict::Holds),
        (Promise::Level(0.6), more(0.05), None, Verdict::InPart),
        (Promise::Level(0.6), more(-0.05), None, Verdict::DoesNotHold),
    ] {
        assert_eq!(
            judge(promise, &base, &optimizer, limit),
            verdict,
            "{promise:?} {optimizer:?}"
        );
    }
    assert_eq!(
        judge(Promise::Change(-0.5), &[0.0; 5], &[0.0; 5], None),
        Verdict::NotMeasured
    );
    let few = simulated(vec![Some(0.1), Some(0.2), None, None, None], Direction::Higher);
    assert_eq!(
        claim(Promise::Change(0.1)).judge(&few, &few, &few, None),
        Verdict::NotMeasured
    );
    assert_eq!(CLAIMS.len(), 12);
}
