//! What the instances of several families have in common when they become problems.

use rosterwell::model::Problem;
use rosterwell::model::clinic::Overtime;
use rosterwell::model::problem::{Clinician, Travel};

/// A clinician without limits.
pub fn clinician(id: String) -> Clinician {
    Clinician {
        id,
        max_week_min: i32::MAX,
        overtime: Overtime::None,
        overtime_cents_min: 0,
        target_week_min: i32::MAX,
        target_acuity: i32::MAX,
        points_week_cap: i32::MAX,
        caseload_cap: i32::MAX,
        worked_before: vec![0],
    }
}

/// A single day of so many minutes, planned to the minute, with ways between places and nothing else yet.
pub fn one_day(day_min: i32, num_places: usize, minutes: Vec<i32>) -> Problem {
    let mut problem = Problem {
        num_days: 1,
        grid: 1,
        day_min,
        travel: Travel {
            num_places,
            minutes,
            distance: Vec::new(),
            estimated: false,
        },
        ..Problem::default()
    };
    problem.rules.evening_from = i32::MAX;
    problem
}
