//! What is written is read back: the law of the format, on a thousand clinics.

use rosterwell::export::icalendar::{CalendarOptions, Whose, calendar};
use rosterwell::import::{Options, import};
use rosterwell::model::Clinic;
use rosterwell::model::calendar::DateTime;
use rosterwell::model::clinic::{Appointment, Attendance, Freedom, Modality, Party, Status};
use rosterwell::rng::Rng;

use super::{clinic, read, source};
use crate::clinics::moment;

/// Text that formats trip over.
const NASTY: [&str; 12] = [
    "plain",
    "a,b;c\\d:e",
    "\"quoted\"",
    "line\nbreak\r\nand\ttab",
    " outer space ",
    "=1+1",
    "END:VEVENT",
    "日本語のとても長い名前がここにあります、そして続きます、さらに続きます",
    "é🙂\u{301}",
    "",
    "null",
    "\u{7}bell",
];

const ZONES: [&str; 6] = [
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Asia/Gaza",
    "UTC",
];

fn pick<T: Copy>(rng: &mut Rng, of: &[T]) -> T {
    of[rng.below(of.len())]
}

fn some<T>(rng: &mut Rng, value: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    rng.chance(0.4).then(|| value(rng))
}

/// Any minute of three years: also those that clocks skip or show twice.
fn any_moment(rng: &mut Rng) -> DateTime {
    moment(rng.between(-550, 550), 0, 0).plus_minutes(rng.between(0, 1439))
}

fn appointment(rng: &mut Rng, number: usize) -> Appointment {
    let text = |rng: &mut Rng| pick(rng, &NASTY).to_string();
    let modality = pick(rng, Modality::ALL);
    let id = format!("{}{number}", text(rng));
    let start = any_moment(rng);
    let minutes = rng.between(1, 1440);
    Appointment {
        order: some(rng, text),
        patient: some(rng, |rng| pick(rng, &["p1", "p2", "nobody"]).into()),
        group: some(rng, text),
        shift: some(rng, text),
        clinicians: (0..rng.below(4)).map(|_| text(rng)).collect(),
        room: some(rng, text),
        part_after_min: (0..rng.below(3)).map(|_| rng.between(0, 60)).collect(),
        part_minutes: (0..rng.below(3)).map(|_| rng.between(1, 60)).collect(),
        status: pick(rng, Status::ALL),
        freedom: pick(rng, Freedom::ALL),
        requested: some(rng, any_moment),
        confirmed: some(rng, any_moment),
        changed: some(rng, any_moment),
        changed_by: some(rng, |rng| pick(rng, Party::ALL)),
        replaced_by: some(rng, text),
        emergency: rng.chance(0.5),
        documentation_min: some(rng, |rng| rng.between(0, 90)),
        after_hours_min: some(rng, |rng| rng.between(0, 90)),
        travel_min: some(rng, |rng| rng.between(0, 90)),
        part_travel_min: (0..rng.below(3)).map(|_| rng.between(0, 60)).collect(),
        miles: some(rng, |rng| rng.unit() * 100.0),
        family_attended: some(rng, |rng| rng.between(0, 9)),
        ..Appointment::booked(
            &id,
            pick(rng, &["talk", "relapse", "no such service"]),
            modality,
            start,
            minutes,
        )
    }
}

fn generated(seed: u64) -> Clinic {
    let mut rng = Rng::stream(seed, "calendar", 0);
    let mut clinic = clinic();
    clinic.settings.time_zone = pick(&mut rng, &ZONES).into();
    clinic.settings.name = pick(&mut rng, &NASTY).into();
    clinic.settings.neutral_titles = rng.chance(0.5);
    clinic.settings.part2 = rng.chance(0.5);
    for number in 0..rng.below(8) {
        let row = appointment(&mut rng, number);
        for _ in 0..rng.below(4) {
            clinic.attendances.push(Attendance {
                appointment: row.id.clone(),
                patient: pick(&mut rng, &NASTY).into(),
                order: some(&mut rng, |rng| pick(rng, &NASTY).into()),
                status: pick(&mut rng, Status::ALL),
                changed: some(&mut rng, any_moment),
                changed_by: some(&mut rng, |rng| pick(rng, Party::ALL)),
            });
        }
        clinic.appointments.push(row);
    }
    clinic
}

fn complete() -> CalendarOptions<'static> {
    CalendarOptions {
        whose: Whose::Clinic,
        is_complete: true,
        days: (None, None),
        now: moment(0, 9, 0),
    }
}

#[test]
fn a_complete_calendar_of_a_thousand_clinics_reads_back_to_the_same_schedule() {
    let mut rows = 0;
    for seed in 0..1_000 {
        let clinic = generated(seed);
        let written = calendar(&clinic, &complete()).unwrap();
        assert_eq!(
            (written.count, &written.left_out[..]),
            (clinic.appointments.len(), &[][..]),
            "{seed}"
        );
        assert!(written.text.split("\r\n").all(|line| line.len() <= 75));
        let bare = Clinic {
            appointments: Vec::new(),
            attendances: Vec::new(),
            ..clinic.clone()
        };
        let back = read(&bare, "calendar.ics", &written.text);
        assert_eq!(back.clinic, clinic, "{seed}: {:#?}", back.issues);
        // Beside the schedule itself it changes nothing: every appointment is there once.
        let twice = read(&clinic, "calendar.ics", &written.text);
        assert_eq!(twice.clinic, clinic, "{seed}");
        rows += clinic.appointments.len() + clinic.attendances.len();
    }
    assert!(rows > 5_000, "{rows}");
}

#[test]
fn a_calendar_alone_brings_its_time_zone() {
    let clinic = generated(3);
    let text = calendar(&clinic, &complete()).unwrap().text;
    let back = import(&[source("calendar.ics", &text)], &Options::default());
    assert_eq!(back.clinic.appointments, clinic.appointments);
    assert_eq!(back.clinic.settings.time_zone, clinic.settings.time_zone);
}

#[test]
fn samples_read_back_too() {
    for kind in crate::clinics::KINDS {
        let clinic = crate::clinics::sample_clinic(kind, 8, 5);
        let text = calendar(&clinic, &complete()).unwrap().text;
        let back = read(&clinic, "calendar.ics", &text);
        assert_eq!(back.clinic.appointments, clinic.appointments, "{kind:?}");
        assert_eq!(back.clinic.attendances.len(), clinic.attendances.len());
    }
}

#[test]
fn what_somebody_moves_or_cancels_in_their_calendar_is_taken() {
    let mut clinic = clinic();
    clinic.appointments = vec![Appointment {
        patient: Some("p1".into()),
        clinicians: vec!["ana".into()],
        ..Appointment::booked("a1", "talk", Modality::Video, moment(1, 9, 0), 60)
    }];
    let text = calendar(&clinic, &complete()).unwrap().text;
    let moved = text
        .replace("20261124T090000", "20261125T101500")
        .replace("PT60M", "PT45M");
    let row = &read(&clinic, "c.ics", &moved).clinic.appointments[0];
    assert_eq!((row.start, row.minutes), (moment(2, 10, 15), 45));
    let off = text.replace("STATUS:CONFIRMED", "STATUS:CANCELLED");
    assert_eq!(
        read(&clinic, "c.ics", &off).clinic.appointments[0].status,
        Status::Cancelled
    );
    let elsewhere = text.replace(
        "TZID=America/New_York:20261124T090000",
        "TZID=Europe/Berlin:20261124T160000",
    );
    assert_eq!(
        read(&clinic, "c.ics", &elsewhere).clinic.appointments[0].start,
        moment(1, 10, 0)
    );
}
