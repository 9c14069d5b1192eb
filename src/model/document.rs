//! `PlanDocument`: a plan as it is stored, shown and exported: ids and civil times instead of indices and minutes.

use serde::{Deserialize, Serialize};

use super::calendar::{Date, DateTime};
use super::clinic::{Appointment, Kind, Modality};
use super::plan::Plan;
use super::problem::{Assigned, Placement, Problem, Session};
use crate::error::{Error, Result};
use crate::order::{Arrange, IntoOrdered};

/// The format this build reads and writes.
pub const PLAN_FORMAT: &str = "rosterwell-plan/1";

/// A plan in the words of the clinic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlanDocument {
    /// Always [`PLAN_FORMAT`].
    pub format: String,
    /// Every session of the horizon, placed or not, in the order of the problem.
    pub sessions: Vec<PlannedSession>,
    /// SHA-256 of the plan, hex.
    pub hash: String,
}

/// One session of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlannedSession {
    /// Stable key.
    pub session: String,
    /// Kind.
    pub kind: Kind,
    /// Service id.
    pub service: String,
    /// Patient ids: the patient, or the patients with a seat.
    pub patients: Vec<String>,
    /// Length, minutes.
    pub minutes: i32,
    /// True if it stays where it is.
    pub locked: bool,
    /// Where and when; absent if not placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlannedPlace>,
}

/// Where, when and with whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlannedPlace {
    /// Start.
    pub start: DateTime,
    /// Clinician ids, one per part.
    pub clinicians: Vec<String>,
    /// Minutes after the start at which each clinician's part begins.
    pub offsets: Vec<i32>,
    /// How.
    pub modality: Modality,
    /// Room id, when in person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
}

impl PlannedPlace {
    /// A placement of a session in the words of the clinic. `None` if the problem has no calendar.
    pub fn new(problem: &Problem, session: usize, placement: &Placement) -> Option<Self> {
        Some(PlannedPlace::from_day(
            problem,
            problem.sessions.get(session)?,
            placement,
            problem.start?,
        ))
    }

    /// The same for a problem that is known to begin on this day.
    pub fn from_day(problem: &Problem, session: &Session, placement: &Placement, start: Date) -> Self {
        Self {
            start: start.at_minute(placement.start),
            clinicians: placement
                .parts
                .iter()
                .map(|part| problem.clinicians[part.clinician as usize].id.clone())
                .collect(),
            offsets: placement
                .parts
                .iter()
                .map(|part| part.start - placement.start)
                .collect(),
            modality: session.choices[placement.choice as usize].modality,
            room: placement.room.map(|room| problem.rooms[room as usize].id.clone()),
        }
    }

    /// The session at this place as a booked row of the clinic's table.
    pub fn booked(&self, problem: &Problem, session: &Session, id: &str) -> Appointment {
        let list = |values: Vec<i32>, usual: i32| match values.iter().all(|&value| value == usual) {
            true => Vec::new(),
            false => values,
        };
        let minutes = session.parts.iter().map(|part| part.minutes).collect();
        Appointment {
            order: session.order.clone(),
            patient: session
                .patient
                .map(|patient| problem.patients[patient as usize].id.clone()),
            clinicians: self.clinicians.clone(),
            room: self.room.clone(),
            part_after_min: list(self.offsets.clone(), 0),
            part_minutes: list(minutes, session.minutes),
            ..Appointment::booked(id, &session.service, self.modality, self.start, session.minutes)
        }
    }
}

impl PlanDocument {
    /// The document of a plan. `None` if the problem has no calendar (a benchmark instance).
    pub fn new(problem: &Problem, plan: &Plan) -> Option<Self> {
        let start = problem.start?;
        let mut seated: Vec<Vec<String>> = vec![Vec::new(); problem.sessions.len()];
        for (order, sessions) in problem.seat_orders.iter().zip(&plan.seats) {
            for &session in sessions {
                seated[session as usize].push(problem.patients[order.patient as usize].id.clone());
            }
        }
        let sessions = problem
            .sessions
            .iter()
            .zip(&plan.placements)
            .zip(seated)
            .map(|((session, placement), mut patients)| {
                if let Some(patient) = session.patient {
                    patients.push(problem.patients[patient as usize].id.clone());
                }
                PlannedSession {
                    session: session.key.clone(),
                    kind: session.kind,
                    service: session.service.clone(),
                    patients,
                    minutes: session.minutes,
                    locked: session.locked,
                    place: placement
                        .as_ref()
                        .map(|placement| PlannedPlace::from_day(problem, session, placement, start)),
                }
            })
            .collect();
        Some(Self {
            format: PLAN_FORMAT.into(),
            sessions,
            hash: plan.hash(),
        })
    }

