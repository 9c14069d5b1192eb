//! Tiny named problems and plans, built by hand.

use rosterwell::model::clinic::{Kind, Modality, Overtime};
use rosterwell::model::problem::{
    ANYWHERE, Assigned, Budget, Choice, Clinician, Duty, Eligible, Part, Patient, Placement, Pool, Problem, Room,
    Rules, SeatOrder, Seats, Session, Travel,
};
use rosterwell::model::{CostTerm, Costs, Plan};

/// Minutes from the start of the horizon.
pub(crate) fn at(day: i32, hour: i32, minute: i32) -> i32 {
    day * 1440 + hour * 60 + minute
}

/// The same window on each of `num_days` days.
pub(crate) fn daily(num_days: i32, from: i32, to: i32) -> Vec<(i32, i32)> {
    (0..num_days).map(|day| (day * 1440 + from, day * 1440 + to)).collect()
}

/// A week without anything to place: two clinicians on duty 08:00-17:00 every day, three patients who can come from
/// 07:00 to 20:00, rooms 0 and 1 of class 0 and room 2 of class 1, one scanner, all open 07:00-20:00.
///
/// Places: 0 the clinic, 1 and 2 homes; the clinic is 20 minutes from 1 and 30 from 2, the homes 10 from each other.
pub(crate) fn quiet_week() -> Problem {
    let mut prices = Costs::default();
    for term in CostTerm::ALL {
        prices[term] = term.default_price().0;
    }
    let pool = |name: &str, count| Pool {
        name: name.into(),
        count,
        open: daily(7, 420, 1200),
    };
    let room = |id: &str, class| Room {
        id: id.into(),
        class,
        place: 0,
    };
    Problem {
        start: None,
        num_days: 7,
        grid: 15,
        day_min: 1440,
        travel: Travel {
            num_places: 3,
            minutes: vec![0, 20, 30, 20, 0, 10, 30, 10, 0],
            distance: vec![0, 100, 150, 100, 0, 50, 150, 50, 0],
            estimated: false,
        },
        prices,
        clinicians: vec![clinician("c0"), clinician("c1")],
        duties: (0..2).flat_map(|who| (0..7).map(move |day| duty(who, day))).collect(),
        patients: (0..3).map(|idx| patient(&format!("p{idx}"))).collect(),
        rooms: vec![room("r0", 0), room("r1", 0), room("r2", 1)],
        room_classes: vec![pool("office", 2), pool("hall", 1)],
        equipment: vec![pool("scanner", 1)],
        rules: Rules {
            break_min: 15,
            evening_from: 1080,
            ..Rules::default()
        },
        ..Problem::default()
    }
}

/// A clinician without limits worth mentioning.
pub(crate) fn clinician(id: &str) -> Clinician {
    Clinician {
        id: id.into(),
        max_week_min: 10_000,
        overtime: Overtime::None,
        overtime_cents_min: 0,
        target_week_min: 10_000,
        target_acuity: 1_000,
        points_week_cap: i32::MAX,
        caseload_cap: i32::MAX,
        worked_before: vec![0],
    }
}

/// A duty 08:00-17:00 that starts and ends at the clinic.
pub(crate) fn duty(clinician: u32, day: u16) -> Duty {
    let window = (at(i32::from(day), 8, 0), at(i32::from(day), 17, 0));
    Duty {
        clinician,
        day,
        week: 0,
        windows: vec![window],
        regular: window,
        start_place: 0,
        end_place: 0,
        commute_paid: false,
        max_work_min: 1440,
        points_cap: i32::MAX,
        lunch: None,
        preferred: Vec::new(),
        burden: false,
    }
}

/// A patient who can come 07:00-20:00.
pub(crate) fn patient(id: &str) -> Patient {
    Patient {
        id: id.into(),
        windows: daily(7, 420, 1200),
    }
}

/// The whole of a session by one clinician; anyone of the first `num_clinicians` may do it on any day.
pub(crate) fn part(minutes: i32, num_clinicians: u32) -> Part {
    let eligible = |clinician| Eligible {
        clinician,
        days: u32::MAX,
        choices: u32::MAX,
        continuity: 0,
        preference: 0,
        specialization: 0,
    };
    Part {
        minutes,
        before: 0,
        after: 0,
        offset: (0, 0),
        recovery: 0,
        points: 0,
        documentation: 0,
        eligible: (0..num_clinicians).map(eligible).collect(),
    }
}

/// In person at the clinic, in a room of class 0.
pub(crate) fn in_office() -> Choice {
    Choice {
        modality: Modality::InPerson,
        place: 0,
        room_classes: vec![0],
        equipment: None,
        second_choice: 0,
        second_room: 0,
    }
}

/// At home, at a place.
pub(crate) fn at_home(place: u16) -> Choice {
    Choice {
        modality: Modality::Home,
        place,
        room_classes: Vec::new(),
        ..in_office()
    }
}

/// By video.
pub(crate) fn by_video() -> Choice {
    Choice {
        modality: Modality::Video,
        ..at_home(ANYWHERE)
    }
}

