//! Tiny clinics, one for each worked example.

use rosterwell::model::Clinic;
use rosterwell::model::calendar::{DateTime, WeekHours, Weekday};
use rosterwell::model::clinic::*;

use super::rows::*;

pub(super) fn visits_per_day() -> Clinic {
    let mut rows = Vec::new();
    for (clinician, day, count) in [("a", 0, 5), ("a", 1, 6), ("a", 2, 4), ("b", 0, 7), ("b", 1, 5)] {
        for hour in 0..count {
            let mut row = visit(day, &format!("{:02}:00", 8 + hour), 30);
            row.clinicians = vec![clinician.into()];
            rows.push(row);
        }
    }
    with(rows)
}

pub(super) fn one_day(edit: impl Fn(&mut StaffDay)) -> Clinic {
    let mut clinic = small();
    let mut day = staff_day("a", 0, 480);
    edit(&mut day);
    clinic.staff_days = vec![day];
    clinic
}

pub(super) fn referral(id: &str, requested: DateTime, hours: Option<i32>) -> Referral {
    Referral {
        id: id.into(),
        patient: None,
        service: "visit".into(),
        site: "s".into(),
        requested,
        emergency: false,
        first_visit: hours.map(|hours| requested.plus_minutes(hours * 60)),
        closed: None,
    }
}

pub(super) fn waits() -> Clinic {
    let mut clinic = small();
    let open = |id: &str, hours: i32| referral(id, clinic.settings.as_of.plus_minutes(-hours * 60), None);
    clinic.referrals = vec![
        referral("r1", on(2, "09:00"), Some(20)),
        referral("r2", on(3, "09:00"), Some(44)),
        referral("r3", on(4, "09:00"), Some(52)),
        open("r4", 30),
        open("r5", 60),
    ];
    clinic
}

pub(super) fn documented() -> Clinic {
    let mut rows: Vec<_> = (0..4).map(|at| visit(at, "09:00", 60)).collect();
    for (row, minutes) in rows.iter_mut().zip([15, 25, 20]) {
        row.documentation_min = Some(minutes);
    }
    with(rows)
}

pub(super) fn score(patient: &str, day: i32, value: f64, goal: Option<f64>) -> Score {
    Score {
        patient: patient.into(),
        measure: "six_minute_walk".into(),
        date: on(day, "00:00").date(),
        value,
        goal,
    }
}

pub(super) fn gains() -> Clinic {
    let mut clinic = small();
    for (at, change) in [34.0, 10.0, -31.0, 30.0].into_iter().enumerate() {
        let id = format!("p{at}");
        clinic.patients.push(patient(&id));
        clinic.scores.push(score(&id, 0, 300.0, None));
        clinic.scores.push(score(&id, 14, 300.0 + change, None));
    }
    clinic
}

/// Six months, a headcount of 38, 40 and 42, four separations of which three are voluntary.
pub(super) fn departures() -> Clinic {
    let mut clinic = small();
    for (month, employees) in [("06", 38), ("08", 40), ("10", 42)] {
        clinic.headcounts.push(Headcount {
            date: date(&format!("2026-{month}-01")),
            employees,
            per_diem: 0,
        });
    }
    clinic.departures = (0..5)
        .map(|at| Departure {
            clinician: format!("gone {at}"),
            date: date(&format!("2026-0{}-15", 5 + at)),
            voluntary: at != 1,
            per_diem: at == 4,
        })
        .collect();
    clinic
}

/// Weeks of 44 and 38 hours.
pub(super) fn weeks(overtime: Overtime) -> Clinic {
    let mut clinic = small();
    clinic.clinicians[0].overtime = overtime;
    for day in 0..5 {
        clinic
            .staff_days
            .push(staff_day("a", day, if day == 0 { 12 * 60 } else { 8 * 60 }));
        clinic
            .staff_days
            .push(staff_day("a", 7 + day, if day == 0 { 6 * 60 } else { 8 * 60 }));
    }
    clinic
}

