//! Sets of minutes as half-open intervals, sorted and apart.

use crate::order::Arrange;

/// A half-open interval of minutes.
pub(crate) type Span = (i32, i32);

/// The union.
pub(crate) fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| span.0 < span.1);
    spans.arrange();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => joined.push(span),
        }
    }
    joined
}

/// What lies in both of two unions.
pub(crate) fn common(a: &[Span], b: &[Span]) -> Vec<Span> {
    let (mut i, mut k) = (0, 0);
    let mut both = Vec::new();
    while let (Some(x), Some(y)) = (a.get(i), b.get(k)) {
        let (from, to) = (x.0.max(y.0), x.1.min(y.1));
        if from < to {
            both.push((from, to));
        }
        if x.1 < y.1 {
            i += 1;
        } else {
            k += 1;
        }
    }
    both
}

/// What lies in union `a` but not in union `b`.
pub(crate) fn without(a: &[Span], b: &[Span]) -> Vec<Span> {
    let mut rest = Vec::new();
    for &(mut from, to) in a {
        for &(hole_from, hole_to) in b {
            if hole_to <= from || to <= hole_from {
                continue;
            }
            if hole_from > from {
                rest.push((from, hole_from));
            }
            from = from.max(hole_to);
        }
        if from < to {
            rest.push((from, to));
        }
    }
    rest
}

/// Minutes in a union.
pub(crate) fn minutes(spans: &[Span]) -> i64 {
    spans.iter().map(|span| i64::from(span.1 - span.0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn set_algebra_by_hand() {
        let a = union(vec![(5, 9), (0, 3), (3, 4), (7, 12), (20, 20)]);
        assert_eq!(a, [(0, 4), (5, 12)]);
        assert_eq!(common(&a, &[(2, 6), (11, 30)]), [(2, 4), (5, 6), (11, 12)]);
        assert_eq!(without(&a, &[(2, 6), (11, 30)]), [(0, 2), (6, 11)]);
        assert_eq!(without(&a, &[(-5, 50)]), []);
        assert_eq!(minutes(&a), 11);
    }
}
