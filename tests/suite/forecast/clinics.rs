//! What the forecast says about a clinic: counted by hand on small ones, and on the samples.

use rosterwell::api::{self, Desk};
use rosterwell::model::Clinic;
use rosterwell::model::clinic::{Absence, Absentee, Modality, Party, Referral, Status};
use serde_json::{Value, json};

use crate::clinics::*;

/// Visits of an hour every day from Monday to Friday, so many a day, for so many weeks before the test week.
fn with_visits(a_day: usize, weeks: i32) -> Clinic {
    let mut clinic = two_clinicians_three_visits();
    clinic.settings.rule_packs = Vec::new();
    for week in 1..=weeks {
        for weekday in 0..5 {
            for number in 0..a_day {
                let id = format!("v{week}-{weekday}-{number}");
                let mut row = appointment(&id, "p1", moment(weekday - 7 * week, 8, 0));
                row.clinicians = vec![["ana", "ben"][number % 2].into()];
                row.status = Status::Completed;
                clinic.appointments.push(row);
            }
        }
    }
    clinic
}

fn forecast(clinic: &Clinic, request: Value) -> Value {
    let mut desk = Desk::default();
    desk.open(clinic.clone());
    serde_json::from_str(&api::run(&mut desk, "forecast", &request.to_string()).unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number.as_f64().unwrap())
        .collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6 * b.abs().max(1.0)
}

#[test]
fn hours_and_capacity_by_hand() {
    // 12 a day, 60 a week, each 60 minutes, 10 after and 15 of notes: 85 minutes, 85 hours a week.
    let reply = forecast(&with_visits(12, 12), json!({"horizon": 4}));
    let found = &reply["clinic"];
    assert_eq!(
        found["weeks"],
        json!(["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"])
    );
    let counselors = &found["disciplines"][0];
    assert_eq!(counselors["discipline"], "counselor");
    assert_eq!(numbers(&counselors["visits"]["point"]), [60.0; 4]);
    // The first of twelve weeks may have begun before the records did.
    assert_eq!(numbers(&counselors["visits"]["history"]), [60.0; 11]);
    assert!(
        numbers(&counselors["hours"]["point"])
            .iter()
            .all(|&hours| near(hours, 85.0)),
        "{counselors}"
    );
    // Two contracts of 40 hours, without time sheets: 88 % at work, 92 % of it not in meetings.
    let there = 80.0 * 0.88 * 0.92;
    assert!(
        numbers(&counselors["capacity"]["hours"])
            .iter()
            .all(|&hours| near(hours, there))
    );
    assert!(near(
        counselors["capacity"]["fte_week_hours"].as_f64().unwrap(),
        there / 2.0
    ));
    assert!(numbers(&counselors["gap"]).iter().all(|&gap| near(gap, 85.0 - there)));
    assert!(
        numbers(&counselors["fte"])
            .iter()
            .all(|&fte| near(fte, 85.0 / there * 2.0))
    );
    assert_eq!(numbers(&counselors["chance_enough"]), [0.0; 4]);
    // Nothing ever varied and every look back was right: there is no band.
    assert!(near(counselors["hours"]["total"]["p90"].as_f64().unwrap(), 340.0));
    let closing = |means: &str| {
        let all = counselors["closing"].as_array().unwrap();
        all.iter().find(|row| row["means"] == means).unwrap().clone()
    };
    // 45 less 40 hours each, 88 % at work; 30 an hour, half as much again.
    let overtime = closing("overtime");
    assert!(near(overtime["hours_week"].as_f64().unwrap(), 10.0 * 0.88));
    assert!(near(overtime["cents"].as_f64().unwrap(), 4.0 * 8.8 * 3_000.0 * 1.5));
    assert_eq!(overtime["weeks_closed"], 0);
    // From the third week on, all of it; paid for meetings too.
    let gap = 85.0 - there;
    let temporary = closing("temporary");
    assert!(near(
        temporary["cents"].as_f64().unwrap(),
        2.0 * gap / 0.92 * 3_000.0 * 1.5
    ));
    assert_eq!(
        (temporary["from_week"].clone(), temporary["weeks_closed"].clone()),
        (json!(2), json!(2))
    );
    // 83 days are twelve weeks: nobody hired today begins within four.
    let hire = closing("hire");
    assert_eq!(
        (hire["from_week"].clone(), hire["cents"].clone()),
        (Value::Null, json!(0.0))
    );
    assert!(
        hire["arithmetic"]
            .as_str()
            .unwrap()
            .contains("0.7 full-time equivalents"),
        "{hire}"
    );
    assert_eq!(closing("telehealth")["hours_week"], 0.0);
    assert_eq!(closing("groups")["hours_week"], 0.0);
}

