//! Levers about what patients receive: the way of meeting, groups and their seats.

use std::collections::{BTreeMap, BTreeSet};

use super::text_key;
use crate::model::clinic::{Group, Kind, Modality, Order, Room, Service};
use crate::model::limits::{MAX_GROUP_SEATS, MAX_PER_WEEK};
use crate::model::problem::Part;
use crate::model::{self, Clinic};
use crate::order::IntoOrdered;
use crate::rng::Rng;

/// Orders that can move to video: of an individual service, not on video alone, of a patient who can, and with somebody
/// who may take them and can, too.
pub fn video_orders(clinic: &Clinic) -> BTreeSet<String> {
    let problem = model::build(clinic).problem;
    let remote: BTreeSet<&str> = clinic
        .clinicians
        .iter()
        .filter(|row| row.telehealth)
        .map(|row| &*row.id)
        .into_set();
    let somebody = |part: &Part| {
        let mut ids = part
            .eligible
            .iter()
            .map(|who| &problem.clinicians[who.clinician as usize].id);
        ids.any(|id| remote.contains(&**id))
    };
    let manned: BTreeSet<&str> = problem
        .sessions
        .iter()
        .filter(|session| session.parts.iter().all(somebody))
        .filter_map(|session| session.order.as_deref())
        .into_set();
    let able: BTreeSet<&str> = clinic
        .patients
        .iter()
        .filter(|row| row.telehealth)
        .map(|row| &*row.id)
        .into_set();
    let orders = clinic.orders.iter().filter(|row| row.modalities != [Modality::Video]);
    let movable = orders.filter(|row| able.contains(&*row.patient) && manned.contains(&*row.id));
    movable.map(|row| row.id.clone()).into_set()
}

/// Moves a share of a service's orders to video. The choice is nested: a larger share holds every order of a smaller one.
pub(super) fn move_to_video(clinic: &mut Clinic, service: &str, share: f64) {
    let movable = video_orders(clinic);
    let own = |row: &&mut Order| row.service == service && movable.contains(&row.id);
    for row in clinic.orders.iter_mut().filter(own) {
        let rank = Rng::stream(0, "telehealth", text_key(&row.id)).unit();
        if rank < share {
            row.modalities = vec![Modality::Video];
        }
    }
    for row in clinic.services.iter_mut().filter(|row| row.id == service) {
        if !row.modalities.contains(&Modality::Video) {
            row.modalities.push(Modality::Video);
        }
    }
}

/// Fewest seats of a group; with one it is a session with an individual.
const FEWEST_SEATS: i32 = 2;

/// Adds occurrences a week to a group. A group without any ends, and with it the orders whose seats can be in no other.
pub(super) fn add_occurrences(clinic: &mut Clinic, group: &str, count: i32) {
    let mut ends = false;
    for row in clinic.groups.iter_mut().filter(|row| row.id == group) {
        row.per_week = (row.per_week + count).min(MAX_PER_WEEK.max(row.per_week));
        ends = row.per_week <= 0;
    }
    if ends {
        end_group(clinic, group);
    }
}

/// Adds seats to a group's target and maximum, as far as the largest fitting room of its site has them. Its minimum
/// stays, as far as the target reaches.
pub(super) fn add_seats(clinic: &mut Clinic, group: &str, seats: i32) {
    let (rooms, services) = (&clinic.rooms, &clinic.services);
    for row in clinic.groups.iter_mut().filter(|row| row.id == group) {
        let wanted = services.iter().find(|service| service.id == row.service);
        let offers = |room: &&Room| {
            let fits = |service: &Service| service.room_features.iter().all(|want| room.features.contains(want));
            room.site == row.site && wanted.is_none_or(fits)
        };
        let largest = rooms.iter().filter(offers).map(|room| room.seats).max();
        let most = largest.map_or(MAX_GROUP_SEATS, |seats| seats.min(MAX_GROUP_SEATS));
        let fewest = FEWEST_SEATS.min(row.target);
        row.max = (row.max + seats).clamp(fewest.max(1), most.max(row.max));
        row.target = (row.target + seats).clamp(fewest, row.max.max(fewest));
        row.min = row.min.min(row.target);
    }
}

fn end_group(clinic: &mut Clinic, id: &str) {
    let as_of = clinic.settings.as_of;
    clinic.groups.retain(|row| row.id != id);
    clinic.appointments.retain_mut(|row| {
        let of_group = row.group.as_deref() == Some(id);
        // What took place stays on record.
        if of_group && row.start < as_of {
            row.group = None;
        }
        row.group.as_deref() != Some(id)
    });
    let kept: BTreeSet<&str> = clinic.appointments.iter().map(|row| &*row.id).into_set();
    clinic.attendances.retain(|row| kept.contains(&*row.appointment));
    let sites: BTreeMap<&str, &str> = clinic.patients.iter().map(|row| (&*row.id, &*row.site)).into_map();
    let groups = |service: &str| {
        clinic
            .services
            .iter()
            .any(|row| row.id == service && row.kind == Kind::Group)
    };
    let mut gone = BTreeSet::new();
    for row in clinic.orders.iter_mut().filter(|row| groups(&row.service)) {
        row.groups.retain(|group| group != id);
        // Without a name, every group of the service at the patient's site will do.
        let at = sites.get(&*row.patient);
        let fits = |group: &Group| group.service == row.service && Some(&&*group.site) == at;
        if row.groups.is_empty() && !clinic.groups.iter().any(fits) {
            gone.insert(row.id.clone());
        }
    }
    withdraw(clinic, &gone);
}

/// Takes orders out, with everything that names them.
fn withdraw(clinic: &mut Clinic, orders: &BTreeSet<String>) {
    let keep = |id: &mut Option<String>| {
        if id.as_ref().is_some_and(|id| orders.contains(id)) {
            *id = None;
        }
    };
    clinic.orders.retain_mut(|row| {
        keep(&mut row.after);
        !orders.contains(&row.id)
    });
    clinic.appointments.iter_mut().for_each(|row| keep(&mut row.order));
    clinic.attendances.iter_mut().for_each(|row| keep(&mut row.order));
    clinic
        .decisions
        .retain(|row| row.order.as_ref().is_none_or(|id| !orders.contains(id)));
}
