//! The downhill simplex within bounds: finds the parameters that a likelihood likes best.

/// A point with its value, least first in the simplex.
type Vertex = (Vec<f64>, f64);

/// When the search ends.
pub(super) struct Limits {
    /// Steps at most.
    pub steps: usize,
    /// It ends when the standard deviation of the values falls below this.
    pub tolerance: f64,
}

/// Each edge of the first simplex: this share of the coordinate (our choice, as is usual).
const EDGE: f64 = 0.05;
/// The edge where a coordinate is 0.
const EDGE_AT_ZERO: f64 = 1e-4;

/// The least point found from `start` on, with its value. What is not finite counts as infinitely bad; points outside
/// the bounds are moved onto them.
///
/// # References
/// Nelder and Mead 1965, doi:10.1093/comjnl/7.4.308, with the factors for many dimensions of Gao and Han 2012,
/// doi:10.1007/s10589-010-9329-3.
pub(super) fn minimize(
    start: &[f64],
    bounds: &[(f64, f64)],
    limits: &Limits,
    objective: &mut dyn FnMut(&[f64]) -> f64,
) -> Vertex {
    let count = start.len();
    let mut value = |mut point: Vec<f64>| -> Vertex {
        for (coordinate, &(low, high)) in point.iter_mut().zip(bounds) {
            *coordinate = coordinate.clamp(low, high);
        }
        let value = objective(&point);
        (point, if value.is_finite() { value } else { f64::INFINITY })
    };
    let mut simplex = vec![value(start.to_vec())];
    for axis in 0..count {
        let mut point = start.to_vec();
        point[axis] += if point[axis] == 0.0 {
            EDGE_AT_ZERO
        } else {
            EDGE * point[axis]
        };
        if point[axis] > bounds[axis].1 {
            // Onto the other side, so that no edge has length 0.
            point[axis] = start[axis] - EDGE * start[axis].abs().max(EDGE_AT_ZERO);
        }
        simplex.push(value(point));
    }
    if count == 0 {
        return simplex.remove(0);
    }
    let dimensions = (count as f64).max(2.0);
    let (expansion, contraction, shrinkage) = (1.0 + 2.0 / dimensions, 0.75 - 0.5 / dimensions, 1.0 - 1.0 / dimensions);
    settle(&mut simplex);
    for _ in 0..limits.steps {
        if spread(&simplex) < limits.tolerance {
            break;
        }
        let center = center(&simplex[..count]);
        let worst = &simplex[count];
        let along = |factor: f64| -> Vec<f64> {
            let toward = center.iter().zip(&worst.0);
            toward
                .map(|(center, worst)| center + factor * (center - worst))
                .collect()
        };
        let reflected = value(along(1.0));
        let next = if reflected.1 < simplex[0].1 {
            let expanded = value(along(expansion));
            Some(if expanded.1 < reflected.1 { expanded } else { reflected })
        } else if reflected.1 < simplex[count - 1].1 {
            Some(reflected)
        } else {
            let outside = reflected.1 < worst.1;
            let contracted = value(along(if outside { contraction } else { -contraction }));
            (contracted.1 < reflected.1.min(worst.1)).then_some(contracted)
        };
        match next {
            Some(vertex) => {
                simplex[count] = vertex;
                sink(&mut simplex);
            }
            None => {
                let best = simplex[0].0.clone();
                for vertex in &mut simplex[1..] {
                    let nearer = vertex
                        .0
                        .iter()
                        .zip(&best)
                        .map(|(x, best)| best + shrinkage * (x - best));
                    *vertex = value(nearer.collect());
                }
                settle(&mut simplex);
            }
        }
    }
    simplex.swap_remove(0)
}

/// Puts the last vertex where it belongs among the others, which are in order.
fn sink(simplex: &mut [Vertex]) {
    let mut at = simplex.len() - 1;
    while at > 0 && simplex[at].1 < simplex[at - 1].1 {
        simplex.swap(at, at - 1);
        at -= 1;
    }
}

fn settle(simplex: &mut [Vertex]) {
    for end in 2..=simplex.len() {
        sink(&mut simplex[..end]);
    }
}

fn center(vertices: &[Vertex]) -> Vec<f64> {
    let mut sum = vec![0.0; vertices[0].0.len()];
    for (point, _) in vertices {
        for (sum, x) in sum.iter_mut().zip(point) {
            *sum += x;
        }
    }
    sum.iter().map(|sum| sum / vertices.len() as f64).collect()
}

/// Standard deviation of the values; infinite if one of them is.
fn spread(simplex: &[Vertex]) -> f64 {
    let count = simplex.len() as f64;
    let mean = simplex.iter().map(|vertex| vertex.1).sum::<f64>() / count;
    if !mean.is_finite() {
        return f64::INFINITY;
    }
    let squares: f64 = simplex.iter().map(|vertex| (vertex.1 - mean) * (vertex.1 - mean)).sum();
    libm::sqrt(squares / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        steps: 2_000,
        tolerance: 1e-12,
    };

    #[test]
    fn it_finds_the_bottom_of_a_bent_valley() {
        // Rosenbrock's function: least at (1, 1).
        let mut valley = |x: &[f64]| (1.0 - x[0]) * (1.0 - x[0]) + 100.0 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]);
        let free = [(f64::NEG_INFINITY, f64::INFINITY); 2];
        let (point, value) = minimize(&[-1.2, 1.0], &free, &LIMITS, &mut valley);
        assert!(value < 1e-9 && (point[0] - 1.0).abs() < 1e-4, "{point:?} {value}");
        // Within bounds that leave the bottom out, the least point is at the edge.
        let (point, _) = minimize(&[-1.2, 1.0], &[(-2.0, 0.5), (-2.0, 2.0)], &LIMITS, &mut valley);
        assert!(
            (point[0] - 0.5).abs() < 1e-4 && (point[1] - 0.25).abs() < 1e-3,
            "{point:?}"
        );
    }

    #[test]
    fn what_is_not_a_number_is_never_best() {
        let mut hole = |x: &[f64]| if x[0] < 2.0 { f64::NAN } else { x[0] };
        let (point, value) = minimize(&[3.0], &[(0.0, 10.0)], &LIMITS, &mut hole);
        assert!((2.0..2.01).contains(&value), "{point:?} {value}");
        assert_eq!(minimize(&[], &[], &LIMITS, &mut |_| 4.0).1, 4.0);
    }
}
