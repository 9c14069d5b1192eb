//! Three schedules become one: on random edits of generated clinics what is accepted is what was decided, the change list
//! makes the other system's schedule exactly that, and no line of it can be left out.

use rosterwell::api::{self, Desk};
use rosterwell::export::{clinic_tables, csv_text};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Appointment, Party, Status};
use rosterwell::reconcile::{
    Case, Coverage, Item, Schedule, Slot, Take, accepted, apply_lines, compare, horizon, lines, result, schedule,
    theirs,
};
use rosterwell::rng::Rng;
use serde_json::{Value, json};

use crate::clinics::{KINDS, sample_clinic};
use crate::desk::run;

/// Edits a schedule as people do: sessions are moved, given to others, put into other rooms, taken out, entered.
fn edited(schedule: &Schedule, clinic: &Clinic, rng: &mut Rng, prefix: &str) -> Schedule {
    let mut edited = schedule.clone();
    let ids: Vec<String> = schedule.keys().cloned().collect();
    for number in 0..rng.between(0, 12) {
        let Some(id) = rng.pick(&ids) else { break };
        let Some(mut slot) = edited.get(id).cloned() else {
            continue;
        };
        match rng.below(6) {
            0 => slot.start = slot.start.date().at_minute(rng.between(96, 200) * 5),
            1 => {
                slot.clinicians = rng
                    .pick(&clinic.clinicians)
                    .map(|row| row.id.clone())
                    .into_iter()
                    .collect()
            }
            2 => slot.room = rng.pick(&clinic.rooms).map(|row| row.id.clone()),
            3 => slot.minutes = rng.between(3, 18) * 5,
            4 => {
                edited.remove(id);
                continue;
            }
            _ => {
                // Half of what is entered is entered on both sides, seldom in the same room.
                if rng.chance(0.5)
                    && let Some(first) = schedule.values().next()
                {
                    slot = first.clone();
                    slot.start = slot.start.date().at_minute(1080);
                    slot.room = rng.pick(&clinic.rooms).map(|row| row.id.clone());
                } else {
                    slot.start = slot.start.date().at_minute(rng.between(96, 200) * 5);
                }
                edited.insert(format!("{prefix}-{number}"), slot);
                continue;
            }
        }
        edited.insert(id.clone(), slot);
    }
    edited
}

/// The other system's tables for a schedule: rows of the clinic as edited, nothing of before the horizon.
fn export_of(clinic: &Clinic, wanted: &Schedule) -> Clinic {
    let at = clinic.settings.as_of;
    let mut exported = result(clinic, &Clinic::default(), wanted, &Default::default(), at);
    let (first, last) = horizon(clinic);
    exported
        .appointments
        .retain(|row| (first..=last).contains(&row.start.date()) && row.status != Status::Void);
    let kept = exported
        .appointments
        .iter()
        .map(|row| row.id.clone())
        .collect::<std::collections::BTreeSet<_>>();
    exported
        .attendances
        .retain(|row| kept.contains(&row.appointment) && row.status != Status::Void);
    exported
}

/// What must come of an item, told from the three sides alone.
fn expected_case(base: Option<&Slot>, ours: Option<&Slot>, theirs: Option<&Slot>) -> Option<Case> {
    let (here, there) = (base != ours, base != theirs);
    let new = base.is_none();
    match (here, there) {
        (false, false) => None,
        (true, true) if ours == theirs => Some(Case::BothSame),
        (true, true) if new => Some(Case::NewBothDiffer),
        (true, true) if ours.is_none() => Some(Case::DeletedHereChangedThere),
        (true, true) if theirs.is_none() => Some(Case::DeletedThereChangedHere),
        (true, true) => Some(Case::BothDiffer),
        (true, false) if new => Some(Case::NewHere),
        (true, false) if ours.is_none() => Some(Case::DeletedHere),
        (true, false) => Some(Case::OursOnly),
        (false, true) if new => Some(Case::NewThere),
        (false, true) if theirs.is_none() => Some(Case::DeletedThere),
        (false, true) => Some(Case::TheirsOnly),
    }
}