#[test]
fn a_hire_helps_from_the_day_somebody_can_begin() {
    let request = json!({"horizon": 6, "assumptions": [
        {"id": "hire_lead_days", "value": 15}, {"id": "benefit_load", "value": 0.5},
    ]});
    let reply = forecast(&with_visits(12, 12), request);
    let counselors = &reply["clinic"]["disciplines"][0];
    let hire = counselors["closing"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["means"] == "hire")
        .unwrap();
    assert_eq!(
        (hire["from_week"].clone(), hire["weeks_closed"].clone()),
        (json!(3), json!(3))
    );
    // 20.23 hours at 32.38 a full week are 0.7 people; three weeks of 28 hours at 30 and half of it.
    assert!(
        near(hire["cents"].as_f64().unwrap(), 3.0 * 0.7 * 40.0 * 3_000.0 * 1.5),
        "{hire}"
    );
    assert_eq!(numbers(&hire["closes"])[..3], [0.0; 3]);
}

#[test]
fn leave_on_record_lowers_its_week() {
    let mut clinic = with_visits(4, 12);
    clinic.absences.push(Absence {
        what: Absentee::Clinician,
        id: "ana".into(),
        from: moment(7, 0, 0),
        until: moment(14, 0, 0),
        reason: None,
    });
    let reply = forecast(&clinic, json!({"horizon": 3}));
    let counselors = &reply["clinic"]["disciplines"][0];
    let hours = numbers(&counselors["capacity"]["hours"]);
    let usual = 80.0 * 0.88 * 0.92;
    assert!(
        near(hours[0], usual) && near(hours[1], 40.0 * 0.92) && near(hours[2], usual),
        "{hours:?}"
    );
    // 28.3 hours fit into 36.8: nothing is to be closed.
    assert_eq!(counselors["closing"], json!([]));
    assert_eq!(counselors["chance_enough_in_all"], 1.0);
}

