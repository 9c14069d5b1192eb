//! What a treatment center offers.

use crate::model::clinic::{Billing, Kind, Modality, Service};

use super::super::draft::service;
use super::super::units::Unit;

/// Services with lengths and codes of domain guide 3.1. Prices are our assumption.
pub(super) fn services(unit: &Unit) -> Vec<Service> {
    let talk = |id: &str, name: &str, minutes: i32| Service {
        skill: Some("counseling".into()),
        modalities: vec![Modality::InPerson, Modality::Video],
        room_features: vec!["desk".into()],
        after_min: 10,
        documentation_min: 10,
        counts_to_minimum: true,
        needs_authorization: true,
        billing: Billing::Visit,
        ..service(id, name, Kind::Individual, minutes)
    };
    let group = |id: &str, name: &str, minutes: i32| Service {
        skill: Some("group".into()),
        room_features: vec!["group".into()],
        seats: 12,
        documentation_min: 20,
        priority: 4,
        points: 2.0,
        counts_to_minimum: true,
        needs_authorization: true,
        ..service(id, name, Kind::Group, minutes)
    };
    vec![
        // 38 to 52 minutes is 90834 [CPT].
        Service {
            billing_code: Some("90834".into()),
            price_cents: 11_500,
            ..talk("individual", "Individual counseling", 50)
        },
        // 53 minutes and more is 90837 [CPT].
        Service {
            skill: Some("trauma".into()),
            high_acuity: true,
            points: 1.5,
            billing_code: Some("90837".into()),
            price_cents: 16_500,
            ..talk("trauma", "Trauma therapy", 55)
        },
        // Coaching is billed by the quarter of an hour [H0004].
        Service {
            billing_code: Some("H0004".into()),
            billing: Billing::Quarter,
            price_cents: 2_900,
            priority: 2,
            needs_authorization: false,
            ..talk("coaching", "Recovery coaching", 50)
        },
        // 26 minutes and more is 90847 [CPT-INS].
        Service {
            kind: Kind::Family,
            skill: Some("family".into()),
            room_features: vec!["family".into()],
            seats: 4,
            points: 1.5,
            billing_code: Some("90847".into()),
            price_cents: 13_000,
            ..talk("family", "Family session", 50)
        },
        Service {
            kind: Kind::Evaluation,
            skill: Some("assessment".into()),
            documentation_min: 30,
            priority: 5,
            points: 2.0,
            counts_to_minimum: false,
            needs_authorization: false,
            billing_code: Some("H0001".into()),
            price_cents: 18_000,
            ..talk("evaluation", "Intake assessment", 80)
        },
        // Three hours a day on three days is one unit a day of H0015, unit by payer [H0015].
        Service {
            billing_code: Some("H0015".into()),
            billing: Billing::PerDiem,
            price_cents: 18_500,
            priority: 5,
            ..group("iop_group", "Intensive outpatient group", 180)
        },
        // Two blocks of two hours on five days: 20 hours a week [ASAM-LUC]. H0035 is a per-diem code (unverified).
        Service {
            billing_code: Some("H0035".into()),
            billing: Billing::PerDiem,
            price_cents: 16_000,
            priority: 5,
            ..group("php_process", "Partial hospitalization, process group", 120)
        },
        Service {
            // The day is paid once, with the process group.
            billing_code: Some("H0035".into()),
            billing: Billing::PerDiem,
            priority: 5,
            ..group("php_skills", "Partial hospitalization, skills group", 120)
        },
        Service {
            billing_code: Some("90853".into()),
            billing: Billing::Visit,
            price_cents: 4_200,
            priority: 3,
            ..group("op_group", "Relapse-prevention group", 90)
        },
        // Maintenance counseling of 50 minutes a month [CA10345]; H0004 counts quarters of an hour [H0004].
        Service {
            billing_code: Some("H0004".into()),
            billing: Billing::Quarter,
            price_cents: 2_900,
            needs_authorization: false,
            counts_to_minimum: false,
            ..talk("maintenance", "Maintenance counseling", 50)
        },
        Service {
            discipline: Some("prescriber".into()),
            skill: Some("prescribing".into()),
            room_features: vec!["exam_table".into()],
            after_min: 5,
            documentation_min: 5,
            priority: 4,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 9_500,
            ..talk("medication", "Medication visit", 20)
        },
        Service {
            discipline: Some("rn".into()),
            skill: Some("nursing".into()),
            modalities: vec![Modality::InPerson],
            room_features: vec!["exam_table".into()],
            equipment: Some(unit.local("vitals")),
            after_min: 5,
            documentation_min: 5,
            priority: 4,
            points: 0.5,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 3_800,
            ..talk(&unit.local("nursing"), "Nursing check", 20)
        },
        Service {
            discipline: Some("peer".into()),
            skill: Some("peer_support".into()),
            modalities: vec![Modality::InPerson, Modality::Video, Modality::Phone],
            priority: 2,
            points: 0.5,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 4_500,
            ..talk("peer", "Peer support", 40)
        },
        Service {
            discipline: Some("case_manager".into()),
            skill: Some("case_management".into()),
            modalities: vec![Modality::Phone, Modality::InPerson],
            priority: 2,
            points: 0.5,
            counts_to_minimum: false,
            needs_authorization: false,
            price_cents: 3_000,
            ..talk("case_management", "Case management", 20)
        },
    ]
}
