//! Day sheets: every session of the day is on the sheets it belongs to, once, and nobody is named who should not be.

use rosterwell::api::Desk;
use rosterwell::export::{DaySheet, SheetBy, day_sheets};
use rosterwell::model::clinic::Kind;
use rosterwell::model::document::PlannedSession;
use rosterwell::model::{Plan, PlanDocument, build};
use serde_json::json;

use crate::clinics::{KINDS, sample_clinic};
use crate::desk::run;

#[test]
fn every_session_of_the_day_is_on_its_sheets() {
    for seed in 0..6_u64 {
        let mut clinic = sample_clinic(KINDS[seed as usize % KINDS.len()], 8, seed);
        for (number, row) in clinic.patients.iter_mut().enumerate() {
            row.name = format!("Secret{} Person", ["a", "b", "c"][number % 3]);
        }
        let problem = build(&clinic).problem;
        let plan = PlanDocument::new(&problem, &Plan::published(&problem)).unwrap();
        let day = clinic.settings.horizon_start.plus_days(1);
        let of_day: Vec<&PlannedSession> = plan
            .sessions
            .iter()
            .filter(|session| session.place.as_ref().is_some_and(|place| place.start.date() == day))
            .collect();
        assert!(of_day.len() > 5, "seed {seed}");
        let keys = |sheets: &[DaySheet]| {
            let rows = sheets.iter().flat_map(|sheet| &sheet.rows);
            let mut keys: Vec<String> = rows.map(|row| row.session.clone()).collect();
            keys.sort();
            keys
        };
        let expected = |times: &dyn Fn(&PlannedSession) -> usize| {
            let mut keys: Vec<String> = of_day
                .iter()
                .flat_map(|session| vec![session.session.clone(); times(session)])
                .collect();
            keys.sort();
            keys
        };
        let place = |session: &PlannedSession| session.place.clone().unwrap();
        let by_clinician = day_sheets(&clinic, &plan, day, SheetBy::Clinician, false);
        assert_eq!(
            keys(&by_clinician),
            expected(&|session| place(session).clinicians.len())
        );
        let by_room = day_sheets(&clinic, &plan, day, SheetBy::Room, false);
        assert_eq!(
            keys(&by_room),
            expected(&|session| usize::from(place(session).room.is_some()))
        );
        let by_group = day_sheets(&clinic, &plan, day, SheetBy::Group, false);
        let seats = |session: &PlannedSession| match session.kind {
            Kind::Group => session.patients.len().max(1),
            _ => 0,
        };
        assert_eq!(keys(&by_group), expected(&seats));
        for sheet in by_clinician.iter().chain(&by_room).chain(&by_group) {
            assert!(sheet.rows.windows(2).all(|pair| pair[0].from <= pair[1].from));
            assert!(sheet.rows.iter().all(|row| row.from < row.until));
            assert!(!format!("{sheet:?}").contains("Secret"), "a name is on a neutral sheet");
        }
        let named = day_sheets(&clinic, &plan, day, SheetBy::Room, true);
        assert!(named.is_empty() || format!("{named:?}").contains("Secret"));
    }
}

#[test]
fn the_operation_says_which_plan_it_is() {
    let mut clinic = sample_clinic(KINDS[0], 4, 1);
    clinic.settings.part2 = true;
    clinic.settings.part2_notice = Some("handle with care".into());
    let day = clinic.settings.horizon_start;
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({"clinic": clinic}));
    let plan = run(&mut desk, "published", json!({}))["plan"].clone();
    let reply = run(
        &mut desk,
        "day_sheets",
        json!({"day": day, "by": "clinician", "plan": plan}),
    );
    assert_eq!(reply["plan"], plan["hash"]);
    assert_eq!(
        reply,
        run(&mut desk, "day_sheets", json!({"day": day, "by": "clinician"}))
    );
    assert_eq!(
        (&reply["clinic"], &reply["synthetic"]),
        (&json!(clinic.settings.name), &json!(true))
    );
}
