//! Calendars of other programs: what is understood, and what is told instead of guessed.

use rosterwell::model::clinic::{Appointment, Clinician, Modality};

use super::{clinic, codes, event, read, told, wrapped};
use crate::clinics::{clinician, moment};

/// The appointments that an event comes to, or the codes of its issues.
fn case(lines: &str) -> String {
    let read = read(&clinic(), "export.ics", &event(lines));
    let mut found: Vec<String> = read.clinic.appointments.iter().map(told).collect();
    found.extend(read.clinic.absences.iter().map(|row| {
        let reason = row.reason.as_deref().unwrap_or_default();
        format!("{} to {} {} {reason}", row.from, row.until, row.id)
    }));
    found.extend(codes(&read.issues).into_iter().map(String::from));
    found.join("; ")
}

#[test]
fn titles_places_and_people_are_looked_up() {
    let at = "DTSTART:20261124T090000\nDTEND:20261124T100000";
    for (lines, expected) in [
        (
            "UID:1\nSUMMARY:Counseling - p1\nLOCATION:Office 1\nATTENDEE;CN=\"Ana Rivera\":mailto:ana@x.org",
            "2026-11-24T09:00 60m talk p1 ana office InPerson Booked",
        ),
        (
            "UID:2\nSUMMARY:p2: talk (Rivera\\, Ana)\nLOCATION:https://video.example/1\nORGANIZER:MAILTO:ben@x.org",
            "2026-11-24T09:00 60m talk p2 ana+ben - Video Booked",
        ),
        (
            "UID:3\nSUMMARY:p2\nCATEGORIES:Counseling\nLOCATION:Telehealth\nATTENDEE:mailto:ben@x.org\nSTATUS:TENTATIVE",
            "2026-11-24T09:00 60m talk p2 ben - Video Proposed",
        ),
        (
            "UID:4\nSUMMARY:relapse with p1\nLOCATION:hall\nATTENDEE:mailto:ben@x.org\nATTENDEE;CN=p2:invalid:nomail",
            "2026-11-24T09:00 60m relapse relapse ben hall InPerson Booked",
        ),
        (
            "UID:5\nSUMMARY:Vacation\nATTENDEE;CN=ana:invalid:nomail",
            "2026-11-24T09:00 to 2026-11-24T10:00 ana vacation",
        ),
        (
            "UID:6\nSUMMARY:Something\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nATTENDEE;CN=ana:invalid:nomail",
            "2026-11-24T09:00 to 2026-11-24T10:00 ana out of office",
        ),
        ("UID:7\nSUMMARY:Birthday\nTRANSP:TRANSPARENT", "calendar.takes_no_time"),
        ("UID:8\nSUMMARY:Counseling\nATTENDEE:mailto:ana@x", "calendar.no_match"),
        ("UID:9\nSUMMARY:Counseling - p1", "calendar.no_match"),
        (
            "UID:10\nSUMMARY:Coffee - p1\nATTENDEE:mailto:ana@x",
            "calendar.no_match",
        ),
        ("UID:11\nSUMMARY:Vacation", "calendar.no_match"),
        (
            "UID:12\nSUMMARY:Counseling - p1 - p2\nATTENDEE:mailto:ana@x\nLOCATION:hall",
            "calendar.ambiguous",
        ),
        (
            "UID:13\nSUMMARY:Counseling - p1\nATTENDEE:mailto:ana@x\nLOCATION:hall\\, Office 1",
            "calendar.ambiguous",
        ),
        (
            "UID:14\nSUMMARY:Counseling - p1\nATTENDEE:mailto:ana@x",
            "calendar.no_modality",
        ),
        (
            "UID:15\nSUMMARY:Counseling - p1\nATTENDEE:mailto:ana@x\nLOCATION:The shed",
            "2026-11-24T09:00 60m talk p1 ana - InPerson Booked; calendar.no_room",
        ),
    ] {
        assert_eq!(case(&format!("{lines}\n{at}")), expected, "{lines}");
    }
}

#[test]
fn seats_of_a_group_and_a_calendar_of_one_person() {
    let text = event(
        "UID:1\nSUMMARY:relapse with p1\nLOCATION:hall\nATTENDEE;CN=p2:invalid:nomail\nDTSTART:20261124T090000\nDURATION:PT1H",
    );
    let text = text.replace("VERSION:2.0", "X-WR-CALNAME:Ana Rivera");
    let read = read(&clinic(), "c.ics", &text);
    let seats: Vec<&str> = read.clinic.attendances.iter().map(|seat| &*seat.patient).collect();
    assert_eq!(
        (seats, &*read.clinic.appointments[0].clinicians[0]),
        (vec!["p1", "p2"], "ana")
    );
}

#[test]
fn names_that_two_people_share_decide_nothing() {
    let mut clinic = clinic();
    clinic.clinicians.push(Clinician {
        name: "Ana Rivera".into(),
        ..clinician("ana2")
    });
    let text = event("UID:1\nSUMMARY:Vacation\nATTENDEE;CN=Ana Rivera:invalid:nomail\nDTSTART;VALUE=DATE:20261124");
    // Both are away: nobody is planned who may be the one.
    let read = read(&clinic, "c.ics", &text);
    let away: Vec<String> = read
        .clinic
        .absences
        .iter()
        .map(|row| format!("{} {}", row.id, row.until))
        .collect();
    assert_eq!(away, ["ana 2026-11-25T00:00", "ana2 2026-11-25T00:00"]);
}