#[test]
fn decisions_are_what_comes_out_and_the_change_list_is_minimal_and_complete() {
    let mut cases = std::collections::BTreeMap::<Case, usize>::new();
    let mut num_lines = 0;
    for seed in 0..300_u64 {
        let clinic = sample_clinic(KINDS[seed as usize % KINDS.len()], 4, seed % 20);
        let base = schedule(&clinic, horizon(&clinic));
        let mut rng = Rng::stream(seed, "reconcile", 0);
        let here = edited(&base, &clinic, &mut rng, "here");
        let there = edited(&base, &clinic, &mut rng, "there");
        let items = compare(&base, &here, &there);
        for item in &items {
            *cases.entry(item.case).or_default() += 1;
            let (was, mine, other) = (base.get(&item.id), here.get(&item.id), there.get(&item.id));
            if item.case != Case::NewBothDiffer && item.case != Case::BothSame {
                assert_eq!(
                    Some(item.case),
                    expected_case(was, mine, other),
                    "seed {seed} {}",
                    item.id
                );
            }
            assert_eq!(item.base.as_ref(), was);
            assert_eq!(item.theirs.as_ref(), other);
        }
        let choices: Vec<Take> = items
            .iter()
            .map(|_| if rng.chance(0.5) { Take::Ours } else { Take::Theirs })
            .collect();
        let chosen = |item: &Item| choices[items.iter().position(|other| other.id == item.id).unwrap()];
        let outcome = accepted(&there, &items, chosen);
        for id in base.keys().chain(here.keys()).chain(there.keys()) {
            let expected = match items.iter().find(|item| item.id == *id) {
                Some(item) => item.side(chosen(item)),
                // The plan's own id of a session that the other system entered too is not used.
                None if !base.contains_key(id) && !there.contains_key(id) => None,
                None => base.get(id),
            };
            assert_eq!(outcome.get(id), expected, "seed {seed} {id}");
        }

        let list = lines(&there, &outcome, &Default::default());
        assert_eq!(apply_lines(&there, &list), outcome, "seed {seed}");
        for left_out in 0..list.len() {
            let mut rest = list.clone();
            rest.remove(left_out);
            assert_ne!(
                apply_lines(&there, &rest),
                outcome,
                "seed {seed}: line {left_out} is idle"
            );
        }
        num_lines += list.len();

        // Written into the tables, the schedule is the accepted one, and nothing before the horizon has changed.
        let exported = export_of(&clinic, &there);
        let written = result(&clinic, &exported, &outcome, &Default::default(), clinic.settings.as_of);
        assert_eq!(schedule(&written, horizon(&clinic)), outcome, "seed {seed}");
        let (first, _) = horizon(&clinic);
        let past = |clinic: &Clinic| -> Vec<Appointment> {
            clinic
                .appointments
                .iter()
                .filter(|row| row.start.date() < first)
                .cloned()
                .collect()
        };
        assert_eq!(past(&written), past(&clinic), "seed {seed}");
    }
    for case in Case::ALL {
        assert!(
            cases.get(&case).is_some_and(|&count| count >= 3),
            "{case:?} was hardly seen: {cases:?}"
        );
    }
    assert!(num_lines > 1_000, "{num_lines}");
}