/// 84 hours in a fortnight, with one day of 10 hours.
pub(super) fn fortnight() -> Clinic {
    let mut clinic = small();
    clinic.clinicians[0].overtime = Overtime::EightEighty;
    for (day, hours) in [8, 8, 8, 8, 8, 2, 0, 10, 8, 8, 8, 8, 0, 0].into_iter().enumerate() {
        clinic.staff_days.push(staff_day("a", day as i32, hours * 60));
    }
    clinic
}

/// 80 completed, 10 no-shows, 5 cancelled late, 5 by the clinic, 10 early.
pub(super) fn statuses() -> Clinic {
    let mut rows = many(80, Status::Completed, None);
    rows.extend(many(10, Status::NoShow, None));
    rows.extend(many(5, Status::Cancelled, Some((Party::Patient, 23 * 60 + 59))));
    rows.extend(many(5, Status::Cancelled, Some((Party::Clinic, 48 * 60))));
    rows.extend(many(10, Status::Cancelled, Some((Party::Patient, 24 * 60))));
    // In nothing, or visibly left out.
    rows.extend(many(3, Status::Void, None));
    rows.extend(many(2, Status::Waitlist, None));
    rows.extend(many(4, Status::Booked, None));
    with(rows)
}

/// 60 patients in one week; the clinic moved 9 of them at 23 hours' notice, one at 24, and two moved themselves.
pub(super) fn late_changes() -> Clinic {
    let mut clinic = with((0..60).map(|_| visit(2, "09:00", 30)));
    for at in 0..60 {
        clinic.patients.push(patient(&format!("p{at}")));
        let row = &mut clinic.appointments[at];
        row.patient = Some(format!("p{at}"));
        let (party, hours) = match at {
            0..9 => (Party::Clinic, 23),
            9 => (Party::Clinic, 24),
            10..12 => (Party::Patient, 1),
            _ => continue,
        };
        row.status = Status::Cancelled;
        row.changed_by = Some(party);
        row.changed = Some(row.start.plus_minutes(-hours * 60));
    }
    clinic
}

/// Two patients; the clinic moves Friday's session of one, three days ahead, to the next morning: 20 hours' notice.
pub(super) fn moved_forward() -> Clinic {
    let mut clinic = with([visit(4, "09:00", 30), visit(2, "08:00", 30), visit(4, "11:00", 30)]);
    clinic.patients.push(patient("q"));
    clinic.appointments[2].patient = Some("q".into());
    let row = &mut clinic.appointments[0];
    row.status = Status::Cancelled;
    row.changed_by = Some(Party::Clinic);
    row.changed = Some(on(1, "12:00"));
    row.replaced_by = Some("v1".into());
    clinic
}

/// 480 bookable minutes; 300 booked, of them 240 delivered.
pub(super) fn utilized() -> Clinic {
    let mut rows: Vec<_> = (0..4).map(|at| visit(0, &format!("{:02}:00", 8 + at), 60)).collect();
    rows.push(appointment("", on(0, "13:00"), 60, Status::NoShow));
    let mut clinic = with(rows);
    let mut day = staff_day("a", 0, 540);
    day.meeting_min = 60;
    clinic.staff_days = vec![day];
    clinic
}

/// 104 billable hours in 160 paid hours.
pub(super) fn billable() -> Clinic {
    let mut clinic = with((0..26).map(|at| visit(at % 20, if at < 20 { "08:00" } else { "13:00" }, 240)));
    clinic.staff_days = (0..20).map(|day| staff_day("a", day, 480)).collect();
    clinic
}

/// A room that is open 600 minutes on one day, with two sessions that overlap.
pub(super) fn room() -> Clinic {
    let mut rows = vec![visit(0, "09:00", 60), visit(0, "09:30", 90), visit(0, "19:00", 60)];
    rows.iter_mut().for_each(|row| row.room = Some("r".into()));
    let mut clinic = with_room(with(rows), WeekHours::daily(&[Weekday::Mon], 480, 1080), 2);
    // Three of the four Mondays the room is closed.
    clinic.absences = vec![Absence {
        what: Absentee::Room,
        id: "r".into(),
        from: on(1, "00:00"),
        until: on(28, "00:00"),
        reason: None,
    }];
    clinic
}

