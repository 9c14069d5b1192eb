//! One joint draw: the changes as they turn out, and the weeks that have to be planned for them.

use std::collections::BTreeSet;

use super::assumptions::Assumptions;
use super::change::Change;
use super::history::History;
use super::money::{Flow, Month};
use super::replan::Edit;
use super::totals::Totals;
use crate::model::clinic::Service;
use crate::order::Arrange;

/// The changes as they turn out, and what else was uncertain.
#[derive(Debug, Clone)]
pub struct Draw {
    /// Changes without ranges.
    pub changes: Vec<Change>,
    /// Days before each change can begin.
    pub lead_days: Vec<f64>,
    /// Demand of the mean week against today's orders.
    pub demand_level: f64,
    /// No-show rate against the clinic's own.
    pub no_show_level: f64,
    /// Rank of every input, from 0 (cautious end) to 1.
    pub ranks: Vec<f64>,
}

/// What does not differ between draws.
pub struct Setting {
    /// Services of the clinic as it is.
    pub services: Vec<Service>,
    /// What is taken for granted.
    pub assumptions: Assumptions,
    /// What the records say.
    pub history: History,
    /// Seed of every random number.
    pub seed: u64,
    /// Months of the horizon.
    pub months: i32,
    /// Replications.
    pub runs: u64,
    /// Currency of the clinic.
    pub currency: String,
}

/// One replication: months (0 is before the start) and totals, without and with the changes. There may be tens of thousands,
/// so it holds no more than what is told of each; kinds of money are summed over all in [`Books`].
#[derive(Debug, Clone, Default)]
pub struct Lives {
    /// Without the changes.
    pub base: Vec<Flow>,
    /// With them.
    pub changed: Vec<Flow>,
    /// Totals without.
    pub base_totals: Totals,
    /// Totals with.
    pub totals: Totals,
    /// What payers save by avoided readmissions, cents.
    pub payer_saved: f64,
}

/// Sums over replications by month and kind of money, without and with the changes.
#[derive(Debug, Clone, Default)]
pub struct Books {
    /// Without the changes.
    pub base: Vec<Month>,
    /// With them.
    pub changed: Vec<Month>,
}

impl Books {
    /// Adds a month of one replication.
    pub(super) fn add(&mut self, month: usize, base: &Month, changed: &Month) {
        for (sums, money) in [(&mut self.base, base), (&mut self.changed, changed)] {
            if sums.len() <= month {
                sums.resize(month + 1, Month::default());
            }
            sums[month].add_all(money);
        }
    }
}

impl Lives {
    /// Net difference over the horizon, cents.
    pub fn net(&self) -> f64 {
        self.difference().iter().sum()
    }

    /// Net difference by month, cents.
    pub fn difference(&self) -> Vec<f64> {
        let pairs = self.changed.iter().zip(&self.base);
        pairs
            .map(|(changed, base)| (changed.net() - base.net()) as f64)
            .collect()
    }
}

impl Draw {
    /// Share of the full effect of each change in a month.
    pub(super) fn effects(&self, month: i32) -> Vec<f64> {
        let pairs = self.changes.iter().zip(&self.lead_days);
        pairs.map(|(change, &lead)| change.effect(month, lead)).collect()
    }

    /// Changes that need new plans and have taken hold in a week of this month, when `luck` in (0, 1) says how far
    /// the clinic is. A change that has a third of its effect is in force in a third of the weeks.
    pub(super) fn in_force(&self, month: i32, luck: f64) -> Vec<usize> {
        let effects = self.effects(month);
        let all = self.changes.iter().enumerate();
        all.filter(|(idx, change)| change.lever.replans() && change.value != 0.0 && effects[*idx] > luck)
            .map(|(idx, _)| idx)
            .collect()
    }

    /// Which changes are in force in the weeks of a month, by how far the clinic has to be, 0 to 1, ascending: each entry
    /// holds until the next.
    pub(super) fn stages(&self, month: i32) -> Vec<(f64, Vec<usize>)> {
        let all = self.effects(month).into_iter().zip(&self.changes);
        let planned = all.filter(|(effect, change)| change.lever.replans() && *effect > 0.0 && *effect < 1.0);
        let mut starts: Vec<f64> = std::iter::once(0.0).chain(planned.map(|(effect, _)| effect)).collect();
        starts.arrange_by(f64::total_cmp);
        // The same effect reckoned in two ways.
        starts.dedup_by(|next, start| *next - *start < 1e-9);
        let stage = |start| (start, self.in_force(month, start));
        starts.into_iter().map(stage).collect()
    }

    /// Every combination of changes that has to be planned within the horizon.
    pub fn combinations(&self, months: i32) -> BTreeSet<Vec<usize>> {
        let stages = (1..=months).flat_map(|month| self.stages(month));
        let mut sets = BTreeSet::from([Vec::new()]);
        for (_, set) in stages {
            sets.insert(set);
        }
        sets
    }

    /// The edits of a combination.
    pub fn edits(&self, combination: &[usize]) -> Vec<Edit> {
        let changes = combination.iter().filter_map(|&idx| self.changes.get(idx));
        changes.map(|change| (change.lever.clone(), change.value)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::lever::Lever;

    #[test]
    fn combinations_grow_with_the_ramp() {
        let change = |lever, start_month, ramp_months| Change {
            start_month,
            ramp_months,
            ..Change::new(lever, 1.0)
        };
        let draw = Draw {
            changes: vec![
                change(Lever::Buffer { service: None }, 1, 4),
                change(Lever::Rooms { site: "s".into() }, 3, 0),
                change(Lever::Demand, 1, 0),
            ],
            lead_days: vec![0.0; 3],
            demand_level: 1.0,
            no_show_level: 1.0,
            ranks: Vec::new(),
        };
        let found: Vec<Vec<usize>> = draw.combinations(12).into_iter().collect();
        assert_eq!(found, [vec![], vec![0], vec![0, 1], vec![1]]);
        assert_eq!(draw.stages(3), [(0.0, vec![0, 1]), (0.75, vec![1])]);
        assert_eq!(draw.stages(4), [(0.0, vec![0, 1])]);
        assert_eq!(draw.stages(2), [(0.0, vec![0]), (0.5, vec![])]);
    }
}