#[test]
fn what_a_file_does_not_say_is_no_change() {
    for seed in 0..30_u64 {
        let clinic = sample_clinic(KINDS[seed as usize % KINDS.len()], 5, seed);
        let base = schedule(&clinic, horizon(&clinic));
        let mut exported = export_of(&clinic, &base);
        exported.attendances.clear();
        for row in &mut exported.appointments {
            (row.group, row.shift, row.order) = (None, None, None);
            row.part_after_min.clear();
            row.part_minutes.clear();
        }
        // The other system has given new ids to every second row.
        let mut new_ids = std::collections::BTreeMap::new();
        for row in exported.appointments.iter_mut().step_by(2) {
            let id = format!("new-{}", row.id);
            new_ids.insert(row.id.clone(), id.clone());
            row.id = id;
        }
        let covers = Coverage::of(&exported, horizon(&clinic)).unwrap();
        let (there, renamed) = theirs(&exported, &base, covers, horizon(&clinic));
        let twins = base
            .values()
            .filter(|slot| base.values().filter(|other| other == slot).count() > 1)
            .count();
        if twins == 0 {
            assert_eq!(compare(&base, &base, &there), Vec::new(), "seed {seed}");
            assert!(renamed.iter().all(|(ours, theirs)| new_ids.get(ours) == Some(theirs)));
        }
    }
}

#[test]
fn days_that_the_file_does_not_cover_stay() {
    let clinic = sample_clinic(KINDS[0], 6, 3);
    let base = schedule(&clinic, horizon(&clinic));
    let mut exported = export_of(&clinic, &base);
    let (first, _) = horizon(&clinic);
    exported
        .appointments
        .retain(|row| row.start.date() == first.plus_days(1));
    let covers = Coverage::of(&exported, horizon(&clinic)).unwrap();
    assert_eq!((covers.from, covers.until), (first.plus_days(1), first.plus_days(1)));
    let (there, _) = theirs(&exported, &base, covers, horizon(&clinic));
    assert_eq!(there, base);
}

/// The appointments of a clinic as another system exports them.
fn files(clinic: &Clinic) -> Value {
    let tables = clinic_tables(clinic).unwrap().tables;
    let files = tables
        .iter()
        .filter(|table| ["appointments", "attendances"].contains(&&*table.name));
    let files: Vec<Value> = files
        .map(|table| json!({"name": format!("{}.csv", table.name), "text": csv_text(table)}))
        .collect();
    json!({"files": files})
}

#[test]
fn the_operation_compares_accepts_and_never_makes_it_worse() {
    let mut taken_back = 0;
    for seed in 0..9_u64 {
        let clinic = sample_clinic(KINDS[seed as usize % KINDS.len()], 6, seed);
        let mut desk = Desk::default();
        run(&mut desk, "open", json!({"clinic": clinic}));
        let planned = run(&mut desk, "plan", json!({"steps": 300}));
        let base = schedule(&clinic, horizon(&clinic));
        let mut rng = Rng::stream(seed, "operation", 0);
        let exported = export_of(&clinic, &edited(&base, &clinic, &mut rng, "there"));
        let request = json!({"import": files(&exported), "plan": planned["plan"]});
        let reply = run(&mut desk, "reconcile", request.clone());
        assert_eq!(
            reply,
            run(&mut desk, "reconcile", request),
            "the same request gives the same reply"
        );
        assert_eq!(reply["broken"], json!([]), "seed {seed}: defaults break rules");
        assert_eq!(reply["opened"], false);
        let items = reply["items"].as_array().unwrap();
        assert!(items.iter().any(|item| item["take"] == "ours"), "seed {seed}");
        taken_back += items
            .iter()
            .filter(|item| item["reason"].as_str().unwrap().contains("break a rule"))
            .count();

        // Everything decided for the plan: the clinic that opens has the plan's schedule for these sessions.
        let decisions: Vec<Value> = items
            .iter()
            .map(|item| json!({"id": item["id"], "take": "ours"}))
            .collect();
        let request =
            json!({"import": files(&exported), "plan": planned["plan"], "decisions": decisions, "accept": true});
        let reply = run(&mut desk, "reconcile", request);
        assert_eq!(reply["opened"], true);
        let opened: Clinic = serde_json::from_value(run(&mut desk, "document", json!({}))["clinic"].clone()).unwrap();
        let now = schedule(&opened, horizon(&opened));
        for item in reply["items"].as_array().unwrap() {
            let slot: Option<Slot> = serde_json::from_value(item["ours"].clone()).unwrap();
            assert_eq!(
                now.get(item["id"].as_str().unwrap()),
                slot.as_ref(),
                "seed {seed} {item}"
            );
        }
        let rows = reply["csv"].as_str().unwrap().trim_end().lines().count();
        assert!(rows > reply["lines"].as_array().unwrap().len());
    }
    assert!(taken_back > 0, "no default was ever taken back");
}

