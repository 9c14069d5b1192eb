//! Sample clinics: the same for the same seed, whole, marked, and growing without changing who is there.

use rosterwell::model;
use rosterwell::sample::{SampleKind, SampleRequest, sample};
use rosterwell::{Severity, model::Clinic};

fn of(kind: SampleKind, clinicians: u32, seed: u64) -> Clinic {
    sample(&SampleRequest {
        kind,
        clinicians,
        seed,
        weeks: None,
    })
}

#[test]
fn the_same_request_gives_the_same_bytes_and_another_seed_others() {
    for &kind in &SampleKind::ALL {
        let bytes = |seed| serde_json::to_vec(&of(kind, 24, seed)).unwrap();
        assert_eq!(bytes(7), bytes(7), "{kind:?}");
        assert_ne!(bytes(7), bytes(8), "{kind:?}");
    }
}

#[test]
fn every_size_is_whole_and_marked() {
    for &kind in &SampleKind::ALL {
        for clinicians in [1, 2, 24, 200] {
            let clinic = of(kind, clinicians, 1);
            assert!(clinic.settings.synthetic);
            assert_eq!(clinic.clinicians.len(), clinicians as usize, "{kind:?}");
            let built = model::build(&clinic);
            let errors: Vec<_> = built
                .issues
                .iter()
                .filter(|issue| issue.severity == Severity::Error)
                .collect();
            assert!(errors.is_empty(), "{kind:?} {clinicians}: {errors:?}");
        }
    }
}
