//! How hot a run begins and ends: what a step may cost more than the plan before it.

/// What the temperatures of a run are measured by.
#[derive(Default)]
pub(super) struct Scale {
    /// What a session that is placed costs on average, cents.
    pub placed_cents: f64,
    /// The least that something left out costs, if that is dear, cents.
    pub left_out_cents: Option<i64>,
    /// True if the run starts from a plan that is to be mended.
    pub given: bool,
    /// True if ways are all that costs: then what a session costs is what a step changes.
    pub only_ways: bool,
}

/// Steps for each session in one cooling, at least. Our choice by measurement.
const COOLING: u64 = 4_000;

/// Steps until a run has cooled down: it begins hot again from where it stands as often as its steps allow, since what
/// has settled stays in its corner however long it is looked at. Where ways are all that costs one long cooling finds more.
pub(super) fn cooling_steps(steps: u64, sessions: usize, only_ways: bool) -> u64 {
    let coolings = match only_ways {
        true => 1,
        false => (steps / (COOLING * sessions.max(1) as u64)).max(1),
    };
    steps.div_ceil(coolings).max(1)
}

impl Scale {
    /// Temperature at the start and at the end, cents, of a run with so many steps for each session. The factors are our
    /// choice by measurement.
    pub fn temperatures(&self, steps_for_each: f64) -> [f64; 2] {
        let [hot, cold] = self.factors(steps_for_each / 1000.0);
        [hot.max(1.0), cold.max(0.5)]
    }

    fn factors(&self, thousands: f64) -> [f64; 2] {
        let placed = self.placed_cents;
        if self.given {
            // A hot start would throw the plan away for another that is no better, only different.
            return [placed * 0.5, placed * 0.05];
        }
        if let Some(left_out) = self.left_out_cents {
            // The trade between what is placed and what is not sets the scale.
            return [left_out as f64 * 1.5, placed * 0.006];
        }
        // A long run can afford to begin hot, and has to: begun cold, it is stuck for most of its time.
        let thousands = if self.only_ways { thousands } else { 0.0 };
        [
            placed * thousands.clamp(0.6, 8.0),
            placed * (thousands * 0.004).clamp(0.006, 0.03),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{Scale, cooling_steps};

    #[test]
    fn a_very_long_run_cools_down_several_times() {
        assert_eq!(cooling_steps(79_999, 10, false), 79_999);
        assert_eq!(cooling_steps(80_000, 10, false), 40_000);
        assert_eq!(cooling_steps(130_001, 10, false), 43_334);
        assert_eq!(cooling_steps(130_001, 10, true), 130_001);
        assert_eq!([cooling_steps(0, 0, false), cooling_steps(1, 0, false)], [1, 1]);
    }

    #[test]
    fn a_longer_run_begins_hotter_within_bounds() {
        let scale = Scale {
            placed_cents: 1000.0,
            only_ways: true,
            ..Scale::default()
        };
        assert_eq!(scale.temperatures(0.0), [600.0, 6.0]);
        assert_eq!(scale.temperatures(5_000.0), [5_000.0, 20.0]);
        assert_eq!(scale.temperatures(1e12), [8_000.0, 30.0]);
        let other = Scale {
            only_ways: false,
            ..scale
        };
        assert_eq!(other.temperatures(1e12), [600.0, 6.0]);
    }

    #[test]
    fn a_plan_to_be_mended_is_not_thrown_away() {
        let scale = Scale {
            placed_cents: 1000.0,
            left_out_cents: Some(100_000),
            given: true,
            only_ways: false,
        };
        assert_eq!(scale.temperatures(1e12), [500.0, 50.0]);
        assert_eq!(Scale { given: false, ..scale }.temperatures(0.0), [150_000.0, 6.0]);
    }
}
