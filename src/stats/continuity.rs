//! Continuity of care of one patient, from the number of visits by each provider.

/// The Bice-Boxerman index: (sum of squared counts - N) / (N (N - 1)), 0 = every visit by another provider, 1 = all
/// by the same. `None` with fewer than two visits.
///
/// # References
/// Bice and Boxerman 1977, Med Care 15:347, doi:10.1097/00005650-197704000-00010.
pub fn bice_boxerman(visits: &[u32]) -> Option<f64> {
    let total: u64 = visits.iter().map(|&visits| u64::from(visits)).sum();
    if total < 2 {
        return None;
    }
    let squares: u64 = visits.iter().map(|&visits| u64::from(visits) * u64::from(visits)).sum();
    Some((squares - total) as f64 / (total * (total - 1)) as f64)
}

/// The share of the visits that the most seen provider gave. `None` without visits.
///
/// # References
/// Breslau and Haug 1976, usual provider continuity; reviewed in Jee and Cabana 2006, doi:10.1177/1077558705285294.
pub fn usual_provider(visits: &[u32]) -> Option<f64> {
    let total: u64 = visits.iter().map(|&visits| u64::from(visits)).sum();
    let most = visits.iter().max().copied().unwrap_or(0);
    (total > 0).then(|| f64::from(most) / total as f64)
}

#[cfg(test)]
mod tests {
    use super::{bice_boxerman, usual_provider};

    #[test]
    fn by_hand() {
        for (visits, index, usual) in [
            (&[4, 1][..], Some(0.6), Some(0.8)),
            (&[2, 2, 1], Some(0.2), Some(0.4)),
            (&[5], Some(1.0), Some(1.0)),
            (&[1, 1, 1], Some(0.0), Some(1.0 / 3.0)),
            (&[1], None, Some(1.0)),
            (&[], None, None),
        ] {
            assert_eq!(bice_boxerman(visits), index, "{visits:?}");
            assert_eq!(usual_provider(visits), usual, "{visits:?}");
        }
    }
}
