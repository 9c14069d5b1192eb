//! The audit log: whatever is done to it afterwards, the first bad entry is named.

use proptest::prelude::*;
use rosterwell::Result;
use rosterwell::api::{self, Desk};
use rosterwell::audit::entry::{MAX_REASON, MAX_USER};
use rosterwell::audit::export::{MAX_LINES_BYTES, from_lines, to_lines, to_table};
use rosterwell::audit::verify::verify;
use rosterwell::audit::{Action, Draft, Fault, FaultKind, Log, MAX_ENTRIES, Occasion, StoredLog, digest, to_fhir};
use serde_json::{Value, json};

use crate::vault::entropy;

const ACTIONS: [Action; 14] = [
    Action::Open,
    Action::Import,
    Action::Solve,
    Action::Accept,
    Action::Reject,
    Action::Override,
    Action::Lock,
    Action::Edit,
    Action::Export,
    Action::Unlock,
    Action::Wipe,
    Action::Save,
    Action::Undo,
    Action::Redo,
];

fn draft(number: usize) -> Draft {
    let action = ACTIONS[number % ACTIONS.len()];
    Draft {
        offset_min: -300,
        user: "front desk".into(),
        object: Some(format!("order/w0/{number}")),
        before: Some(digest(&number.to_string())),
        after: (number.is_multiple_of(2)).then(|| digest(&(number + 1).to_string())),
        reason: (action == Action::Override).then(|| "family asked".into()),
        rule_packs: "base 2026-01-01".into(),
        build: "0123abcd".into(),
        seed: (action == Action::Solve).then_some(7),
        ..Draft::new(
            &format!("2026-11-23T{:02}:{:02}:09Z", 8 + number / 60, number % 60),
            action,
        )
    }
}

/// A log of so many entries, signed after every fifth and at its end.
fn log(count: usize) -> Log {
    let mut log = Log::begin([7; 32]);
    for number in 1..=count {
        log.append(draft(number)).unwrap();
        if number % 5 == 0 || number == count {
            log.sign(Occasion::Save);
        }
    }
    log
}

fn changed(count: usize, change: impl FnOnce(&mut StoredLog)) -> Option<Fault> {
    let log = log(count);
    let mut stored = log.stored().clone();
    change(&mut stored);
    Log::resume(stored, *log.seed()).verify(None).fault
}

fn at(kind: FaultKind, entry: u64) -> Option<Fault> {
    Some(Fault { kind, entry, to: entry })
}

fn code<T>(result: Result<T>) -> String {
    result.err().map_or("none".into(), |error| error.code)
}

#[test]
fn a_log_that_nobody_touched_is_in_order() {
    for count in 0..20 {
        let log = log(count);
        let found = log.verify(None);
        assert_eq!(found.fault, None, "{count}");
        assert_eq!((found.entries, found.signed_to), (count as u64, count as u64));
        assert_eq!(found.heads as usize, count.div_ceil(5));
        assert!(found.clock_back.is_empty());
        let last = log.stored().entries.last().map_or("", |entry| &entry.hash[..16]);
        assert_eq!(found.head, last);
    }
}

#[test]
fn entries_hold_what_was_said_and_a_pseudonym() {
    let log = log(3);
    let entry = &log.stored().entries[2];
    let said = draft(3);
    assert_eq!((entry.version, entry.sequence), (1, 3));
    assert_eq!((&entry.time, entry.offset_min), (&said.time, said.offset_min));
    assert_eq!(
        (&entry.user, entry.action, entry.seed),
        (&said.user, said.action, said.seed)
    );
    assert_eq!(
        (&entry.before, &entry.after, &entry.reason),
        (&said.before, &said.after, &said.reason)
    );
    assert_eq!((&entry.rule_packs, &entry.build), (&said.rule_packs, &said.build));
    assert_eq!(entry.previous, log.stored().entries[1].hash);
    let object = entry.object.clone().unwrap();
    assert_eq!(object, log.pseudonym("order/w0/3"));
    assert!(object.len() == 16 && object.bytes().all(|byte| byte.is_ascii_hexdigit()));
    // Another log has other pseudonyms: without its key an id cannot be guessed from one.
    assert_ne!(object, Log::begin([8; 32]).pseudonym("order/w0/3"));
    assert_ne!(object, log.pseudonym("order/w0/2"));
    assert!(!to_lines(log.stored()).unwrap().contains("order/"));
    assert!(!format!("{log:?}").contains("seed: Zeroizing"));
}

