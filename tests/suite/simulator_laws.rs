//! Laws that hold for every policy and every luck: nobody sees the future, nobody's luck depends on anybody else's,
//! nothing is lost or counted twice.

use std::collections::{BTreeMap, BTreeSet};

use rosterwell::kpi::{IndicatorOptions, View, indicators};
use rosterwell::model::calendar::DateTime;
use rosterwell::model::clinic::{Appointment, Status};
use rosterwell::model::{self, Clinic, Plan, Problem};
use rosterwell::sample::SampleKind;
use rosterwell::simulator::emergencies::emergencies;
use rosterwell::simulator::measures::measures;
use rosterwell::simulator::newcomers::newcomers;
use rosterwell::simulator::policy::without_impossible;
use rosterwell::simulator::{
    ByRules, CancelOnly, Human, Lived, News, Optimized, Policy, PolicyName, Rates, Recall, SimulateRequest, Situation,
    Streams, Study, live,
};

use crate::clinics::{KINDS, sample_clinic};

fn policies() -> Vec<Box<dyn Policy>> {
    let optimized = Optimized {
        seed: 1,
        steps: 400,
        repair_steps: 50,
    };
    vec![
        Box::new(CancelOnly),
        Box::new(Recall),
        Box::new(Human::default()),
        Box::new(ByRules),
        Box::new(optimized),
    ]
}

/// Busier than the samples, so that everything happens within a week.
fn busy(clinic: &Clinic) -> Rates {
    let mut rates = Rates::of(clinic);
    (rates.sick, rates.closed) = (0.06, 0.02);
    (rates.emergencies_week, rates.referrals_week) = (6.0, 8.0);
    rates
}

/// Writes down everything that a policy is shown, with the minute.
struct Witness<'p>(&'p mut dyn Policy, Vec<(i32, String)>);

impl Policy for Witness<'_> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
        self.1.push((i32::MIN, shown(problem, standing)));
        self.0.publish(problem, standing)
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let seen = shown(situation.problem, situation.plan);
        let rest = (situation.news, situation.away, situation.freed, situation.waiting);
        self.1.push((situation.now, format!("{seen} {rest:?}")));
        self.0.respond(situation)
    }
}

fn shown(problem: &Problem, plan: &Plan) -> String {
    serde_json::to_string(&(problem, plan)).unwrap()
}

/// What a policy is shown before a minute.
fn shown_before(
    clinic: &Clinic,
    rates: &Rates,
    streams: Streams,
    policy: &mut dyn Policy,
    until: i32,
) -> Vec<(i32, String)> {
    let mut witness = Witness(policy, Vec::new());
    live(clinic, rates, streams, &mut witness);
    let mut seen = witness.1;
    seen.retain(|row| row.0 < until);
    seen
}

/// Two worlds that are the same up to a moment.
struct Fork {
    name: &'static str,
    rates: Rates,
    /// The first minute at which the second world differs from the first.
    parts_at: i32,
}

fn forks(clinic: &Clinic, rates: &Rates, streams: Streams) -> Vec<Fork> {
    let minute = |moment: DateTime| moment.minutes_since(clinic.settings.horizon_start);
    let changed = |change: &dyn Fn(&mut Rates)| {
        let mut rates = rates.clone();
        change(&mut rates);
        rates
    };
    let calls = changed(&|rates| rates.emergencies_week = 0.0);
    let first_call = emergencies(clinic, rates, streams)
        .iter()
        .map(|call| minute(call.at))
        .min();
    let nobody_new = changed(&|rates| rates.referrals_week = 0.0);
    let first_new = newcomers(clinic, rates, streams).iter().map(|new| minute(new.at)).min();
    let healthy = changed(&|rates| rates.sick = 0.0);
    let lived = live(clinic, rates, streams, &mut CancelOnly);
    let sick = lived
        .clinic
        .absences
        .iter()
        .filter(|row| row.reason.as_deref() == Some("sick"));
    let first_sick = sick.map(|row| minute(row.from)).min();
    // Who does not come is known when they do not come, and nobody is asked about it.
    let absent = changed(&|rates| {
        rates.clinic.no_show = 0.5;
        rates.services.values_mut().for_each(|rates| rates.no_show = 0.5);
    });
    let punctual = changed(&|rates| rates.runs_over = (0.0, 0.0));
    let fork = |name, rates, parts_at: Option<i32>| Fork {
        name,
        rates,
        parts_at: parts_at.unwrap_or(i32::MAX),
    };
    vec![
        fork("no emergencies", calls, first_call),
        fork("nobody new", nobody_new, first_new),
        fork("nobody sick", healthy, first_sick),
        fork("half do not come", absent, None),
        fork("nothing runs over", punctual, None),
    ]
}

