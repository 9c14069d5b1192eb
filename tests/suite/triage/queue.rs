//! Who comes first, and how long anyone waits.

use super::*;

fn terms() -> Terms {
    Terms::of(&Clinic::default())
}

#[test]
fn the_queue_is_red_flags_then_tier_points_and_age() {
    let waiting = |tier, points, requested| Waiting {
        tier,
        points,
        requested,
    };
    let day = 1440;
    let mut requests = [
        ("planned, old", waiting(Tier::Planned, 0, -40 * day)),
        ("routine", waiting(Tier::Routine, 0, 0)),
        ("routine, points", waiting(Tier::Routine, 10, 0)),
        ("soon", waiting(Tier::Soon, 0, 0)),
        ("urgent", waiting(Tier::Urgent, 0, 0)),
        ("routine, all points", waiting(Tier::Routine, 99, 0)),
        ("emergency", waiting(Tier::Emergency, 0, 0)),
    ];
    requests.sort_by_key(|request| rank(&terms(), &request.1));
    assert_eq!(
        requests.map(|request| request.0),
        [
            "emergency",
            "planned, old",
            "urgent",
            "soon",
            "routine, all points",
            "routine, points",
            "routine"
        ]
    );
}

/// Serves one request in every slot of a month, in order of rank or of tier, and gives the longest wait by tier.
fn serve(terms: &Terms, slots: &[i32], mut arrivals: Vec<Waiting>, aged: bool) -> [i32; 5] {
    arrivals.sort_by_key(|waiting| waiting.requested);
    let mut queue: Vec<Waiting> = Vec::new();
    let mut longest = [0; 5];
    let mut coming = arrivals.into_iter().peekable();
    for &slot in slots {
        while let Some(waiting) = coming.next_if(|waiting| waiting.requested <= slot) {
            queue.push(waiting);
        }
        let strict = |waiting: &Waiting| (waiting.tier as usize, waiting.requested);
        let next = if aged {
            (0..queue.len()).min_by_key(|&at| rank(terms, &queue[at]))
        } else {
            (0..queue.len()).min_by_key(|&at| strict(&queue[at]))
        };
        if let Some(at) = next {
            let served = queue.remove(at);
            longest[served.tier as usize] = longest[served.tier as usize].max(slot - served.requested);
        }
    }
    let end = slots.last().copied().unwrap_or(0);
    for waiting in queue {
        longest[waiting.tier as usize] = longest[waiting.tier as usize].max(end - waiting.requested);
    }
    longest
}

/// Leaves out what comes above a burst and a rate a day.
fn within(requests: Vec<Waiting>, burst: i32, per_day: i32) -> Vec<Waiting> {
    // The bucket holds minutes of arrivals: 1440 for one request.
    let (full, mut bucket, mut last) = (burst * 1440, burst * 1440, 0);
    let mut kept = Vec::new();
    for request in requests {
        bucket = full.min(bucket + (request.requested - last) * per_day);
        last = request.requested;
        if bucket >= 1440 {
            bucket -= 1440;
            kept.push(request);
        }
    }
    kept
}

/// Slots from 09:00 to 17:00 an hour apart on every day: eight a day, 17 hours between two of them at most.
fn slots(days: i32) -> Vec<i32> {
    (0..days)
        .flat_map(|day| (9..17).map(move |hour| day * 1440 + hour * 60))
        .collect()
}

fn arrivals() -> impl Strategy<Value = Vec<Waiting>> {
    // Streams from a few to as many as there are, lumpy, of any mix of tiers and points.
    let one = (0_i32..90 * 1440, 0_usize..5, 0_i32..25);
    let favored = (0_usize..5, 1_usize..1200);
    (proptest::collection::vec(one, 0..1200), favored).prop_map(|(requests, (tier, most))| {
        let mut requests: Vec<Waiting> = requests
            .into_iter()
            .enumerate()
            .map(|(at, (requested, any, points))| Waiting {
                tier: Tier::ALL[if at < most { tier } else { any }],
                points,
                requested: if at % 3 == 0 {
                    requested / 1440 * 1440
                } else {
                    requested
                },
            })
            .collect();
        requests.sort_by_key(|request| request.requested);
        requests
    })
}

