//! Days of clinicians: breaks, limits, overtime, ways, rooms, nights, and what is shared fairly.

use rosterwell::model::calendar::Weekday;
use rosterwell::model::clinic::{Clinic, Equipment, Kind, Modality, Overtime, Shift};
use rosterwell::model::{CostTerm, Problem};

use super::{Row, allow_video, assert_exact, built, clinic, plain, set_price, set_rule, set_usual, set_way};
use crate::clinics::{day, hours, room, staff_day};

/// One patient after another, and nothing to do between.
fn a_morning(patients: &[(&str, &str)]) -> Clinic {
    clinic(&[("ana", "Mon 08:00-15:00")], patients)
}

/// Two patients whose usual clinician is Ana, and Ben.
fn two_with_ana() -> Clinic {
    let mut clinic = clinic(
        &[("ana", "Mon 09:00-11:00"), ("ben", "Mon 09:00-11:00")],
        &[("p", "Mon 09:00-11:00"), ("q", "Mon 09:00-11:00")],
    );
    set_usual(&mut clinic, "ana");
    // Two sessions in two hours leave no time for a break.
    set_price(&mut clinic, CostTerm::ShortBreak, 0);
    clinic
}

/// Ana at the homes of patients, with an hour from the site to each.
fn visits(patients: &[(&str, &str)]) -> Clinic {
    let mut clinic = clinic(&[("ana", "Mon 07:00-16:00")], patients);
    clinic.services[0].modalities = vec![Modality::Home];
    for (id, _) in patients {
        set_way(&mut clinic, "main", id, 60);
    }
    clinic
}

/// Cover of the site by Ana or by Ben, who would rather work only in these hours.
fn cover(shifts: &[(&str, Weekday, i32, i32)], both: &str, ben_likes: &str) -> Clinic {
    let mut clinic = clinic(&[("ana", both), ("ben", both)], &[]);
    clinic.services.push(plain("cover", Kind::Shift, 60));
    clinic.clinicians[1].preferred_hours = Some(hours(ben_likes));
    for &(id, weekday, start_min, minutes) in shifts {
        clinic.shifts.push(Shift {
            id: id.into(),
            service: "cover".into(),
            site: "main".into(),
            days: vec![weekday],
            start_min,
            minutes,
            needed: 1,
        });
    }
    clinic
}

/// The two weeks of an 8/80 period, in which Ana has worked a lot already; her patients come in the second one.
fn two_weeks(worked_before: [i32; 2], on: bool) -> Problem {
    let mut clinic = two_with_ana();
    clinic.settings.horizon_days = 14;
    for order in &mut clinic.orders {
        order.from = day(7);
    }
    let engines = [Overtime::Weekly40, Overtime::EightEighty];
    clinic.clinicians[0].overtime = engines[usize::from(on)];
    clinic.clinicians[0].max_week_min = 10_000;
    let mut problem = built(&clinic);
    problem.clinicians[0].worked_before = worked_before.to_vec();
    problem
}