#[test]
fn no_policy_sees_what_is_to_come() {
    let mut compared = BTreeMap::new();
    for kind in KINDS {
        let clinic = sample_clinic(kind, 6, 4);
        let mut rates = busy(&clinic);
        // Nothing but what a fork is about may come before it: two services never differ in who calls off.
        rates.lead = [1.0; 4];
        let streams = Streams::new(11, 0);
        for fork in forks(&clinic, &rates, streams) {
            for mut policy in policies() {
                let one = shown_before(&clinic, &rates, streams, policy.as_mut(), fork.parts_at);
                let other = shown_before(&clinic, &fork.rates, streams, policy.as_mut(), fork.parts_at);
                let first = one.iter().zip(&other).find(|(one, other)| one != other);
                assert!(
                    first.is_none() && one.len() == other.len(),
                    "{kind:?}, {}, {}: minute {:?}, {} and {} times",
                    fork.name,
                    policy.name(),
                    first.map(|row| row.0.0),
                    one.len(),
                    other.len()
                );
                *compared.entry(fork.name).or_insert(0) += one.len() - 1;
            }
        }
    }
    assert!(compared.values().all(|&count| count > 0), "{compared:?}");
}

#[test]
fn what_is_published_upon_is_what_the_clinic_knows() {
    for kind in KINDS {
        let clinic = sample_clinic(kind, 6, 4);
        let known = model::build(&clinic).problem;
        let expected = shown(&known, &Plan::published(&known));
        let seen = shown_before(&clinic, &busy(&clinic), Streams::new(11, 0), &mut CancelOnly, 0);
        assert_eq!(seen[0].1, expected, "{kind:?}");
    }
}

/// What became of each session that was placed, by order and start.
fn fates(lived: &Lived) -> BTreeMap<String, (Status, Option<i32>)> {
    let rows = lived.clinic.appointments.iter();
    rows.filter(|row| lived.from <= row.start && row.start < lived.to)
        .map(|row| {
            let key = format!("{:?} {} {} {:?}", row.order, row.service, row.start, row.clinicians);
            (key, (row.status, row.documentation_min))
        })
        .collect()
}