#[test]
fn each_case_is_told_apart_by_hand() {
    let clinic = crate::clinics::two_clinicians_three_visits();
    let mut clinic = Clinic {
        appointments: Vec::new(),
        ..clinic
    };
    let start = clinic.settings.horizon_start;
    for (number, patient) in ["p1", "p2", "p3"].into_iter().enumerate() {
        let at = start.plus_days(1).at_minute(540 + 60 * number as i32);
        let mut row = Appointment::booked(
            &format!("a{number}"),
            "talk",
            rosterwell::model::clinic::Modality::InPerson,
            at,
            60,
        );
        row.patient = Some(patient.into());
        row.clinicians = vec!["ana".into()];
        row.room = Some("office".into());
        clinic.appointments.push(row);
    }
    let base = schedule(&clinic, horizon(&clinic));
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({"clinic": clinic}));
    let mut plan = run(&mut desk, "published", json!({}))["plan"].clone();
    // The plan gives the first session to Ben, and moves the second one to the afternoon.
    let sessions = plan["sessions"].as_array_mut().unwrap();
    let of = |sessions: &[Value], patient: &str| {
        sessions
            .iter()
            .position(|session| session["patients"] == json!([patient]))
            .unwrap()
    };
    let (first, second) = (of(sessions, "p1"), of(sessions, "p2"));
    sessions[first]["place"]["clinicians"] = json!(["ben"]);
    sessions[second]["place"]["start"] = json!(format!("{}T14:00", start.plus_days(1)));
    // There the first one was moved to eight, the second cancelled by the patient, and the third is as it was.
    let mut there = clinic.clone();
    there.appointments[0].start = start.plus_days(1).at_minute(480);
    there.appointments[1].status = Status::Cancelled;
    there.appointments[1].changed_by = Some(Party::Patient);
    let reply = run(
        &mut desk,
        "reconcile",
        json!({"import": files(&there), "plan": plan, "accept": true}),
    );
    let told: Vec<(&str, &str, &str)> = reply["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            (
                item["id"].as_str().unwrap(),
                item["case"].as_str().unwrap(),
                item["take"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("a0", "both_differ", "theirs"),
            ("a1", "deleted_there_changed_here", "theirs")
        ]
    );
    assert_eq!(reply["unchanged"], 1);
    assert_eq!(reply["lines"], json!([]), "everything was taken from there");
    let opened: Clinic = serde_json::from_value(run(&mut desk, "document", json!({}))["clinic"].clone()).unwrap();
    assert_eq!(opened.appointments[0].start, start.plus_days(1).at_minute(480));
    assert_eq!(
        (opened.appointments[1].status, opened.appointments[1].changed_by),
        (Status::Cancelled, Some(Party::Patient))
    );
    assert_eq!(base.len(), 3);
}

#[test]
fn wrong_requests_say_what_is_wrong() {
    let clinic = sample_clinic(KINDS[0], 3, 1);
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({"clinic": clinic}));
    let good = files(&export_of(&clinic, &schedule(&clinic, horizon(&clinic))));
    for (request, code, path) in [
        (json!({"import": {"files": []}}), "import.no_files", "files"),
        (
            json!({"import": {"files": [{"name": "sites.csv", "text": "id,name,hours\na,b,Mon 08:00-09:00"}]}}),
            "reconcile.no_schedule",
            "import.files",
        ),
        (
            json!({"import": good, "decisions": [{"id": "nothing", "take": "ours"}]}),
            "reconcile.unknown_session",
            "decisions[0].id",
        ),
    ] {
        let error = api::run(&mut desk, "reconcile", &request.to_string()).unwrap_err();
        assert_eq!((&*error.code, &*error.path), (code, path));
    }
}
