//! `amend`: small changes to the open clinic by action, as `explain`, `repair` and `day_check` offer them.

mod groups;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::open::{EmptyRequest, OpenReply, validate};
use crate::error::{Error, Result};
use crate::model::Clinic;
use crate::model::calendar::{DAY_MIN, Date, DateTime, WeekHours};
use crate::model::clinic::{
    Absence, Appointment, Authorization, Consent, Decision, Freedom, Group, License, LoadCap, Order, PairRule, Patient,
    Reserve, TriageRule, Unit,
};
use crate::model::document::PlannedPlace;
use crate::model::rules::RuleOverride;

/// A limit of one clinician.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Worked minutes of a day.
    DayMinutes,
    /// Worked minutes of a week.
    WeekMinutes,
    /// Tenths of points of a week.
    WeekPoints,
    /// Patients in care.
    Caseload,
}

/// One thing that can be done. All but `move_session`, `cancel_session` and `take_seat`, which concern a plan, can
/// be given to `amend`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// In the plan: this session goes there.
    MoveSession {
        /// Session key.
        session: String,
        /// Where.
        place: PlannedPlace,
    },
    /// In the plan: this session is left out.
    CancelSession {
        /// Session key.
        session: String,
    },
    /// In the plan: this patient gets a seat in this group session.
    TakeSeat {
        /// Session key.
        session: String,
        /// Patient id.
        patient: String,
    },
    /// A clinician works at this time too, on that weekday.
    ClinicianHours {
        /// Clinician id.
        clinician: String,
        /// First minute.
        from: DateTime,
        /// First minute after.
        until: DateTime,
    },
    /// A room, and its site, is open at this time too, on that weekday.
    RoomHours {
        /// Room id.
        room: String,
        /// First minute.
        from: DateTime,
        /// First minute after.
        until: DateTime,
    },
    /// A patient can come at this time too, on that weekday, also for this order; so can the family, where it must.
    PatientHours {
        /// Patient id.
        patient: String,
        /// Order id, if it has hours of its own.
        order: Option<String>,
        /// First minute.
        from: DateTime,
        /// First minute after.
        until: DateTime,
    },
    /// One more room like this one.
    AddRoom {
        /// Room id.
        like: String,
    },
    /// More pieces of equipment.
    AddEquipment {
        /// Name or id.
        equipment: String,
        /// How many more.
        pieces: i32,
    },
    /// The payer grants more.
    RenewAuthorization {
        /// Its id; a new one is entered if there is none.
        authorization: Option<String>,
        /// Patient id.
        patient: String,
        /// Service id that it must cover.
        service: String,
        /// Units more.
        units: i32,
        /// A day that it must cover.
        day: Date,
    },
    /// A license that holds on this day too.
    RenewLicense {
        /// Clinician id.
        clinician: String,
        /// The skill it stands for.
        skill: String,
        /// A day on which it must hold.
        day: Date,
    },
    /// A limit of a clinician is raised.
    RaiseLimit {
        /// Clinician id.
        clinician: String,
        /// Which limit.
        limit: Limit,
        /// By how much, in the limit's unit.
        by: i32,
    },
    /// A group takes more patients.
    GroupSeats {
        /// Group id.
        group: String,
        /// Seats more.
        more: i32,
    },
    /// Sessions of an order may be closer together.
    Spacing {
        /// Order id.
        order: String,
        /// Days from one to the next at least.
        min_days: i32,
    },
    /// An order need no longer come after another one.
    DropOrder {
        /// Order id.
        order: String,
    },
    /// A rule of the clinic has another value.
    Rule {
        /// Rule id.
        rule: String,
        /// The value, in the rule's unit.
        value: f64,
        /// Why.
        reason: String,
    },
    /// A booked session may move.
    Unlock {
        /// Session key.
        session: String,
        /// Where it stands: clinician ids.
        clinicians: Vec<String>,
        /// When it begins.
        start: DateTime,
    },
    /// Somebody is away, something is closed.
    AddAbsence {
        /// The row.
        absence: Absence,
    },
    /// A new patient.
    AddPatient {
        /// The row.
        patient: Box<Patient>,
    },
    /// Something a patient must receive.
    AddOrder {
        /// The row.
        order: Box<Order>,
    },
    /// What a payer has granted.
    AddAuthorization {
        /// The row.
        authorization: Authorization,
    },
    /// A session that is booked.
    AddAppointment {
        /// The row.
        appointment: Box<Appointment>,
    },
    /// Triage or acuity is accepted.
    AddDecision {
        /// The row.
        decision: Box<Decision>,
    },
    /// A decision is taken back; the row stays, with the moment `as_of`.
    WithdrawDecision {
        /// Its id.
        decision: String,
    },
    /// A rule of triage or acuity, in place of the one of the same id.
    SetTriageRule {
        /// The row.
        rule: Box<TriageRule>,
    },
    /// A clinician's work is capped for some time.
    AddLoadCap {
        /// The row.
        cap: LoadCap,
    },
    /// What is kept free on these weekdays, in place of what was; other weekdays stay.
    SetReserves {
        /// One row a weekday.
        reserves: Vec<Reserve>,
    },
    /// A weekly group, in place of the one of the same id or as a new one.
    SetGroup {
        /// The row.
        group: Group,
    },
    /// The groups among which an order's seats are taken; any of its service at the patient's site if none is named.
    /// Booked seats to come in other groups of the service are given up.
    SetOrderGroups {
        /// Order id.
        order: String,
        /// Group ids.
        groups: Vec<String>,
    },
    /// What holds between two patients in groups, in place of what did.
    SetPair {
        /// Patient id.
        patient_a: String,
        /// Patient id.
        patient_b: String,
        /// Together, apart, or no rule any more.
        rule: Option<PairRule>,
    },
    /// A consent is taken back: nothing more is told on it.
    RevokeConsent {
        /// Consent id.
        consent: String,
        /// When.
        at: DateTime,
    },
}

