//! `Lever`: what a change turns, and on whom. Plain data; `edits` carries it out and holds the table of all levers.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::edits::table::{LeverFacts, Planned, TABLE};
use crate::model::Clinic;
use crate::model::clinic::Tier;
use crate::order::IntoOrdered;

/// What a change turns, and on whom. Unit and range of the value stand in [`TABLE`]; 0 always means "as today".
///
/// The order is the order in which levers edit a clinic, whatever the order of a request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Lever {
    /// Full-time equivalents hired. A hire works like the fullest contract of the discipline at the site.
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
    /// Full-time equivalents of agency staff; there at once, paid with the premium of the assumptions.
    Temp {
        /// Discipline.
        discipline: String,
        /// Site id, as for a hire.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<String>,
    },
    /// Share of a clinician's hours that falls away; 1 is a departure or full leave.
    Departure {
        /// Clinician id.
        clinician: String,
    },
    /// Hours a week added to contract and maximum.
    WeekHours {
        /// Only this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Relative change of the hours that may be worked above contract.
    OvertimeCap {
        /// Only this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Patients by which a clinician's caseload cap changes. Without a cap it starts from today's caseload.
    CaseloadCap {
        /// Clinician id.
        clinician: String,
    },
    /// Share of a discipline's people without a skill who gain it.
    Skill {
        /// Discipline.
        discipline: String,
        /// Skill that a service, an order or a group asks for.
        skill: String,
    },
    /// Share of a service's orders that moves to video, among patients and clinicians who can.
    Telehealth {
        /// Service id.
        service: String,
    },
    /// Occurrences a week added to a group.
    GroupCount {
        /// Group id.
        group: String,
    },
    /// Seats added to a group's target and maximum.
    GroupSize {
        /// Group id.
        group: String,
    },
    /// Rooms added at a site, each like the site's largest.
    Rooms {
        /// Site id.
        site: String,
    },
    /// Hours by which a site's days end later.
    OpeningHours {
        /// Site id.
        site: String,
    },
    /// Minutes added after each session.
    Buffer {
        /// Only this service; every service if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<String>,
    },
    /// Hours a week that everybody who has a supervisor meets that person.
    Supervision {
        /// Only supervised people of this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Minutes of each working day that are kept free for documentation.
    Documentation {
        /// Only this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Minutes of all clinicians together that are kept free for emergencies, added to each day's.
    Reserve,
    /// Relative change of travel minutes.
    Travel,
    /// Zones into which the area of home visits is parted; none and one are as today.
    Zones,
    /// Relative change of the hours in which requests of a tier of triage have to be seen.
    TriageHours {
        /// Tier.
        tier: Tier,
    },
    /// Relative change of the number of patients.
    Demand,
    /// Relative change of the no-show rate.
    NoShow {
        /// Only this service; every service if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<String>,
    },
    /// Claim: relative change of attendance (completed of completed, no-show and late). Capped at 100 %.
    Attendance,
    /// Relative change of pay.
    Pay {
        /// Only this discipline; everyone if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discipline: Option<String>,
    },
    /// Relative change of price per billed unit.
    Price {
        /// Only this service; every service if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service: Option<String>,
    },
    /// Share of one payer's patients who move to another payer.
    PayerMix {
        /// The payer they leave, by name in `authorizations`.
        from: String,
        /// The payer they come to; any name.
        to: String,
        /// What the new payer pays more (or less) for the same, per cent of today's price, -100 to 200.
        price_percent: i32,
    },
    /// Relative change of the number of people who leave in a year.
    Turnover,
    /// Claim: relative change of the days it takes to hire.
    TimeToFill,
    /// Claim: relative change of overtime hours for the same visits.
    OvertimeHours,
    /// Claim: share of bookable time that is delivered on top (0.04 = 4 points). It can only be filled
    /// with sessions that would otherwise stay unplaced.
    Utilization,
    /// Relative change of the hours spent on making the schedule.
    SchedulingHours,
    /// Claim: relative change of readmissions.
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
            Self::TimeToFill => "time_to_fill",
            Self::PayerMix { .. } => "payer_mix",
            Self::Skill { .. } => "skill",
            Self::TriageHours { .. } => "triage_hours",
            Self::Zones => "zones",
            Self::Reserve => "reserve",
            Self::Documentation { .. } => "documentation",
            Self::Supervision { .. } => "supervision",
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
            Self::Skill { discipline: id, skill } => {
                found.push(("discipline", "clinicians", discipline(id)));
                found.push(("skill", "services", skills(clinic).contains(&**skill)));
            }
            Self::PayerMix { from, .. } => {
                let there = clinic.authorizations.iter().any(|row| row.payer == *from);
                found.push(("from", "authorizations", there));
            }
            Self::Departure { clinician } | Self::CaseloadCap { clinician } => {
                let there = clinic.clinicians.iter().any(|row| row.id == *clinician);
                found.push(("clinician", "clinicians", there));
            }
            Self::WeekHours { discipline: Some(id) }
            | Self::OvertimeCap { discipline: Some(id) }
            | Self::Supervision { discipline: Some(id) }
            | Self::Documentation { discipline: Some(id) }
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

/// Every skill that a service, an order or a group asks for.
pub(super) fn skills(clinic: &Clinic) -> BTreeSet<&str> {
    let services = clinic.services.iter().filter_map(|row| row.skill.as_deref());
    let seconds = clinic.orders.iter().filter_map(|row| row.second_skill.as_deref());
    let leaders = clinic.groups.iter().filter_map(|row| row.co_leader_skill.as_deref());
    services.chain(seconds).chain(leaders).into_set()
}