#[test]
fn one_kind_of_luck_never_changes_another() {
    for kind in KINDS {
        let clinic = sample_clinic(kind, 8, 3);
        let base = busy(&clinic);
        let streams = Streams::new(7, 1);
        let with = |change: &dyn Fn(&mut Rates)| {
            let mut rates = base.clone();
            change(&mut rates);
            (live(&clinic, &rates, streams, &mut CancelOnly), rates)
        };
        let absences = |lived: &Lived, reason: &str| -> Vec<_> {
            let rows = lived.clinic.absences.iter();
            rows.filter(|row| row.reason.as_deref() == Some(reason))
                .cloned()
                .collect()
        };
        let calls = |rates: &Rates| {
            let urgent = emergencies(&clinic, rates, streams);
            urgent
                .into_iter()
                .map(|call| (call.at, call.order.patient))
                .collect::<Vec<_>>()
        };
        let new = |rates: &Rates| {
            let new = newcomers(&clinic, rates, streams);
            new.into_iter()
                .map(|new| (new.at, new.order.service))
                .collect::<Vec<_>>()
        };
        let (first, _) = with(&|_| {});
        type Change = (&'static str, fn(&mut Rates));
        let changes: [Change; 6] = [
            ("sick", |rates| rates.sick = 0.2),
            ("closed", |rates| rates.closed = 0.2),
            ("emergencies", |rates| rates.emergencies_week = 20.0),
            ("referrals", |rates| rates.referrals_week = 25.0),
            ("overruns", |rates| rates.runs_over = (0.9, 20.0)),
            ("no-shows", |rates| {
                rates.services.values_mut().for_each(|rates| rates.no_show += 0.1)
            }),
        ];
        for (name, change) in changes {
            let (other, rates) = with(&change);
            let same = |what: &str| name != what;
            assert_eq!(
                absences(&first, "sick") == absences(&other, "sick"),
                same("sick"),
                "{name}"
            );
            assert_eq!(
                absences(&first, "closed") == absences(&other, "closed"),
                same("closed"),
                "{name}"
            );
            assert!(same("emergencies") == (calls(&base) == calls(&rates)) || calls(&rates).is_empty());
            assert_eq!(new(&base) == new(&rates), same("referrals"), "{name}");
            // Of those whom it does not concern nobody fares otherwise: a session that took place in both worlds does so
            // in the same way, and only a rate of no-shows makes no-shows.
            let fates = fates(&other);
            for (key, fate) in self::fates(&first) {
                let held = |fate: &(Status, _)| matches!(fate.0, Status::Completed | Status::NoShow);
                let Some(now) = fates.get(&key).filter(|now| held(now) && held(&fate)) else {
                    continue;
                };
                let stays_away = name == "no-shows" && now.0 == Status::NoShow;
                assert!(stays_away || *now == fate, "{kind:?} {name} {key}: {fate:?}, {now:?}");
            }
        }
    }
}

/// Rows that the days left.
fn rows(lived: &Lived) -> Vec<&Appointment> {
    let rows = lived.clinic.appointments.iter();
    rows.filter(|row| lived.from <= row.start && row.start < lived.to)
        .collect()
}

#[test]
fn everybody_who_called_is_seen_is_gone_or_waits() {
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in KINDS {
        let clinic = sample_clinic(kind, 8, 2);
        let rates = busy(&clinic);
        for run in 0..3 {
            let streams = Streams::new(5, run);
            let urgent = emergencies(&clinic, &rates, streams);
            let new = newcomers(&clinic, &rates, streams);
            for mut policy in policies() {
                let lived = live(&clinic, &rates, streams, policy.as_mut());
                let what = format!("{kind:?} {} run {run}", policy.name());
                let by_order = |id: &str| -> Vec<Status> {
                    let own = rows(&lived).into_iter().filter(|row| row.order.as_deref() == Some(id));
                    own.map(|row| row.status).collect()
                };
                let log = |id: &str| {
                    lived
                        .clinic
                        .referrals
                        .iter()
                        .filter(|row| row.id == id)
                        .collect::<Vec<_>>()
                };
                for id in new.iter().map(|new| &new.order.id) {
                    let (fates, log) = (by_order(id), log(id));
                    let count = |wanted| fates.iter().filter(|&&status| status == wanted).count();
                    let (seen, missed) = (count(Status::Completed), count(Status::NoShow) + count(Status::Missed));
                    assert!(log.len() == 1 && seen + missed <= 1, "{what} {id}: {fates:?}");
                    assert_eq!(log[0].first_visit.is_some(), seen == 1, "{what} {id}");
                    let end = match (seen, missed, fates.is_empty()) {
                        (1, ..) => "seen",
                        (_, 1, _) | (_, _, false) => "gone",
                        _ => "waits",
                    };
                    *ends.entry(end).or_default() += 1;
                }
                for id in urgent.iter().map(|call| &call.order.id) {
                    let fates = by_order(id);
                    let seen = fates.iter().filter(|&&status| status == Status::Completed).count();
                    // Told by its session, or closed at the end of the day: never both, never neither.
                    assert_eq!(
                        log(id).len() + usize::from(!fates.is_empty()),
                        1,
                        "{what} {id}: {fates:?}"
                    );
                    assert!(seen <= 1, "{what} {id}: {fates:?}");
                }
                let known: BTreeSet<&str> = lived.clinic.referrals.iter().map(|row| row.id.as_str()).collect();
                assert_eq!(known.len(), lived.clinic.referrals.len(), "{what}: a referral twice");
                let before = clinic.referrals.iter().all(|row| known.contains(row.id.as_str()));
                assert!(before, "{what}: a referral is lost");
            }
        }
    }
    assert_eq!(ends.len(), 3, "{ends:?}");
}

#[test]
fn every_minute_is_counted_once() {
    for kind in KINDS {
        let clinic = sample_clinic(kind, 8, 2);
        for run in 0..2 {
            for mut policy in policies() {
                let lived = live(&clinic, &busy(&clinic), Streams::new(6, run), policy.as_mut());
                let what = format!("{kind:?} {} run {run}", policy.name());
                // What was placed in the end has one row that ended there, and nothing else has one.
                let from = lived.from.minutes_since(clinic.settings.horizon_start);
                let places = lived.final_problem.sessions.iter().zip(&lived.held.placements);
                let held = places.filter_map(|(row, place)| Some((row, place.as_ref()?)));
                let held = held.filter(|(_, place)| place.start >= from);
                let minutes: Vec<i32> = held.map(|(row, _)| row.minutes).collect();
                let rows = rows(&lived);
                let ended: Vec<_> = rows.iter().filter(|row| row.status != Status::Cancelled).collect();
                assert!(ended.iter().all(|row| row.status != Status::Booked), "{what}");
                assert_eq!(ended.len(), minutes.len(), "{what}");
                let rows_min: i32 = ended.iter().map(|row| row.minutes).sum();
                assert_eq!(rows_min, minutes.iter().sum::<i32>(), "{what}");
                // One sheet a clinician and day, and none for a day before.
                let mut sheets = BTreeSet::new();
                for sheet in lived
                    .clinic
                    .staff_days
                    .iter()
                    .filter(|row| row.date >= lived.from.date())
                {
                    assert!(sheets.insert((&sheet.clinician, sheet.date)), "{what} {sheet:?}");
                    assert!(
                        sheet.paid_min >= 0 && sheet.travel_min <= sheet.paid_min,
                        "{what} {sheet:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_policy_meets_the_same_luck_whoever_stands_beside_it() {
    let clinic = sample_clinic(SampleKind::OutpatientRehabilitation, 6, 3);
    let values = |policies: &[PolicyName], replications: u32, of: PolicyName| {
        let request = SimulateRequest {
            policies: policies.to_vec(),
            replications,
            seed: Some(2),
            steps: 200,
            repair_steps: 20,
            ..SimulateRequest::default()
        };
        let mut study = Study::new(&clinic, request).unwrap();
        while study.advance() {}
        let reply = study.report();
        let own = reply.policies.into_iter().find(|row| row.policy == of).unwrap();
        own.figures.into_iter().map(|row| row.values).collect::<Vec<_>>()
    };
    use PolicyName::{Human, Optimizer, Rules};
    let alone = values(&[Human], 3, Human);
    assert_eq!(values(&[Optimizer, Human, Rules], 3, Human), alone);
    // More replications add to those that there are.
    let fewer = values(&[Human], 2, Human);
    assert!(alone.iter().zip(&fewer).all(|(three, two)| three[..2] == two[..]));
}

/// Looks whom the optimizer moves.
struct Gentle(Optimized, usize);

impl Policy for Gentle {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn publish(&mut self, problem: &Problem, standing: &Plan) -> Plan {
        self.0.publish(problem, standing)
    }

    fn respond(&mut self, situation: &Situation) -> Plan {
        let plan = self.0.respond(situation);
        let stays = without_impossible(situation);
        let urgent = matches!(situation.news, News::Emergency { .. });
        for (was, is) in stays.placements.iter().zip(&plan.placements) {
            let Some(was) = was.as_ref().filter(|was| was.start >= situation.now && !urgent) else {
                continue;
            };
            assert!(is.is_some(), "{:?} takes a time away", situation.news);
            let told_late = was.start < situation.now + situation.notice;
            assert!(
                !told_late || is.as_ref() == Some(was),
                "{:?} moves {was:?} to {is:?}",
                situation.news
            );
            self.1 += 1;
        }
        plan
    }
}

#[test]
fn only_an_emergency_moves_anybody_at_short_notice() {
    for kind in KINDS {
        let clinic = sample_clinic(kind, 8, 6);
        let optimized = Optimized {
            seed: 1,
            steps: 400,
            repair_steps: 50,
        };
        let mut policy = Gentle(optimized, 0);
        live(&clinic, &busy(&clinic), Streams::new(8, 0), &mut policy);
        assert!(policy.1 > 100, "{kind:?}: {}", policy.1);
    }
}

#[test]
fn every_figure_has_the_unit_that_the_indicator_gives_it() {
    let mut checked = 0;
    for kind in KINDS {
        let clinic = sample_clinic(kind, 8, 1);
        let lived = live(&clinic, &busy(&clinic), Streams::new(1, 0), &mut Human::default());
        let history = View::history(&lived.clinic, lived.from, lived.to, IndicatorOptions::default());
        let plan = View::plan(
            &lived.clinic,
            &lived.problem,
            &lived.published,
            IndicatorOptions::default(),
        );
        let found = [indicators(&history, &[]), indicators(&plan, &[])].concat();
        for measure in measures() {
            for indicator in found.iter().filter(|row| row.id == measure.id) {
                for figure in indicator.figures.iter().filter(|row| row.name == measure.figure) {
                    assert_eq!(measure.unit, figure.unit, "{} {}", measure.id, measure.figure);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 20, "{checked}");
}