/// Request of `amend`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AmendRequest {
    /// What is done, in this order; all of it or nothing.
    pub actions: Vec<Action>,
}

/// Changes the open clinic.
///
/// # Errors
/// `desk.empty`; `amend.wrong_action`: actions that cannot be done, all in one message, and nothing has changed.
pub fn amend(desk: &mut Desk, request: AmendRequest) -> Result<OpenReply> {
    let mut clinic = desk.clinic()?.clone();
    let mut causes = Vec::new();
    for (row, action) in request.actions.iter().enumerate() {
        if let Err(cause) = apply(&mut clinic, action) {
            causes.push(format!("actions[{row}]: {cause}"));
        }
    }
    if !causes.is_empty() {
        return Err(Error::new("amend.wrong_action", causes.join("; ")).at("actions"));
    }
    desk.open(clinic);
    validate(desk, EmptyRequest {})
}

type Applied = std::result::Result<(), String>;

/// Does one thing to a clinic.
///
/// # Errors
/// Why it cannot be done; the clinic is then as it was.
pub(super) fn apply(clinic: &mut Clinic, action: &Action) -> Applied {
    match action {
        Action::MoveSession { .. } | Action::CancelSession { .. } | Action::TakeSeat { .. } => {
            Err("this changes a plan, not the clinic: change the plan with it".into())
        }
        Action::ClinicianHours { clinician, from, until } => {
            let row = find(&mut clinic.clinicians, "clinician", |row| row.id == *clinician)?;
            extend(&mut row.hours, *from, *until)
        }
        Action::RoomHours { room, from, until } => room_hours(clinic, room, *from, *until),
        Action::PatientHours {
            patient,
            order,
            from,
            until,
        } => patient_hours(clinic, patient, order.as_deref(), *from, *until),
        Action::AddRoom { like } => {
            let mut row = find(&mut clinic.rooms, "room", |row| row.id == *like)?.clone();
            row.id = free_id(like, |id| clinic.rooms.iter().any(|room| room.id == id));
            clinic.rooms.push(row);
            Ok(())
        }
        Action::AddEquipment { equipment, pieces } => {
            let named = |row: &crate::model::clinic::Equipment| row.id == *equipment || row.name == *equipment;
            let row = find(&mut clinic.equipment, "equipment", named)?;
            row.count = row.count.saturating_add(positive(*pieces)?);
            Ok(())
        }
        Action::RenewAuthorization {
            authorization,
            patient,
            service,
            units,
            day,
        } => renew(clinic, authorization.as_deref(), (patient, service), *units, *day),
        Action::RenewLicense { clinician, skill, day } => {
            find(&mut clinic.clinicians, "clinician", |row| row.id == *clinician)?;
            clinic.licenses.push(License {
                clinician: clinician.clone(),
                skill: skill.clone(),
                from: Some(*day),
                until: None,
            });
            Ok(())
        }
        Action::RaiseLimit { clinician, limit, by } => raise(clinic, clinician, *limit, *by),
        Action::GroupSeats { group, more } => {
            let row = find(&mut clinic.groups, "group", |row| row.id == *group)?;
            row.max = row.max.saturating_add(positive(*more)?);
            Ok(())
        }
        Action::Spacing { order, min_days } => {
            find(&mut clinic.orders, "order", |row| row.id == *order)?.min_days_between = (*min_days).max(0);
            Ok(())
        }
        Action::DropOrder { order } => {
            find(&mut clinic.orders, "order", |row| row.id == *order)?.after = None;
            Ok(())
        }
        Action::Rule { rule, value, reason } => {
            clinic.rules.retain(|known| known.rule != *rule);
            clinic.rules.push(RuleOverride {
                rule: rule.clone(),
                value: *value,
                reason: reason.clone(),
            });
            Ok(())
        }
        Action::Unlock { clinicians, start, .. } => {
            let same = |row: &Appointment| row.start == *start && row.clinicians == *clinicians;
            find(&mut clinic.appointments, "appointment", same)?.freedom = Freedom::Movable;
            Ok(())
        }
        Action::AddAbsence { absence } => {
            clinic.absences.push(absence.clone());
            Ok(())
        }
        Action::AddPatient { patient } => add(&mut clinic.patients, (**patient).clone(), "patient", |row| &row.id),
        Action::AddOrder { order } => add(&mut clinic.orders, (**order).clone(), "order", |row| &row.id),
        Action::AddAuthorization { authorization } => add(
            &mut clinic.authorizations,
            authorization.clone(),
            "authorization",
            |row| &row.id,
        ),
        Action::AddAppointment { appointment } => add(
            &mut clinic.appointments,
            (**appointment).clone(),
            "appointment",
            |row| &row.id,
        ),
        Action::AddDecision { decision } => add(&mut clinic.decisions, (**decision).clone(), "decision", |row| &row.id),
        Action::WithdrawDecision { decision } => {
            let now = clinic.settings.as_of;
            let holds = |row: &Decision| row.id == *decision && row.withdrawn.is_none();
            find(&mut clinic.decisions, "decision in force", holds)?.withdrawn = Some(now);
            Ok(())
        }
        Action::SetTriageRule { rule } => {
            clinic.triage_rules.retain(|known| known.id != rule.id);
            clinic.triage_rules.push((**rule).clone());
            Ok(())
        }
        Action::AddLoadCap { cap } => {
            clinic.load_caps.push(cap.clone());
            Ok(())
        }
        Action::SetReserves { reserves } => {
            clinic
                .reserves
                .retain(|known| reserves.iter().all(|row| row.weekday != known.weekday));
            clinic.reserves.extend(reserves.iter().cloned());
            Ok(())
        }
        Action::SetGroup { group } => groups::set_group(clinic, group),
        Action::SetOrderGroups { order, groups } => groups::set_order_groups(clinic, order, groups),
        Action::SetPair {
            patient_a,
            patient_b,
            rule,
        } => groups::set_pair(clinic, (patient_a, patient_b), *rule),
        Action::RevokeConsent { consent, at } => {
            let holds = |row: &Consent| row.id == *consent && row.revoked.is_none();
            find(&mut clinic.consents, "consent that is not revoked", holds)?.revoked = Some(*at);
            Ok(())
        }
    }
}

