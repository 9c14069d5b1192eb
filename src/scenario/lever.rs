//! `Lever`: what a change turns, and on whom. Plain data; `edits` carries it out and holds the table of all levers.

use serde::{Deserialize, Serialize};

use super::edits::table::{LeverFacts, Planned, TABLE};
use crate::model::Clinic;

/// What a change turns, and on whom. Unit and range of the value stand in [`TABLE`]; 0 always means "as today".
///
/// The order is the order in which levers edit a clinic, whatever the order of a request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Lever {
    /// Full-time equivalents hired, 0 to 50. A hire works like the fullest contract of the discipline at the site.
    Hire {
        /// Discipline of the new people.
        discipline: String,
        /// Site id; the site with most people of the discipline if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<String>,
        /// Days from the start month until the person is there; the rule pack's 83 days [EMP] if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead_days: Option<i32>,
    },
    /// Full-time equivalents of agency staff, 0 to 50; there at once, paid with the premium of the assumptions.
    Temp {
        /// Discipline.
        discipline: String,
        /// Site id, as for a hire.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<String>,
    },
    /// Share of a clinician's hours that falls away, 0 to 1; 1 is a departure or full leave.
    Departure {
        /// Clinician id.
        clinician: String,
    },
    /// Hours a week added to contract and maximum, -40 to 40.
    WeekHours {
        /// Only this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Relative change of the hours that may be worked above contract, -1 (none) to 2.
    OvertimeCap {
        /// Only this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Patients by which a clinician's caseload cap changes, -200 to 200. Without a cap it starts from today's caseload.
    CaseloadCap {
        /// Clinician id.
        clinician: String,
    },
    /// Share of a service's orders that moves to video, 0 to 1, among patients and clinicians who can.
    Telehealth {
        /// Service id.
        service: String,
    },
    /// Occurrences a week added to a group, -20 to 20.
    GroupCount {
        /// Group id.
        group: String,
    },
    /// Seats added to a group's target and maximum, -20 to 20.
    GroupSize {
        /// Group id.
        group: String,
    },
    /// Rooms added at a site, each like the site's largest, 0 to 50.
    Rooms {
        /// Site id.
        site: String,
    },
    /// Hours by which a site's days end later, -12 to 12.
    OpeningHours {
        /// Site id.
        site: String,
    },
    /// Minutes added after each session, -60 to 60.
    Buffer {
        /// Only this service; every service if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<String>,
    },
    /// Relative change of travel minutes, -0.9 to 2.
    Travel,
    /// Relative change of the number of patients, -0.9 to 1.5.
    Demand,
    /// Relative change of the no-show rate, -1 to 3.
    NoShow {
        /// Only this service; every service if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<String>,
    },
    /// Claim: relative change of attendance (completed of completed, no-show and late), -0.9 to 2. Capped at 100 %.
    Attendance,
    /// Relative change of pay, -0.5 to 1.
    Pay {
        /// Only this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Relative change of price per billed unit, -1 to 2.
    Price {
        /// Only this service; every service if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<String>,
    },
    /// Relative change of the number of people who leave in a year, -1 to 3.
    Turnover,
    /// Claim: relative change of overtime hours for the same visits, -1 to 1.
    OvertimeHours,
    /// Claim: share of bookable time that is delivered on top, 0 to 0.5 (0.04 = 4 points). It can only be filled
    /// with sessions that would otherwise stay unplaced.
    Utilization,
    /// Relative change of the hours spent on making the schedule, -1 to 1.
    SchedulingHours,
    /// Claim: relative change of readmissions, -1 to 1.
    Readmission,
}

impl Lever {
    /// Name in requests, and row of the table.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Hire { .. } => "hire",
            Self::Temp { .. } => "temp",
            Self::Departure { .. } => "departure",
            Self::WeekHours { .. } => "week_hours",
            Self::OvertimeCap { .. } => "overtime_cap",
            Self::CaseloadCap { .. } => "caseload_cap",
            Self::Telehealth { .. } => "telehealth",
            Self::GroupCount { .. } => "group_count",
            Self::GroupSize { .. } => "group_size",
            Self::Rooms { .. } => "rooms",
            Self::OpeningHours { .. } => "opening_hours",
            Self::Buffer { .. } => "buffer",
            Self::Travel => "travel",
            Self::Demand => "demand",
            Self::NoShow { .. } => "no_show",
            Self::Attendance => "attendance",
            Self::Pay { .. } => "pay",
            Self::Price { .. } => "price",
            Self::Turnover => "turnover",
            Self::OvertimeHours => "overtime_hours",
            Self::Utilization => "utilization",
            Self::SchedulingHours => "scheduling_hours",
            Self::Readmission => "readmission",
        }
    }

    /// Its row of the table.
    pub fn facts(&self) -> &'static LeverFacts {
        let id = self.id();
        // A test holds that every lever has its row.
        TABLE.iter().find(|row| row.id == id).unwrap_or(&TABLE[0])
    }

    /// Least and greatest value that is accepted.
    pub fn range(&self) -> (f64, f64) {
        let facts = self.facts();
        (facts.least, facts.most)
    }

    /// True if the weeks have to be planned anew under this change.
    pub fn replans(&self) -> bool {
        self.facts().planned == Planned::Anew
    }

    /// True if it states a result that no plan of ours confirms.
    pub fn is_claim(&self) -> bool {
        self.facts().claim
    }

    /// Name that seeds the lever's own random stream, the same whatever else is in the scenario.
    pub fn key(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The row this lever refers to, as (field, table, is there).
    pub(super) fn reference(&self, clinic: &Clinic) -> Vec<(&'static str, &'static str, bool)> {
        let discipline = |id: &String| clinic.clinicians.iter().any(|row| row.discipline == *id);
        let site = |id: &String| clinic.sites.iter().any(|row| row.id == *id);
        let service = |id: &String| clinic.services.iter().any(|row| row.id == *id);
        let mut found = Vec::new();
        match self {
            Self::Hire {
                discipline: id,
                site: at,
                ..
            }
            | Self::Temp {
                discipline: id,
                site: at,
            } => {
                found.push(("discipline", "clinicians", discipline(id)));
                found.extend(at.iter().map(|id| ("site", "sites", site(id))));
            }
            Self::Departure { clinician } | Self::CaseloadCap { clinician } => {
                let there = clinic.clinicians.iter().any(|row| row.id == *clinician);
                found.push(("clinician", "clinicians", there));
            }
            Self::WeekHours { discipline: Some(id) }
            | Self::OvertimeCap { discipline: Some(id) }
            | Self::Pay { discipline: Some(id) } => found.push(("discipline", "clinicians", discipline(id))),
            Self::Telehealth { service: id }
            | Self::Buffer { service: Some(id) }
            | Self::NoShow { service: Some(id) }
            | Self::Price { service: Some(id) } => found.push(("service", "services", service(id))),
            Self::GroupCount { group } | Self::GroupSize { group } => {
                let there = clinic.groups.iter().any(|row| row.id == *group);
                found.push(("group", "groups", there));
            }
            Self::Rooms { site: id } | Self::OpeningHours { site: id } => found.push(("site", "sites", site(id))),
            _ => {}
        }
        found
    }
}