/// Gaps of 20 and 25 minutes, a gap of an hour and a lunch break of 40 minutes, in a day of 480 paid minutes.
pub(super) fn gaps() -> Clinic {
    let mut clinic = with([
        visit(0, "08:00", 60),
        visit(0, "09:20", 60),
        visit(0, "10:45", 60),
        visit(0, "12:25", 35),
        visit(0, "14:00", 60),
    ]);
    clinic.staff_days = vec![staff_day("a", 0, 480)];
    clinic
}

/// Eight quarter units; three sessions of an hour draw four each.
pub(super) fn authorized() -> Clinic {
    let mut clinic = with((0..3).map(|at| visit(at, "09:00", 60)));
    clinic.services[0].needs_authorization = true;
    clinic.authorizations = vec![Authorization {
        id: "auth".into(),
        patient: "p".into(),
        payer: "payer".into(),
        services: vec!["visit".into()],
        unit: Unit::Quarter,
        units: 8,
        used: 0,
        from: date("2026-11-01"),
        until: date("2026-11-30"),
    }];
    clinic
}

/// Level 2.1 needs 9 hours a week: full weeks of 9.0, 8.5 and 12, after the week of admission.
pub(super) fn weekly_hours() -> Clinic {
    let mut clinic = with([
        visit(1, "09:00", 600),
        visit(8, "09:00", 540),
        visit(15, "09:00", 510),
        visit(22, "09:00", 720),
    ]);
    clinic.patients[0].level_of_care = Some("2.1".into());
    clinic.patients[0].admitted = Some(on(0, "00:00").date());
    clinic
}

pub(super) fn scheduling() -> Clinic {
    let mut clinic = small();
    for (week, hours) in [(0, 17.0), (7, 13.0)] {
        clinic.scheduling_work.push(SchedulingWork {
            week: on(week, "00:00").date(),
            hours,
        });
    }
    clinic
}

pub(super) fn requested() -> Clinic {
    let mut rows: Vec<_> = (0..3).map(|at| visit(at, "09:00", 60)).collect();
    for (row, minutes) in rows.iter_mut().zip([10, 12, 50]) {
        row.requested = Some(row.start.plus_minutes(-5000));
        row.confirmed = Some(row.start.plus_minutes(-5000 + minutes));
    }
    with(rows)
}

/// Ten family sessions, six with family; two more at which the patient was absent.
pub(super) fn family() -> Clinic {
    let mut rows: Vec<_> = (0..12).map(|at| visit(at, "09:00", 60)).collect();
    for (at, row) in rows.iter_mut().enumerate() {
        row.family_attended = Some(i32::from(at < 6));
        if at >= 10 {
            row.status = Status::NoShow;
        }
    }
    let mut clinic = with(rows);
    clinic.services[0].kind = Kind::Family;
    clinic
}

/// Emergencies that start after 12, 25 and 31 minutes, and one that never does.
pub(super) fn emergencies() -> Clinic {
    let mut rows: Vec<_> = (0..3).map(|at| visit(at, "09:00", 60)).collect();
    for (row, minutes) in rows.iter_mut().zip([12, 25, 31]) {
        row.emergency = true;
        row.requested = Some(row.start.plus_minutes(-minutes));
    }
    let mut clinic = with(rows);
    let mut never = referral("r", on(4, "09:00"), None);
    never.emergency = true;
    clinic.referrals = vec![never];
    clinic
}

pub(super) fn surveys(instrument: &str, scores: &[(usize, f64)]) -> Clinic {
    let mut clinic = small();
    for &(count, score) in scores {
        for _ in 0..count {
            clinic.surveys.push(Survey {
                date: on(3, "00:00").date(),
                instrument: instrument.into(),
                respondent: "staff".into(),
                score,
            });
        }
    }
    clinic
}

