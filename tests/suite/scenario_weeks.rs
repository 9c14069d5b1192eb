//! Weeks of a scenario: what a plan has to know of the past, and what chance makes of a planned week.

use std::collections::BTreeSet;

use rosterwell::model::clinic::Status;
use rosterwell::model::{self, Clinic, Plan, Problem};
use rosterwell::optimizer::{Params, solve};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::scenario::life::{Chances, Lived, Moment, Notes, PayerShift, live};
use rosterwell::scenario::week::PlannedWeek;

fn center(kind: SampleKind) -> Clinic {
    sample(&SampleRequest {
        kind,
        clinicians: 8,
        ..SampleRequest::default()
    })
}

fn planned(clinic: &Clinic) -> (Problem, Plan) {
    let problem = model::build(clinic).problem;
    let params = Params {
        steps: 200,
        ..Params::default()
    };
    let (plan, _) = solve(&problem, &params, None);
    (problem, plan)
}

#[test]
fn what_is_forgotten_changes_no_problem() {
    for &kind in &SampleKind::ALL {
        for as_of in [-3, 0, 2] {
            let mut clinic = center(kind);
            clinic.settings.as_of = clinic.settings.horizon_start.plus_days(as_of).at_minute(0);
            // Visits of long ago that are told only now, so that authorizations are drawn on in several ways.
            for row in clinic
                .appointments
                .iter_mut()
                .filter(|row| row.status == Status::NoShow)
            {
                row.status = Status::Completed;
            }
            let mut recent = clinic.clone();
            model::build::forget(&mut recent);
            assert!(recent.appointments.len() < clinic.appointments.len(), "{kind:?}");
            let text = |clinic: &Clinic| serde_json::to_string(&model::build(clinic).problem).unwrap();
            assert!(text(&clinic) == text(&recent), "{kind:?} as of day {as_of}");
        }
    }
}

#[test]
fn what_is_counted_of_a_planned_week_is_in_the_plan() {
    for &kind in &SampleKind::ALL {
        let clinic = center(kind);
        let (problem, plan) = planned(&clinic);
        let alone = Clinic {
            appointments: Vec::new(),
            attendances: Vec::new(),
            ..clinic.clone()
        };
        let counted = |clinic| format!("{:?}", PlannedWeek::new(clinic, &problem, &plan));
        assert!(counted(&clinic) == counted(&alone), "{kind:?}");
    }
}

#[test]
fn patients_and_clinicians_are_there_as_often_as_the_rates_say() {
    let clinic = center(SampleKind::AddictionTreatment);
    let (problem, plan) = planned(&clinic);
    let week = PlannedWeek::new(&clinic, &problem, &plan);
    let services = clinic.services.len();
    let chances = |no_show, late, sick| Chances::new(vec![no_show; services], vec![late; services], sick, Vec::new());
    let weeks = 400;
    let sums = |chances: &Chances| {
        let (mut notes, mut lived, mut sum) = (Notes::default(), Lived::default(), Lived::default());
        for number in 0..weeks {
            live(
                &week,
                chances,
                Moment::of(7, number / 4, number % 4),
                &mut notes,
                &mut lived,
            );
            sum.add(&lived);
        }
        sum
    };
    let all = sums(&chances(0.2, 0.05, 0.0));
    assert_eq!(all.provider_cancel, 0.0);
    assert_eq!(all.completed + all.no_show + all.late_cancel, all.booked);
    // About 100,000 seats: a standard error of 0.13 points.
    assert!(all.booked > 50_000.0);
    assert!((all.no_show / all.booked - 0.2).abs() < 0.01);
    assert!((all.late_cancel / all.booked - 0.05).abs() < 0.005);
    // Another rate moves those alone who lie between both, and never who cancels late.
    let fewer = sums(&chances(0.1, 0.05, 0.0));
    assert_eq!(fewer.late_cancel, all.late_cancel);
    assert!((fewer.no_show / fewer.booked - 0.1).abs() < 0.01);
    // A sick clinician takes sessions away and leaves the luck of everybody else as it was.
    let sick = sums(&chances(0.2, 0.05, 0.04));
    assert!(sick.provider_cancel > 0.0 && sick.no_show < all.no_show);
    assert_eq!(sick.booked, all.booked);
    let ill = sums(&chances(0.2, 0.05, 1.0));
    assert_eq!(ill.provider_cancel, ill.booked);
    assert_eq!(ill.delivered_min, 0.0);
}

#[test]
fn who_pays_changes_what_is_paid_and_nothing_else() {
    for &kind in &SampleKind::ALL {
        let clinic = center(kind);
        let (problem, plan) = planned(&clinic);
        let week = PlannedWeek::new(&clinic, &problem, &plan);
        let payers: BTreeSet<&str> = clinic.authorizations.iter().map(|row| &*row.payer).collect();
        assert!(payers.len() > 1, "{kind:?}");
        let sum = |share: f64, price: f64| {
            let services = clinic.services.len();
            let shift = |payer: &&str| PayerShift {
                from: (*payer).into(),
                share,
                price,
            };
            let shifts = match share > 0.0 {
                true => payers.iter().map(shift).collect(),
                false => Vec::new(),
            };
            let chances = Chances::new(vec![0.2; services], vec![0.05; services], 0.05, shifts);
            let (mut notes, mut lived, mut sum) = (Notes::default(), Lived::default(), Lived::default());
            for number in 0..50 {
                live(&week, &chances, Moment::of(7, number, 0), &mut notes, &mut lived);
                sum.add(&lived);
                // Units are worth money in their own month only, so a sum of weeks leaves them out.
                for (sum, units) in [(&mut sum.units, &lived.units), (&mut sum.more_units, &lived.more_units)] {
                    sum.resize(services, 0.0);
                    sum.iter_mut().zip(units).for_each(|(sum, units)| *sum += units);
                }
            }
            sum
        };
        let today = sum(0.0, 0.0);
        assert!(today.provider_cancel > 0.0 && today.no_show > 0.0, "{kind:?}");
        // Seats are billed one by one as soon as anybody has another payer, and together where nobody has.
        assert_eq!(sum(1.0, 0.0), today, "{kind:?}");
        let [some, more, all] = [0.3, 0.6, 1.0].map(|share| sum(share, 0.25));
        let paid = |lived: &Lived| lived.more_units.iter().sum::<f64>();
        assert!(
            0.0 < paid(&some) && paid(&some) < paid(&more) && paid(&more) < paid(&all),
            "{kind:?}"
        );
        for (more, units) in all.more_units.iter().zip(&today.units) {
            assert!(*more <= 0.25 * units, "{kind:?}");
        }
        for lived in [some, more, all] {
            let but_payers = Lived {
                more_units: today.more_units.clone(),
                ..lived
            };
            assert_eq!(but_payers, today, "{kind:?}");
        }
    }
}
