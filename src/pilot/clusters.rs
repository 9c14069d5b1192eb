//! Difference in differences when what is treated comes in few clusters.
//!
//! With two periods the comparison is a regression of each unit's change on whether it is treated. Units of one cluster
//! (clinicians of a site) are not independent, so the error is found from clusters, and with few of them from all ways in
//! which their residuals could have turned out.

use super::compare::Effect;

/// One unit: its change, whether it is treated, and its cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// During less before.
    pub change: f64,
    /// True in the arm with the new way.
    pub treated: bool,
    /// Cluster, any number.
    pub cluster: usize,
}

/// Fewer clusters than this are also judged by the wild bootstrap. From the insight on pilots.
pub const FEW_CLUSTERS: usize = 12;

/// What a regression needs to know of one cluster: units and sums of changes, treated and not.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    treated: (f64, f64),
    usual: (f64, f64),
}

/// The clusters of some units.
fn sums_of(changes: &[Change]) -> Vec<Sums> {
    let mut sums: Vec<(usize, Sums)> = Vec::new();
    for unit in changes {
        let known = sums.iter().position(|(cluster, _)| *cluster == unit.cluster);
        let at = known.unwrap_or_else(|| {
            sums.push((unit.cluster, Sums::default()));
            sums.len() - 1
        });
        let own = &mut sums[at].1;
        let side = if unit.treated { &mut own.treated } else { &mut own.usual };
        *side = (side.0 + 1.0, side.1 + unit.change);
    }
    sums.into_iter().map(|(_, own)| own).collect()
}

/// The slope of changes on being treated, which is a difference of two means, and the square of its cluster-robust
/// standard error, CR1: with the factor G / (G - 1) * (N - 1) / (N - 2). `None` if an arm is empty.
fn slope(sums: &[Sums]) -> Option<(f64, f64)> {
    let total = |side: fn(&Sums) -> (f64, f64)| {
        let (n, sum) = sums
            .iter()
            .map(side)
            .fold((0.0, 0.0), |all, own| (all.0 + own.0, all.1 + own.1));
        (n > 0.0).then(|| (n, sum / n))
    };
    let (treated, new) = total(|cluster| cluster.treated)?;
    let (untreated, usual) = total(|cluster| cluster.usual)?;
    // The influence of a residual on the slope: 1 / n of its arm, with the arm's sign.
    let score = |cluster: &Sums| {
        (cluster.treated.1 - cluster.treated.0 * new) / treated
            - (cluster.usual.1 - cluster.usual.0 * usual) / untreated
    };
    let squares: f64 = sums.iter().map(|cluster| score(cluster) * score(cluster)).sum();
    let (groups, all) = (sums.len() as f64, treated + untreated);
    Some((
        new - usual,
        squares * groups / (groups - 1.0) * (all - 1.0) / (all - 2.0),
    ))
}

/// The difference in differences with errors from clusters (CR1), judged by Student's t with one degree of freedom fewer
/// than there are clusters. `None` without two clusters and three units, an empty arm, or where nothing varies.
///
/// # References
/// Liang and Zeger 1986, doi:10.1093/biomet/73.1.13; Cameron and Miller 2015, J Hum Resour 50:317,
/// doi:10.3368/jhr.50.2.317 (the factor and the degrees of freedom).
pub fn difference_in_differences(changes: &[Change]) -> Option<Effect> {
    let sums = sums_of(changes);
    if sums.len() < 2 || changes.len() < 3 {
        return None;
    }
    let (estimate, variance) = slope(&sums)?;
    Effect::new(estimate, libm::sqrt(variance), sums.len() as f64 - 1.0)
}

/// The clusters of a wild bootstrap.
struct Wild(Vec<Sums>);

impl Wild {
    /// `None` with two clusters or fewer, or with [`FEW_CLUSTERS`] or more.
    fn new(changes: &[Change]) -> Option<Self> {
        let sums = sums_of(changes);
        (sums.len() > 2 && sums.len() < FEW_CLUSTERS).then_some(Self(sums))
    }

