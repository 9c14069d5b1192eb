//! Which groups of people may be shown.

/// A group with fewer people than this is hidden. Our choice, as in the fairness report of the requirements.
pub const HIDE_PEOPLE_BELOW: usize = 10;

/// For groups of so many people each, whether the group is hidden: it is small, or it is the smallest that could be
/// shown while all small ones together are fewer than the least, so that the total less what is shown would tell about
/// them (secondary suppression: Cox 1980, J Am Stat Assoc 75:377, doi:10.1080/01621459.1980.10477481).
pub fn hidden(people: &[usize]) -> Vec<bool> {
    let is_small = |&count: &usize| count < HIDE_PEOPLE_BELOW;
    let mut hidden: Vec<bool> = people.iter().map(is_small).collect();
    let small: usize = people.iter().filter(|count| is_small(count)).sum();
    if small > 0 && is_small(&small) {
        let smallest = people.iter().filter(|count| !is_small(count)).min();
        if let Some(at) = smallest.and_then(|least| people.iter().position(|count| count == least)) {
            hidden[at] = true;
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::hidden;

    #[test]
    fn small_groups_and_what_would_give_them_away() {
        for (people, expected) in [
            (&[30, 9, 12, 12][..], &[false, true, true, false][..]),
            (&[30, 5, 5, 12], &[false, true, true, false]),
            (&[30, 12], &[false, false]),
            (&[9], &[true]),
            (&[0, 30, 12], &[true, false, false]),
            (&[], &[]),
        ] {
            assert_eq!(hidden(people), expected, "{people:?}");
        }
    }
}