const ROWS: &[Row] = &[
    Row {
        name: "lunch between sessions that could follow each other",
        problem: |on| {
            let mut clinic = a_morning(&[
                ("p", "Mon 10:30-11:30"),
                ("q", "Mon 11:30-13:00"),
                ("r", "Mon 12:30-14:30"),
            ]);
            set_rule(&mut clinic, "lunch.minutes", if on { 30.0 } else { 0.0 });
            set_rule(&mut clinic, "lunch.to", 780.0);
            built(&clinic)
        },
    },
    Row {
        name: "recovery after a session of high acuity",
        problem: |on| {
            let mut clinic = a_morning(&[("p", "Mon 09:00-10:00"), ("q", "Mon 10:00-12:30")]);
            clinic.patients[0].acuity = 3;
            set_rule(
                &mut clinic,
                "break.after_high_acuity_minutes",
                if on { 30.0 } else { 0.0 },
            );
            built(&clinic)
        },
    },
    Row {
        name: "a short break where there is time for one",
        problem: |on| {
            let mut clinic = a_morning(&[("p", "Mon 09:00-10:00"), ("q", "Mon 10:00-12:30")]);
            set_rule(&mut clinic, "break.minutes", 30.0);
            set_price(&mut clinic, CostTerm::ShortBreak, if on { 2_000 } else { 0 });
            built(&clinic)
        },
    },
    Row {
        name: "documentation right after a session",
        problem: |on| {
            let mut clinic = a_morning(&[("p", "Mon 09:00-10:00"), ("q", "Mon 10:00-12:00")]);
            clinic.services[0].after_min = if on { 30 } else { 0 };
            built(&clinic)
        },
    },
    Row {
        name: "no more than two sessions without a break",
        problem: |on| {
            let morning = "Mon 09:00-13:00";
            let mut clinic = a_morning(&[("p", morning), ("q", morning), ("r", morning)]);
            set_rule(&mut clinic, "run.max_minutes", if on { 120.0 } else { 0.0 });
            set_rule(&mut clinic, "break.minutes", 30.0);
            built(&clinic)
        },
    },
    Row {
        name: "overtime above 40 hours a week",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.settings.horizon_start = day(2);
            clinic.settings.as_of = day(2).at_minute(0);
            clinic.settings.horizon_days = 5;
            let wednesday = hours("Wed 09:00-11:00");
            clinic
                .clinicians
                .iter_mut()
                .for_each(|row| row.hours = wednesday.clone());
            clinic.patients.iter_mut().for_each(|row| row.hours = wednesday.clone());
            for at in 0..2 {
                clinic.staff_days.push(staff_day("ana", day(at), 1_170));
            }
            clinic.clinicians[0].overtime = if on { Overtime::Weekly40 } else { Overtime::None };
            built(&clinic)
        },
    },
    Row {
        name: "overtime above eight hours a day under the 8/80 rule",
        problem: |on| {
            let days = "Mon 08:00-18:00; Tue 08:00-13:00";
            let mut clinic = clinic(&[("ana", days)], &[("p", days), ("q", days)]);
            clinic.services[0].minutes = 300;
            for patient in &mut clinic.patients {
                patient.preferred_hours = Some(hours("Mon 08:00-18:00"));
            }
            set_price(&mut clinic, CostTerm::ShortBreak, 0);
            let engines = [Overtime::Weekly40, Overtime::EightEighty];
            clinic.clinicians[0].overtime = engines[usize::from(on)];
            built(&clinic)
        },
    },
    Row {
        name: "overtime above eighty hours in two weeks",
        problem: |on| two_weeks([2_700, 2_040], on),
    },
    Row {
        name: "a long week that a short one makes up for under the 8/80 rule",
        problem: |on| two_weeks([1_000, 2_340], !on),
    },
    Row {
        name: "most minutes of a day",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.clinicians[0].max_day_min = if on { 90 } else { 120 };
            built(&clinic)
        },
    },
    Row {
        name: "most minutes of a week",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.clinicians[0].max_week_min = if on { 90 } else { 120 };
            built(&clinic)
        },
    },
    Row {
        name: "booked minutes above the share of the contract",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.clinicians[0].contract_week_min = if on { 60 } else { 2_400 };
            set_price(&mut clinic, CostTerm::AcuityBalance, 0);
            set_price(&mut clinic, CostTerm::Continuity, 300);
            built(&clinic)
        },
    },
    Row {
        name: "acuity above an even share",
        problem: |on| {
            let mut clinic = two_with_ana();
            clinic.patients.iter_mut().for_each(|row| row.acuity = 2);
            set_price(&mut clinic, CostTerm::Continuity, 300);
            set_price(&mut clinic, CostTerm::AcuityBalance, if on { 600 } else { 0 });
            built(&clinic)
        },
    },
    Row {
        name: "evenings by turns",
        problem: |on| {
            let mut clinic = two_with_ana();
            let evening = hours("Mon 18:00-20:00");
            clinic.clinicians.iter_mut().for_each(|row| row.hours = evening.clone());
            clinic.patients.iter_mut().for_each(|row| row.hours = evening.clone());
            set_price(&mut clinic, CostTerm::Continuity, 300);
            set_price(&mut clinic, CostTerm::Fairness, if on { 1_000 } else { 0 });
            built(&clinic)
        },
    },
    Row {
        name: "a share of the day that is kept free",
        problem: |on| {
            let days = "Mon-Tue 09:00-11:00";
            let mut clinic = clinic(&[("ana", days)], &[("p", days), ("q", days)]);
            for patient in &mut clinic.patients {
                patient.preferred_hours = Some(hours("Mon 09:00-11:00"));
            }
            set_price(&mut clinic, CostTerm::ShortBreak, 0);
            set_rule(&mut clinic, "reserve.permille", if on { 500.0 } else { 0.0 });
            built(&clinic)
        },
    },
    Row {
        name: "an optional visit that is not worth its way",
        problem: |on| {
            let mut clinic = visits(&[("p", "Mon 09:00-10:00")]);
            set_price(&mut clinic, CostTerm::Unplaced, if on { 1_000 } else { 100_000 });
            built(&clinic)
        },
    },
    Row {
        name: "video in place of a visit",
        problem: |on| {
            let mut clinic = visits(&[("p", "Mon 09:00-12:00")]);
            allow_video(&mut clinic, &[Modality::Home, Modality::Video]);
            clinic.patients[0].telehealth = on;
            built(&clinic)
        },
    },
    Row {
        name: "a call between two visits takes no way",
        problem: |on| {
            let mut clinic = visits(&[
                ("p", "Mon 09:00-10:00"),
                ("q", "Mon 11:30-12:30"),
                ("r", "Mon 10:00-11:30"),
            ]);
            set_way(&mut clinic, "p", "q", 30);
            let mut call = plain("call", Kind::Individual, 60);
            call.modalities = vec![if on { Modality::Video } else { Modality::InPerson }];
            clinic.services.push(call);
            clinic.orders[2].service = "call".into();
            clinic.patients[2].telehealth = true;
            clinic.clinicians[0].telehealth = true;
            built(&clinic)
        },
    },
    Row {
        name: "ways between homes decide who comes after whom",
        problem: |on| {
            let morning = "Mon 08:00-14:00";
            let mut clinic = visits(&[("p", morning), ("q", "Mon 10:30-11:30"), ("r", morning)]);
            for (from, to, minutes) in [("p", "q", 30), ("q", "r", 90), ("p", "r", 60)] {
                set_way(&mut clinic, from, to, if on { minutes } else { 60 });
            }
            built(&clinic)
        },
    },
    Row {
        name: "the day of visits starts at home",
        problem: |on| {
            let mut clinic = visits(&[("p", "Mon 09:00-10:00")]);
            clinic.clinicians.push(crate::clinics::clinician("ben"));
            clinic.clinicians[1].hours = hours("Mon 07:00-16:00");
            clinic.clinicians[1].starts_at_home = on;
            set_way(&mut clinic, "ben", "p", 30);
            set_way(&mut clinic, "ben", "main", 60);
            set_usual(&mut clinic, "ana");
            built(&clinic)
        },
    },
    Row {
        name: "one room for two",
        problem: |on| {
            let hour = "Mon 09:00-10:00";
            let mut clinic = clinic(&[("ana", hour), ("ben", hour)], &[("p", hour), ("q", hour)]);
            clinic.rooms = vec![room("office", 4), room("study", 4)];
            clinic.rooms[1].hours = Some(hours(if on { "Tue 09:00-10:00" } else { "Mon 09:00-10:00" }));
            built(&clinic)
        },
    },
    Row {
        name: "one piece of equipment for two",
        problem: |on| {
            let hour = "Mon 09:00-10:00";
            let mut clinic = clinic(&[("ana", hour), ("ben", hour)], &[("p", hour), ("q", hour)]);
            clinic.equipment = vec![Equipment {
                id: "bike".into(),
                site: "main".into(),
                name: "bike".into(),
                count: if on { 1 } else { 2 },
            }];
            clinic.services[0].equipment = Some("bike".into());
            built(&clinic)
        },
    },
    Row {
        name: "a night and the next day with rest between",
        problem: |on| {
            let both = "Mon 22:00-24:00; Tue 00:00-06:00; Tue 08:00-16:00";
            let shifts = [("night", Weekday::Mon, 1320, 480), ("day", Weekday::Tue, 600, 360)];
            let mut clinic = cover(&shifts, both, "Mon 22:00-22:30; Tue 08:00-08:30");
            set_rule(&mut clinic, "rest.minutes", if on { 480.0 } else { 240.0 });
            built(&clinic)
        },
    },
    Row {
        name: "cover on three days, no more than two in a row",
        problem: |on| {
            let shifts = [Weekday::Mon, Weekday::Tue, Weekday::Wed].map(|weekday| (weekday, 540, 60));
            let names = ["mon", "tue", "wed"];
            let shifts: Vec<_> = names
                .iter()
                .zip(shifts)
                .map(|(&id, (day, from, min))| (id, day, from, min))
                .collect();
            let mut clinic = cover(&shifts, "Mon-Wed 09:00-10:00", "Mon-Wed 09:00-09:30");
            set_rule(&mut clinic, "days_in_row.max", if on { 2.0 } else { 3.0 });
            built(&clinic)
        },
    },
    Row {
        name: "cover by two at a time",
        problem: |on| {
            let mut clinic = cover(&[("day", Weekday::Mon, 540, 60)], "Mon 09:00-10:00", "Mon 09:00-10:00");
            if !on {
                clinic.clinicians[1].hours = hours("Mon 09:30-10:00");
            }
            clinic.shifts[0].needed = 2;
            built(&clinic)
        },
    },
];

#[test]
fn days_of_clinicians() {
    assert_exact(ROWS);
}
