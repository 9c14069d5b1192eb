//! Draws beside the joint ones that take the scenario apart: changes alone and left out, inputs low and high.

use super::change::Change;
use super::inputs::Input;
use super::lever::Lever;

/// Ranks between which an input is swung.
const SWING: [f64; 2] = [0.1, 0.9];

/// A draw with everything in the middle of its range, but for one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Probe {
    /// Nothing else.
    Together,
    /// Only this change, by its place, is made.
    Alone(usize),
    /// Every change but this one is made.
    Without(usize),
    /// This input is at P10.
    Low(usize),
    /// This input is at P90.
    High(usize),
}

impl Probe {
    /// The changes that are made and the ranks of all inputs.
    pub(super) fn setting(self, changes: &[Change], inputs: usize) -> (Vec<Change>, Vec<f64>) {
        let is_made = |at: usize| match self {
            Self::Alone(change) => at == change,
            Self::Without(change) => at != change,
            _ => true,
        };
        let made = changes.iter().enumerate().map(|(at, change)| {
            if is_made(at) {
                change.clone()
            } else {
                Change::new(change.lever.clone(), 0.0)
            }
        });
        let mut ranks = vec![0.5; inputs];
        match self {
            Self::Low(input) => ranks[input] = SWING[0],
            Self::High(input) => ranks[input] = SWING[1],
            _ => {}
        }
        (made.collect(), ranks)
    }
}

/// Every probe of a scenario: the changes first, then the inputs that vary.
pub(super) fn probes(changes: &[Change], inputs: &[Input]) -> Vec<Probe> {
    let mut probes = Vec::new();
    if !changes.is_empty() {
        probes.push(Probe::Together);
        probes.extend((0..changes.len()).map(Probe::Alone));
        probes.extend((0..changes.len()).map(Probe::Without));
    }
    for input in varying(changes, inputs) {
        probes.extend([Probe::Low(input), Probe::High(input)]);
    }
    probes
}

/// Inputs that can turn out in more than one way.
pub(super) fn varying(changes: &[Change], inputs: &[Input]) -> Vec<usize> {
    let waits = |change: &Change| matches!(change.lever, Lever::Hire { lead_days: None, .. });
    let varies = |(at, input): (usize, &Input)| {
        let varies = match changes.get(at) {
            Some(change) => input.low != input.high || has_ramps(change),
            None if at == changes.len() + 2 => input.low != input.high && changes.iter().any(waits),
            None => input.low != input.high,
        };
        varies.then_some(at)
    };
    inputs.iter().enumerate().filter_map(varies).collect()
}

/// True if it is not certain how fast the change comes.
fn has_ramps(change: &Change) -> bool {
    let differs = |ramp: Option<i32>| ramp.is_some_and(|months| months != change.ramp_months);
    differs(change.ramp_low) || differs(change.ramp_high)
}
