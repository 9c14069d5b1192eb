//! Violations in words: one clear sentence each, made of ids and numbers only.

use super::{Resource, Rule, Violation};
use crate::model::problem::Problem;

/// What is wrong, in lower case and without a final stop. Ids stand in backticks; names are left to whoever shows it.
pub fn describe(problem: &Problem, violation: &Violation) -> String {
    let amount = violation.amount;
    let who = resource(problem, violation.resource);
    let sessions = sessions(problem, &violation.sessions);
    let minutes = count(amount, "minute");
    match violation.rule {
        Rule::Malformed if violation.sessions.is_empty() => {
            format!(
                "the plan does not fit the clinic: {} too many or too few",
                count(amount, "entry")
            )
        }
        Rule::Malformed => format!("{sessions} names a way, room or clinician that the clinic does not have"),
        Rule::SessionWindow => format!("{sessions} lies {minutes} outside the times at which it may take place"),
        Rule::Grid => format!("{sessions} starts {minutes} after a start time of the planning grid"),
        Rule::NotEligible => format!("{who} may not give {sessions} on that day in that way"),
        Rule::SameClinician => format!("{who} has two parts of {sessions}"),
        Rule::PartOffset => format!("{who} starts {minutes} too early or too late in {sessions}"),
        Rule::ClinicianHours => format!("{sessions} takes {who} {minutes} outside working hours"),
        Rule::ClinicianOverlap => format!("{who} lacks {minutes} between {sessions}"),
        Rule::PatientOverlap => format!("{who} is in {sessions} at the same time for {minutes}"),
        Rule::PatientHours => format!("{who} has a seat in {sessions} {minutes} outside the times that suit"),
        Rule::WrongRoom if violation.resource.is_none() => format!("{sessions} has no room"),
        Rule::WrongRoom => format!("{sessions} cannot take place in {who}"),
        Rule::RoomHours => format!("{sessions} is in {who} {minutes} outside its hours"),
        Rule::RoomOverlap => format!("{sessions} are in {who} at the same time for {minutes}"),
        Rule::Equipment if violation.sessions.len() == 1 => {
            format!("{sessions} takes {who} outside its hours or where there is none, by {amount}")
        }
        Rule::Equipment => format!("{sessions} together take {amount} more of {who} than there is"),
        Rule::GroupSeats => format!("{sessions} has {} too many", count(amount, "patient")),
        Rule::SeatNotOffered if violation.sessions.len() == 1 && amount == 0 => {
            format!("{who} has a seat in {sessions} that was not asked for, is there twice, or does not take place")
        }
        Rule::SeatNotOffered => format!("{who} has {} more than asked for: {sessions}", count(amount, "seat")),
        Rule::GroupPair => format!("{sessions} breaks a rule about who sits together or apart, for {who}"),
        Rule::Spacing => format!("{sessions} are {} too close together", count(amount, "day")),
        Rule::Order => format!("{sessions} are in the wrong order, by {minutes}"),
        Rule::Authorization => format!(
            "{sessions} is not authorized by {who}: {} missing",
            count(amount, "unit")
        ),
        Rule::DayLimit => format!("{who} works {minutes} too long in one day"),
        Rule::WeekLimit => format!("{who} works {minutes} too long in one week"),
        Rule::Rest => format!("{who} lacks {minutes} of rest between {sessions}"),
        Rule::DaysInRow => format!("{who} works {} too many in a row", count(amount, "day")),
        Rule::PointsCap => format!("{who} has {}.{} points too many", amount / 10, amount % 10),
        Rule::CaseloadCap => format!("{who} has {} too many", count(amount, "patient")),
        Rule::LockMoved => format!("{sessions} is locked and not where it was published"),
    }
}

fn count(amount: i32, unit: &str) -> String {
    match (amount, unit) {
        (1, _) => format!("1 {unit}"),
        (_, "entry") => format!("{amount} entries"),
        _ => format!("{amount} {unit}s"),
    }
}

fn resource(problem: &Problem, resource: Option<Resource>) -> String {
    let (kind, id) = match resource {
        None => return "the plan".into(),
        Some(Resource::Clinician(idx)) => ("clinician", problem.clinicians.get(idx as usize).map(|row| &row.id)),
        Some(Resource::Patient(idx)) => ("patient", problem.patients.get(idx as usize).map(|row| &row.id)),
        Some(Resource::Room(idx)) => ("room", problem.rooms.get(idx as usize).map(|row| &row.id)),
        Some(Resource::Equipment(idx)) => ("equipment", problem.equipment.get(idx as usize).map(|row| &row.name)),
        Some(Resource::Budget(idx)) => ("authorization", problem.budgets.get(idx as usize).map(|row| &row.id)),
    };
    format!("{kind} `{}`", id.map_or("", String::as_str))
}

/// Up to three keys, then how many more.
fn sessions(problem: &Problem, sessions: &[u32]) -> String {
    let key = |&idx: &u32| {
        let session = problem.sessions.get(idx as usize);
        format!("`{}`", session.map_or("", |session| &session.key))
    };
    let named: Vec<String> = sessions.iter().take(3).map(key).collect();
    match (named.as_slice(), sessions.len()) {
        ([], _) => "the plan".into(),
        ([first @ .., last], count) if count <= 3 && !first.is_empty() => format!("{} and {last}", first.join(", ")),
        (all, count) if count > 3 => format!("{} and {} more", all.join(", "), count - 3),
        (all, _) => all.join(", "),
    }
}
