//! A clinic in which nothing happens lives through its plan: what is counted of the week is what was counted of the plan.

use rosterwell::kpi::{CATALOG, Indicator, IndicatorOptions, View, indicators};
use rosterwell::model::{self, Clinic};
use rosterwell::simulator::{ByRules, Human, Lived, Optimized, Policy, Rates, Streams, live};

use crate::clinics::{KINDS, sample_clinic};

/// What asks something else of a plan: K13 what it changes against the schedule before it, K34 what is open on the day
/// of the document, which is another day when the week is over.
const OTHERWISE: [&str; 2] = ["K13", "K34"];
/// A mean over the parts that are known: after-hours work and changed sessions are known of what happened only.
const OF_WHAT_IS_KNOWN: [&str; 1] = ["K25"];

/// Every indicator of the plan that was published and of the week as it was lived.
fn counted(clinic: &Clinic, lived: &Lived) -> (Vec<Indicator>, Vec<Indicator>) {
    let ids: Vec<String> = CATALOG.iter().map(|row| row.id.to_string()).collect();
    let options = IndicatorOptions::default;
    let plan = View::plan(clinic, &lived.problem, &lived.published, options());
    let week = View::history(&lived.clinic, lived.from, lived.to, options());
    (indicators(&plan, &ids), indicators(&week, &ids))
}

/// Asserts that two indicators say the same; true if there was something to compare.
fn same(plan: &Indicator, week: &Indicator, what: &str) -> bool {
    let is_in = |list: &[&str]| list.contains(&plan.id.as_str());
    let (Some(planned), Some(lived)) = (plan.value, week.value) else {
        return false;
    };
    if is_in(&OTHERWISE) {
        return false;
    }
    if !is_in(&OF_WHAT_IS_KNOWN) {
        assert_eq!(planned, lived, "{what}");
        assert_eq!(
            (plan.numerator, plan.denominator),
            (week.numerator, week.denominator),
            "{what}"
        );
    }
    for figure in &plan.figures {
        if let Some(other) = week.figures.iter().find(|other| other.name == figure.name) {
            assert_eq!(figure.value, other.value, "{what}: {}", figure.name);
        }
    }
    true
}

#[test]
fn indicators_of_the_plan_are_those_of_the_week() {
    let (mut compared, mut unequal_parts, mut unequal_ways) = (0, 0, 0);
    for (kind, seed) in KINDS.into_iter().flat_map(|kind| (1..=3).map(move |seed| (kind, seed))) {
        let clinic = sample_clinic(kind, 8, seed);
        let mut optimized = Optimized {
            seed,
            steps: 800,
            repair_steps: 100,
        };
        let policies: [&mut dyn Policy; 3] = [&mut Human::default(), &mut ByRules, &mut optimized];
        for policy in policies {
            let lived = live(&clinic, &Rates::calm(), Streams::new(seed, 0), policy);
            if !model::check(&lived.problem, &lived.published).is_empty() {
                // Who is in two places at once is late for one of them: that is a disturbance.
                assert_ne!(policy.name(), "optimizer with repair");
                continue;
            }
            let (plan, week) = counted(&clinic, &lived);
            for (plan, week) in plan.iter().zip(&week) {
                let what = format!("{kind:?} {seed} {} {}", policy.name(), plan.id);
                compared += usize::from(same(plan, week, &what));
            }
            for row in &lived.clinic.appointments {
                unequal_parts += usize::from(!row.part_minutes.is_empty());
                unequal_ways += usize::from(!row.part_travel_min.is_empty());
            }
        }
    }
    assert!(compared > 100 && unequal_parts > 0 && unequal_ways > 0);
}
