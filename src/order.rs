//! Putting things in order, compiled once.
//!
//! The sorts of the standard library are compiled anew for every type and every closure, about 8 kB of the shipped
//! module each time. Here the order is found on indices, by one routine that asks for comparisons through a pointer;
//! only the moving of the items is compiled per type. A search's inner loops use the standard library instead.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Stable sorts of slices, for everything that is not done thousands of times a second.
pub trait Arrange<T> {
    /// In the order of `compare`; what is equal stays in its order.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key; what has the same key stays in its order.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// In the type's own order.
    fn arrange(&mut self)
    where
        T: Ord;
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let items = &*self;
        let mut places = places(items.len(), &mut |a, b| compare(&items[a], &items[b]));
        for at in 0..places.len() {
            while places[at] != at {
                let place = places[at];
                self.swap(at, place);
                places.swap(at, place);
            }
        }
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

/// Where each of `count` items belongs.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    let mut places = vec![0; count];
    for (place, &item) in order.iter().enumerate() {
        places[item] = place;
    }
    places
}

/// Maps and sets of what an iterator gives, put in one by one: `collect` sorts first, which is compiled per type.
pub trait IntoOrdered: Iterator + Sized {
    /// A map; of several entries with the same key the last one counts.
    fn into_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        map.extend(self);
        map
    }

    /// A set.
    fn into_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        set.extend(self);
        set
    }
}

impl<I: Iterator> IntoOrdered for I {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn the_order_is_that_of_the_stable_sorts() {
        let mut rng = Rng::new(1);
        for count in 0..40 {
            let items: Vec<(usize, usize)> = (0..count).map(|at| (rng.below(7), at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut ordered = items.clone();
            ordered.arrange_by_key(|item| item.0);
            assert_eq!(ordered, expected);
            ordered.arrange_by(|a, b| b.cmp(a));
            expected.sort_by(|a, b| b.cmp(a));
            assert_eq!(ordered, expected);
            ordered.arrange();
            expected.sort_unstable();
            assert_eq!(ordered, expected);
            assert_eq!(items.iter().copied().into_map(), items.iter().copied().collect());
            assert_eq!(items.iter().into_set(), items.iter().collect());
        }
    }
}