fn find<'a, R>(rows: &'a mut [R], what: &str, is_it: impl Fn(&R) -> bool) -> std::result::Result<&'a mut R, String> {
    rows.iter_mut()
        .find(|row| is_it(row))
        .ok_or_else(|| format!("the clinic has no such {what}"))
}

fn add<R>(rows: &mut Vec<R>, row: R, what: &str, id: impl Fn(&R) -> &String) -> Applied {
    if rows.iter().any(|known| id(known) == id(&row)) {
        return Err(format!("the clinic has a {what} of that id"));
    }
    rows.push(row);
    Ok(())
}

/// The id with the first number behind it that is not taken.
pub(super) fn free_id(like: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| format!("{like}-{number}"));
    numbered.into_iter().find(|id| !is_taken(id)).unwrap_or_default()
}

fn positive(number: i32) -> std::result::Result<i32, String> {
    if number > 0 {
        Ok(number)
    } else {
        Err("expected a number above 0".into())
    }
}

/// Adds a time, within one day, to weekly hours.
fn extend(hours: &mut WeekHours, from: DateTime, until: DateTime) -> Applied {
    let day = from.date();
    let (from, to) = (from.minute_of_day(), until.minutes_since(day));
    let mut windows = hours.windows().to_vec();
    windows.push((day.weekday(), from, to.min(DAY_MIN)));
    if to > DAY_MIN {
        windows.push((day.plus_days(1).weekday(), 0, to - DAY_MIN));
    }
    *hours = WeekHours::new(windows)?;
    Ok(())
}