/// 24 index discharges with follow-up, three of them readmitted; a death, a transfer and a short follow-up are out.
pub(super) fn readmissions() -> Clinic {
    let mut clinic = empty();
    clinic.settings.as_of = at("2026-12-20T00:00");
    let stay = |patient: String, admitted: &str, discharged: &str| Stay {
        patient,
        admitted: date(admitted),
        discharged: Some(date(discharged)),
        planned: false,
        transfer: false,
        died: false,
        index: false,
    };
    for at in 0..27 {
        let id = format!("p{at}");
        clinic.stays.push(Stay {
            index: true,
            died: at == 24,
            transfer: at == 25,
            ..stay(
                id.clone(),
                "2026-10-28",
                if at == 26 { "2026-11-21" } else { "2026-11-05" },
            )
        });
        let (back, planned) = match at {
            0..2 => ("2026-11-20", false),
            // The thirtieth day counts, the thirty-first does not; nor does a planned stay.
            2 => ("2026-12-05", false),
            3 => ("2026-12-06", false),
            4 => ("2026-11-20", true),
            _ => continue,
        };
        clinic.stays.push(Stay {
            planned,
            ..stay(id, back, "2026-12-10")
        });
    }
    clinic
}

/// Goals reached after 20 and 30 days, and not reached in 30.
pub(super) fn goals() -> Clinic {
    let mut clinic = small();
    clinic.settings.as_of = at("2027-06-01T00:00");
    for (at, (day, value)) in [(20, 400.0), (30, 410.0), (30, 390.0)].into_iter().enumerate() {
        let id = format!("p{at}");
        clinic.patients.push(Patient {
            admitted: Some(on(0, "00:00").date()),
            ..patient(&id)
        });
        clinic.scores.push(score(&id, 1, 300.0, Some(400.0)));
        clinic.scores.push(score(&id, day, value, None));
    }
    clinic
}

/// Goals reached after 20 and 30 days; two patients were last scored on day 10, and discharged later or never.
///
/// By hand: both are censored at 10, so two are at risk at 20 and half of them reach the goal there. Were they watched to
/// discharge or to the document's moment, four would be at risk and the median would be 30.
pub(super) fn watched_until_the_last_score() -> Clinic {
    let mut clinic = small();
    clinic.settings.as_of = at("2027-06-01T00:00");
    for (at, (day, value)) in [(20, 400.0), (30, 410.0), (10, 350.0), (10, 390.0)]
        .into_iter()
        .enumerate()
    {
        let id = format!("p{at}");
        clinic.patients.push(Patient {
            admitted: Some(on(0, "00:00").date()),
            discharged: (at == 2).then(|| on(60, "00:00").date()),
            ..patient(&id)
        });
        clinic.scores.push(score(&id, 1, 300.0, Some(400.0)));
        clinic.scores.push(score(&id, day, value, None));
    }
    clinic
}

/// Visits of one patient by several clinicians.
pub(super) fn seen_by(visits: &[(&str, i32)]) -> Clinic {
    let mut rows = Vec::new();
    let mut clinicians = Vec::new();
    for &(id, count) in visits {
        clinicians.push(clinician(id));
        for _ in 0..count {
            let mut row = visit(rows.len() as i32, "09:00", 60);
            row.clinicians = vec![id.into()];
            rows.push(row);
        }
    }
    let mut clinic = with(rows);
    clinic.clinicians = clinicians;
    clinic
}

