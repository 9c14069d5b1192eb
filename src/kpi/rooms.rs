//! Rooms and seats.

use super::event::Event;
use super::outcome::{Computed, Outcome, none};
use super::span::{self, Span};
use super::value::IndicatorUnit;
use super::view::View;
use crate::model::clinic::{Absentee, Kind, Room};

/// When a room can be used in the period: hours of site and room, without closures.
pub(super) fn open(view: &View, room: &Room) -> Vec<Span> {
    let Some(site) = view.clinic.sites.iter().find(|site| site.id == room.site) else {
        return Vec::new();
    };
    let mut spans = view.hours_in(&site.hours, view.period);
    if let Some(hours) = &room.hours {
        spans = span::common(&spans, &view.hours_in(hours, view.period));
    }
    let mut closed = view.absences(Absentee::Room, &room.id);
    closed.extend(view.absences(Absentee::Site, &room.site));
    span::without(&spans, &span::union(closed))
}

/// The union of the minutes in which these sessions occupy a room.
pub(super) fn occupied<'v>(events: impl Iterator<Item = &'v Event<'v>>, room: &str) -> Vec<Span> {
    let here = events.filter(|event| event.room == Some(room));
    span::union(here.map(|event| (event.start, event.end())).collect())
}

/// K16.
pub(super) fn utilization(view: &View) -> Computed {
    let (mut open_min, mut used_min, mut kept_min) = (0, 0, 0);
    let done: Vec<&Event> = view.sessions().filter(|event| view.is_done(event.class)).collect();
    let kept: Vec<&Event> = view.sessions().filter(|event| event.class.is_booked()).collect();
    for room in &view.clinic.rooms {
        let open = open(view, room);
        let within = |events: &[&Event]| {
            let used = span::union(
                events
                    .iter()
                    .filter(|event| event.room == Some(room.id.as_str()))
                    .map(|event| (event.start, event.end()))
                    .collect(),
            );
            span::minutes(&span::common(&used, &open))
        };
        open_min += span::minutes(&open);
        used_min += within(&done);
        kept_min += within(&kept);
    }
    if open_min == 0 {
        return Err(none("no room is open in the period", "rooms with opening hours"));
    }
    let roomed: Vec<&Event> = done.iter().copied().filter(|event| event.room.is_some()).collect();
    let (people, seats) = roomed.iter().fold((0, 0), |(people, seats), event| {
        let room = event.room.and_then(|id| view.index.rooms.get(id));
        let here = event.seats.iter().filter(|seat| view.is_done(seat.class)).count();
        (people + here, seats + room.map_or(0, |room| room.seats.max(0)))
    });
    let outcome = Outcome::ratio(
        used_min as f64,
        open_min as f64,
        view.clinic.rooms.len(),
        "open room time",
    )?
    .share("seat fill while occupied", people as f64, f64::from(seats))
    .over(view.session_table(), roomed.iter().map(|event| event.id.into()))
    .under("rooms", view.index.rooms.keys().map(|id| (*id).into()));
    Ok(match view.is_history() {
        true => outcome.share("kept for bookings", kept_min as f64, open_min as f64),
        false => outcome,
    })
}

/// K37.
pub(super) fn group_fill(view: &View) -> Computed {
    let (mut attendees, mut seats, mut small, mut unknown) = (0, 0, Vec::new(), 0);
    let mut counted = Vec::new();
    for event in view.visits().filter(|event| event.service.kind == Kind::Group) {
        let Some((least, most)) = event.capacity else {
            unknown += 1;
            continue;
        };
        let here = event.seats.iter().filter(|seat| view.is_done(seat.class)).count() as i32;
        attendees += here;
        seats += most.max(0);
        counted.push(event.id.to_string());
        if here < least {
            small.push(event.id.to_string());
        }
    }
    Ok(Outcome::ratio(
        f64::from(attendees),
        f64::from(seats),
        counted.len(),
        "seats in group sessions",
    )?
    .figure("group sessions", IndicatorUnit::Number, counted.len() as f64)
    .figure(
        "sessions below their minimum",
        IndicatorUnit::Number,
        small.len() as f64,
    )
    .left_out("group session without a group in the tables", unknown)
    .under(view.session_table(), counted))
}