fn room_hours(clinic: &mut Clinic, room: &str, from: DateTime, until: DateTime) -> Applied {
    let row = find(&mut clinic.rooms, "room", |row| row.id == room)?;
    if let Some(hours) = &mut row.hours {
        extend(hours, from, until)?;
    }
    let site = row.site.clone();
    let row = find(&mut clinic.sites, "site", |row| row.id == site)?;
    extend(&mut row.hours, from, until)
}

fn patient_hours(clinic: &mut Clinic, patient: &str, order: Option<&str>, from: DateTime, until: DateTime) -> Applied {
    let row = find(&mut clinic.patients, "patient", |row| row.id == patient)?;
    extend(&mut row.hours, from, until)?;
    if let Some(order) = order {
        let row = find(&mut clinic.orders, "order", |row| row.id == order)?;
        if let Some(hours) = &mut row.hours {
            extend(hours, from, until)?;
        }
    }
    let family = clinic.contacts.iter_mut();
    for contact in family.filter(|contact| contact.required && contact.patient == patient) {
        extend(&mut contact.hours, from, until)?;
    }
    Ok(())
}

fn renew(clinic: &mut Clinic, id: Option<&str>, (patient, service): (&str, &str), units: i32, day: Date) -> Applied {
    if let Some(id) = id {
        let row = find(&mut clinic.authorizations, "authorization", |row| row.id == id)?;
        row.units = row.units.saturating_add(units.max(0));
        (row.from, row.until) = (row.from.min(day), row.until.max(day));
        return Ok(());
    }
    find(&mut clinic.patients, "patient", |row| row.id == patient)?;
    let id = free_id(&format!("authorization-{patient}"), |id| {
        clinic.authorizations.iter().any(|row| row.id == id)
    });
    clinic.authorizations.push(Authorization {
        id,
        patient: patient.into(),
        payer: String::new(),
        services: vec![service.into()],
        unit: Unit::Visit,
        units: positive(units)?,
        used: 0,
        from: day,
        until: day.plus_days(6),
    });
    Ok(())
}

fn raise(clinic: &mut Clinic, clinician: &str, limit: Limit, by: i32) -> Applied {
    let by = positive(by)?;
    let row = find(&mut clinic.clinicians, "clinician", |row| row.id == clinician)?;
    match limit {
        Limit::DayMinutes => row.max_day_min = row.max_day_min.saturating_add(by),
        Limit::WeekMinutes => row.max_week_min = row.max_week_min.saturating_add(by),
        Limit::WeekPoints => row.points_week_cap = row.points_week_cap.map(|cap| cap + f64::from(by) / 10.0),
        Limit::Caseload => row.caseload_cap = row.caseload_cap.map(|cap| cap.saturating_add(by)),
    }
    Ok(())
}