#[test]
fn an_event_read_again_replaces_what_it_was() {
    let first =
        event("UID:1\nSUMMARY:talk - p1\nLOCATION:hall\nATTENDEE:mailto:ana@x\nDTSTART:20261124T090000\nDURATION:PT1H");
    let once = read(&clinic(), "c.ics", &first).clinic;
    let later = first.replace("T090000", "T110000");
    let twice = read(&once, "c.ics", &later).clinic;
    assert_eq!(twice.appointments.len(), 1);
    assert_eq!(
        (&twice.appointments[0].id, twice.appointments[0].start),
        (&once.appointments[0].id, moment(1, 11, 0))
    );
}

#[test]
fn busy_time_is_an_absence_and_so_is_what_is_not_free() {
    let busy = |lines: &str| wrapped(&format!("BEGIN:VFREEBUSY\n{lines}\nEND:VFREEBUSY"));
    let away = |clinic: &rosterwell::model::Clinic, text: &str| -> Vec<String> {
        let read = read(clinic, "ana.ics", text);
        let absences = read
            .clinic
            .absences
            .iter()
            .map(|row| format!("{} {} {}", row.id, row.from, row.until));
        absences
            .chain(codes(&read.issues).into_iter().map(String::from))
            .collect()
    };
    let mut clinic = clinic();
    let lines = "FREEBUSY:20261124T140000Z/20261124T150000Z,20261124T160000Z/PT30M\nFREEBUSY;FBTYPE=FREE:20261124T180000Z/PT1H\nFREEBUSY:nonsense";
    let expected = [
        "ana 2026-11-24T09:00 2026-11-24T10:00",
        "ana 2026-11-24T11:00 2026-11-24T11:30",
        "calendar.wrong_date",
    ];
    assert_eq!(away(&clinic, &busy(lines)), expected);
    // What a session that is known takes is no absence beside it.
    clinic.appointments = vec![Appointment {
        clinicians: vec!["ana".into()],
        ..Appointment::booked("a1", "talk", Modality::Video, moment(1, 9, 0), 60)
    }];
    assert_eq!(away(&clinic, &busy(lines))[0], expected[1]);
    let free = "DTSTART:20261124T130000Z\nDTEND:20261124T220000Z\nFREEBUSY;FBTYPE=FREE:20261124T140000Z/PT2H,20261124T190000Z/PT1H";
    let expected = [
        "ana 2026-11-24T08:00 2026-11-24T09:00",
        "ana 2026-11-24T11:00 2026-11-24T14:00",
        "ana 2026-11-24T15:00 2026-11-24T17:00",
    ];
    assert_eq!(away(&clinic, &busy(free)), expected);
    let whose = busy(lines).replace("VERSION:2.0", "X-WR-CALNAME:Somebody");
    assert_eq!(codes(&read(&clinic, "c.ics", &whose).issues), ["calendar.no_match"]);
}

#[test]
fn damaged_calendars_lose_what_is_damaged_only() {
    let good = "BEGIN:VEVENT\nUID:g\nSUMMARY:Leave\nATTENDEE;CN=ana:invalid:nomail\nDTSTART:20261124T090000\nDURATION:PT1H\nEND:VEVENT";
    for (text, expected) in [
        (
            format!("{good}\nBEGIN:VEVENT\nSUMMARY:Leave\nDTSTART:20261199T090000\nEND:VEVENT"),
            vec!["calendar.wrong_date"],
        ),
        (
            format!("{good}\nBEGIN:VEVENT\nSUMMARY:Leave\nEND:VEVENT"),
            vec!["calendar.wrong_date"],
        ),
        (
            format!(
                "{good}\nnonsense\n{}",
                good.replace("UID:g", "UID:h").replace("T09", "T10")
            ),
            vec!["calendar.broken_line"],
        ),
        (
            format!("END:VALARM\n{good}\nBEGIN:VEVENT\nUID:cut\nSUMMARY:Leave"),
            vec!["calendar.unbalanced", "calendar.unbalanced", "calendar.wrong_date"],
        ),
    ] {
        let read = read(&clinic(), "c.ics", &wrapped(&text));
        assert_eq!(codes(&read.issues), expected, "{text}");
        assert!(!read.clinic.absences.is_empty(), "{text}");
    }
    let deep = "BEGIN:X\n".repeat(20);
    assert_eq!(
        codes(&read(&clinic(), "c.ics", &wrapped(&deep)).issues)[0],
        "calendar.too_large"
    );
}

#[test]
fn no_bytes_make_it_panic() {
    let text = event(
        "UID:1\nSUMMARY:talk - p1\nLOCATION:hall\nATTENDEE:mailto:ana@x\nDTSTART;TZID=Europe/Berlin:20261124T090000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=-1MO;BYSETPOS=1;COUNT=9\nEXDATE:20261124T090000",
    );
    let mut rng = rosterwell::rng::Rng::stream(7, "damage", 0);
    for _ in 0..3_000 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=rng.below(6) {
            let at = rng.below(bytes.len());
            match rng.below(3) {
                0 => bytes[at] = *rng.pick(b"0123456789:;,=\\\"-PTZ\n\r \xff\xc3A").unwrap(),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, bytes[rng.below(bytes.len())]),
            }
        }
        // The first letters say what it is.
        let text = format!(
            "BEGIN:VCALENDAR{}",
            String::from_utf8_lossy(&bytes[15.min(bytes.len())..])
        );
        let _ = read(&clinic(), "c.ics", &text);
    }
}