#[test]
fn every_action_has_its_name() {
    for action in ACTIONS {
        assert_eq!(json!(action), json!(action.name()));
    }
}

#[test]
fn moments_are_written_in_utc_to_the_second() {
    let mut log = Log::begin([1; 32]);
    for (given, written) in [
        ("2026-11-23T09:05:00-05:00", "2026-11-23T14:05:00Z"),
        ("2026-11-23T14:05:00.999Z", "2026-11-23T14:05:00Z"),
    ] {
        assert_eq!(log.append(Draft::new(given, Action::Open)).unwrap().time, written);
    }
    for wrong in [
        "",
        "yesterday",
        "2026-11-23",
        "2026-11-23T14:05:00",
        "2026-02-30T00:00:00Z",
    ] {
        assert_eq!(
            code(log.append(Draft::new(wrong, Action::Open))),
            "audit.not_a_time",
            "{wrong}"
        );
    }
}

#[test]
fn limits_of_entries_hold() {
    let time = "2026-11-23T14:05:00Z";
    let with = |change: &dyn Fn(&mut Draft)| {
        let mut draft = Draft::new(time, Action::Edit);
        change(&mut draft);
        code(Log::begin([1; 32]).append(draft))
    };
    assert_eq!(with(&|draft| draft.user = "é".repeat(MAX_USER)), "none");
    assert_eq!(with(&|draft| draft.user = "é".repeat(MAX_USER + 1)), "audit.wrong_text");
    assert_eq!(with(&|draft| draft.user = "two\nlines".into()), "audit.wrong_text");
    assert_eq!(with(&|draft| draft.reason = Some("x".repeat(MAX_REASON))), "none");
    assert_eq!(
        with(&|draft| draft.reason = Some("x".repeat(MAX_REASON + 1))),
        "audit.wrong_text"
    );
    assert_eq!(with(&|draft| draft.rule_packs = "x".repeat(201)), "audit.wrong_text");
    assert_eq!(with(&|draft| draft.build = "x".repeat(201)), "audit.wrong_text");
    assert_eq!(with(&|draft| draft.build = "x".repeat(200)), "none");
    for wrong in [
        String::new(),
        "a".repeat(63),
        "a".repeat(65),
        "A".repeat(64),
        "g".repeat(64),
        "é".repeat(32),
        "+1".repeat(32),
    ] {
        assert_eq!(
            with(&|draft| draft.before = Some(wrong.clone())),
            "audit.not_a_digest",
            "{wrong}"
        );
        assert_eq!(
            with(&|draft| draft.after = Some(wrong.clone())),
            "audit.not_a_digest",
            "{wrong}"
        );
    }
    for (offset, expected) in [
        (1440, "none"),
        (-1440, "none"),
        (1441, "audit.wrong_number"),
        (-1441, "audit.wrong_number"),
    ] {
        assert_eq!(with(&|draft| draft.offset_min = offset), expected, "{offset}");
    }
    assert_eq!(with(&|draft| draft.seed = Some((1 << 53) - 1)), "none");
    assert_eq!(with(&|draft| draft.seed = Some(1 << 53)), "audit.wrong_number");
}

#[test]
fn an_override_has_a_reason() {
    let mut log = Log::begin([1; 32]);
    for (reason, expected) in [
        (None, "audit.no_reason"),
        (Some("  "), "audit.no_reason"),
        (Some("family asked"), "none"),
    ] {
        let mut draft = Draft::new("2026-11-23T14:05:00Z", Action::Override);
        draft.reason = reason.map(Into::into);
        assert_eq!(code(log.append(draft)), expected, "{reason:?}");
    }
    assert_eq!(log.stored().entries.len(), 1, "what is refused is not written");
    let error = log
        .append(Draft::new("2026-11-23T14:05:00Z", Action::Override))
        .unwrap_err();
    assert_eq!(error.path, "reason");
}

#[test]
fn a_full_log_takes_no_more() {
    let mut stored = log(1).stored().clone();
    stored.entries = vec![stored.entries[0].clone(); MAX_ENTRIES - 1];
    let mut log = Log::resume(stored, [7; 32]);
    assert_eq!(code(log.append(draft(1))), "none");
    assert_eq!(code(log.append(draft(1))), "audit.full");
}

