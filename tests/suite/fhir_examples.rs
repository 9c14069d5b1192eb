//! FHIR of others: the examples of the R4 specification (`tests/data/fhir`), and what a portal might send.

use rosterwell::error::Severity;
use rosterwell::import::{Content, Imported, Options, Source, import};
use rosterwell::model::clinic::{Absentee, DisclosurePurpose, Modality, Phase, Status};
use serde_json::{Value, json};

fn read(text: &str) -> Imported {
    let source = Source {
        name: "export.json".into(),
        table: None,
        content: Content::Text(text.into()),
    };
    import(&[source], &Options::default())
}

fn examples(name: &str) -> String {
    let path = format!("{}/tests/data/fhir/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// The examples of some types, line by line.
fn of_types(types: &[&str]) -> Imported {
    let all = examples("examples.ndjson");
    let is_of = |line: &&str| {
        let value: Value = serde_json::from_str(line).unwrap();
        types.iter().any(|name| value["resourceType"] == *name)
    };
    read(&all.lines().filter(is_of).collect::<Vec<_>>().join("\n"))
}

fn causes(imported: &Imported, code: &str) -> Vec<String> {
    let issues = imported.issues.iter().filter(|issue| issue.code == code);
    issues.map(|issue| issue.cause.clone()).collect()
}

fn used(imported: &Imported, table: &str) -> (u32, u32) {
    let count = imported.counts.iter().find(|count| count.table == table);
    count.map_or((0, 0), |count| (count.used, count.left_out))
}

#[test]
fn appointments_have_times_people_and_places() {
    let types = ["Location", "Practitioner", "Patient", "Appointment"];
    let clinic = of_types(&types).clinic;
    assert_eq!(clinic.appointments.len(), 2, "the third has no start yet");
    let ids: Vec<&str> = clinic.appointments.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["2docs", "example"]);
    let (two, one) = (&clinic.appointments[0], &clinic.appointments[1]);
    // 09:00 to 11:00 UTC is 04:00 to 06:00 in New York, where a site is as long as nobody says otherwise.
    assert_eq!((two.start.to_string().as_str(), two.minutes), ("2013-12-09T04:00", 120));
    assert_eq!(two.clinicians, ["example", "f202"]);
    assert_eq!((two.patient.as_deref(), two.status), (Some("example"), Status::Booked));
    assert_eq!(one.clinicians, ["example"]);
    assert_eq!(one.confirmed.unwrap().to_string(), "2013-10-10T00:00");
    // Both are of the type `52`, which no HealthcareService describes.
    assert_eq!((two.service.as_str(), one.service.as_str()), ("52", "52"));
    let service = clinic.services.iter().find(|service| service.id == "52").unwrap();
    assert_eq!((service.name.as_str(), service.minutes), ("General Discussion", 120));
}

#[test]
fn clinicians_have_roles_hours_licenses_and_leave() {
    let imported = of_types(&["Location", "Practitioner", "PractitionerRole"]);
    let clinic = imported.clinic;
    assert_eq!(clinic.clinicians.len(), 14);
    let adam = clinic.clinicians.iter().find(|row| row.id == "example").unwrap();
    assert_eq!(adam.name, "Adam Careful");
    assert_eq!(adam.hours.to_string(), "Mon-Wed 09:00-16:30; Thu-Fri 09:00-12:00");
    assert_eq!(adam.specializations, ["General medical practice"]);
    assert_eq!(adam.discipline, "RP");
    let license = clinic.licenses.iter().find(|row| row.clinician == "example").unwrap();
    assert_eq!(license.skill, "Bachelor of Science");
    assert_eq!(license.from.unwrap().to_string(), "1995-01-01");
    let [leave] = clinic.absences.as_slice() else {
        panic!("{:?}", clinic.absences)
    };
    assert_eq!(
        (leave.what, leave.id.as_str(), &leave.reason),
        (Absentee::Clinician, "example", &None)
    );
    assert_eq!(
        (leave.from.to_string(), leave.until.to_string()),
        ("2017-05-01T00:00".into(), "2017-05-21T00:00".into())
    );
}

#[test]
fn places_are_sites_and_rooms() {
    let clinic = of_types(&["Location"]).clinic;
    let sites: Vec<_> = clinic
        .sites
        .iter()
        .map(|site| (site.id.as_str(), site.name.as_str()))
        .collect();
    assert_eq!(sites, [("hl7", "Health Level Seven International")]);
    // Its wing is no site: the room goes to the one there is.
    let [room] = clinic.rooms.as_slice() else {
        panic!("{:?}", clinic.rooms)
    };
    assert_eq!((room.id.as_str(), room.site.as_str(), room.seats), ("2", "hl7", 2));
}

#[test]
fn patients_have_episodes_and_teams_and_no_names() {
    let clinic = of_types(&["Practitioner", "Patient", "EpisodeOfCare", "CareTeam", "RelatedPerson"]).clinic;
    assert!(clinic.patients.len() > 15, "{}", clinic.patients.len());
    assert!(clinic.patients.iter().all(|patient| patient.name == patient.id));
    let peter = clinic.patients.iter().find(|row| row.id == "example").unwrap();
    assert_eq!(peter.phase, Phase::HomeHealth);
    assert_eq!(peter.admitted.unwrap().to_string(), "2014-09-01");
    assert_eq!(peter.preferred_clinicians, ["pr1"]);
    assert_eq!(clinic.contacts.len(), 5);
    let wife = clinic.contacts.iter().find(|row| row.id == "benedicte").unwrap();
    assert_eq!((wife.patient.as_str(), wife.relation.as_str()), ("example", "N"));
}

#[test]
fn slots_that_are_unavailable_are_absences() {
    let imported = of_types(&["Location", "Schedule", "Slot"]);
    // The schedule is that of a wing, which is not planned with.
    assert_eq!(used(&imported, "absences"), (0, 0));
    let mut bundle = vec![
        json!({ "resourceType": "Practitioner", "id": "a" }),
        json!({ "resourceType": "Schedule", "id": "s", "actor": [{ "reference": "Practitioner/a" }] }),
    ];
    for (id, status, start, end) in [
        ("1", "free", "2026-11-23T09:00:00-05:00", "2026-11-23T12:00:00-05:00"),
        ("2", "busy", "2026-11-24T13:00:00-05:00", "2026-11-24T17:00:00-05:00"),
        (
            "3",
            "busy-unavailable",
            "2026-11-25T08:00:00-05:00",
            "2026-11-25T10:00:00-05:00",
        ),
    ] {
        let schedule = json!({ "reference": "Schedule/s" });
        bundle.push(json!({ "resourceType": "Slot", "id": id, "schedule": schedule, "status": status, "start": start, "end": end }));
    }
    let clinic = read(&Value::from(bundle).to_string()).clinic;
    assert_eq!(
        clinic.clinicians[0].hours.to_string(),
        "Mon 09:00-12:00; Tue 13:00-17:00"
    );
    let [away] = clinic.absences.as_slice() else {
        panic!("{:?}", clinic.absences)
    };
    assert_eq!(
        (away.id.as_str(), away.from.to_string().as_str()),
        ("a", "2026-11-25T08:00")
    );
}

#[test]
fn requests_are_orders_if_they_say_how_often() {
    let imported = of_types(&["Patient", "ServiceRequest", "CarePlan"]);
    let clinic = &imported.clinic;
    let order = |id: &str| clinic.orders.iter().find(|order| order.id == id).unwrap();
    let once = order("physical-therapy");
    assert_eq!(
        (once.per_week, once.from.to_string(), once.until),
        (1, "2016-09-27".into(), once.from)
    );
    // Daily for 15 minutes, asked for on a day, without an end.
    let daily = order("physiotherapy");
    assert_eq!(
        (daily.per_week, daily.minutes, daily.until.days_since(daily.from)),
        (7, Some(15), 181)
    );
    assert!(!clinic.referrals.is_empty());
    let (orders, _) = used(&imported, "orders");
    assert_eq!(orders as usize, clinic.orders.len());
    // It names its patient in words only.
    let missing = causes(&imported, "row.missing_value");
    assert!(missing.iter().any(|cause| cause.contains("`education`")), "{missing:?}");
}

#[test]
fn visits_that_took_place_stand_with_their_appointments() {
    let imported = of_types(&["Patient", "Encounter"]);
    let clinic = &imported.clinic;
    let [visit] = clinic.appointments.as_slice() else {
        panic!("{:?}", imported.issues)
    };
    assert_eq!(
        (visit.id.as_str(), visit.modality, visit.minutes),
        ("home", Modality::Home, 30)
    );
    assert_eq!(
        (visit.status, visit.start.to_string().as_str()),
        (Status::Completed, "2015-01-17T01:00")
    );
    // Of the three stays one has no dates.
    assert_eq!(used(&imported, "stays"), (2, 1));
    let stay = clinic
        .stays
        .iter()
        .find(|stay| stay.admitted.to_string() == "2013-03-11")
        .unwrap();
    assert_eq!(stay.discharged.unwrap().to_string(), "2013-03-20");

    let booked = json!({
        "resourceType": "Appointment", "id": "b", "status": "booked",
        "start": "2026-11-23T09:00:00-05:00", "end": "2026-11-23T10:00:00-05:00",
        "serviceType": [{ "text": "Counseling" }],
        "participant": [{ "actor": { "reference": "Patient/p" } }, { "actor": { "reference": "Practitioner/c" } }],
    });
    let actual = json!({
        "resourceType": "Encounter", "id": "v", "status": "finished", "class": { "code": "VR" },
        "appointment": [{ "reference": "Appointment/b" }],
        "period": { "start": "2026-11-23T09:10:00-05:00", "end": "2026-11-23T09:55:00-05:00" },
    });
    let clinic = read(&json!([booked, actual]).to_string()).clinic;
    let [row] = clinic.appointments.as_slice() else {
        panic!("{:?}", clinic.appointments)
    };
    assert_eq!(
        (row.id.as_str(), row.status, row.modality),
        ("b", Status::Completed, Modality::Video)
    );
    assert_eq!((row.start.to_string().as_str(), row.minutes), ("2026-11-23T09:10", 45));
}

#[test]
fn observations_of_known_measures_are_scores() {
    let clinic = of_types(&["Patient", "Observation"]).clinic;
    let of = |measure: &str| {
        let found = clinic.scores.iter().filter(|score| score.measure == measure);
        found.map(|score| score.value).collect::<Vec<f64>>()
    };
    assert_eq!(of("respiratory_rate"), [26.0]);
    assert_eq!(of("pulse"), [44.0]);
    assert_eq!(of("spo2"), [95.0]);
    assert_eq!(of("temperature_c"), [36.5]);
    // 185 pounds.
    assert_eq!(of("weight_kg"), [83.9]);
    assert_eq!(of("systolic"), [107.0, 107.0]);
}

#[test]
fn a_preauthorization_is_an_authorization() {
    let imported = of_types(&[
        "Patient",
        "ClaimResponse",
        "Coverage",
        "Organization",
        "CoverageEligibilityResponse",
    ]);
    // The only one of five responses that is a preauthorization says no units and no services.
    assert_eq!(used(&imported, "authorizations"), (0, 1));
    let detail = json!([
        { "url": "productOrServiceCode", "valueCodeableConcept": { "coding": [{ "code": "90837" }] } },
        { "url": "quantity", "valueQuantity": { "value": 12, "code": "VS" } },
    ]);
    let url = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-itemAuthorizedDetail";
    let given = json!({
        "resourceType": "ClaimResponse", "id": "x", "status": "active", "use": "preauthorization", "outcome": "complete",
        "preAuthRef": "A-77", "preAuthPeriod": { "start": "2026-11-01", "end": "2026-12-31" },
        "patient": { "reference": "Patient/p" }, "insurer": { "reference": "Organization/o" },
        "item": [{ "itemSequence": 1, "extension": [{ "url": url, "extension": detail }] }],
    });
    let clinic = read(
        &json!([
            given,
            { "resourceType": "Organization", "id": "o", "name": "Best Health" },
            { "resourceType": "HealthcareService", "id": "s", "type": [{ "coding": [{ "code": "90837" }] }] },
            { "resourceType": "Patient", "id": "p" },
        ])
        .to_string(),
    )
    .clinic;
    let [row] = clinic.authorizations.as_slice() else {
        panic!("{:?}", clinic.authorizations)
    };
    assert_eq!(
        (row.id.as_str(), row.payer.as_str(), row.units),
        ("A-77", "Best Health", 12)
    );
    assert_eq!(
        (row.services.as_slice(), row.until.to_string().as_str()),
        (&["s".to_string()][..], "2026-12-31")
    );
}

#[test]
fn timings_become_sessions_a_week() {
    let cases = [
        (json!({ "frequency": 3, "period": 1, "periodUnit": "wk" }), 3, 0, None),
        (json!({ "frequency": 1, "period": 2, "periodUnit": "d" }), 4, 0, None),
        (json!({ "frequency": 1, "period": 2, "periodUnit": "wk" }), 1, 14, None),
        (json!({ "frequency": 1, "period": 1, "periodUnit": "mo" }), 1, 28, None),
        (
            json!({ "dayOfWeek": ["mon", "wed"], "period": 1, "periodUnit": "wk" }),
            2,
            0,
            Some("Mon 00:00-24:00; Wed 00:00-24:00"),
        ),
        (
            json!({ "dayOfWeek": ["tue"], "timeOfDay": ["09:30:00"], "duration": 1, "durationUnit": "h" }),
            1,
            0,
            Some("Tue 09:30-10:30"),
        ),
    ];
    for (mut repeat, per_week, days, hours) in cases {
        repeat["boundsPeriod"] = json!({ "start": "2026-11-02", "end": "2026-12-13" });
        let request = json!({
            "resourceType": "ServiceRequest", "id": "r", "status": "active", "intent": "order",
            "code": { "text": "Counseling" }, "subject": { "reference": "Patient/p" },
            "occurrenceTiming": { "repeat": repeat.clone() },
        });
        let clinic = read(&request.to_string()).clinic;
        let [order] = clinic.orders.as_slice() else {
            panic!("{repeat}")
        };
        let found = order.hours.as_ref().map(ToString::to_string);
        assert_eq!(
            (order.per_week, order.min_days_between, found.as_deref()),
            (per_week, days, hours),
            "{repeat}"
        );
        assert_eq!(
            (order.from.to_string(), order.until.to_string()),
            ("2026-11-02".into(), "2026-12-13".into())
        );
    }
}

#[test]
fn answers_consents_and_groups_change_what_they_concern() {
    let resources = json!([
        { "resourceType": "Patient", "id": "p" },
        { "resourceType": "Patient", "id": "q" },
        { "resourceType": "RelatedPerson", "id": "r", "patient": { "reference": "Patient/p" } },
        { "resourceType": "Consent", "id": "c", "status": "active", "patient": { "reference": "Patient/p" },
          "dateTime": "2026-10-01", "verification": [{ "verified": true }],
          "provision": { "type": "permit", "actor": [{ "reference": { "reference": "RelatedPerson/r" } }] } },
        { "resourceType": "Appointment", "id": "a", "status": "proposed",
          "start": "2026-11-23T09:00:00Z", "end": "2026-11-23T10:00:00Z", "serviceType": [{ "text": "Visit" }],
          "participant": [{ "actor": { "reference": "Patient/p" } }] },
        { "resourceType": "AppointmentResponse", "id": "x", "appointment": { "reference": "Appointment/a" },
          "actor": { "reference": "Patient/p" }, "participantStatus": "accepted" },
        { "resourceType": "Appointment", "id": "g", "status": "booked", "minutesDuration": 90,
          "start": "2026-11-23T09:00:00Z", "end": "2026-11-23T10:30:00Z", "serviceType": [{ "text": "Group" }],
          "participant": [
            { "actor": { "reference": "Patient/p" } }, { "actor": { "reference": "Patient/q" }, "status": "declined" }
          ] },
    ]);
    let clinic = read(&resources.to_string()).clinic;
    let [consent] = clinic.consents.as_slice() else {
        panic!("{:?}", clinic.consents)
    };
    assert_eq!((consent.contact.as_deref(), consent.signed), (Some("r"), true));
    assert_eq!(consent.purposes, [DisclosurePurpose::Family]);
    assert_eq!(clinic.appointments[0].status, Status::Booked);
    assert_eq!(clinic.appointments[1].patient, None);
    let seats: Vec<_> = clinic
        .attendances
        .iter()
        .map(|seat| (seat.patient.as_str(), seat.status))
        .collect();
    assert_eq!(seats, [("p", Status::Booked), ("q", Status::Cancelled)]);
}

#[test]
fn references_lead_everywhere_they_may() {
    let appointment = |id: &str, who: &str| {
        json!({ "resourceType": "Appointment", "id": id, "status": "booked", "serviceType": [{ "text": "Visit" }],
            "start": "2026-11-23T09:00:00Z", "end": "2026-11-23T10:00:00Z",
            "contained": [{ "resourceType": "Practitioner", "id": "in" }],
            "participant": [{ "actor": { "reference": who } }] })
    };
    let cases = [
        ("Practitioner/a", "a", 0),
        ("https://other.example/fhir/Practitioner/a", "a", 0),
        ("Practitioner/a/_history/3", "a", 0),
        ("urn:uuid:7d0b5a2e-0000-4000-8000-000000000001", "u", 0),
        ("#in", "in", 0),
        ("Practitioner/gone", "gone", 1),
    ];
    for (reference, id, unresolved) in cases {
        let bundle = json!({ "resourceType": "Bundle", "type": "collection", "entry": [
            { "fullUrl": "https://other.example/fhir/Practitioner/a", "resource": { "resourceType": "Practitioner", "id": "a" } },
            { "fullUrl": "urn:uuid:7d0b5a2e-0000-4000-8000-000000000001", "resource": { "resourceType": "Practitioner", "id": "u" } },
            { "resource": appointment("x", reference) },
        ] });
        let imported = read(&bundle.to_string());
        assert_eq!(imported.clinic.appointments[0].clinicians, [id], "{reference}");
        assert_eq!(
            causes(&imported, "fhir.unresolved_reference").len(),
            unresolved,
            "{reference}"
        );
    }
}

#[test]
fn what_is_not_read_is_counted() {
    let imported = read(&(examples("examples.ndjson") + &examples("bundles.ndjson")));
    let logs = causes(&imported, "fhir.log_not_read");
    assert!(logs.iter().any(|cause| cause.contains("`AuditEvent`")), "{logs:?}");
    assert!(logs.iter().any(|cause| cause.contains("`Provenance`")), "{logs:?}");
    let others = causes(&imported, "fhir.type_not_read");
    assert!(
        others
            .iter()
            .any(|cause| cause.contains("`Specimen`") || cause.contains("`DiagnosticReport`")),
        "{others:?}"
    );
    assert!(
        imported
            .issues
            .iter()
            .filter(|issue| issue.severity == Severity::Error)
            .all(|issue| issue.code != "file.not_json")
    );
    assert!(
        imported
            .clinic
            .patients
            .iter()
            .all(|patient| patient.name == patient.id)
    );
    // Each example alone, too.
    for line in examples("examples.ndjson")
        .lines()
        .chain(examples("bundles.ndjson").lines())
    {
        read(line);
    }
}

#[test]
fn the_zone_is_told_by_the_request_the_place_or_nobody() {
    let site = |zone: Option<&str>| {
        let url = "http://hl7.org/fhir/StructureDefinition/timezone";
        let extension: Vec<Value> = zone
            .iter()
            .map(|zone| json!({ "url": url, "valueCode": zone }))
            .collect();
        json!({ "resourceType": "Location", "id": "s", "physicalType": { "coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/location-physical-type", "code": "si" }] }, "extension": extension })
    };
    let visit = json!({ "resourceType": "Appointment", "id": "a", "status": "booked", "serviceType": [{ "text": "Visit" }],
        "start": "2026-11-23T15:00:00Z", "end": "2026-11-23T16:00:00Z", "participant": [] });
    for (asked, told, start, warnings) in [
        (None, None, "2026-11-23T10:00", 1),
        (None, Some("America/Denver"), "2026-11-23T08:00", 0),
        (Some("Europe/Berlin"), Some("America/Denver"), "2026-11-23T16:00", 0),
        (Some("Nowhere"), None, "2026-11-23T10:00", 1),
    ] {
        let source = Source {
            name: "x.json".into(),
            table: None,
            content: Content::Text(json!([site(told), visit]).to_string()),
        };
        let options = Options {
            time_zone: asked.map(String::from),
            ..Options::default()
        };
        let imported = import(&[source], &options);
        assert_eq!(
            imported.clinic.appointments[0].start.to_string(),
            start,
            "{asked:?} {told:?}"
        );
        assert_eq!(
            causes(&imported, "fhir.no_time_zone").len(),
            warnings,
            "{asked:?} {told:?}"
        );
    }
}
