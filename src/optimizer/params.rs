//! What a run may use, and where it stands.

/// What a run may use.
#[derive(Debug, Clone)]
pub struct Params {
    /// Seed of every random choice.
    pub seed: u64,
    /// Steps (ruin-and-recreate rounds) of the whole run; the temperature follows it.
    pub steps: u64,
    /// Temperature at the start, cents; from the first plan if absent.
    pub start_temperature: Option<f64>,
    /// Temperature at the end, cents; from the first plan if absent.
    pub end_temperature: Option<f64>,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            seed: 1,
            steps: 40_000,
            start_temperature: None,
            end_temperature: None,
        }
    }
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub step: u64,
    /// Steps of the whole run.
    pub steps: u64,
    /// Cost of the best plan so far, cents.
    pub cost_cents: i64,
    /// Sessions that the best plan so far does not place.
    pub unplaced: usize,
}