#[test]
fn the_first_bad_entry_is_named_whatever_is_done() {
    use FaultKind::{Chain, Changed, Head, Missing, Place};
    let count = 12;
    for k in 1..=count {
        let i = k - 1;
        let entry = k as u64;
        // Deleted: another one stands in its place; the last one is only missed by the head.
        let deleted = if k == count {
            at(Missing, entry)
        } else {
            at(Place, entry)
        };
        assert_eq!(changed(count, |log| drop(log.entries.remove(i))), deleted, "delete {k}");
        // Put in twice.
        let twice = changed(count, |log| log.entries.insert(i, log.entries[i].clone()));
        assert_eq!(twice, at(Place, entry + 1), "insert {k}");
        // The end cut off; the signed heads know.
        let cut = changed(count, |log| log.entries.truncate(i));
        let missing = cut.unwrap();
        assert_eq!((missing.kind, missing.entry), (Missing, entry), "truncate {k}");
        // Moved to the end, and reversed from here.
        if k < count {
            let moved = changed(count, |log| {
                let entry = log.entries.remove(i);
                log.entries.push(entry);
            });
            assert_eq!(moved, at(Place, entry), "move {k}");
            assert_eq!(
                changed(count, |log| log.entries[i..].reverse()),
                at(Place, entry),
                "reorder {k}"
            );
            assert_eq!(
                changed(count, |log| log.entries.swap(i, count - 1)),
                at(Place, entry),
                "swap {k}"
            );
            // Swapped and counted anew.
            let renumbered = changed(count, |log| {
                log.entries.swap(i, count - 1);
                for (entry, sequence) in log.entries.iter_mut().zip(1..) {
                    entry.sequence = sequence;
                }
            });
            assert_eq!(renumbered, at(Changed, entry), "swap and count {k}");
        }
        // Dated back, and every other field.
        let dated = changed(count, |log| log.entries[i].time = "2026-11-22T08:00:00Z".into());
        assert_eq!(dated, at(Changed, entry), "re-date {k}");
        // Edited with a hash that fits again: the next one does not follow, or the head does not fit.
        let rehashed = changed(count, |log| {
            let mut other = Log::begin([9; 32]);
            let mut edited = draft(k);
            edited.user = "somebody".into();
            other.append(edited).unwrap();
            let mut forged = log.entries[i].clone();
            forged.user = "somebody".into();
            forged.hash = other.stored().entries[0].hash.clone();
            log.entries[i] = forged;
        });
        assert_eq!(rehashed, at(Changed, entry), "a hash of other fields {k}");
    }
    // Written anew from some entry on, chained and hashed properly: only the key is missing.
    for k in 1..=count {
        let log = log(count);
        let mut forged = Log::resume(
            StoredLog {
                entries: log.stored().entries[..k - 1].to_vec(),
                heads: log.stored().heads.clone(),
            },
            [7; 32],
        );
        for number in k..=count {
            let mut edited = draft(number);
            edited.user = "somebody".into();
            forged.append(edited).unwrap();
        }
        let fault = forged.verify(None).fault.unwrap();
        let signed = (k as u64 - 1) / 5 * 5;
        assert_eq!((fault.kind, fault.entry), (Head, signed + 1), "rewrite from {k}");
        assert!(fault.to >= k as u64, "rewrite from {k}");
        // Chained to what was there: the seam shows.
        let mut seam = log.stored().clone();
        seam.entries[k - 1] = forged.stored().entries[k - 1].clone();
        let found = Log::resume(seam, [7; 32]).verify(None).fault;
        let expected = if k == count { Some(Head) } else { Some(Chain) };
        assert_eq!(found.map(|fault| fault.kind), expected, "seam {k}");
    }
}

