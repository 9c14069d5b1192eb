//! Sample clinics: the same for the same seed, whole, marked, believable, and growing without changing who is there.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rosterwell::model::clinic::{Appointment, Phase, Status};
use rosterwell::model::{self, Clinic, CostTerm, Plan};
use rosterwell::optimizer::{self, Params};
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::{Severity, api};
use sha2::{Digest, Sha256};

fn of(kind: SampleKind, clinicians: u32, seed: u64) -> Clinic {
    sample(&SampleRequest {
        kind,
        clinicians,
        seed,
        weeks: None,
    })
}

fn hash(clinic: &Clinic) -> String {
    let digest = Sha256::digest(serde_json::to_vec(clinic).unwrap());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_same_request_gives_the_same_bytes_and_another_seed_others() {
    for &kind in &SampleKind::ALL {
        assert_eq!(hash(&of(kind, 24, 7)), hash(&of(kind, 24, 7)), "{kind:?}");
        assert_ne!(hash(&of(kind, 24, 7)), hash(&of(kind, 24, 8)), "{kind:?}");
    }
}

#[test]
fn every_size_is_whole_and_marked() {
    for &kind in &SampleKind::ALL {
        for (clinicians, weeks) in [(1, None), (2, None), (24, None), (200, Some(1))] {
            let clinic = sample(&SampleRequest {
                kind,
                clinicians,
                seed: 1,
                weeks,
            });
            assert!(clinic.settings.synthetic);
            assert!(clinic.settings.name.contains("synthetic"));
            assert_eq!(clinic.clinicians.len(), clinicians as usize, "{kind:?}");
            let built = model::build(&clinic);
            let errors: Vec<_> = built
                .issues
                .iter()
                .filter(|issue| issue.severity == Severity::Error)
                .take(5)
                .collect();
            assert!(errors.is_empty(), "{kind:?} {clinicians}: {errors:?}");
        }
    }
}

#[test]
fn the_default_is_the_center_of_24_clinicians_and_180_patients() {
    let clinic = sample(&SampleRequest::default());
    let in_care = clinic.patients.iter().filter(|patient| patient.discharged.is_none());
    assert_eq!((clinic.clinicians.len(), in_care.count()), (24, 180));
    let bytes = serde_json::to_vec(&clinic).unwrap().len();
    assert!(bytes < 5_000_000, "{bytes} bytes");
}

#[test]
fn names_are_initials_and_a_number() {
    for &kind in &SampleKind::ALL {
        let clinic = of(kind, 24, 3);
        let names = clinic
            .clinicians
            .iter()
            .map(|row| &row.name)
            .chain(clinic.patients.iter().map(|row| &row.name));
        for name in names {
            let (initials, number) = name.split_once(' ').unwrap();
            assert!(
                initials.len() == 2 && initials.chars().all(|c| c.is_ascii_uppercase()),
                "{name}"
            );
            assert!(number.starts_with(|c: char| c.is_ascii_digit()), "{name}");
        }
    }
}

#[test]
fn the_published_week_has_the_faults_of_a_person_and_a_plan_is_better() {
    let clinic = sample(&SampleRequest::default());
    let problem = model::build(&clinic).problem;
    let published = Plan::published(&problem);
    let broken = model::check(&problem, &published);
    assert!((25..=45).contains(&broken.len()), "{} broken rules", broken.len());
    let mandated = |plan: &Plan| {
        let left = problem.sessions.iter().zip(&plan.placements);
        left.filter(|(session, placement)| session.mandated && placement.is_none())
            .count()
    };
    let costs = optimizer::evaluate(&problem, &published);
    assert!(costs[CostTerm::Overtime] > 0 && costs[CostTerm::WeeklyMinimum] > 0);
    assert!(mandated(&published) >= 3);

    let params = Params {
        steps: 1_000,
        ..Params::default()
    };
    let (plan, better) = optimizer::solve(&problem, &params, Some(&published));
    assert!(model::check(&problem, &plan).is_empty());
    assert!(mandated(&plan) < mandated(&published));
    assert!(better[CostTerm::Overtime] < costs[CostTerm::Overtime] / 2);
    assert!(better[CostTerm::WeeklyMinimum] < costs[CostTerm::WeeklyMinimum]);
    assert!(better.total() < costs.total() / 2);
}

#[test]
fn nearly_every_past_session_was_authorized() {
    let clinic = sample(&SampleRequest::default());
    let needing = |service: &str| {
        clinic
            .services
            .iter()
            .any(|row| row.id == service && row.needs_authorization)
    };
    let held = |row: &&Appointment| row.status == Status::Completed && row.patient.is_some() && needing(&row.service);
    let covered = |row: &&Appointment| {
        clinic.authorizations.iter().any(|grant| {
            Some(&grant.patient) == row.patient.as_ref()
                && grant.services.contains(&row.service)
                && (grant.from..=grant.until).contains(&row.start.date())
        })
    };
    let all = clinic.appointments.iter().filter(held).count();
    let with = clinic.appointments.iter().filter(held).filter(covered).count();
    assert!(with * 100 > all * 97, "{with} of {all}");
}

/// Ids in a set; twice the same id fails.
fn ids<'a>(table: &str, rows: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    let mut all = BTreeSet::new();
    for id in rows {
        assert!(all.insert(id.as_str()), "{table}: `{id}` is there twice");
    }
    all
}

