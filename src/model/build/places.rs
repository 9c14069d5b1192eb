//! Places and the travel between them: from the table where it is known, estimated from coordinates elsewhere.
//!
//! Estimate: great-circle distance x [`CIRCUITY`] / the clinic's driving speed, rounded up to whole minutes.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, in_order};
use super::rows::Row;
use crate::error::Issue;
use crate::model::clinic::Modality;
use crate::model::limits;
use crate::model::problem::{Place, PlaceKind, PlaceName, Travel};
use crate::order::IntoOrdered;

/// Road distance over straight-line distance, mean of 66,000 ways to hospitals in the United States [BOSCOE12]
/// (Boscoe, Henry and Zdeb 2012, doi:10.1080/00330124.2011.583586).
pub const CIRCUITY: f64 = 1.417;

/// Mean radius of the earth, km (IUGG).
const EARTH_KM: f64 = 6_371.008_8;

/// Kilometres in a mile.
const MILE_KM: f64 = 1.609_344;

/// Minutes between two places of which nothing is known. Our choice: long enough not to be planned by mistake.
const UNKNOWN_MIN: i32 = 60;

/// Where everything is.
pub(crate) struct Places<'c> {
    pub(crate) names: Vec<PlaceName>,
    pub(crate) travel: Travel,
    sites: BTreeMap<&'c str, Place>,
    homes: BTreeMap<&'c str, Place>,
    staff: BTreeMap<&'c str, Place>,
}

impl Places<'_> {
    /// The place of a site; the first place if the site is unknown.
    pub(crate) fn site(&self, id: &str) -> Place {
        self.sites.get(id).copied().unwrap_or(0)
    }

    /// The home of a patient who is visited, if it can be located.
    pub(crate) fn home(&self, patient: &str) -> Option<Place> {
        self.homes.get(patient).copied()
    }

    /// The home of a clinician who starts there, if it can be located.
    pub(crate) fn clinician_home(&self, clinician: &str) -> Option<Place> {
        self.staff.get(clinician).copied()
    }
}

/// A place on the unit sphere.
type Point = [f64; 3];

fn point(latitude: Option<f64>, longitude: Option<f64>) -> Option<Point> {
    let (latitude, longitude) = (latitude?, longitude?);
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return None;
    }
    let (lat, lon) = (latitude.to_radians(), longitude.to_radians());
    Some([
        libm::cos(lat) * libm::cos(lon),
        libm::cos(lat) * libm::sin(lon),
        libm::sin(lat),
    ])
}

/// Great-circle distance, km (haversine, written for points on the sphere).
fn distance_km(a: Point, b: Point) -> f64 {
    let chord_squared: f64 = a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum();
    2.0 * EARTH_KM * libm::asin((libm::sqrt(chord_squared) / 2.0).min(1.0))
}

/// Lists the places and fills the matrix.
pub(crate) fn places<'c>(context: &Context<'c>, issues: &mut Vec<Issue>) -> Places<'c> {
    let clinic = context.clinic;
    let in_table: BTreeSet<&str> = clinic.travel.iter().flat_map(|way| [&*way.from, &*way.to]).into_set();
    let mut points: Vec<Option<Point>> = Vec::new();
    let mut names: Vec<PlaceName> = Vec::new();
    let mut add = |kind: PlaceKind, id: &str, at: Option<Point>| -> Option<Place> {
        if points.len() >= limits::MAX_PLACES {
            return None;
        }
        points.push(at);
        names.push(PlaceName { kind, id: id.into() });
        Place::try_from(points.len() - 1).ok()
    };
    let mut sites = BTreeMap::new();
    for row in in_order(&context.rows.sites) {
        let site = &clinic.sites[row];
        if let Some(place) = add(PlaceKind::Site, &site.id, point(site.latitude, site.longitude)) {
            sites.insert(&*site.id, place);
        }
    }
    let mut staff = BTreeMap::new();
    for row in in_order(&context.rows.clinicians) {
        let clinician = &clinic.clinicians[row];
        if !clinician.starts_at_home {
            continue;
        }
        let at = point(clinician.latitude, clinician.longitude);
        let place = if at.is_some() || in_table.contains(&*clinician.id) {
            add(PlaceKind::ClinicianHome, &clinician.id, at)
        } else {
            None
        };
        match place {
            Some(place) => drop(staff.insert(&*clinician.id, place)),
            None => Row::new("clinicians", row, &clinician.id, issues).doubt(
                "place.unknown",
                "latitude",
                "the home cannot be located; days are planned from the site",
                "give coordinates, or rows in `travel`",
            ),
        }
    }
    let visited = visited_patients(context);
    let mut homes = BTreeMap::new();
    for row in in_order(&context.rows.patients) {
        let patient = &clinic.patients[row];
        if !visited.contains(&*patient.id) {
            continue;
        }
        let at = point(patient.latitude, patient.longitude);
        let place = if at.is_some() || in_table.contains(&*patient.id) {
            add(PlaceKind::PatientHome, &patient.id, at)
        } else {
            None
        };
        match place {
            Some(place) => drop(homes.insert(&*patient.id, place)),
            None => Row::new("patients", row, &patient.id, issues).doubt(
                "place.unknown",
                "latitude",
                "the home cannot be located, so no home visit can be planned",
                "give coordinates, or rows in `travel`",
            ),
        }
    }
    let known = table(context, &sites, &homes, &staff);
    let travel = matrix(context, &points, sites.len(), &known, issues);
    Places {
        names,
        travel,
        sites,
        homes,
        staff,
    }
}