    /// The p-value of an effect of `null`: signs of residuals are turned cluster by cluster, in every way there is.
    fn p(&self, null: f64) -> Option<f64> {
        let statistic = |sums: &[Sums]| {
            let (slope, variance) = slope(sums)?;
            let error = libm::sqrt(variance);
            Some(if error > 0.0 {
                libm::fabs(slope / error)
            } else {
                f64::INFINITY
            })
        };
        let without = |own: &Sums| Sums {
            treated: (own.treated.0, own.treated.1 - null * own.treated.0),
            ..*own
        };
        let sums: Vec<Sums> = self.0.iter().map(without).collect();
        let found = statistic(&sums).filter(|t| t.is_finite())?;
        let all = sums.iter().fold((0.0, 0.0), |all, own| {
            (all.0 + own.treated.0 + own.usual.0, all.1 + own.treated.1 + own.usual.1)
        });
        let mean = all.1 / all.0;
        // A turned residual is twice the mean less the change.
        let turn = |(n, sum): (f64, f64)| (n, 2.0 * n * mean - sum);
        // All signs turned at once give the same size: half of the ways are enough.
        let ways = 1_u32 << (sums.len() - 1);
        let mut turned = sums.clone();
        let mut hits = 0_u32;
        for signs in 0..ways {
            for (at, (now, own)) in turned.iter_mut().zip(&sums).enumerate() {
                *now = match signs >> at & 1 {
                    0 => *own,
                    _ => Sums {
                        treated: turn(own.treated),
                        usual: turn(own.usual),
                    },
                };
            }
            hits += u32::from(statistic(&turned)? >= found * (1.0 - 1e-12));
        }
        Some(f64::from(hits) / f64::from(ways))
    }
}

/// The p-value of the wild cluster bootstrap with the null imposed: no chance in it, as every turn of signs is looked at.
/// `None` with two clusters or fewer, with [`FEW_CLUSTERS`] or more, or where nothing varies.
///
/// # References
/// Cameron, Gelbach and Miller 2008, Rev Econ Stat 90:414, doi:10.1162/rest.90.3.414. Few treated clusters make it too
/// careful: MacKinnon and Webb 2017, doi:10.1002/jae.2508.
pub fn wild_bootstrap(changes: &[Change]) -> Option<f64> {
    Wild::new(changes)?.p(0.0)
}

/// The effects that the wild bootstrap does not reject at `alpha`. `None` where there is no such test, or too few clusters
/// for it to reject anything at that level.
pub fn wild_interval(changes: &[Change], alpha: f64) -> Option<(f64, f64)> {
    let (wild, found) = (Wild::new(changes)?, difference_in_differences(changes)?);
    let end = |sign: f64| {
        let (mut inside, mut outside) = (0.0, 4.0);
        while wild.p(found.estimate + sign * outside * found.error)? >= alpha {
            (inside, outside) = (outside, 2.0 * outside);
            if outside > 100.0 {
                return None;
            }
        }
        for _ in 0..24 {
            let middle = 0.5 * (inside + outside);
            if wild.p(found.estimate + sign * middle * found.error)? >= alpha {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        Some(found.estimate + sign * outside * found.error)
    };
    Some((end(-1.0)?, end(1.0)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let unit = |change, treated, cluster| Change {
            change,
            treated,
            cluster,
        };
        // Means 3 and 1; residuals -1, 1 and -1, 1, each its own cluster: scores of a half squared, four of them: 1.
        let changes = [
            unit(2.0, true, 0),
            unit(4.0, true, 1),
            unit(0.0, false, 2),
            unit(2.0, false, 3),
        ];
        let found = difference_in_differences(&changes).unwrap();
        assert_eq!((found.estimate, found.df), (2.0, 3.0));
        // 1 * 4/3 * 3/2 = 2.
        assert!((found.error * found.error - 2.0).abs() < 1e-12, "{found:?}");
        let p = wild_bootstrap(&changes).unwrap();
        assert!((0.1..=1.0).contains(&p), "{p}");
        assert_eq!(difference_in_differences(&changes[..2]), None);
        assert_eq!(wild_bootstrap(&changes[1..3]), None);
        // Of eight ways the best has p = 1/8: nothing is rejected at 5 %, but something at 30 %.
        assert_eq!(wild_interval(&changes, 0.05), None);
        let (low, high) = wild_interval(&changes, 0.3).unwrap();
        assert!(low < 2.0 && 2.0 < high, "{low} {high}");
    }
}