#[test]
fn rows_refer_to_rows_that_exist() {
    for &kind in &SampleKind::ALL {
        for (clinicians, seed) in [(3, 5), (24, 1), (60, 2)] {
            references(&of(kind, clinicians, seed));
        }
    }
}

fn references(clinic: &Clinic) {
    let sites = ids("sites", clinic.sites.iter().map(|row| &row.id));
    let rooms = ids("rooms", clinic.rooms.iter().map(|row| &row.id));
    let services = ids("services", clinic.services.iter().map(|row| &row.id));
    let clinicians = ids("clinicians", clinic.clinicians.iter().map(|row| &row.id));
    let patients = ids("patients", clinic.patients.iter().map(|row| &row.id));
    let orders = ids("orders", clinic.orders.iter().map(|row| &row.id));
    let groups = ids("groups", clinic.groups.iter().map(|row| &row.id));
    let shifts = ids("shifts", clinic.shifts.iter().map(|row| &row.id));
    let appointments = ids("appointments", clinic.appointments.iter().map(|row| &row.id));
    ids("authorizations", clinic.authorizations.iter().map(|row| &row.id));
    ids("referrals", clinic.referrals.iter().map(|row| &row.id));
    let known = |set: &BTreeSet<&str>, id: &String| assert!(set.contains(id.as_str()), "`{id}` is not known");
    for row in &clinic.appointments {
        known(&services, &row.service);
        row.patient.iter().for_each(|id| known(&patients, id));
        row.order.iter().for_each(|id| known(&orders, id));
        row.group.iter().for_each(|id| known(&groups, id));
        row.shift.iter().for_each(|id| known(&shifts, id));
        row.room.iter().for_each(|id| known(&rooms, id));
        row.clinicians.iter().for_each(|id| known(&clinicians, id));
        row.replaced_by.iter().for_each(|id| known(&appointments, id));
        let whose = [row.patient.is_some(), row.group.is_some(), row.shift.is_some()];
        assert_eq!(whose.iter().filter(|&&is| is).count(), 1, "{}", row.id);
    }
    for row in &clinic.attendances {
        known(&appointments, &row.appointment);
        known(&patients, &row.patient);
        row.order.iter().for_each(|id| known(&orders, id));
    }
    for row in &clinic.orders {
        known(&patients, &row.patient);
        known(&services, &row.service);
        row.groups.iter().for_each(|id| known(&groups, id));
    }
    for row in &clinic.patients {
        known(&sites, &row.site);
        row.preferred_clinicians.iter().for_each(|id| known(&clinicians, id));
        row.barred_clinicians.iter().for_each(|id| known(&clinicians, id));
    }
    for row in &clinic.clinicians {
        known(&sites, &row.site);
        row.supervisor.iter().for_each(|id| known(&clinicians, id));
    }
    clinic.scores.iter().for_each(|row| known(&patients, &row.patient));
    clinic.stays.iter().for_each(|row| known(&patients, &row.patient));
    clinic.contacts.iter().for_each(|row| known(&patients, &row.patient));
    clinic
        .care_periods
        .iter()
        .for_each(|row| known(&patients, &row.patient));
    clinic
        .staff_days
        .iter()
        .for_each(|row| known(&clinicians, &row.clinician));
}

