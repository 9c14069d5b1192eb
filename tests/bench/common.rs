//! What the instances of several families have in common when they become problems.

use rosterwell::model::Problem;
use rosterwell::model::clinic::{Kind, Modality, Overtime};
use rosterwell::model::problem::{Choice, Clinician, Eligible, Interval, Part, Session, Travel};
use rosterwell::optimizer::{Bound, LowerBound};

/// Rounds of the bound in benchmarks: some seconds on the largest instances.
const BOUND_ROUNDS: u64 = 800;

/// What no plan can undercut, by more work than goes beside a search.
pub fn bound(problem: &Problem) -> LowerBound {
    let mut bound = Bound::new(problem);
    bound.advance(BOUND_ROUNDS);
    bound.value()
}

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

/// What one clinician does of a visit: so many minutes, that long after the visit begins.
pub fn part(minutes: i32, offset: Interval, eligible: Vec<Eligible>) -> Part {
    Part {
        minutes,
        before: 0,
        after: 0,
        offset,
        recovery: 0,
        points: 0,
        documentation: 0,
        eligible,
    }
}

/// A visit at a place that everybody has to be given, within a window; what leaving it out costs is still to be said.
pub fn visit(key: String, place: u16, window: Interval, parts: Vec<Part>) -> Session {
    Session {
        key,
        kind: Kind::Individual,
        service: "visit".into(),
        order: None,
        patient: None,
        minutes: parts.first().map_or(0, |part| part.minutes),
        windows: vec![window],
        preferred: Vec::new(),
        due: Vec::new(),
        parts,
        choices: vec![Choice {
            modality: Modality::Home,
            place,
            room_classes: Vec::new(),
            equipment: None,
            second_choice: 0,
            second_room: 0,
        }],
        unplaced_cents: 0,
        mandated: true,
        counts_to_minimum: false,
        acuity: 0,
        draws: Vec::new(),
        seats: None,
        published: None,
        locked: false,
        thread: None,
    }
}