/// 10, 14 and 12 points of acuity on three clinicians.
pub(super) fn acuity() -> Clinic {
    let mut clinic = small();
    for (id, points) in [("a", [4, 4, 2]), ("b", [4, 4, 4]), ("c", [4, 4, 4])] {
        for (at, level) in points.into_iter().enumerate() {
            let name = format!("{id}{at}");
            clinic.patients.push(Patient {
                acuity: level,
                ..patient(&name)
            });
            let mut row = visit(at as i32, "09:00", 60);
            row.clinicians = vec![id.into()];
            row.patient = Some(name.clone());
            row.id = name;
            clinic.appointments.push(row);
        }
    }
    // Two more points for `b`, from a demanding service given to a patient without acuity.
    clinic.services.push(Service {
        high_acuity: true,
        ..service("hard", Kind::Individual, 60)
    });
    let mut row = visit(5, "09:00", 60);
    (row.service, row.clinicians) = ("hard".into(), vec!["b".into()]);
    row.id = "hard".into();
    clinic.appointments.push(row);
    clinic.clinicians.push(clinician("c"));
    clinic
}

/// The same points, where `c` is a therapist at half time: 10 and 14 a full-time counselor, 24 a full-time therapist.
pub(super) fn two_disciplines() -> Clinic {
    let mut clinic = acuity();
    let therapist = &mut clinic.clinicians[2];
    (therapist.discipline, therapist.contract_week_min) = ("therapist".into(), 1200);
    clinic
}

/// 20 open payment periods with a threshold of 3; three of them have two visits done and planned.
pub(super) fn payment_periods() -> Clinic {
    let mut clinic = small();
    for at in 0..20 {
        let id = format!("p{at}");
        clinic.patients.push(patient(&id));
        clinic.care_periods.push(CarePeriod {
            patient: id.clone(),
            from: date("2026-11-10"),
            until: date("2026-12-09"),
            threshold: 3,
        });
        for visit_no in 0..if at < 3 { 2 } else { 3 } {
            let ahead = visit_no == 1;
            let day = if ahead { 30 } else { 10 + visit_no };
            let status = if ahead { Status::Booked } else { Status::Completed };
            let mut row = appointment(&format!("{id}/{visit_no}"), on(day, "09:00"), 45, status);
            row.patient = Some(id.clone());
            row.modality = Modality::Home;
            clinic.appointments.push(row);
        }
    }
    clinic
}

pub(super) fn points() -> Clinic {
    let mut clinic = with((0..4).map(|at| visit(0, &format!("{:02}:00", 8 + at), 60)));
    clinic.services.push(Service {
        points: 2.5,
        ..service("start", Kind::Evaluation, 60)
    });
    clinic.appointments[0].service = "start".into();
    clinic
}

/// A group of at most 12 with 7 attendees, one absent.
pub(super) fn group() -> Clinic {
    let mut row = visit(0, "09:00", 90);
    (row.patient, row.group, row.service) = (None, Some("g".into()), "group".into());
    row.clinicians = vec!["a".into(), "b".into()];
    let mut clinic = with([row]);
    clinic.services.push(service("group", Kind::Group, 90));
    clinic.groups = vec![Group {
        id: "g".into(),
        name: "g".into(),
        service: "group".into(),
        site: "s".into(),
        per_week: 1,
        min: 8,
        target: 8,
        max: 12,
        co_leader_skill: None,
        hours: None,
    }];
    for at in 0..8 {
        let id = format!("p{at}");
        clinic.patients.push(patient(&id));
        clinic.attendances.push(Attendance {
            appointment: "v0".into(),
            patient: id,
            order: None,
            status: if at < 7 { Status::Completed } else { Status::NoShow },
            changed: None,
            changed_by: None,
        });
    }
    clinic
}

pub(super) fn burdens() -> Clinic {
    let mut clinic = with([
        visit(0, "17:00", 60),
        visit(1, "16:55", 60),
        visit(5, "09:00", 60),
        visit(6, "18:00", 60),
        visit(7, "18:00", 60),
    ]);
    clinic.appointments[4].clinicians = vec!["b".into()];
    clinic
}

/// 288 minutes of sessions in 480 paid minutes.
pub(super) fn one_day_of_care() -> Clinic {
    let mut clinic = with((0..6).map(|at| visit(0, &format!("{:02}:00", 8 + at), 48)));
    clinic.staff_days = vec![staff_day("a", 0, 480)];
    clinic
}
