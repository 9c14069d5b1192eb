//! Travel zones: the area of home visits in parts, each served by its own people as far as there are any.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::clinic::Modality;
use crate::model::problem::{Eligible, Problem, Session};
use crate::model::{self, Clinic};
use crate::order::{Arrange, IntoOrdered};

/// A place in degrees of latitude, so that both axes have the same length: east, north.
type Spot = (f64, f64);

/// One coordinate of a home.
type Axis = fn(&Home) -> f64;

/// A home that is visited.
struct Home<'p> {
    patient: &'p str,
    spot: Spot,
    /// Minutes of visits in the week.
    minutes: i32,
}

/// Parts the patients who are visited into `count` zones of about equal work, gives every clinician one zone, and bars
/// clinicians from the patients of other zones.
///
/// Somebody of each is left: where nobody of the zone can take a visit, all who can today still may. Clinicians whom a
/// patient has as a rule stay. Below two zones, or without coordinates, nothing changes.
pub(super) fn draw_zones(clinic: &mut Clinic, count: i32) {
    if count < 2 {
        return;
    }
    let problem = model::build(clinic).problem;
    let visits: Vec<&Session> = problem.sessions.iter().filter(|session| is_visit(session)).collect();
    let zones = zones(homes(clinic, &problem, &visits), count);
    let zone_of: BTreeMap<&str, usize> = zones
        .iter()
        .enumerate()
        .flat_map(|(zone, homes)| homes.iter().map(move |home| (home.patient, zone)))
        .into_map();
    let staff = staff(clinic, &problem, &visits, &zones, &zone_of);
    let mut barred: BTreeMap<String, Barring> = BTreeMap::new();
    for session in visits {
        let Some(patient) = session.patient.map(|patient| &problem.patients[patient as usize].id) else {
            continue;
        };
        let Some(&zone) = zone_of.get(&**patient) else {
            continue;
        };
        let own = barred.entry(patient.clone()).or_default();
        for part in &session.parts {
            let of_zone = |who: &&Eligible| staff.get(&who.clinician) == Some(&zone) && can_go(&problem, session, who);
            let inside: Vec<u32> = part.eligible.iter().filter(of_zone).map(|who| who.clinician).collect();
            let all = part.eligible.iter().map(|who| who.clinician);
            own.known.extend(all.clone());
            // Two at a visit need two people.
            if inside.len() < session.parts.len() {
                own.kept.extend(all);
            } else {
                own.kept.extend(inside);
            }
        }
    }
    for row in &mut clinic.patients {
        let Some(own) = barred.get(&row.id) else { continue };
        let outside = own.known.difference(&own.kept);
        let outside = outside.map(|&idx| &problem.clinicians[idx as usize].id);
        let strangers = outside.filter(|id| !row.preferred_clinicians.contains(id)).cloned();
        row.barred_clinicians.extend(strangers.collect::<Vec<_>>());
    }
}

/// Who may take a patient's visits, and who of these still may.
#[derive(Default)]
struct Barring {
    known: BTreeSet<u32>,
    kept: BTreeSet<u32>,
}

/// True if the clinic has home visits in its horizon.
pub fn has_visits(clinic: &Clinic) -> bool {
    model::build(clinic).problem.sessions.iter().any(is_visit)
}

fn is_visit(session: &Session) -> bool {
    session.choices.iter().any(|choice| choice.modality == Modality::Home)
}

/// True if the clinician works at a time at which the session could lie.
fn can_go(problem: &Problem, session: &Session, who: &Eligible) -> bool {
    let own = problem.duties.iter().filter(|duty| duty.clinician == who.clinician);
    let mut days = own.filter(|duty| who.days >> duty.day & 1 == 1);
    days.any(|duty| {
        let meets = |a: &(i32, i32), b: &(i32, i32)| a.1.min(b.1) - a.0.max(b.0) >= session.minutes;
        let mut windows = duty.windows.iter();
        windows.any(|window| session.windows.iter().any(|wanted| meets(window, wanted)))
    })
}

/// Where somebody or something is, if both coordinates are there.
fn spot(latitude: Option<f64>, longitude: Option<f64>) -> Option<Spot> {
    let (latitude, longitude) = (latitude?, longitude?);
    (-90.0..=90.0).contains(&latitude).then_some(())?;
    (-180.0..=180.0).contains(&longitude).then_some(())?;
    Some((longitude * libm::cos(latitude.to_radians()), latitude))
}

fn homes<'p>(clinic: &Clinic, problem: &'p Problem, visits: &[&Session]) -> Vec<Home<'p>> {
    let mut minutes: BTreeMap<u32, i32> = BTreeMap::new();
    for session in visits {
        if let Some(patient) = session.patient {
            *minutes.entry(patient).or_default() += session.minutes;
        }
    }
    let spots: BTreeMap<&str, Spot> = clinic
        .patients
        .iter()
        .filter_map(|row| Some((&*row.id, spot(row.latitude, row.longitude)?)))
        .into_map();
    let located = minutes.into_iter().filter_map(|(patient, minutes)| {
        let patient = &*problem.patients[patient as usize].id;
        Some(Home {
            patient,
            spot: *spots.get(patient)?,
            minutes,
        })
    });
    located.collect()
}

