//! A time zone as iCalendar explains it: every change of the clocks in the years of a calendar.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use super::text::Lines;

/// Changes of the clocks that are written at most: fifty years of two.
const MAX_CHANGES: usize = 100;

/// Writes the zone for moments between these two.
pub(super) fn write_zone(lines: &mut Lines, name: &str, zone: &TimeZone, (from, to): (DateTime, DateTime)) {
    lines.begin("VTIMEZONE");
    lines.put_text("TZID", name);
    let year = jiff::Span::new().days(366);
    let instant = |moment: DateTime| zone.to_ambiguous_timestamp(moment).compatible().ok();
    let (first, last) = (instant(from.saturating_sub(year)), instant(to.saturating_add(year)));
    if let (Some(first), Some(last)) = (first, last) {
        let info = zone.to_offset_info(first);
        let mut before = info.offset();
        onset(lines, info.dst().is_dst(), (before, before), zone.to_datetime(first));
        for change in zone
            .following(first)
            .take_while(|change| change.timestamp() <= last)
            .take(MAX_CHANGES)
        {
            let offset = change.offset();
            // What the clocks showed at the change, before it.
            onset(
                lines,
                change.dst().is_dst(),
                (before, offset),
                before.to_datetime(change.timestamp()),
            );
            before = offset;
        }
    }
    lines.end("VTIMEZONE");
}

fn onset(lines: &mut Lines, is_dst: bool, (before, after): (Offset, Offset), at: DateTime) {
    let name = if is_dst { "DAYLIGHT" } else { "STANDARD" };
    lines.begin(name);
    lines.put("DTSTART", civil(at));
    lines.put("TZOFFSETFROM", shown(before));
    lines.put("TZOFFSETTO", shown(after));
    lines.end(name);
}

/// `20261123T093000`.
pub(super) fn civil(at: DateTime) -> String {
    let (date, time) = (at.date(), at.time());
    let year = date.year().max(0);
    format!(
        "{year:04}{:02}{:02}T{:02}{:02}{:02}",
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

fn shown(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