#[test]
fn every_field_counts() {
    let changes: [fn(&mut rosterwell::audit::Entry); 13] = [
        |entry| entry.version = 2,
        |entry| entry.time.push('x'),
        |entry| entry.offset_min += 1,
        |entry| entry.user.push('x'),
        |entry| entry.action = Action::Wipe,
        |entry| entry.object = None,
        |entry| entry.before = None,
        |entry| entry.after = Some(String::new()),
        |entry| entry.reason = Some(String::new()),
        |entry| entry.rule_packs.push('x'),
        |entry| entry.build.push('x'),
        |entry| entry.seed = Some(0),
        |entry| entry.hash = digest("x"),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        assert_eq!(
            changed(4, |log| change(&mut log.entries[0])),
            at(FaultKind::Changed, 1),
            "{number}"
        );
    }
    let previous = changed(4, |log| log.entries[2].previous = digest("x"));
    assert_eq!(previous, at(FaultKind::Changed, 3));
    // What is moved from one field to the next is not the same text.
    let shifted = changed(4, |log| {
        let entry = &mut log.entries[0];
        entry.rule_packs.push_str(&entry.build);
        entry.build.clear();
    });
    assert_eq!(shifted, at(FaultKind::Changed, 1));
}

#[test]
fn a_hash_of_other_letters_is_a_changed_one() {
    let mut stored = log(3).stored().clone();
    stored.entries[2].hash = format!("{}ɠ{}", "0".repeat(15), "0".repeat(47));
    let found = verify(&stored, None, None);
    assert_eq!(
        found.fault.map(|fault| (fault.kind, fault.entry)),
        Some((FaultKind::Changed, 3))
    );
    assert_eq!(found.head, format!("{}ɠ", "0".repeat(15)));
}

#[test]
fn entries_go_out_as_fhir_with_all_that_they_say() {
    let mut log = Log::begin([7; 32]);
    let full = Draft {
        offset_min: -300,
        user: "front desk".into(),
        object: Some("order/w0/1".into()),
        before: Some(digest("before")),
        after: Some(digest("after")),
        reason: Some("family asked".into()),
        rule_packs: "base 2026-01-01".into(),
        build: "0.1.0".into(),
        seed: Some(7),
        ..Draft::new("2026-11-23T14:05:00Z", Action::Override)
    };
    log.append(full).unwrap();
    log.append(Draft::new("2026-11-23T14:06:00Z", Action::Open)).unwrap();
    let text = to_fhir(log.stored());
    let events: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let said = |event: &Value| -> Vec<String> {
        let extensions = event["extension"].as_array().unwrap();
        let name = |extension: &Value| {
            extension["url"]
                .as_str()
                .unwrap()
                .rsplit('/')
                .next()
                .unwrap()
                .to_string()
        };
        extensions.iter().map(name).collect()
    };
    let entry = &log.stored().entries[0];
    assert_eq!(
        said(&events[0]),
        [
            "sequence",
            "version",
            "offsetMin",
            "before",
            "after",
            "reason",
            "rulePacks",
            "build",
            "previous",
            "hash",
            "seed"
        ]
    );
    assert_eq!(events[0]["agent"][0]["who"]["display"], "front desk");
    assert_eq!(
        events[0]["entity"][0]["what"]["identifier"]["value"],
        json!(entry.object)
    );
    assert_eq!(events[0]["recorded"], "2026-11-23T14:05:00Z");
    assert_eq!(
        said(&events[1]),
        ["sequence", "version", "offsetMin", "previous", "hash"]
    );
    assert_eq!(events[1]["agent"][0]["who"]["display"], "not named");
    assert_eq!(events[1].get("entity"), None);
}

