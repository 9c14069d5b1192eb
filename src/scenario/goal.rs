//! Goal seek on a response surface: where a slider has to stand for an outcome to reach a value.

use serde::{Deserialize, Serialize};

use super::surface::Surface;
use crate::error::{Error, Result};

/// Positions of the second slider of a goal.
const ALONG: usize = 11;

/// What has to be reached, and by which slider.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "schema", schemars(rename = "SurfaceGoal"), ts(rename = "SurfaceGoal"))]
#[cfg_attr(feature = "schema", ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Id of the outcome.
    pub outcome: String,
    /// Value that it has to reach; 0 of `net_cents` is where going ahead begins to pay.
    pub reach: f64,
    /// The slider that is turned for it, by its place from 0; the others stand at the request's values.
    pub slider: u32,
    /// A second slider: the answer is then given along its range.
    pub along: Option<u32>,
}

/// Where the goal is reached, for one position of the second slider.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(
    feature = "schema",
    schemars(rename = "SurfaceGoalPoint"),
    ts(rename = "SurfaceGoalPoint")
)]
pub struct GoalPoint {
    /// Value of the second slider, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", ts(optional))]
    pub along: Option<f64>,
    /// Values of the slider at which the estimate is the goal, in the order of its range; none if it is never so in it.
    pub values: Vec<f64>,
    /// The same for the lower end of the estimate's band: from there on it is reached even if the estimate errs.
    pub cautious: Vec<f64>,
}

impl Surface {
    /// Where a goal is reached, the other sliders standing at `values`. A re-plan at the answer says whether it holds.
    ///
    /// # Errors
    /// As [`Self::at`]; `surface.wrong_goal`: no such outcome or slider, or the same slider twice.
    pub fn goal(&self, values: &[f64], goal: &Goal) -> Result<Vec<GoalPoint>> {
        self.at(values)?;
        let wrong = |what: &str, at: &str| Error::new("surface.wrong_goal", what).at(format!("goal.{at}"));
        let Some(outcome) = self.outcomes.iter().position(|outcome| outcome.id == goal.outcome) else {
            return Err(wrong("the surface has no such outcome", "outcome"));
        };
        if !goal.reach.is_finite() {
            return Err(wrong("expected a number", "reach"));
        }
        let known = |slider: u32| (slider as usize) < self.sliders.len();
        if !known(goal.slider) {
            return Err(wrong("the surface has no such slider", "slider"));
        }
        let Some(along) = goal.along else {
            return Ok(vec![self.reached(values, goal, outcome, None)?]);
        };
        if !known(along) || along == goal.slider {
            return Err(wrong("expected another slider of the surface", "along"));
        }
        let range = &self.sliders[along as usize];
        (0..ALONG)
            .map(|step| {
                let mut values = values.to_vec();
                let value = range.low + (range.high - range.low) * step as f64 / (ALONG - 1) as f64;
                values[along as usize] = value;
                self.reached(&values, goal, outcome, Some(value))
            })
            .collect()
    }

    fn reached(&self, values: &[f64], goal: &Goal, outcome: usize, along: Option<f64>) -> Result<GoalPoint> {
        let slider = goal.slider as usize;
        let range = &self.sliders[slider];
        let middle = 0.5 * (range.low + range.high);
        let at = |value: f64| -> Result<f64> {
            let mut values = values.to_vec();
            values[slider] = value;
            Ok(self.at(&values)?[outcome].value)
        };
        // Three points of a quadratic are all of it.
        let (low, mid, high) = (at(range.low)?, at(middle)?, at(range.high)?);
        let (slope, bend) = (0.5 * (high - low), 0.5 * (high + low) - mid);
        let solved = |reach: f64| -> Vec<f64> {
            let positions = crossings(mid - reach, slope, bend);
            let value = |position: f64| middle + 0.5 * (range.high - range.low) * position;
            positions.into_iter().map(value).collect()
        };
        Ok(GoalPoint {
            along,
            values: solved(goal.reach),
            cautious: solved(goal.reach + self.outcomes[outcome].band),
        })
    }
}

