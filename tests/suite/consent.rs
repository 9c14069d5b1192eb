//! The rule about consent: every reason to refuse alone, and revocation at once.

use rosterwell::model::clinic::{Clinic, Consent, Contact, DisclosurePurpose as Purpose};
use rosterwell::model::consent::{Consents, PART2_NOTICE, Recipient, lacks, notice};
use rosterwell::model::{build, validate};

use crate::clinics::{consent, day, hours, moment, two_clinicians_three_visits};

fn clinic(rows: Vec<Consent>) -> Clinic {
    let contact = |id: &str, patient: &str| Contact {
        id: id.into(),
        patient: patient.into(),
        relation: "partner".into(),
        hours: hours("Mon-Fri 08:00-17:00"),
        required: true,
    };
    Clinic {
        contacts: vec![contact("k1", "p1"), contact("k2", "p2")],
        consents: rows,
        ..two_clinicians_three_visits()
    }
}

fn told(clinic: &Clinic, purpose: Purpose, recipient: Recipient) -> String {
    let consents = Consents::new(clinic);
    let answer = consents.allow("p1", purpose, recipient, moment(0, 9, 0));
    answer.map_or_else(|refusal| refusal.to_string(), |row| row.id.clone())
}

#[test]
fn a_consent_holds_only_if_it_is_complete_signed_given_not_expired_and_not_revoked() {
    type Edit = fn(&mut Consent);
    let cases: [(&str, Edit); 14] = [
        ("consent-p1", |_| {}),
        ("consent-p1", |row| row.until = Some(day(0))),
        ("consent-p1", |row| row.given = day(0)),
        ("consent `consent-p1` expired on 2026-11-22", |row| {
            row.until = Some(day(-1))
        }),
        ("consent `consent-p1` holds from 2026-11-24 on", |row| {
            row.given = day(1)
        }),
        ("consent `consent-p1` was revoked on 2026-11-20T08:00", |row| {
            row.revoked = Some(moment(-3, 8, 0))
        }),
        // Entered ahead of its moment, perhaps by a clock that is wrong: nothing is told any more either.
        ("consent `consent-p1` was revoked on 2026-12-23T08:00", |row| {
            row.revoked = Some(moment(30, 8, 0))
        }),
        ("consent `consent-p1` is not signed", |row| row.signed = false),
        ("consent `consent-p1` does not tell of the right to revoke it", |row| {
            row.revocation_told = false
        }),
        ("consent `consent-p1` does not say when it ends", |row| {
            row.until_event = Some(" ".into())
        }),
        ("consent `consent-p1` does not say who may be told", |row| {
            row.recipient.clear()
        }),
        ("consent `consent-p1` does not say who may tell", |row| {
            row.discloser.clear()
        }),
        ("consent `consent-p1` does not say what may be told", |row| {
            row.what.clear()
        }),
        ("there is no consent for it", |row| row.purposes = vec![Purpose::Family]),
    ];
    for (expected, edit) in cases {
        let mut row = consent("p1", Purpose::Reminders);
        edit(&mut row);
        assert_eq!(told(&clinic(vec![row]), Purpose::Reminders, Recipient::Named), expected);
    }
    let other = clinic(vec![consent("p2", Purpose::Reminders)]);
    assert_eq!(
        told(&other, Purpose::Reminders, Recipient::Named),
        "there is no consent for it"
    );
}

#[test]
fn a_consent_covers_whom_it_names() {
    let mut row = consent("p1", Purpose::Family);
    let any = clinic(vec![row.clone()]);
    row.contact = Some("k1".into());
    let one = clinic(vec![row.clone()]);
    for (clinic, recipient, allowed) in [
        (&any, Recipient::Contact("k1"), true),
        (&any, Recipient::Contact("k9"), true),
        (&one, Recipient::Contact("k1"), true),
        (&one, Recipient::Contact("k9"), false),
        (&one, Recipient::Other("AUNT may"), true),
        (&one, Recipient::Other("Uncle Ben"), false),
    ] {
        let answer = told(clinic, Purpose::Family, recipient);
        assert_eq!(answer == "consent-p1", allowed, "{recipient:?}: {answer}");
    }
}

#[test]
fn a_second_consent_counts_beside_one_that_was_revoked() {
    let mut revoked = consent("p1", Purpose::Billing);
    revoked.revoked = Some(moment(-1, 8, 0));
    let mut expired = consent("p1", Purpose::Billing);
    expired.id = "old".into();
    expired.until = Some(day(-9));
    let rows = vec![revoked.clone(), expired.clone()];
    let answer = told(&clinic(rows), Purpose::Billing, Recipient::Named);
    assert_eq!(answer, "consent `consent-p1` was revoked on 2026-11-22T08:00");
    let renewed = Consent {
        id: "renewed".into(),
        ..consent("p1", Purpose::Billing)
    };
    assert_eq!(
        told(
            &clinic(vec![revoked, expired, renewed]),
            Purpose::Billing,
            Recipient::Named
        ),
        "renewed"
    );
}

#[test]
fn doubtful_rows_are_reported_and_never_stop_the_clinic() {
    let mut lame = consent("nobody", Purpose::External);
    lame.contact = Some("k1".into());
    lame.until = Some("2025-01-01".parse().unwrap());
    lame.signed = false;
    let clinic = clinic(vec![consent("p1", Purpose::Family), lame.clone(), lame]);
    let issues = validate(&clinic);
    let mut codes: Vec<(&str, Option<&str>)> = issues
        .iter()
        .filter(|issue| issue.table == "consents")
        .map(|issue| (&*issue.code, issue.field.as_deref()))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let expected = [
        ("consent.incomplete", None),
        ("row.duplicate_id", Some("id")),
        ("row.reversed_dates", Some("until")),
        ("row.unknown_reference", Some("contact")),
        ("row.unknown_reference", Some("patient")),
    ];
    assert_eq!(codes, expected);
    assert_eq!(build(&clinic).problem.sessions.len(), 3);
}

#[test]
fn the_notice_stands_where_part_2_is_switched_on() {
    let mut settings = Clinic::default().settings;
    assert_eq!((notice(&settings), settings.neutral_titles), (None, true));
    settings.part2_notice = Some("  ".into());
    settings.part2 = true;
    assert_eq!(notice(&settings), Some(PART2_NOTICE));
    settings.part2_notice = Some("Our words.".into());
    assert_eq!(notice(&settings), Some("Our words."));
}

#[test]
fn sample_clinics_have_consents_of_every_fate() {
    let clinic = crate::clinics::sample_clinic(rosterwell::sample::SampleKind::AddictionTreatment, 24, 1);
    let consents = Consents::new(&clinic);
    let now = clinic.settings.as_of;
    let mut seen: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    for patient in &clinic.patients {
        let answer = consents.allow(&patient.id, Purpose::Reminders, Recipient::Named, now);
        let word = answer.map_or_else(|refusal| format!("{refusal:?}"), |_| "Allowed".into());
        seen.extend(word.split([' ', '{']).next().map(String::from));
    }
    assert_eq!(
        Vec::from_iter(&seen),
        ["Allowed", "Expired", "Incomplete", "Missing", "Revoked"]
    );
    assert!(clinic.consents.iter().all(|row| row.given <= now.date()));
    assert!(
        clinic
            .consents
            .iter()
            .filter(|row| row.signed)
            .all(|row| lacks(row).is_none())
    );
}