/// Cuts the homes in two across the longer side, in proportion to the zones on either side, until each part is one zone.
fn zones(mut homes: Vec<Home<'_>>, count: i32) -> Vec<Vec<Home<'_>>> {
    if count < 2 || homes.len() < 2 {
        return vec![homes];
    }
    let span = |axis: Axis| {
        let values = || homes.iter().map(axis);
        values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)
    };
    let (east, north): (Axis, Axis) = (|home| home.spot.0, |home| home.spot.1);
    let axis = if span(east) >= span(north) { east } else { north };
    homes.arrange_by(|a, b| axis(a).total_cmp(&axis(b)).then(a.patient.cmp(b.patient)));
    let first = count / 2;
    let all: i64 = homes.iter().map(|home| i64::from(home.minutes)).sum();
    let mut sum = 0;
    let within = homes.iter().take_while(|home| {
        sum += i64::from(home.minutes);
        sum * i64::from(count) <= all * i64::from(first)
    });
    let cut = within.count().clamp(1, homes.len() - 1);
    let rest = homes.split_off(cut);
    let mut parts = zones(homes, first);
    parts.extend(zones(rest, count - first));
    parts
}

/// The zone of every clinician who goes on visits: of each discipline as many to a zone as its share of the discipline's
/// work there, the nearest first.
fn staff(
    clinic: &Clinic,
    problem: &Problem,
    visits: &[&Session],
    zones: &[Vec<Home>],
    zone_of: &BTreeMap<&str, usize>,
) -> BTreeMap<u32, usize> {
    let sites: BTreeMap<&str, Option<Spot>> = clinic
        .sites
        .iter()
        .map(|row| (&*row.id, spot(row.latitude, row.longitude)))
        .into_map();
    let rows: BTreeMap<&str, (&str, Option<Spot>)> = clinic
        .clinicians
        .iter()
        .map(|row| {
            let home = spot(row.latitude, row.longitude).filter(|_| row.starts_at_home);
            let start = home.or_else(|| sites.get(&*row.site).copied().flatten());
            (&*row.id, (&*row.discipline, start))
        })
        .into_map();
    let of = |idx: u32| rows.get(&*problem.clinicians[idx as usize].id).copied();
    let mut people: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    let mut work: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for session in visits {
        let patient = session.patient.map(|patient| &*problem.patients[patient as usize].id);
        let Some(&zone) = patient.and_then(|patient| zone_of.get(patient)) else {
            continue;
        };
        for part in &session.parts {
            let disciplines: BTreeSet<&str> = part
                .eligible
                .iter()
                .filter_map(|who| {
                    let (discipline, _) = of(who.clinician)?;
                    people.entry(discipline).or_default().insert(who.clinician);
                    Some(discipline)
                })
                .into_set();
            for discipline in disciplines {
                work.entry(discipline).or_insert_with(|| vec![0; zones.len()])[zone] += i64::from(part.minutes);
            }
        }
    }
    let centers: Vec<Spot> = zones.iter().map(|homes| center(homes)).collect();
    let mut given = BTreeMap::new();
    for (discipline, people) in people {
        let mut places = shares(work.get(discipline).map_or(&[], Vec::as_slice), people.len());
        let mut pairs: Vec<(f64, usize, u32)> = Vec::new();
        for &person in &people {
            let start = of(person).and_then(|(_, start)| start).unwrap_or((0.0, 0.0));
            let away = |to: &Spot| (to.0 - start.0) * (to.0 - start.0) + (to.1 - start.1) * (to.1 - start.1);
            pairs.extend(centers.iter().enumerate().map(|(zone, to)| (away(to), zone, person)));
        }
        pairs.arrange_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, zone, person) in pairs {
            if places.get(zone).is_some_and(|&left| left > 0) && !given.contains_key(&person) {
                places[zone] -= 1;
                given.insert(person, zone);
            }
        }
    }
    given
}

/// The mean of the homes, by their work.
fn center(homes: &[Home]) -> Spot {
    let all: i32 = homes.iter().map(|home| home.minutes).sum();
    let mean = |axis: Axis| {
        let sum: f64 = homes.iter().map(|home| axis(home) * f64::from(home.minutes)).sum();
        sum / f64::from(all.max(1))
    };
    (mean(|home| home.spot.0), mean(|home| home.spot.1))
}

/// `people` shared out in proportion to the work of each zone, by largest remainder; zones without work get nobody.
fn shares(work: &[i64], people: usize) -> Vec<i64> {
    let all: i64 = work.iter().sum();
    if all == 0 {
        return vec![0; work.len()];
    }
    let people = people as i64;
    let mut places: Vec<i64> = work.iter().map(|work| work * people / all).collect();
    let mut rest: Vec<usize> = (0..work.len()).collect();
    rest.arrange_by(|&a, &b| (work[b] * people % all).cmp(&(work[a] * people % all)).then(a.cmp(&b)));
    let left = people - places.iter().sum::<i64>();
    for &zone in rest.iter().take(left as usize) {
        places[zone] += 1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_shared_out_by_work() {
        assert_eq!(shares(&[30, 20, 10], 6), [3, 2, 1]);
        assert_eq!(shares(&[30, 20, 0], 1), [1, 0, 0]);
        assert_eq!(shares(&[1, 1, 1], 2), [1, 1, 0]);
        assert_eq!(shares(&[0, 0], 2), [0, 0]);
    }

    #[test]
    fn zones_have_about_equal_work() {
        let home = |patient, east| Home {
            patient,
            spot: (east, 0.0),
            minutes: 60,
        };
        let homes = ["a", "b", "c", "d", "e", "f"];
        let homes = homes.iter().zip([5.0, 1.0, 3.0, 0.0, 4.0, 2.0]);
        let found = zones(homes.map(|(id, east)| home(id, east)).collect(), 3);
        let names: Vec<Vec<&str>> = found
            .iter()
            .map(|zone| zone.iter().map(|home| home.patient).collect())
            .collect();
        assert_eq!(names, [vec!["d", "b"], vec!["f", "c"], vec!["e", "a"]]);
    }
}