/// Where `height + slope x + bend x^2` is 0 for x from -1 to 1, ascending.
fn crossings(height: f64, slope: f64, bend: f64) -> Vec<f64> {
    let inside = |x: &f64| (-1.0..=1.0).contains(x);
    // A bend that moves nothing against the slope is rounding.
    if bend.abs() <= 1e-12 * slope.abs() {
        let x = -height / slope;
        return Some(x).filter(inside).into_iter().collect();
    }
    let under = slope * slope - 4.0 * bend * height;
    if under < 0.0 {
        return Vec::new();
    }
    // The root of the larger size first: the other follows without a loss of digits.
    let larger = -0.5 * (slope + libm::copysign(libm::sqrt(under), slope));
    if larger == 0.0 {
        return vec![0.0];
    }
    let (a, b) = (larger / bend, height / larger);
    let mut found = vec![a.min(b), a.max(b)];
    found.dedup();
    found.retain(inside);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lever;
    use crate::scenario::surface::{Slider, SurfaceOutcome};

    /// net = -100 + 200 x + 50 y, with x from 0 to 10 and y from 1 down to -1.
    fn surface(bend: f64) -> Surface {
        let slider = |lever, low, high| Slider { lever, low, high };
        Surface {
            sliders: vec![slider(Lever::Demand, 0.0, 10.0), slider(Lever::Travel, 1.0, -1.0)],
            outcomes: vec![SurfaceOutcome {
                id: "net_cents".into(),
                constant: -100.0,
                linear: vec![200.0, 50.0],
                square: vec![bend, 0.0],
                product: vec![0.0],
                band: 20.0,
            }],
        }
    }

    fn goal(reach: f64, slider: u32, along: Option<u32>) -> Goal {
        Goal {
            outcome: "net_cents".into(),
            reach,
            slider,
            along,
        }
    }

    fn near(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len(), "{found:?} for {expected:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
        }
    }

    #[test]
    fn goals_by_hand() {
        // -100 + 200 x = 0 at position 0.5: the value 7.5. With the band, -120 + 200 x = 0 at 0.6: 8.
        let found = surface(0.0).goal(&[0.0, 0.0], &goal(0.0, 0, None)).unwrap();
        near(&found[0].values, &[7.5]);
        near(&found[0].cautious, &[8.0]);
        // -100 + 200 x + 100 x^2 = -164 where (x + 1)^2 = 0.36: at -0.4 alone, -1.6 is beyond.
        near(
            &surface(100.0).goal(&[0.0, 0.0], &goal(-164.0, 0, None)).unwrap()[0].values,
            &[3.0],
        );
        // -100 + 200 x - 200 x^2 = -60 at (1 +- sqrt(0.2)) / 2.
        let found = &surface(-200.0).goal(&[0.0, 0.0], &goal(-60.0, 0, None)).unwrap()[0].values;
        near(found, &[7.5 - 2.5 * 0.2_f64.sqrt(), 7.5 + 2.5 * 0.2_f64.sqrt()]);
        near(
            &surface(0.0).goal(&[0.0, 0.0], &goal(500.0, 0, None)).unwrap()[0].values,
            &[],
        );
    }

    #[test]
    fn along_another_slider_every_answer_meets_the_goal() {
        let surface = surface(-60.0);
        let found = surface.goal(&[0.0, 0.0], &goal(10.0, 0, Some(1))).unwrap();
        assert_eq!(found.len(), ALONG);
        assert_eq!((found[0].along, found[ALONG - 1].along), (Some(1.0), Some(-1.0)));
        let met = found
            .iter()
            .flat_map(|point| point.values.iter().map(move |value| (*value, point.along.unwrap())));
        let mut count = 0;
        for (x, y) in met {
            assert!((surface.at(&[x, y]).unwrap()[0].value - 10.0).abs() < 1e-9);
            count += 1;
        }
        assert!(count >= ALONG - 2, "{count}");
    }

    #[test]
    fn goals_that_mean_nothing_are_refused() {
        let surface = surface(0.0);
        for (goal, at) in [
            (goal(0.0, 2, None), "goal.slider"),
            (goal(0.0, 0, Some(0)), "goal.along"),
            (goal(0.0, 0, Some(7)), "goal.along"),
            (goal(f64::NAN, 0, None), "goal.reach"),
            (
                Goal {
                    outcome: "luck".into(),
                    ..goal(0.0, 0, None)
                },
                "goal.outcome",
            ),
        ] {
            let error = surface.goal(&[0.0, 0.0], &goal).unwrap_err();
            assert_eq!((error.code.as_str(), error.path.as_str()), ("surface.wrong_goal", at));
        }
    }
}