    /// The plan of a document, for the problem it belongs to. Sessions are matched by key; seats by patient.
    ///
    /// # Errors
    /// A session, clinician, room or patient that the problem does not have.
    pub fn to_plan(&self, problem: &Problem) -> Result<Plan> {
        use std::collections::BTreeMap;
        let unknown = |path: String, what: &str| {
            Error::new(
                "plan.unknown_reference",
                format!("the plan names a {what} that the clinic does not have"),
            )
            .at(path)
        };
        let Some(start) = problem.start else {
            return Err(Error::new("plan.no_calendar", "this problem has no calendar dates"));
        };
        let session_idx: BTreeMap<&str, usize> = problem
            .sessions
            .iter()
            .enumerate()
            .map(|(idx, session)| (session.key.as_str(), idx))
            .into_map();
        let clinician_idx: BTreeMap<&str, usize> = problem
            .clinicians
            .iter()
            .enumerate()
            .map(|(idx, clinician)| (clinician.id.as_str(), idx))
            .into_map();
        let room_idx: BTreeMap<&str, usize> = problem
            .rooms
            .iter()
            .enumerate()
            .map(|(idx, room)| (room.id.as_str(), idx))
            .into_map();
        let mut plan = Plan::empty(problem);
        for (row, planned) in self.sessions.iter().enumerate() {
            let path = |field: &str| format!("sessions[{row}].{field}");
            let &idx = session_idx
                .get(planned.session.as_str())
                .ok_or_else(|| unknown(path("session"), "session"))?;
            let Some(place) = &planned.place else { continue };
            let session = &problem.sessions[idx];
            let begin = place.start.minutes_since(start);
            let room = match &place.room {
                None => None,
                Some(id) => Some(
                    *room_idx
                        .get(id.as_str())
                        .ok_or_else(|| unknown(path("place.room"), "room"))? as u32,
                ),
            };
            // Two ways may share a modality (two sites): the one that allows the room is meant.
            let class = room
                .and_then(|room| problem.rooms.get(room as usize))
                .map(|room| room.class);
            let ways = || {
                let all = session.choices.iter().enumerate();
                all.filter(|(_, choice)| choice.modality == place.modality)
            };
            let (choice, _) = ways()
                .find(|(_, choice)| class.is_some_and(|class| choice.room_classes.contains(&class)))
                .or_else(|| ways().next())
                .ok_or_else(|| unknown(path("place.modality"), "modality"))?;
            let mut parts = Vec::with_capacity(place.clinicians.len());
            for (part, id) in place.clinicians.iter().enumerate() {
                let &clinician = clinician_idx
                    .get(id.as_str())
                    .ok_or_else(|| unknown(path("place.clinicians"), "clinician"))?;
                let offset = place.offsets.get(part).copied().unwrap_or(0);
                parts.push(Assigned {
                    clinician: clinician as u32,
                    start: begin.saturating_add(offset),
                });
            }
            plan.placements[idx] = Some(Placement {
                start: begin,
                choice: choice as u8,
                room,
                parts,
            });
            if session.seats.is_some() {
                for patient in &planned.patients {
                    // Of several orders that name the group, the first that still wants a seat is meant.
                    let names = |&seat_order: &usize| {
                        let order = &problem.seat_orders[seat_order];
                        problem.patients[order.patient as usize].id == *patient && order.options.contains(&(idx as u32))
                    };
                    let wants = |&seat_order: &usize| {
                        let wanted = problem.seat_orders[seat_order].count;
                        names(&seat_order) && (plan.seats[seat_order].len() as i64) < i64::from(wanted)
                    };
                    let mut orders = 0..problem.seat_orders.len();
                    let seat_order = orders.clone().find(wants).or_else(|| orders.find(names));
                    let seat_order = seat_order.ok_or_else(|| unknown(path("patients"), "patient for this group"))?;
                    plan.seats[seat_order].push(idx as u32);
                }
            }
        }
        for seats in &mut plan.seats {
            seats.arrange();
        }
        Ok(plan)
    }
}