#[test]
fn a_larger_sample_begins_with_the_same_people() {
    for &kind in &SampleKind::ALL {
        let (small, large) = (of(kind, 24, 9), of(kind, 48, 9));
        assert_eq!(small.clinicians[..], large.clinicians[..24], "{kind:?}");
        let in_care = |clinic: &Clinic| -> Vec<_> {
            let rows = clinic.patients.iter().filter(|row| row.discharged.is_none());
            rows.cloned().collect()
        };
        let (few, many) = (in_care(&small), in_care(&large));
        assert!(many.len() > few.len());
        assert_eq!(few[..], many[..few.len()], "{kind:?}");
        assert_eq!(small.orders[..], large.orders[..small.orders.len()], "{kind:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn one_more_clinician_leaves_the_others_who_they_are(kind in 0..4_usize, clinicians in 1..30_u32, seed in 0..1_u64 << 53) {
        let kind = SampleKind::ALL[kind];
        let (small, large) = (of(kind, clinicians, seed), of(kind, clinicians + 1, seed));
        prop_assert_eq!(&small.clinicians[..], &large.clinicians[..clinicians as usize]);
        for (a, b) in small.patients.iter().zip(&large.patients).filter(|(a, _)| a.discharged.is_none()) {
            prop_assert_eq!((&a.id, &a.name, &a.languages, a.telehealth), (&b.id, &b.name, &b.languages, b.telehealth));
        }
    }
}

/// No-shows among those who came or did not, of rows that pass.
fn no_show(clinic: &Clinic, passes: impl Fn(&Appointment) -> bool) -> f64 {
    let rows = || {
        clinic
            .appointments
            .iter()
            .filter(|row| row.patient.is_some() && passes(row))
    };
    let missed = rows().filter(|row| row.status == Status::NoShow).count() as f64;
    let came = rows().filter(|row| row.status == Status::Completed).count() as f64;
    assert!(came + missed > 100.0, "too few rows to judge");
    missed / (came + missed)
}

fn lead_days(row: &Appointment) -> i32 {
    row.confirmed
        .map_or(-1, |moment| row.start.date().days_since(moment.date()))
}

#[test]
fn no_shows_rise_with_lead_time_and_on_mondays_and_fridays() {
    let clinic = of(SampleKind::AddictionTreatment, 48, 1);
    let treated = |row: &Appointment| row.service != "evaluation";
    let by_lead: Vec<f64> = [(0, 1), (4, 7), (15, 99)]
        .iter()
        .map(|&(from, to)| no_show(&clinic, |row| treated(row) && (from..=to).contains(&lead_days(row))))
        .collect();
    assert!(by_lead.is_sorted(), "{by_lead:?}");
    let on = |days: &[usize]| {
        no_show(&clinic, |row| {
            treated(row) && days.contains(&(row.start.date().weekday() as usize))
        })
    };
    // The factors differ by a third; who comes on which day blurs that.
    let (edges, middle) = (on(&[0, 4]), on(&[1, 2, 3]));
    assert!(edges > middle * 1.05, "{edges} {middle}");
    // 19.9 % after improvement work, 12 to 45 % in the range of domain guide 3.1.
    let overall = no_show(&clinic, treated);
    assert!((0.12..0.26).contains(&overall), "{overall}");
}

#[test]
fn intakes_are_missed_more_often_when_the_wait_is_longer() {
    let clinic = of(SampleKind::AddictionTreatment, 60, 1);
    let wait = |row: &Appointment| {
        row.requested
            .map_or(-1, |moment| row.start.minutes_since(moment.date()) / 60)
    };
    let intake = |row: &Appointment| row.service == "evaluation";
    let soon = no_show(&clinic, |row| intake(row) && wait(row) <= 36);
    let later = no_show(&clinic, |row| intake(row) && wait(row) > 72);
    assert!(soon < 0.45 && later > soon + 0.1, "{soon} {later}");
}

#[test]
fn rates_of_other_kinds_are_as_documented() {
    let rehabilitation = of(SampleKind::OutpatientRehabilitation, 24, 1);
    let rate = no_show(&rehabilitation, |row| row.service.ends_with("_session"));
    assert!((0.08..0.15).contains(&rate), "{rate}");
    let home = of(SampleKind::HomeHealth, 24, 1);
    let rate = no_show(&home, |row| row.service.ends_with("_visit"));
    assert!((0.01..0.06).contains(&rate), "{rate}");
}

#[test]
fn every_table_is_filled_in_some_kind() {
    let mut filled = BTreeSet::new();
    let mut all = BTreeSet::new();
    for &kind in &SampleKind::ALL {
        let value = serde_json::to_value(of(kind, 24, 1)).unwrap();
        for (name, table) in value.as_object().unwrap() {
            if let Some(rows) = table.as_array() {
                all.insert(name.clone());
                if !rows.is_empty() {
                    filled.insert(name.clone());
                }
            }
        }
    }
    // Prices and rules keep their defaults, and nothing was decided yet: a sample shows what the program does by itself.
    filled.extend(["weights", "rules", "triage_rules", "decisions", "load_caps", "reserves"].map(String::from));
    assert_eq!(filled, all);
}

#[test]
fn the_week_is_planned_with_what_is_known_on_the_thursday_before() {
    for &kind in &SampleKind::ALL {
        let clinic = of(kind, 24, 1);
        let (as_of, monday) = (clinic.settings.as_of, clinic.settings.horizon_start);
        assert_eq!(as_of, monday.plus_days(-3).at_minute(0));
        let between = |row: &&Appointment| row.start >= as_of && row.start.date() < monday;
        assert!(clinic.appointments.iter().filter(between).count() > 10, "{kind:?}");
        for row in clinic.appointments.iter().filter(|row| row.start >= as_of) {
            let known = matches!(row.status, Status::Booked | Status::Void)
                || row.status == Status::Cancelled && row.changed.is_some_and(|changed| changed < as_of);
            assert!(known && row.documentation_min.is_none(), "{kind:?}: {row:?}");
            assert!(
                [row.requested, row.confirmed]
                    .iter()
                    .flatten()
                    .all(|&moment| moment < as_of)
            );
        }
        assert!(clinic.staff_days.iter().all(|row| row.date < as_of.date()), "{kind:?}");
        assert!(clinic.scores.iter().all(|row| row.date < as_of.date()), "{kind:?}");
        assert!(clinic.surveys.iter().all(|row| row.date < as_of.date()), "{kind:?}");
        let findings = model::validate(&clinic);
        let done_ahead: Vec<_> = findings
            .iter()
            .filter(|issue| issue.field.as_deref() == Some("status"))
            .collect();
        assert!(done_ahead.is_empty(), "{kind:?}: {done_ahead:?}");
    }
}

#[test]
fn history_reaches_back_as_far_as_asked() {
    let request = |weeks| SampleRequest {
        weeks: Some(weeks),
        ..SampleRequest::default()
    };
    let as_of = sample(&request(0)).settings.as_of;
    let first = |weeks| {
        let clinic = sample(&request(weeks));
        clinic.appointments.iter().map(|row| row.start).min().unwrap()
    };
    assert!(first(0) >= as_of);
    let days = as_of.date().days_since(first(4).date());
    assert!((22..=28).contains(&days), "{days}");
}

#[test]
fn day_programs_give_the_hours_their_level_asks_for() {
    let clinic = sample(&SampleRequest::default());
    let minutes = |service: &str| clinic.services.iter().find(|row| row.id == service).unwrap().minutes;
    for patient in &clinic.patients {
        // Weekly minimum hours: 9 and 20 [ASAM-LUC].
        let least = match patient.phase {
            Phase::IntensiveOutpatient => 9,
            Phase::PartialHospitalization => 20,
            _ => continue,
        };
        let ordered: i32 = clinic
            .orders
            .iter()
            .filter(|order| order.patient == patient.id)
            .map(|order| order.per_week * minutes(&order.service))
            .sum();
        assert!(
            patient.discharged.is_some() || ordered >= least * 60,
            "{}: {ordered}",
            patient.id
        );
    }
}

#[test]
fn the_operation_says_which_numbers_are_out_of_range() {
    for (request, code) in [
        (r#"{"kind":"network","clinicians":0}"#, "sample.clinicians"),
        (r#"{"kind":"network","clinicians":501}"#, "sample.clinicians"),
        (r#"{"kind":"network","weeks":105}"#, "sample.weeks"),
        (r#"{"kind":"network","seed":9007199254740992}"#, "sample.seed"),
    ] {
        let mut desk = api::Desk::default();
        assert_eq!(
            api::run(&mut desk, "sample", request).unwrap_err().code,
            code,
            "{request}"
        );
        assert!(desk.clinic().is_err());
    }
    let mut desk = api::Desk::default();
    let reply = api::run(&mut desk, "sample", r#"{"kind":"home_health","clinicians":2,"seed":3}"#).unwrap();
    assert!(reply.contains("\"synthetic\":true"), "{reply}");
}

#[test]
fn every_phase_has_people_who_came_and_people_who_did_not() {
    for kind in SampleKind::ALL {
        let clinic = of(kind, 24, 1);
        let phase = |id: &str| clinic.patients.iter().find(|patient| patient.id == id).unwrap().phase;
        let mut counts: std::collections::BTreeMap<Phase, (u32, u32)> = Default::default();
        for row in &clinic.appointments {
            let Some(patient) = &row.patient else { continue };
            let count = counts.entry(phase(patient)).or_default();
            count.0 += u32::from(row.status == Status::Completed);
            count.1 += u32::from(row.status == Status::NoShow);
        }
        // Nobody comes only from those who stay away: who was assessed and did not return is in evaluation, too.
        let (came, missed) = counts[&Phase::Evaluation];
        assert!(came >= 3 && missed >= 3 && missed < 6 * came, "{kind:?}: {counts:?}");
    }
}

#[test]
fn about_four_in_ten_of_those_referred_to_treatment_never_start() {
    let clinic = of(SampleKind::AddictionTreatment, 60, 1);
    let (mut started, mut never) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for row in clinic
        .referrals
        .iter()
        .filter(|row| row.first_visit.is_some() || row.closed.is_some())
    {
        let Some(id) = &row.patient else { continue };
        match clinic.patients.iter().find(|patient| patient.id == *id).unwrap().phase {
            Phase::Evaluation => never.insert(id),
            _ => started.insert(id),
        };
    }
    // 29 to 42 % [GALL].
    let share = never.len() as f64 / (never.len() + started.len()) as f64;
    assert!((0.29..=0.42).contains(&share), "{share}");
}
