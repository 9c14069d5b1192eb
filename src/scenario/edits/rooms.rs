//! Levers about where care is given: rooms, and the hours of a site.

use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, WeekHours, Weekday};
use crate::model::clinic::{Kind, Room};

pub(super) fn add_rooms(clinic: &mut Clinic, site: &str, count: i32) {
    let at_site = clinic.rooms.iter().filter(|row| row.site == site);
    let Some(model) = at_site.max_by(|a, b| (a.seats, &b.id).cmp(&(b.seats, &a.id))).cloned() else {
        return;
    };
    for number in 1..=count.max(0) {
        let id = (number..)
            .map(|number| format!("new-{site}-{number}"))
            .find(|id| clinic.rooms.iter().all(|row| row.id != *id))
            .unwrap_or_default();
        clinic.rooms.push(Room {
            id,
            name: format!("New room {number}"),
            ..model.clone()
        });
    }
}

/// Fewest minutes that a day keeps which is open today. Our choice.
const FEWEST_MIN: i32 = 60;

/// Lets a site close later (or earlier), never before the longest session could take place, or an hour has passed. Rooms
/// and people who stay until closing time move with it; who would begin too late comes earlier.
pub(super) fn close_later(clinic: &mut Clinic, site: &str, minutes: i32) {
    let Some(old) = clinic
        .sites
        .iter()
        .find(|row| row.id == site)
        .map(|row| row.hours.clone())
    else {
        return;
    };
    let lengths = clinic.services.iter().filter(|row| row.kind != Kind::Shift);
    let longest = lengths.map(|row| row.before_min + row.minutes + row.after_min).max();
    let fewest = longest.unwrap_or(0).clamp(FEWEST_MIN, DAY_MIN);
    let later = |hours: &WeekHours| later(hours, &old, minutes, fewest);
    for row in clinic.sites.iter_mut().filter(|row| row.id == site) {
        row.hours = later(&row.hours);
    }
    for row in clinic.rooms.iter_mut().filter(|row| row.site == site) {
        row.hours = row.hours.as_ref().map(later);
    }
    for row in clinic.clinicians.iter_mut().filter(|row| row.site == site) {
        row.hours = later(&row.hours);
    }
}

/// `hours` of something at a site with `opening` hours that closes `minutes` later: windows that reach closing time move
/// with it, none passes it, and a day that has hours keeps `fewest` minutes.
fn later(hours: &WeekHours, opening: &WeekHours, minutes: i32, fewest: i32) -> WeekHours {
    let mut windows = Vec::new();
    for day in Weekday::ALL {
        let of_day: Vec<(i32, i32)> = hours.on(day).collect();
        let opens = opening.on(day).map(|window| window.0).min();
        let closes = opening.on(day).map(|window| window.1).max();
        let (Some(opens), Some(closes)) = (opens, closes) else {
            // A day on which the site is closed: what lies on it does not follow the site.
            windows.extend(of_day.into_iter().map(|(from, to)| (day, from, to)));
            continue;
        };
        let until = (closes + minutes).clamp((opens + fewest).min(closes), DAY_MIN);
        let ends = |to: i32| match minutes {
            _ if to >= closes => until,
            ..0 => to.min(until),
            _ => to,
        };
        let mut kept: Vec<(i32, i32)> = of_day.iter().map(|&(from, to)| (from, ends(to))).collect();
        kept.retain(|(from, to)| from < to);
        if kept.is_empty() && !of_day.is_empty() {
            kept.push(((until - fewest).max(opens), until));
        }
        windows.extend(kept.into_iter().map(|(from, to)| (day, from, to)));
    }
    WeekHours::new(windows).unwrap_or_default()
}
