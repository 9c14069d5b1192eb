//! Rooms and equipment: which rooms are interchangeable, when they are open, which would do for a session.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, in_order};
use super::intervals::{intersect, subtract};
use super::places::Places;
use crate::model::clinic::{Absentee, Freedom, Service, Status};
use crate::model::problem::{Interval, Pool, Room};
use crate::order::{Arrange, IntoOrdered};

/// Rooms, classes and equipment, as the problem sees them.
pub(crate) struct Rooms<'c> {
    pub(crate) rooms: Vec<Room>,
    pub(crate) classes: Vec<Pool>,
    pub(crate) equipment: Vec<Pool>,
    /// Room index by id.
    pub(crate) index: BTreeMap<&'c str, u32>,
    equipment_index: BTreeMap<&'c str, u16>,
    kinds: Vec<Kind<'c>>,
    never: Option<u16>,
    found: BTreeMap<(&'c str, &'c str, i32), Vec<u16>>,
}

/// What makes rooms interchangeable.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind<'c> {
    site: &'c str,
    seats: i32,
    features: BTreeSet<&'c str>,
    open: Vec<Interval>,
    /// The room itself, if something locked needs it by name.
    own: Option<&'c str>,
}

/// Groups the rooms into classes, in the order of the table.
pub(crate) fn rooms<'c>(context: &Context<'c>, places: &Places) -> Rooms<'c> {
    let clinic = context.clinic;
    let pinned = pinned_rooms(context);
    let mut rooms = Rooms {
        rooms: Vec::new(),
        classes: Vec::new(),
        equipment: Vec::new(),
        index: BTreeMap::new(),
        equipment_index: BTreeMap::new(),
        kinds: Vec::new(),
        never: None,
        found: BTreeMap::new(),
    };
    let mut class_of: BTreeMap<Kind, u16> = BTreeMap::new();
    for row in in_order(&context.rows.rooms) {
        let room = &clinic.rooms[row];
        let kind = Kind {
            site: &room.site,
            seats: room.seats,
            features: room.features.iter().map(String::as_str).collect(),
            open: room_hours(context, row),
            own: pinned.contains(&*room.id).then_some(&*room.id),
        };
        let class = *class_of.entry(kind.clone()).or_insert_with(|| {
            rooms.classes.push(Pool {
                name: room.name.clone(),
                count: 0,
                open: kind.open.clone(),
            });
            rooms.kinds.push(kind);
            rooms.classes.len() as u16 - 1
        });
        let pool = &mut rooms.classes[usize::from(class)];
        pool.count += 1;
        if pool.count == 2 {
            pool.name = format!("{} and others like it", pool.name);
        }
        rooms.index.insert(&room.id, rooms.rooms.len() as u32);
        rooms.rooms.push(Room {
            id: room.id.clone(),
            class,
            place: places.site(&room.site),
        });
    }
    for row in in_order(&context.rows.equipment) {
        let item = &clinic.equipment[row];
        let open = subtract(
            &site_hours(context, &item.site),
            context.away(Absentee::Equipment, &item.id),
        );
        rooms.equipment_index.insert(&item.id, rooms.equipment.len() as u16);
        rooms.equipment.push(Pool {
            name: item.name.clone(),
            count: item.count,
            open,
        });
    }
    rooms
}

/// When a site is open within the horizon.
pub(crate) fn site_hours(context: &Context, site: &str) -> Vec<Interval> {
    context.rows.sites.get(site).map_or_else(Vec::new, |&row| {
        context.present(&context.clinic.sites[row].hours, Absentee::Site, site)
    })
}

fn room_hours(context: &Context, row: usize) -> Vec<Interval> {
    let room = &context.clinic.rooms[row];
    let site = site_hours(context, &room.site);
    let open = match &room.hours {
        Some(hours) => intersect(&site, &context.spread(hours)),
        None => site,
    };
    subtract(&open, context.away(Absentee::Room, &room.id))
}

/// Rooms that something in the horizon holds by name: a locked appointment, or one that is over.
fn pinned_rooms<'c>(context: &Context<'c>) -> BTreeSet<&'c str> {
    let pins = |row: &usize| -> Option<&'c str> {
        let appointment = &context.clinic.appointments[*row];
        let start = context.minute(appointment.start);
        let counts = matches!(appointment.status, Status::Booked | Status::Completed)
            && (0..context.end).contains(&start)
            && (appointment.freedom == Freedom::Locked || start < context.now);
        appointment.room.as_deref().filter(|_| counts)
    };
    context.rows.appointments.values().filter_map(pins).into_set()
}

impl<'c> Rooms<'c> {
    /// True if the site lists no room at all: then sessions there are planned without rooms.
    pub(crate) fn is_unlisted(&self, site: &str) -> bool {
        !self.kinds.iter().any(|kind| kind.site == site)
    }

    /// Classes at a site that would do for a service with that many seats, smallest and plainest first.
    pub(crate) fn adequate(&mut self, site: &'c str, service: &'c Service, seats: i32) -> Vec<u16> {
        let kinds = &self.kinds;
        let search = || {
            let fits = |kind: &Kind| {
                kind.site == site
                    && kind.seats >= seats
                    && service
                        .room_features
                        .iter()
                        .all(|feature| kind.features.contains(&**feature))
            };
            let mut classes: Vec<u16> = (0..kinds.len())
                .filter(|&class| fits(&kinds[class]))
                .map(|class| class as u16)
                .collect();
            classes.arrange_by_key(|&class| {
                let kind = &kinds[usize::from(class)];
                (kind.seats, kind.features.len(), class)
            });
            classes
        };
        self.found
            .entry((site, &service.id, seats))
            .or_insert_with(search)
            .clone()
    }

    /// Most seats of any room at a site with the service's features; 0 if there is none.
    pub(crate) fn most_seats(&self, site: &str, service: &Service) -> i32 {
        let offers = |kind: &&Kind| {
            kind.site == site
                && service
                    .room_features
                    .iter()
                    .all(|feature| kind.features.contains(&**feature))
        };
        self.kinds
            .iter()
            .filter(offers)
            .map(|kind| kind.seats)
            .max()
            .unwrap_or(0)
    }

    /// The pool of a piece of equipment.
    pub(crate) fn equipment(&self, id: &str) -> Option<u16> {
        self.equipment_index.get(id).copied()
    }

    /// A class without rooms: for a way in which a session is booked although it may not take place so.
    pub(crate) fn never(&mut self) -> u16 {
        *self.never.get_or_insert_with(|| {
            self.classes.push(Pool {
                name: "not possible".into(),
                count: 0,
                open: Vec::new(),
            });
            self.classes.len() as u16 - 1
        })
    }

    /// Makes sure that a room is open in this interval: for what has already happened there. The room is then a class
    /// of its own, see [`rooms`].
    pub(crate) fn extend(&mut self, room: u32, interval: Interval) {
        let class = usize::from(self.rooms[room as usize].class);
        let open = &mut self.classes[class].open;
        open.push(interval);
        *open = super::intervals::tidy(std::mem::take(open));
    }
}