#[test]
fn what_is_counted_as_demand() {
    let mut clinic = with_visits(2, 10);
    let last = clinic.appointments.len() - 1;
    // Of the last week's ten: one moved, one void, one called off in time, one missed by the patient.
    let rows = &mut clinic.appointments;
    let week: Vec<usize> = (0..=last).filter(|&at| rows[at].id.starts_with("v1-")).collect();
    rows[week[0]].status = Status::Cancelled;
    rows[week[0]].replaced_by = Some(rows[week[1]].id.clone());
    rows[week[2]].status = Status::Void;
    rows[week[3]].status = Status::Cancelled;
    rows[week[3]].changed = Some(moment(-10, 8, 0));
    rows[week[3]].changed_by = Some(Party::Patient);
    rows[week[4]].status = Status::NoShow;
    let reply = forecast(&clinic, json!({"horizon": 1}));
    let visits = reply["clinic"]["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["measure"] == "visits")
        .unwrap();
    let mut expected = vec![10.0; 9];
    expected[8] = 8.0;
    assert_eq!(numbers(&visits["history"]), expected);
    // 88 wanted, 87 of them took 85 minutes.
    let hours = numbers(&reply["clinic"]["disciplines"][0]["hours"]["history"]);
    assert!(near(hours[0], 10.0 * 87.0 / 88.0 * 85.0 / 60.0), "{hours:?}");
}

#[test]
fn seats_of_a_group_are_demand_and_its_leader_works_once() {
    let mut clinic = with_a_group();
    clinic.settings.rule_packs = Vec::new();
    for week in 1..=10 {
        let id = format!("g{week}");
        let mut row = group_appointment(&id, moment(-7 * week, 10, 0));
        row.status = Status::Completed;
        clinic.appointments.push(row);
        for patient in ["p1", "p2"] {
            let mut seat = seat(&id, patient);
            seat.status = Status::Completed;
            clinic.attendances.push(seat);
        }
    }
    let reply = forecast(&clinic, json!({"horizon": 2}));
    let counselors = &reply["clinic"]["disciplines"][0];
    assert_eq!(numbers(&counselors["visits"]["point"]), [2.0; 2]);
    assert!(
        numbers(&counselors["hours"]["point"])
            .iter()
            .all(|&hours| near(hours, 115.0 / 60.0))
    );
}

#[test]
fn home_visits_count_their_way_and_video_saves_it() {
    let mut clinic = with_visits(12, 12);
    clinic.services[0].modalities = vec![Modality::Home, Modality::Video];
    clinic.patients[0].telehealth = true;
    for row in &mut clinic.appointments {
        row.modality = Modality::Home;
        row.travel_min = Some(20);
    }
    let reply = forecast(&clinic, json!({"horizon": 2}));
    let counselors = &reply["clinic"]["disciplines"][0];
    assert!(near(numbers(&counselors["hours"]["point"])[0], 60.0 * 105.0 / 60.0));
    let telehealth = counselors["closing"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["means"] == "telehealth")
        .unwrap();
    // One patient of three can: 20 of 60 visits a week, 20 minutes each.
    assert!(
        near(telehealth["hours_week"].as_f64().unwrap(), 20.0 * 20.0 / 60.0),
        "{telehealth}"
    );
}

#[test]
fn a_holiday_that_is_kept_lowers_its_week() {
    let mut clinic = with_visits(4, 60);
    clinic.settings.rule_packs = vec!["us-2026".into()];
    let federal = rosterwell::forecast::is_federal_holiday;
    clinic.appointments.retain(|row| !federal(row.start.date()));
    let reply = forecast(&clinic, json!({"horizon": 6}));
    let found = &reply["clinic"];
    let days: Vec<&str> = found["special_days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day["date"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["2026-11-26", "2026-12-25", "2027-01-01"]);
    let visits = numbers(&found["disciplines"][0]["visits"]["point"]);
    // Four of five days, a little more because eleven days are weak evidence for nothing at all.
    assert!(visits[0] > 15.5 && visits[0] < 17.5, "{visits:?}");
    assert!(visits[1] > 19.0 && visits[1] < 21.0, "{visits:?}");
    assert!(
        found["notes"].to_string().contains("public holidays"),
        "{}",
        found["notes"]
    );
    // Where the rules of no country are in force there are no holidays but those that are named.
    clinic.settings.rule_packs = Vec::new();
    let reply = forecast(&clinic, json!({"horizon": 2, "holidays": ["2026-12-01"]}));
    assert_eq!(
        reply["clinic"]["special_days"],
        json!([{"date": "2026-12-01", "kind": "holiday", "site": null}])
    );
}

#[test]
fn too_little_history_is_said_and_held() {
    let found = forecast(&with_visits(4, 4), json!({"horizon": 2}));
    let series = &found["clinic"]["series"][0];
    assert_eq!(series["ahead"], Value::Null);
    assert!(series["refused"].as_str().unwrap().contains("here are 3"), "{series}");
    assert!(
        found["clinic"]["warnings"]
            .to_string()
            .contains("forecasts need 8 full weeks"),
        "{}",
        found["clinic"]["warnings"]
    );
    assert_eq!(
        numbers(&found["clinic"]["disciplines"][0]["visits"]["point"]),
        [20.0; 2]
    );
    // Nothing at all.
    let found = forecast(&two_clinicians_three_visits(), json!({"horizon": 2}));
    assert_eq!(found["clinic"]["series"], json!([]));
    assert_eq!(numbers(&found["clinic"]["disciplines"][0]["hours"]["point"]), [0.0; 2]);
    assert!(
        found["clinic"]["disciplines"][0]["words"]
            .to_string()
            .contains("no demand")
    );
}

#[test]
fn weeks_without_demand_are_weeks_of_zero_and_strangers_are_left_out() {
    let mut clinic = with_visits(1, 20);
    clinic
        .appointments
        .retain(|row| !row.id.starts_with("v5-") && !row.id.starts_with("v6-"));
    let mut stranger = clinic.appointments[0].clone();
    stranger.service = "unknown".into();
    clinic.appointments.push(stranger);
    for week in 1..=20 {
        clinic.referrals.push(Referral {
            id: format!("r{week}"),
            patient: None,
            service: "talk".into(),
            site: "main".into(),
            requested: moment(-7 * week, 9, 0),
            emergency: false,
            first_visit: None,
            closed: None,
        });
    }
    let reply = forecast(&clinic, json!({"horizon": 3}));
    let series = reply["clinic"]["series"].as_array().unwrap();
    assert_eq!(series.len(), 2);
    let history = numbers(&series[1]["history"]);
    assert_eq!(
        (history.len(), history[13], history[14], history[15]),
        (19, 0.0, 0.0, 5.0)
    );
    assert_eq!(
        numbers(&reply["clinic"]["disciplines"][0]["referrals"]["point"]),
        [1.0; 3]
    );
}

#[test]
fn wrong_requests_are_refused() {
    let mut desk = Desk::default();
    let code = |desk: &mut Desk, request: &str| {
        let error = api::run(desk, "forecast", request).unwrap_err();
        (error.code, error.path)
    };
    assert_eq!(code(&mut desk, "{}").0, "desk.empty");
    desk.open(with_visits(1, 10));
    for (request, expected, path) in [
        (r#"{"horizon": 27}"#, "forecast.horizon", "horizon"),
        (r#"{"service_level": 0.4}"#, "request.wrong_value", "service_level"),
        (
            r#"{"assumptions": [{"id": "none", "value": 1}]}"#,
            "forecast.wrong_assumption",
            "assumptions",
        ),
        (r#"{"weeks": 4}"#, "request.unknown_field", "weeks"),
        (
            r#"{"series": [{"values": [1, 2]}]}"#,
            "forecast.short_history",
            "series[0]",
        ),
        (
            r#"{"series": [{"values": [1,2,3,4,5,6,7,-8]}]}"#,
            "forecast.not_an_amount",
            "series[0]",
        ),
        (
            r#"{"series": [{"values": [1,2,3,4,5,6,7,8], "seasons": [400]}]}"#,
            "forecast.wrong_season",
            "series[0]",
        ),
        (
            r#"{"horizon": 4000000000, "series": [{"values": [1,2,3,4,5,6,7,8]}]}"#,
            "forecast.horizon",
            "horizon",
        ),
    ] {
        assert_eq!(code(&mut desk, request), (expected.into(), path.into()), "{request}");
    }
}

#[test]
fn half_a_year_is_shown_whole_in_the_middle_of_a_week() {
    let mut clinic = with_visits(4, 20);
    clinic.settings.as_of = moment(2, 12, 0);
    let found = &forecast(&clinic, json!({"horizon": 26}))["clinic"];
    let weeks = found["weeks"].as_array().unwrap();
    assert_eq!((weeks.len(), weeks[0].clone()), (26, json!("2026-11-30")));
    for row in found["disciplines"].as_array().unwrap() {
        assert_eq!(numbers(&row["hours"]["point"]).len(), 26);
        assert_eq!(numbers(&row["gap"]).len(), 26);
    }
    assert_eq!(numbers(&found["series"][0]["ahead"]["fan"]["p90"]).len(), 26);
}

#[test]
fn given_series_need_no_clinic() {
    let values: Vec<u32> = (0..60).map(|at| 20 + at % 4 * 5).collect();
    let request = json!({"horizon": 4, "series": [{"id": "a", "values": values, "seasons": [4]}]});
    let reply: Value =
        serde_json::from_str(&api::run(&mut Desk::default(), "forecast", &request.to_string()).unwrap()).unwrap();
    assert_eq!(
        (reply["clinic"].clone(), reply["given"][0]["id"].clone()),
        (Value::Null, json!("a"))
    );
    let point = numbers(&reply["given"][0]["ahead"]["point"]);
    for (point, expected) in point.iter().zip([20.0, 25.0, 30.0, 35.0]) {
        assert!((point - expected).abs() < 0.5, "{point} is not {expected}");
    }
    assert_eq!(reply["given"][0]["ahead"]["methods"].as_array().unwrap().len(), 4);
}

#[test]
fn samples_of_every_kind_are_forecast_to_the_same_bytes() {
    for kind in [
        "addiction_treatment",
        "home_health",
        "outpatient_rehabilitation",
        "network",
    ] {
        let run = || {
            let mut desk = Desk::default();
            let sample = json!({"kind": kind, "clinicians": 8, "seed": 3}).to_string();
            api::run(&mut desk, "sample", &sample).unwrap();
            api::run(&mut desk, "forecast", r#"{"horizon": 13}"#).unwrap()
        };
        let text = run();
        assert_eq!(text, run(), "{kind}");
        let reply: Value = serde_json::from_str(&text).unwrap();
        let found = &reply["clinic"];
        assert_eq!(found["weeks"].as_array().unwrap().len(), 13);
        for row in found["disciplines"].as_array().unwrap() {
            let (point, p10, p90) = (
                &row["hours"]["point"],
                &row["hours"]["fan"]["p10"],
                &row["hours"]["fan"]["p90"],
            );
            for ((point, low), high) in numbers(point).iter().zip(numbers(p10)).zip(numbers(p90)) {
                assert!(low <= point * 1.05 + 1.0 && high >= point * 0.95 - 1.0, "{kind}: {row}");
            }
            // Bands of all weeks together lie within the sum of the weeks' bands.
            let total = &row["hours"]["total"];
            assert!(total["p90"].as_f64().unwrap() <= numbers(p90).iter().sum::<f64>() * 1.01 + 1.0);
            assert!(total["p10"].as_f64().unwrap() >= numbers(p10).iter().sum::<f64>() * 0.99 - 1.0);
        }
        // Demand of services and of disciplines is the same demand.
        let visits = |rows: &Value, field: &dyn Fn(&Value) -> Option<f64>| -> f64 {
            rows.as_array().unwrap().iter().filter_map(field).sum()
        };
        let by_series = visits(&found["series"], &|row| {
            (row["measure"] == "visits")
                .then(|| row["ahead"]["point"][0].as_f64())
                .flatten()
        });
        let held = found["series"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["ahead"].is_null())
            .count();
        let by_discipline = visits(&found["disciplines"], &|row| row["visits"]["point"][0].as_f64());
        assert!(
            held > 0 || near(by_series, by_discipline),
            "{kind}: {by_series} {by_discipline}"
        );
    }
}
