//! Published scores made of imported observations. A component that is missing counts as anything it could be, so the
//! score is a range; only a score of which nothing at all was observed is missing.
//!
//! # References
//! NEWS2: Royal College of Physicians 2017 (reproduced with acknowledgement; both oxygen saturation scales). LACE: van
//! Walraven and others 2010, CMAJ 182:551. HOSPITAL: Donzé and others 2013, JAMA Intern Med 173:632, with the bands of
//! admissions of the international validation (Donzé and others 2016, JAMA Intern Med 176:496).

/// One component: the fact it is made of, its least and most points, and the points of a value.
pub struct Component {
    /// Name of the fact.
    pub fact: &'static str,
    /// Least and most points.
    pub points: (i32, i32),
    /// Points of a value.
    pub of: fn(f64) -> i32,
}

/// A published score.
pub struct Published {
    /// Name of the fact it gives.
    pub fact: &'static str,
    /// What it is made of.
    pub components: &'static [Component],
}

/// Points of a value: those of the first step whose upper end it does not pass, or the last ones.
fn step(value: f64, steps: &[(f64, i32)], above: i32) -> i32 {
    steps.iter().find(|(end, _)| value <= *end).map_or(above, |step| step.1)
}

const fn part(fact: &'static str, most: i32, of: fn(f64) -> i32) -> Component {
    Component {
        fact,
        points: (0, most),
        of,
    }
}

/// The fact that is 1 if a single part of NEWS2 has three points, the most of any: a red score.
pub const NEWS2_RED: &str = "news2_red";

/// The fact that holds the points of oxygen saturation.
pub const SPO2_POINTS: &str = "news2_spo2";

/// Points of oxygen saturation in NEWS2. Scale 2 is for patients with hypercapnic respiratory failure for whom somebody
/// qualified has asked for it; there, much oxygen in the blood counts only where oxygen is given.
pub fn saturation_points(spo2: f64, scale_2: bool, on_oxygen: bool) -> i32 {
    match (scale_2, on_oxygen) {
        (false, _) => step(spo2, &[(91.0, 3), (93.0, 2), (95.0, 1)], 0),
        (true, false) => step(spo2, &[(83.0, 3), (85.0, 2), (87.0, 1)], 0),
        (true, true) => step(
            spo2,
            &[(83.0, 3), (85.0, 2), (87.0, 1), (92.0, 0), (94.0, 1), (96.0, 2)],
            3,
        ),
    }
}

