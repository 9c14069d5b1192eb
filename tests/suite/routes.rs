//! Routes of a day: what they say adds up to what the indicators count, and the map keeps distances.

use rosterwell::api::{self, Desk};
use rosterwell::model::calendar::{Date, DateTime};
use rosterwell::model::clinic::{Modality, Travel};
use serde_json::{Value, json};

use crate::clinics::{appointment, day, moment, with_home_visits};
use crate::desk::run;

fn agency() -> Desk {
    let mut desk = Desk::default();
    run(
        &mut desk,
        "sample",
        json!({"kind": "home_health", "clinicians": 6, "seed": 5, "weeks": 2}),
    );
    desk
}

/// The days of the horizon.
fn days(desk: &mut Desk) -> Vec<String> {
    let settings = run(desk, "document", json!({}))["clinic"]["settings"].clone();
    let first: Date = settings["horizon_start"].as_str().unwrap().parse().unwrap();
    let count = settings["horizon_days"].as_i64().unwrap() as i32;
    (0..count).map(|day| first.plus_days(day).to_string()).collect()
}

fn minutes(from: &Value, to: &Value) -> i64 {
    let at = |value: &Value| -> DateTime { value.as_str().unwrap().parse().unwrap() };
    i64::from(at(to).minutes_since(at(from).date()) - at(from).minute_of_day())
}

#[test]
fn ways_add_up_to_the_travel_that_is_counted() {
    let mut desk = agency();
    let mut on_the_way = 0;
    for day in days(&mut desk) {
        let reply = run(&mut desk, "routes", json!({ "day": day }));
        for route in reply["routes"].as_array().unwrap() {
            on_the_way += route["way_min"].as_i64().unwrap();
            let stops = route["stops"].as_array().unwrap();
            assert!(!stops.is_empty(), "{route}");
            for pair in stops.windows(2) {
                let between = pair[1]["way_min"].as_i64().unwrap() + pair[1]["wait_min"].as_i64().unwrap();
                assert_eq!(minutes(&pair[0]["to"], &pair[1]["from"]), between, "{pair:?}");
            }
            let ways: i64 = stops.iter().skip(1).map(|stop| stop["way_min"].as_i64().unwrap()).sum();
            let ends = stops[0]["way_min"].as_i64().unwrap() + route["home_min"].as_i64().unwrap();
            let paid = if route["ends_paid"] == true { ends } else { 0 };
            assert_eq!(route["way_min"], ways + paid, "{route}");
        }
    }
    let counted = run(&mut desk, "kpis", json!({ "ids": ["K2"] }))["indicators"][0]["numerator"].clone();
    assert!(on_the_way > 0);
    assert_eq!(counted.as_f64(), Some(on_the_way as f64));
}

#[test]
fn every_session_of_the_day_is_a_stop_of_each_of_its_clinicians() {
    let mut desk = agency();
    let plan = run(&mut desk, "published", json!({}))["plan"].clone();
    for day in days(&mut desk) {
        let reply = run(&mut desk, "routes", json!({ "plan": plan, "day": day }));
        let mut stops: Vec<(&str, &str)> = Vec::new();
        for route in reply["routes"].as_array().unwrap() {
            let clinician = route["clinician"].as_str().unwrap();
            stops.extend(
                route["stops"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|stop| (clinician, stop["session"].as_str().unwrap())),
            );
        }
        let mut wanted: Vec<(&str, &str)> = Vec::new();
        for session in plan["sessions"].as_array().unwrap() {
            let at_day = session["place"]["start"]
                .as_str()
                .is_some_and(|start| start.starts_with(&day));
            for clinician in session["place"]["clinicians"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|_| at_day)
            {
                wanted.push((clinician.as_str().unwrap(), session["session"].as_str().unwrap()));
            }
        }
        stops.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(stops, wanted, "{day}");
    }
}

/// Where the patient's home lies from the site, miles to the east and north, if both are on the map.
fn home_from_site(longitudes: (f64, f64), latitude: Option<f64>) -> Option<(f64, f64)> {
    let mut clinic = with_home_visits();
    clinic.sites[0].longitude = Some(longitudes.0);
    for patient in &mut clinic.patients {
        (patient.latitude, patient.longitude) = (latitude, Some(longitudes.1));
    }
    // Without coordinates a way is known by the table.
    clinic.travel.push(Travel {
        from: "main".into(),
        to: "p1".into(),
        minutes: 12,
        miles: 5.0,
    });
    let mut visit = appointment("a1", "p1", moment(1, 10, 0));
    (visit.modality, visit.room) = (Modality::Home, None);
    clinic.appointments.push(visit);
    let mut desk = Desk::default();
    run(&mut desk, "open", json!({ "clinic": clinic }));
    let reply = run(&mut desk, "routes", json!({ "day": day(1) }));
    let stop = &reply["routes"][0]["stops"][0];
    assert_eq!(stop["way_min"].as_i64(), Some(12), "{reply}");
    let at = |kind: &str| {
        let place = reply["places"]
            .as_array()
            .unwrap()
            .iter()
            .find(|place| place["kind"] == kind)
            .unwrap();
        Some((place["at"]["east"].as_f64()?, place["at"]["north"].as_f64()?))
    };
    let ((x, y), (home_x, home_y)) = (at("site")?, at("patient_home")?);
    Some((home_x - x, home_y - y))
}

#[test]
fn the_map_keeps_distances_and_directions() {
    // A degree of latitude is 69.09 miles on a sphere of 3,958.76; one of longitude at 40.05 degrees north 52.89.
    for (longitudes, wanted) in [
        ((-75.0, -75.0), (0.0, 6.909)),
        ((-75.0, -74.9), (5.289, 6.909)),
        ((179.95, -179.95), (5.289, 6.909)),
    ] {
        let (east, north) = home_from_site(longitudes, Some(40.1)).unwrap();
        assert!(
            (east - wanted.0).abs() < 0.01 && (north - wanted.1).abs() < 0.01,
            "{east} {north}"
        );
    }
}

#[test]
fn a_place_without_coordinates_is_a_stop_but_not_on_the_map() {
    assert_eq!(home_from_site((-75.0, -75.0), None), None);
}

#[test]
fn a_day_outside_the_horizon_is_refused_with_the_days_that_can_be_asked_for() {
    let mut desk = agency();
    let days = days(&mut desk);
    let error = api::run(&mut desk, "routes", &json!({"day": "2031-01-01"}).to_string()).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.path.as_str()),
        ("request.wrong_value", "day")
    );
    assert!(
        error.message.contains(&days[0]) && error.message.contains(days.last().unwrap()),
        "{error:?}"
    );
}