#[test]
fn every_action_is_one_of_the_five_of_fhir() {
    let mut log = Log::begin([7; 32]);
    for action in ACTIONS {
        let reason = (action == Action::Override).then(|| "family asked".into());
        let draft = Draft {
            reason,
            ..Draft::new("2026-11-23T14:05:00Z", action)
        };
        log.append(draft).unwrap();
    }
    let text = to_fhir(log.stored());
    let told: Vec<String> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|event| {
            format!(
                "{} {}",
                event["subtype"][0]["code"].as_str().unwrap(),
                event["action"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "open R",
            "import C",
            "solve E",
            "accept U",
            "reject E",
            "override U",
            "lock U",
            "edit U",
            "export R",
            "unlock U",
            "wipe D",
            "save C",
            "undo U",
            "redo U"
        ]
    );
}

#[test]
fn heads_that_were_changed_are_found() {
    use FaultKind::Head;
    let changes: [fn(&mut StoredLog); 7] = [
        |log| log.heads[1].signature = "0".repeat(128),
        |log| log.heads[1].signature.truncate(10),
        |log| log.heads[1].hash = digest("x"),
        |log| log.heads[1].occasion = Occasion::Lock,
        |log| log.heads[1].sequence = 9,
        |log| log.heads[1].public_key = digest("x"),
        |log| log.heads[1].public_key.clear(),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let fault = changed(12, change).unwrap();
        assert_eq!((fault.kind, fault.entry), (Head, 6), "{number}");
    }
    assert_eq!(
        changed(12, |log| log.heads.swap(0, 1)).map(|fault| fault.kind),
        Some(Head)
    );
    // A log that is signed anew by another key is that other key's.
    let forged = log(12).stored().clone();
    let mut forged = Log::resume(forged, [8; 32]);
    forged.sign(Occasion::Save);
    assert_eq!(
        verify(forged.stored(), None, None).fault.map(|fault| fault.kind),
        Some(Head)
    );
    assert_eq!(
        forged.verify(None).fault.unwrap(),
        Fault {
            kind: FaultKind::Chain,
            entry: 1,
            to: 1
        }
    );
}

#[test]
fn a_head_kept_elsewhere_shows_a_log_written_anew() {
    let printed = log(12).verify(None).head;
    let longer = log(14);
    assert_eq!(longer.verify(Some(&printed)).fault, None, "the log went on");
    let spaced = format!("{} {}", &printed[..8], printed[8..].to_uppercase());
    assert_eq!(longer.verify(Some(&spaced)).fault, None);
    let mut anew = Log::begin([7; 32]);
    for number in 1..=12 {
        let mut edited = draft(number);
        edited.user = "somebody".into();
        anew.append(edited).unwrap();
    }
    anew.sign(Occasion::Save);
    assert_eq!(anew.verify(None).fault, None, "who has the key can write a whole log");
    let unknown = anew.verify(Some(&printed)).fault;
    assert_eq!(
        unknown,
        Some(Fault {
            kind: FaultKind::Unknown,
            entry: 1,
            to: 12
        })
    );
    assert_eq!(
        anew.verify(Some(&anew.verify(None).head[..15]))
            .fault
            .map(|fault| fault.kind),
        Some(FaultKind::Unknown)
    );
    let empty = Log::begin([7; 32]).verify(Some(&printed)).fault;
    assert_eq!(
        empty,
        Some(Fault {
            kind: FaultKind::Unknown,
            entry: 1,
            to: 1
        })
    );
}

#[test]
fn a_clock_set_back_is_said_and_no_fault() {
    let mut log = Log::begin([7; 32]);
    for time in [
        "2026-11-01T05:30:00Z",
        "2026-11-01T04:30:00Z",
        "2026-11-01T04:30:00Z",
        "2026-11-01T06:00:00Z",
    ] {
        log.append(Draft::new(time, Action::Edit)).unwrap();
    }
    let found = log.verify(None);
    assert_eq!((found.clock_back, found.fault), (vec![2], None));
    assert_eq!((found.signed_to, found.heads), (0, 0));
    // Nobody signed: the tie to the key cannot be checked, the rest can.
    assert_eq!(verify(log.stored(), None, None).fault, None);
}

#[test]
fn one_entry_can_be_signed_more_than_once() {
    let mut log = log(3);
    log.sign(Occasion::Save);
    log.sign(Occasion::Export);
    let found = log.verify(None);
    assert_eq!((found.fault, found.signed_to), (None, 3));
}

#[test]
fn signing_an_empty_log_signs_nothing() {
    assert!(Log::begin([1; 32]).sign(Occasion::Lock).is_none());
}

#[test]
fn lines_read_back_and_every_flipped_bit_is_found() {
    let log = log(6);
    let text = to_lines(log.stored()).unwrap();
    let (read, issues) = from_lines(&text).unwrap();
    assert_eq!((&read, issues.len()), (log.stored(), 0));
    assert_eq!(verify(&read, None, None).fault, None);
    for at in 0..text.len() {
        for bit in 0..7 {
            let mut flipped = text.clone().into_bytes();
            flipped[at] ^= 1 << bit;
            let flipped = String::from_utf8(flipped).unwrap();
            let (read, issues) = from_lines(&flipped).unwrap();
            let found = verify(&read, None, None).fault.is_some() || !issues.is_empty();
            assert!(found, "byte {at} bit {bit}");
        }
    }
}

#[test]
fn a_file_has_room_for_heads_and_empty_lines() {
    let lines = to_lines(log(2).stored()).unwrap();
    let num_lines = lines.lines().count();
    let padded = |count: usize| format!("{lines}{}", "\n".repeat(count - num_lines));
    assert_eq!(from_lines(&padded(4 * MAX_ENTRIES)).unwrap().0, *log(2).stored());
    assert_eq!(code(from_lines(&padded(4 * MAX_ENTRIES + 1))), "audit.too_large");
}

#[test]
fn lines_that_are_no_log_are_refused() {
    assert_eq!(code(from_lines("")), "audit.not_a_log");
    assert_eq!(code(from_lines("{}\n[]\n")), "audit.not_a_log");
    assert_eq!(code(from_lines(&"\n".repeat(MAX_LINES_BYTES + 1))), "audit.too_large");
    assert_eq!(code(from_lines(&"\n".repeat(4 * MAX_ENTRIES + 1))), "audit.too_large");
    let text = to_lines(log(3).stored()).unwrap();
    let broken = format!("\u{feff}{}\n\nnot a line\n", text.trim_end());
    let (read, issues) = from_lines(&broken).unwrap();
    assert_eq!(read.entries.len(), 3);
    assert_eq!((issues[0].code.as_str(), issues[0].row), ("audit.line", Some(6)));
}

#[test]
fn a_table_has_a_row_for_each_entry_and_no_formula() {
    let mut log = Log::begin([7; 32]);
    let mut formula = draft(3);
    formula.user = "=1+1".into();
    log.append(formula).unwrap();
    let table = to_table(log.stored());
    assert_eq!(
        (table.rows.len(), table.rows[0].len(), table.rows[1].len()),
        (2, 14, 14)
    );
    let row: Vec<String> = table.rows[1].iter().map(|cell| cell.shown().to_string()).collect();
    let entry = &log.stored().entries[0];
    assert_eq!(row[..5], ["1", "2026-11-23T08:03:09Z", "-300", "'=1+1", "accept"]);
    assert_eq!((&row[5], &row[13]), (entry.object.as_ref().unwrap(), &entry.hash));
    assert_eq!((row[7].as_str(), row[8].as_str(), row[11].as_str()), ("", "", ""));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_but_the_right_one_is_found(order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let fault = changed(9, |log| log.entries = order.iter().map(|at| log.entries[*at].clone()).collect());
        let first = order.iter().enumerate().find(|(place, from)| place != *from);
        prop_assert_eq!(fault, first.and_then(|(place, _)| at(FaultKind::Place, place as u64 + 1)));
    }

    #[test]
    fn any_subset_is_found(keep in prop::collection::vec(any::<bool>(), 9)) {
        let fault = changed(9, |log| {
            let mut kept = keep.iter();
            log.entries.retain(|_| *kept.next().unwrap());
        });
        let first = keep.iter().position(|kept| !kept).map(|place| place as u64 + 1);
        prop_assert_eq!(fault.map(|fault| fault.entry), first);
    }

    #[test]
    fn any_text_stays_apart(a in "[a-c]{0,4}", b in "[a-c]{0,4}", c in "[a-c]{0,4}", d in "[a-c]{0,4}") {
        let hash = |user: &str, build: &str| {
            let mut draft = Draft::new("2026-11-23T14:05:00Z", Action::Edit);
            (draft.user, draft.build) = (user.into(), build.into());
            Log::begin([7; 32]).append(draft).unwrap().hash.clone()
        };
        prop_assert_eq!(hash(&a, &b) == hash(&c, &d), a == c && b == d);
    }
}

// The operations, over keys and log of one desk.

fn desk() -> Desk {
    Desk::with_entropy(Box::new(entropy(3)))
}

fn ask(desk: &mut Desk, operation: &str, request: Value) -> Result<Value> {
    api::run(desk, operation, &request.to_string()).map(|reply| serde_json::from_str(&reply).unwrap())
}

const TIME: &str = "2026-11-23T14:05:00Z";
const PASSPHRASE: &str = "a heron waits by the weir";
const DOCUMENT: &str = r#"{"format":"rosterwell-save/2","clinic":{}}"#;

#[test]
fn a_save_carries_its_log_and_goes_on_with_it() {
    let mut first = desk();
    ask(
        &mut first,
        "audit_append",
        json!({ "entries": [{ "time": TIME, "action": "open" }] }),
    )
    .unwrap();
    assert_eq!(
        code(ask(
            &mut first,
            "vault_seal",
            json!({ "document": DOCUMENT, "occasion": "save" })
        )),
        "save.locked"
    );
    let state = ask(&mut first, "vault_create", json!({ "passphrase": PASSPHRASE })).unwrap();
    assert_eq!(state, json!({ "open": true, "revision": 0 }));
    let sealed = ask(
        &mut first,
        "vault_seal",
        json!({ "document": DOCUMENT, "occasion": "save", "after": 4 }),
    )
    .unwrap();
    assert_eq!(sealed["revision"], 5);
    let envelope = &sealed["envelope"];
    let tested = ask(&mut first, "vault_test", json!({ "envelope": envelope })).unwrap();
    assert_eq!(tested, json!({ "open": true, "revision": 5 }));
    let check = ask(&mut first, "vault_check", json!({ "envelope": envelope })).unwrap();
    assert_eq!(check, json!({ "revision": 5, "memory_mib": 64 }));

    let mut second = desk();
    ask(
        &mut second,
        "audit_append",
        json!({ "entries": [{ "time": TIME, "action": "wipe" }] }),
    )
    .unwrap();
    let wrong = ask(
        &mut second,
        "vault_open",
        json!({ "envelope": envelope, "passphrase": "wrong" }),
    );
    assert_eq!(code(wrong), "save.wrong_passphrase");
    let kept = ask(&mut second, "audit_log", json!({})).unwrap();
    assert_eq!(kept["entries"][0]["action"], "wipe", "what is refused changes nothing");
    let opened = ask(
        &mut second,
        "vault_open",
        json!({ "envelope": envelope, "passphrase": PASSPHRASE }),
    )
    .unwrap();
    assert_eq!(
        (&opened["revision"], &opened["document"]["format"]),
        (&json!(5), &json!("rosterwell-save/2"))
    );
    assert_eq!(
        (&opened["log"]["entries"], &opened["log"]["signed_to"]),
        (&json!(1), &json!(1))
    );
    ask(
        &mut second,
        "audit_append",
        json!({ "entries": [{ "time": TIME, "action": "edit" }] }),
    )
    .unwrap();
    let found = ask(&mut second, "audit_verify", json!({})).unwrap();
    assert_eq!(
        (&found["verification"]["entries"], &found["verification"]["fault"]),
        (&json!(2), &Value::Null)
    );
    let later = ask(&mut second, "audit_log", json!({ "from": 2 })).unwrap();
    assert_eq!(
        (
            later["entries"].as_array().unwrap().len(),
            &later["entries"][0]["action"]
        ),
        (1, &json!("edit"))
    );

    let state = ask(&mut second, "vault_forget", json!({})).unwrap();
    assert_eq!(state, json!({ "open": false, "revision": 0 }));
    assert_eq!(ask(&mut second, "audit_log", json!({})).unwrap()["entries"], json!([]));
}

#[test]
fn a_note_is_sealed_with_the_same_key() {
    let mut desk = desk();
    assert_eq!(
        code(ask(&mut desk, "vault_keep", json!({ "text": "six changes" }))),
        "save.locked"
    );
    ask(&mut desk, "vault_create", json!({ "passphrase": PASSPHRASE })).unwrap();
    let note = ask(&mut desk, "vault_keep", json!({ "text": "six changes" })).unwrap();
    let recalled = ask(&mut desk, "vault_recall", json!({ "envelope": note["envelope"] })).unwrap();
    assert_eq!(recalled, json!({ "text": "six changes", "revision": 1 }));
    let sealed = ask(
        &mut desk,
        "vault_seal",
        json!({ "document": DOCUMENT, "occasion": "lock" }),
    )
    .unwrap();
    assert_eq!(sealed["revision"], 2);
    assert_eq!(
        code(ask(
            &mut desk,
            "vault_recall",
            json!({ "envelope": sealed["envelope"] })
        )),
        "save.incomplete"
    );
    let opened = ask(
        &mut desk,
        "vault_open",
        json!({ "envelope": note["envelope"], "passphrase": PASSPHRASE }),
    );
    assert_eq!(code(opened), "save.incomplete");
    for (text, expected) in [("*", "save.not_base64"), ("", "save.not_a_save"), ("iVJX", "save.cut")] {
        assert_eq!(
            code(ask(&mut desk, "vault_check", json!({ "envelope": text }))),
            expected,
            "{text}"
        );
    }
    let cut = ask(&mut desk, "vault_test", json!({ "envelope": "iVJX" }));
    assert_eq!(code(cut), "save.cut");
    let wrong = json!({ "old": "wrong", "new": PASSPHRASE });
    assert_eq!(code(ask(&mut desk, "vault_rewrap", wrong)), "save.wrong_passphrase");
    let other = json!({ "old": PASSPHRASE, "new": "another heron, another weir" });
    assert_eq!(
        ask(&mut desk, "vault_rewrap", other).unwrap(),
        json!({ "open": true, "revision": 2 })
    );
    assert_eq!(
        code(ask(
            &mut desk,
            "vault_seal",
            json!({ "document": "{}", "occasion": "save" })
        )),
        "save.not_a_save"
    );
    let read = ask(
        &mut desk,
        "save_read",
        json!({ "text": r#"{"format":"rosterwell-save/1","clinic":{}}"# }),
    )
    .unwrap();
    assert_eq!(read["document"]["format"], "rosterwell-save/2");
}

#[test]
fn the_log_is_written_out_signed_and_verified_again() {
    let mut desk = desk();
    let entries = json!([{ "time": TIME, "action": "open" }, { "time": TIME, "action": "override" }]);
    let error = ask(&mut desk, "audit_append", json!({ "entries": entries })).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.path.as_str()),
        ("audit.no_reason", "entries[1].reason")
    );
    let lines = ask(&mut desk, "audit_export", json!({ "format": "jsonl" })).unwrap();
    let text = lines["files"][0]["text"].as_str().unwrap();
    assert_eq!(
        (&lines["files"][0]["name"], text.lines().count()),
        (&json!("audit-log.jsonl"), 2)
    );
    let head = ask(&mut desk, "audit_sign", json!({ "occasion": "lock" })).unwrap();
    let expected = head["head"]["hash"].as_str().unwrap()[..16].to_owned();
    let found = ask(&mut desk, "audit_verify", json!({ "text": text, "expected": expected })).unwrap();
    assert_eq!(
        (&found["verification"]["signed_to"], &found["verification"]["fault"]),
        (&json!(1), &Value::Null)
    );
    let cut: String = text.lines().skip(1).map(|line| format!("{line}\n")).collect();
    let found = ask(&mut desk, "audit_verify", json!({ "text": cut })).unwrap();
    assert_eq!(
        found["verification"]["fault"],
        json!({ "kind": "missing", "entry": 1, "to": 1 })
    );
    let csv = ask(&mut desk, "audit_export", json!({ "format": "csv" })).unwrap();
    assert!(
        csv["files"][0]["text"]
            .as_str()
            .unwrap()
            .starts_with("\u{feff}\"sequence\",\"time\"")
    );
    let fhir = ask(&mut desk, "audit_export", json!({ "format": "fhir" })).unwrap();
    let event: Value =
        serde_json::from_str(fhir["files"][0]["text"].as_str().unwrap().lines().next().unwrap()).unwrap();
    assert_eq!(
        (
            &event["resourceType"],
            &event["recorded"],
            &event["subtype"][0]["code"],
            &event["action"]
        ),
        (
            &json!("AuditEvent"),
            &json!("2026-11-23T14:05:00Z"),
            &json!("open"),
            &json!("R")
        )
    );
    let kept = event["extension"].as_array().unwrap();
    let hash = kept
        .iter()
        .find(|part| part["url"].as_str().unwrap().ends_with("audit/hash"));
    assert_eq!(hash.unwrap()["valueString"].as_str().unwrap().len(), 64);
    let digests = ask(&mut desk, "digest", json!({ "texts": ["", "abc"] })).unwrap();
    // FIPS 180-4: the digests of no bytes and of `abc`.
    assert_eq!(
        digests["digests"][0],
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    assert_eq!(
        digests["digests"][1],
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn without_chance_there_are_no_keys() {
    let mut desk = Desk::default();
    assert_eq!(code(ask(&mut desk, "audit_log", json!({}))), "seed.unavailable");
    assert_eq!(
        code(ask(&mut desk, "vault_create", json!({ "passphrase": PASSPHRASE }))),
        "seed.unavailable"
    );
}