/// An hour with one clinician, in an office or by video, at any time of the week.
pub(crate) fn hour(key: &str, patient: u32) -> Session {
    Session {
        key: key.into(),
        kind: Kind::Individual,
        service: "hour".into(),
        order: None,
        patient: Some(patient),
        minutes: 60,
        windows: daily(7, 0, 1440),
        preferred: Vec::new(),
        due: Vec::new(),
        parts: vec![part(60, 2)],
        choices: vec![in_office(), by_video()],
        unplaced_cents: 100_000,
        mandated: false,
        counts_to_minimum: false,
        acuity: 0,
        draws: Vec::new(),
        seats: None,
        published: None,
        locked: false,
        thread: None,
    }
}

/// An hour at a patient's home.
pub(crate) fn home_visit(key: &str, patient: u32, place: u16) -> Session {
    Session {
        choices: vec![at_home(place)],
        ..hour(key, patient)
    }
}

/// A group of an hour with one to two patients.
pub(crate) fn group(key: &str) -> Session {
    Session {
        kind: Kind::Group,
        patient: None,
        choices: vec![in_office()],
        unplaced_cents: 0,
        seats: Some(Seats {
            min: 1,
            target: 2,
            max: 2,
        }),
        ..hour(key, 0)
    }
}

/// Cover of the clinic for some minutes.
pub(crate) fn shift(key: &str, minutes: i32) -> Session {
    Session {
        kind: Kind::Shift,
        patient: None,
        minutes,
        windows: vec![(0, 8 * 1440)],
        parts: vec![part(minutes, 2)],
        choices: vec![at_home(0)],
        ..hour(key, 0)
    }
}

/// One seat wanted in one of some group sessions.
pub(crate) fn seat_order(patient: u32, options: &[u32]) -> SeatOrder {
    SeatOrder {
        order: format!("seats-{patient}"),
        patient,
        count: 1,
        options: options.to_vec(),
        min_days: 0,
        empty_cents: 40_000,
        mandated: false,
        counts_to_minimum: false,
        draws: Vec::new(),
        published: Vec::new(),
    }
}

/// Some units, to be drawn on any day.
pub(crate) fn budget(units: i32, per_day: bool) -> Budget {
    Budget {
        id: "authorization".into(),
        units,
        per_day,
        days: u32::MAX,
    }
}

/// A placement in the first way, all parts together.
pub(crate) fn placement(start: i32, clinicians: &[u32], room: Option<u32>) -> Placement {
    Placement {
        start,
        choice: 0,
        room,
        parts: clinicians
            .iter()
            .map(|&clinician| Assigned { clinician, start })
            .collect(),
    }
}

/// Puts a session in the plan, in its first way.
pub(crate) fn place(plan: &mut Plan, session: usize, start: i32, clinicians: &[u32], room: Option<u32>) {
    plan.placements[session] = Some(placement(start, clinicians, room));
}

// Sessions of `week`.

/// The hour of patient 0.
pub(crate) const P0_HOUR: usize = 0;
/// The hour of patient 1.
pub(crate) const P1_HOUR: usize = 1;
/// Another hour of patient 0.
pub(crate) const P0_AGAIN: usize = 2;
/// The group.
pub(crate) const GROUP: usize = 3;
/// The group once more.
pub(crate) const GROUP_AGAIN: usize = 4;
/// A visit to patient 1, at place 1.
pub(crate) const HOME_1: usize = 5;
/// A visit to patient 2, at place 2.
pub(crate) const HOME_2: usize = 6;
/// Patient 2 with two clinicians, the second for half an hour.
pub(crate) const PAIR: usize = 7;
/// Ten hours of cover.
pub(crate) const SHIFT: usize = 8;

/// A quiet week with one session of every kind to place, and a seat in either group wanted by each patient.
pub(crate) fn week() -> Problem {
    let mut problem = quiet_week();
    let mut pair = hour("pair", 2);
    pair.parts = vec![part(60, 2), part(30, 2)];
    problem.sessions = vec![
        hour("p0/a", 0),
        hour("p1/a", 1),
        hour("p0/b", 0),
        group("group/a"),
        group("group/b"),
        home_visit("home-1", 1, 1),
        home_visit("home-2", 2, 2),
        pair,
        shift("night", 600),
    ];
    problem.seat_orders = (0..3).map(|patient| seat_order(patient, &[3, 4])).collect();
    problem
}

/// Clinician 0 at 09:00 on day 0 in room 0, with patient 0.
pub(crate) fn first_hour(plan: &mut Plan) {
    place(plan, P0_HOUR, at(0, 9, 0), &[0], Some(0));
}

/// Clinician 1 leads the group at 09:00 on day 0.
pub(crate) fn first_group(plan: &mut Plan) {
    place(plan, GROUP, at(0, 9, 0), &[1], Some(1));
}

/// By video, the second way of an hour.
pub(crate) fn place_by_video(plan: &mut Plan, session: usize, start: i32, clinician: u32) {
    place(plan, session, start, &[clinician], None);
    if let Some(placement) = &mut plan.placements[session] {
        placement.choice = 1;
    }
}
