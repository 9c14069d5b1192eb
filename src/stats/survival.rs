//! Time to an event when some have not reached it yet.

use crate::order::Arrange;

/// One subject: how long it was watched, and whether the event ended the watching.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    /// Time from start to the event, or to the last look.
    pub time: f64,
    /// True if the event happened; false if the time is censored.
    pub event: bool,
}

/// The Kaplan-Meier median: the first event time at which the estimated share without the event is one half or less.
/// `None` if it never falls that far. At equal times events come before censorings.
///
/// # References
/// Kaplan and Meier 1958, J Am Stat Assoc 53:457, doi:10.1080/01621459.1958.10501452.
pub fn kaplan_meier_median(subjects: &[Observed]) -> Option<f64> {
    let mut subjects = subjects.to_vec();
    subjects.arrange_by(|a, b| a.time.total_cmp(&b.time).then(b.event.cmp(&a.event)));
    let (mut share, mut at_risk, mut idx) = (1.0, subjects.len(), 0);
    while let Some(first) = subjects.get(idx) {
        let here = subjects[idx..].iter().take_while(|subject| subject.time == first.time);
        let (events, all) = here.fold((0, 0), |(events, all), subject| {
            (events + usize::from(subject.event), all + 1)
        });
        share *= 1.0 - events as f64 / at_risk as f64;
        // The product of exact halves can miss one half by rounding.
        if events > 0 && share <= 0.5 + 1e-12 {
            return Some(first.time);
        }
        at_risk -= all;
        idx += all;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Observed, kaplan_meier_median};

    fn subjects(times: &[f64]) -> Vec<Observed> {
        // A negative time stands for a censored one.
        times
            .iter()
            .map(|&time| Observed {
                time: time.abs(),
                event: time > 0.0,
            })
            .collect()
    }

    #[test]
    fn median_by_hand() {
        for (times, median) in [
            (vec![20.0, 30.0, -30.0], Some(30.0)),
            (vec![10.0, 20.0], Some(10.0)),
            (vec![-5.0, -6.0], None),
            // Freireich 1963, 6-MP arm of the leukaemia trial (weeks): median 23, as in Kaplan-Meier textbooks.
            (
                vec![
                    6.0, 6.0, 6.0, -6.0, 7.0, -9.0, 10.0, -10.0, -11.0, 13.0, 16.0, -17.0, -19.0, -20.0, 22.0, 23.0,
                    -25.0, -32.0, -32.0, -34.0, -35.0,
                ],
                Some(23.0),
            ),
            (vec![], None),
        ] {
            assert_eq!(kaplan_meier_median(&subjects(&times)), median, "{times:?}");
        }
    }
}