/// Every score, by the name of its fact.
pub const PUBLISHED: [Published; 3] = [
    Published {
        fact: "news2",
        components: &[
            part("respiratory_rate", 3, |x| {
                step(x, &[(8.0, 3), (11.0, 1), (20.0, 0), (24.0, 2)], 3)
            }),
            // Points already: they depend on three facts.
            part(SPO2_POINTS, 3, |x| x as i32),
            part("oxygen", 2, |x| step(x, &[(0.0, 0)], 2)),
            part("systolic", 3, |x| {
                step(x, &[(90.0, 3), (100.0, 2), (110.0, 1), (219.0, 0)], 3)
            }),
            part("pulse", 3, |x| {
                step(x, &[(40.0, 3), (50.0, 1), (90.0, 0), (110.0, 1), (130.0, 2)], 3)
            }),
            part("not_alert", 3, |x| step(x, &[(0.0, 0)], 3)),
            part("temperature_c", 3, |x| {
                step(x, &[(35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1)], 2)
            }),
        ],
    },
    Published {
        fact: "lace",
        components: &[
            part("last_stay_days", 7, |x| {
                step(x, &[(0.0, 0), (1.0, 1), (2.0, 2), (3.0, 3), (6.0, 4), (13.0, 5)], 7)
            }),
            part("last_stay_unplanned", 3, |x| step(x, &[(0.0, 0)], 3)),
            part("charlson", 5, |x| step(x, &[(0.0, 0), (1.0, 1), (2.0, 2), (3.0, 3)], 5)),
            part("emergency_visits_180d", 4, |x| {
                step(x, &[(0.0, 0), (1.0, 1), (2.0, 2), (3.0, 3)], 4)
            }),
        ],
    },
    Published {
        fact: "hospital",
        components: &[
            part("hemoglobin", 1, |x| i32::from(x < 12.0)),
            part("oncology", 2, |x| step(x, &[(0.0, 0)], 2)),
            part("sodium", 1, |x| i32::from(x < 135.0)),
            part("procedure", 1, |x| step(x, &[(0.0, 0)], 1)),
            part("last_stay_unplanned", 1, |x| step(x, &[(0.0, 0)], 1)),
            part("stays_365d", 5, |x| step(x, &[(1.0, 0), (5.0, 2)], 5)),
            part("last_stay_days", 2, |x| i32::from(x >= 5.0) * 2),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn total(score: &str, values: &[f64]) -> i32 {
        let score = PUBLISHED.iter().find(|known| known.fact == score).unwrap();
        assert_eq!(score.components.len(), values.len());
        score
            .components
            .iter()
            .zip(values)
            .map(|(part, &value)| (part.of)(value))
            .sum()
    }

    #[test]
    fn scores_worked_by_hand() {
        // Every band of NEWS2, both of its ends.
        for (at, values) in [
            (
                0,
                vec![
                    (8.0, 3),
                    (9.0, 1),
                    (11.0, 1),
                    (12.0, 0),
                    (20.0, 0),
                    (21.0, 2),
                    (24.0, 2),
                    (25.0, 3),
                ],
            ),
            (2, vec![(0.0, 0), (1.0, 2)]),
            (
                3,
                vec![
                    (90.0, 3),
                    (91.0, 2),
                    (100.0, 2),
                    (101.0, 1),
                    (110.0, 1),
                    (111.0, 0),
                    (219.0, 0),
                    (220.0, 3),
                ],
            ),
            (
                4,
                vec![
                    (40.0, 3),
                    (41.0, 1),
                    (50.0, 1),
                    (51.0, 0),
                    (90.0, 0),
                    (91.0, 1),
                    (110.0, 1),
                    (111.0, 2),
                    (130.0, 2),
                    (131.0, 3),
                ],
            ),
            (5, vec![(0.0, 0), (1.0, 3)]),
            (
                6,
                vec![
                    (35.0, 3),
                    (35.1, 1),
                    (36.0, 1),
                    (36.1, 0),
                    (38.0, 0),
                    (38.1, 1),
                    (39.0, 1),
                    (39.1, 2),
                ],
            ),
        ] {
            let part = &PUBLISHED[0].components[at];
            for (value, points) in values {
                assert_eq!((part.of)(value), points, "{} {value}", part.fact);
            }
        }
        assert_eq!(total("news2", &[25.0, 3.0, 1.0, 90.0, 131.0, 1.0, 35.0]), 20);
        assert_eq!(total("lace", &[4.0, 1.0, 2.0, 1.0]), 4 + 3 + 2 + 1);
        assert_eq!(total("lace", &[14.0, 1.0, 4.0, 9.0]), 19);
        assert_eq!(total("hospital", &[11.9, 1.0, 134.0, 1.0, 1.0, 6.0, 5.0]), 13);
        assert_eq!(total("hospital", &[12.0, 0.0, 135.0, 0.0, 0.0, 1.0, 4.0]), 0);
    }

    #[test]
    fn both_scales_of_oxygen_saturation() {
        for (spo2, one, air, oxygen) in [
            (83.0, 3, 3, 3),
            (84.0, 3, 2, 2),
            (85.0, 3, 2, 2),
            (86.0, 3, 1, 1),
            (87.0, 3, 1, 1),
            (88.0, 3, 0, 0),
            (91.0, 3, 0, 0),
            (92.0, 2, 0, 0),
            (93.0, 2, 0, 1),
            (94.0, 1, 0, 1),
            (95.0, 1, 0, 2),
            (96.0, 0, 0, 2),
            (97.0, 0, 0, 3),
        ] {
            let points = [(false, false), (true, false), (true, true)];
            let points = points.map(|(scale_2, given)| saturation_points(spo2, scale_2, given));
            assert_eq!(points, [one, air, oxygen], "{spo2}");
            assert_eq!(saturation_points(spo2, false, true), one);
        }
    }

    #[test]
    fn no_value_gives_points_outside_the_range_of_its_component() {
        for part in PUBLISHED.iter().flat_map(|score| score.components) {
            for tenth in -100..4000 {
                if part.fact == SPO2_POINTS {
                    continue;
                }
                let points = (part.of)(f64::from(tenth) / 10.0);
                assert!((part.points.0..=part.points.1).contains(&points), "{}", part.fact);
            }
        }
    }
}
