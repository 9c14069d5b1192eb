//! Documents in JSON. Of a clinic every good row is opened, built and checked; a plan is refused, or checked with every
//! rule that it breaks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rosterwell::import::{Options, import};
use rosterwell::model::{Plan, PlanDocument, Problem, build, check, validate};
use rosterwell_fuzz::{assert_told, file, small_clinic};

thread_local! {
    static PROBLEM: Problem = build(&small_clinic()).problem;
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = serde_json::from_slice::<PlanDocument>(bytes) {
        PROBLEM.with(|problem| {
            if let Ok(plan) = document.to_plan(problem) {
                check(problem, &plan);
                let _ = PlanDocument::new(problem, &plan);
            }
        });
        return;
    }
    let imported = import(&[file("fuzz.json", None, bytes)], &Options::default());
    assert_told(imported.issues.iter().chain(&validate(&imported.clinic)));
    let built = build(&imported.clinic);
    check(&built.problem, &Plan::published(&built.problem));
});