/// Patients for whom a home visit is ordered or booked.
fn visited_patients<'c>(context: &Context<'c>) -> BTreeSet<&'c str> {
    let clinic = context.clinic;
    let ordered = context.rows.orders.values().filter_map(|&row| {
        let order = &clinic.orders[row];
        let service = &clinic.services[*context.rows.services.get(&*order.service)?];
        let ways = if order.modalities.is_empty() {
            &service.modalities
        } else {
            &order.modalities
        };
        ways.contains(&Modality::Home).then_some(&*order.patient)
    });
    let booked = context.rows.appointments.values().filter_map(|&row| {
        let appointment = &clinic.appointments[row];
        let start = context.minute(appointment.start);
        let counts = appointment.modality == Modality::Home && (0..context.end).contains(&start);
        appointment.patient.as_deref().filter(|_| counts)
    });
    ordered.chain(booked).into_set()
}

type Known = BTreeMap<(Place, Place), (i32, i32)>;

/// The rows of the travel table by place. An id that names several things means the site, then the patient.
fn table(
    context: &Context,
    sites: &BTreeMap<&str, Place>,
    homes: &BTreeMap<&str, Place>,
    staff: &BTreeMap<&str, Place>,
) -> Known {
    let find = |id: &str| {
        [sites, homes, staff]
            .into_iter()
            .find_map(|places| places.get(id).copied())
    };
    let mut known = Known::new();
    for way in &context.clinic.travel {
        if let (Some(from), Some(to)) = (find(&way.from), find(&way.to))
            && (0..=limits::MAX_TRAVEL_MIN).contains(&way.minutes)
        {
            let tenths = if way.miles.is_finite() {
                libm::round(way.miles * 10.0).clamp(0.0, 1e5) as i32
            } else {
                0
            };
            known.insert((from, to), (way.minutes, tenths));
        }
    }
    known
}

fn matrix(
    context: &Context,
    points: &[Option<Point>],
    num_sites: usize,
    known: &Known,
    issues: &mut Vec<Issue>,
) -> Travel {
    let count = points.len();
    let speed = speed_kmh(context, issues);
    let mut travel = Travel {
        num_places: count,
        minutes: vec![0; count * count],
        distance: vec![0; count * count],
        estimated: false,
    };
    let estimate = |a: usize, b: usize| -> Option<(i32, i32)> {
        let km = distance_km(points[a]?, points[b]?) * CIRCUITY;
        // A nanominute is forgiven, so that whole minutes are not rounded up to the next.
        let minutes = libm::ceil(km / speed * 60.0 - 1e-9).clamp(0.0, f64::from(limits::MAX_TRAVEL_MIN));
        Some((minutes as i32, libm::round(km / MILE_KM * 10.0).min(1e5) as i32))
    };
    let mut in_table = vec![false; count];
    for &(from, to) in known.keys() {
        (in_table[from as usize], in_table[to as usize]) = (true, true);
    }
    let direct = |a: usize, b: usize| -> Option<((i32, i32), bool)> {
        let (from, to) = (a as Place, b as Place);
        let listed = match in_table[a] && in_table[b] {
            true => known.get(&(from, to)).or_else(|| known.get(&(to, from))),
            false => None,
        };
        listed
            .map(|&way| (way, false))
            .or_else(|| Some((estimate(a, b)?, true)))
    };
    let mut unknown = 0;
    for a in 0..count {
        for b in (0..count).filter(|&b| b != a) {
            // Estimates are the same in both directions, and nearly all that there is in a large clinic.
            let mirrored = b < a && !(in_table[a] && in_table[b]);
            if mirrored && points[a].is_some() && points[b].is_some() {
                travel.minutes[a * count + b] = travel.minutes[b * count + a];
                travel.distance[a * count + b] = travel.distance[b * count + a];
                continue;
            }
            let (way, estimated) = direct(a, b).unwrap_or_else(|| {
                let by_site = (0..num_sites)
                    .filter_map(|site| Some((direct(a, site)?.0, direct(site, b)?.0)))
                    .map(|(to, on)| (to.0 + on.0, to.1 + on.1))
                    .min();
                unknown += usize::from(by_site.is_none());
                (by_site.unwrap_or((UNKNOWN_MIN, 0)), true)
            });
            travel.estimated |= estimated;
            travel.minutes[a * count + b] = way.0;
            travel.distance[a * count + b] = way.1;
        }
    }
    if unknown > 0 {
        issues.push(Issue::warning(
            "travel.unknown",
            "travel",
            format!("nothing is known of {unknown} ways between places; {UNKNOWN_MIN} minutes are used"),
            "give coordinates of sites and homes, or rows in `travel`",
        ));
    }
    travel
}

fn speed_kmh(context: &Context, issues: &mut Vec<Issue>) -> f64 {
    let speed = context.clinic.settings.travel_speed_kmh;
    if (5..=130).contains(&speed) {
        return f64::from(speed);
    }
    let cause = format!("{speed} km/h is not between 5 and 130; 40 is used");
    let issue = Issue::error("settings.out_of_range", "settings", cause, "correct the setting");
    issues.push(issue.row(1).field("travel_speed_kmh"));
    40.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_of_two_cities() {
        // Greenwich to a place one degree of longitude east on the equator: 2 pi R / 360.
        let km = distance_km(
            point(Some(0.0), Some(0.0)).unwrap(),
            point(Some(0.0), Some(1.0)).unwrap(),
        );
        assert!((km - 111.195).abs() < 0.001, "{km}");
        assert_eq!(point(Some(f64::NAN), Some(0.0)), None);
        assert_eq!(point(Some(91.0), Some(0.0)), None);
        assert_eq!(point(None, Some(0.0)), None);
    }
}