const CAPACITY: Capacity = Capacity {
    slots_per_day: 8,
    gap_min: 17 * 60,
    emergencies_per_day: 2,
    emergency_burst: 4,
    others_per_day: 6,
    other_burst: 12,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nobody_waits_longer_than_the_bound_whoever_comes(requests in arrivals()) {
        let (urgent, others): (Vec<_>, Vec<_>) = requests.into_iter().partition(|waiting| waiting.tier == Tier::Emergency);
        let mut requests = within(urgent, CAPACITY.emergency_burst, CAPACITY.emergencies_per_day);
        requests.extend(within(others, CAPACITY.other_burst, CAPACITY.others_per_day));
        let longest = serve(&terms(), &slots(120), requests, true);
        for &tier in Tier::ALL {
            let bound = longest_wait(&terms(), &CAPACITY, tier).unwrap();
            prop_assert!(i64::from(longest[tier as usize]) <= bound, "{tier:?}: {longest:?} against {bound}");
        }
    }

    #[test]
    fn waiting_longer_never_ranks_anyone_later(tier in 0_usize..5, points in 0_i32..40, at in 0_i32..100_000, by in 1_i32..10_000) {
        let waiting = |requested| Waiting { tier: Tier::ALL[tier], points, requested };
        prop_assert!(rank(&terms(), &waiting(at)) < rank(&terms(), &waiting(at + by)));
        // Points help within the tier and never lift past the tier before.
        let more = Waiting { points: points + 1, ..waiting(at) };
        prop_assert!(rank(&terms(), &more) <= rank(&terms(), &waiting(at)));
        if tier > 0 {
            let before = Waiting { tier: Tier::ALL[tier - 1], points: 0, requested: at };
            prop_assert!(rank(&terms(), &before) < rank(&terms(), &more));
        }
    }

    #[test]
    fn more_knowledge_never_leaves_the_range(risk in 0_i32..4, phq9 in 0_i32..28, fall in 0_i32..2, news2 in 0_i32..21) {
        let blank = clinic();
        let unknown = triage(&mut desk(&blank), TriageRequest::default()).unwrap();
        let mut known = blank.clone();
        for (measure, value) in [("suicide_risk", risk), ("phq9", phq9), ("fall", fall), ("news2", news2)] {
            known.scores.push(score("p1", measure, 3, f64::from(value)));
        }
        let known = triage(&mut desk(&known), TriageRequest::default()).unwrap();
        let (wide, narrow) = (&unknown.orders[0], &known.orders[0]);
        prop_assert!(wide.points.low <= narrow.points.low && narrow.points.high <= wide.points.high);
        prop_assert!((narrow.points.low..=narrow.points.high).contains(&narrow.points.sum));
        prop_assert!(wide.at_worst <= narrow.tier && narrow.tier <= wide.tier);
        prop_assert!(wide.at_worst <= narrow.at_worst);
        prop_assert!(wide.perhaps_in_person || !narrow.in_person);
    }
}

#[test]
fn strict_priority_starves_where_ageing_does_not() {
    // Six urgent requests a day take every slot that emergencies leave; one routine request waits beside them.
    let mut requests: Vec<Waiting> = (0..60 * 8)
        .map(|at| Waiting {
            tier: if at % 4 == 0 { Tier::Emergency } else { Tier::Urgent },
            points: 20,
            requested: at / 8 * 1440,
        })
        .collect();
    requests.push(Waiting {
        tier: Tier::Routine,
        points: 0,
        requested: 1,
    });
    let bound = longest_wait(&terms(), &CAPACITY, Tier::Routine).unwrap();
    let routine = |aged| i64::from(serve(&terms(), &slots(60), requests.clone(), aged)[Tier::Routine as usize]);
    assert!(routine(true) <= bound, "{} against {bound}", routine(true));
    assert!(routine(false) > bound, "{} against {bound}", routine(false));
}

#[test]
fn bounds_worked_by_hand() {
    // Emergency: (4 + 1) days + 8 x 17 h of slots: (7200 + 8160) / 8. Routine: D = 10,080 - 30 minutes:
    // (5 x 1440 + 8160 + 12 x 1440 + 6 x 10,050) / 6 = 15,490.
    assert_eq!(longest_wait(&terms(), &CAPACITY, Tier::Emergency), Some(1920));
    assert_eq!(longest_wait(&terms(), &CAPACITY, Tier::Routine), Some(15_490));
    for more in [
        Capacity {
            others_per_day: 7,
            ..CAPACITY
        },
        Capacity {
            emergencies_per_day: 8,
            others_per_day: 0,
            ..CAPACITY
        },
    ] {
        assert_eq!(
            longest_wait(&terms(), &more, Tier::Routine),
            None,
            "more come than there are slots"
        );
    }
}
