//! Which rows of the clinic can be used: unique ids, references that exist, numbers in range. Everything else is
//! left out with an issue.

use std::collections::BTreeMap;

use crate::error::Issue;
use crate::model::clinic::{Absentee, Clinic, Kind};
use crate::model::limits;

/// Row numbers by id, of the rows that can be used.
pub(crate) type Index<'c> = BTreeMap<&'c str, usize>;

/// The usable rows of every table that the problem is made of.
pub(crate) struct Rows<'c> {
    pub(crate) sites: Index<'c>,
    pub(crate) rooms: Index<'c>,
    pub(crate) equipment: Index<'c>,
    pub(crate) services: Index<'c>,
    pub(crate) clinicians: Index<'c>,
    pub(crate) patients: Index<'c>,
    pub(crate) contacts: Index<'c>,
    pub(crate) orders: Index<'c>,
    pub(crate) groups: Index<'c>,
    pub(crate) authorizations: Index<'c>,
    pub(crate) appointments: Index<'c>,
    pub(crate) shifts: Index<'c>,
}

/// The check of one row: collects what is wrong with it.
pub(crate) struct Row<'a> {
    table: &'static str,
    number: usize,
    id: &'a str,
    usable: bool,
    issues: &'a mut Vec<Issue>,
}

impl<'a> Row<'a> {
    pub(crate) fn new(table: &'static str, number: usize, id: &'a str, issues: &'a mut Vec<Issue>) -> Self {
        Self {
            table,
            number,
            id,
            usable: true,
            issues,
        }
    }

    /// Reports a fault for which the row is left out.
    pub(crate) fn refuse(&mut self, code: &str, field: &str, cause: impl Into<String>, action: impl Into<String>) {
        self.usable = false;
        let issue = Issue::error(code, self.table, cause, action);
        self.issues.push(place(issue, self.number, self.id, field));
    }

    /// Reports something doubtful; the row is used.
    pub(crate) fn doubt(&mut self, code: &str, field: &str, cause: impl Into<String>, action: impl Into<String>) {
        let issue = Issue::warning(code, self.table, cause, action);
        self.issues.push(place(issue, self.number, self.id, field));
    }

    /// Refuses the row if `id` is not in the index of that kind of thing.
    pub(crate) fn needs(&mut self, field: &str, id: &str, what: &str, index: &Index) {
        if !index.contains_key(id) {
            self.refuse(
                "row.unknown_reference",
                field,
                format!("there is no usable {what} `{}`", shown(id)),
                format!("name an existing {what}, or add it"),
            );
        }
    }

    /// The same for a reference that may be absent and is ignored if unknown.
    pub(crate) fn hopes(&mut self, field: &str, id: Option<&str>, what: &str, index: &Index) {
        if let Some(id) = id.filter(|id| !index.contains_key(id)) {
            self.doubt(
                "row.unknown_reference",
                field,
                format!("there is no usable {what} `{}`; the field is ignored", shown(id)),
                format!("name an existing {what}, or leave the field empty"),
            );
        }
    }

    /// Refuses the row if a number lies outside `low..=high`.
    pub(crate) fn within(&mut self, field: &str, value: i32, low: i32, high: i32, unit: &str) {
        if !(low..=high).contains(&value) {
            self.refuse(
                "row.out_of_range",
                field,
                format!("{value} {unit} is not between {low} and {high}"),
                format!("give a number of {unit} between {low} and {high}"),
            );
        }
    }

    /// True if nothing was refused.
    pub(crate) fn usable(&self) -> bool {
        self.usable
    }
}

/// User text cut to a length that fits a message.
pub fn shown(text: &str) -> String {
    let mut cut: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if text.chars().nth(40).is_some() {
        cut.push('…');
    }
    cut
}

fn place(mut issue: Issue, number: usize, id: &str, field: &str) -> Issue {
    issue = issue.row(number + 1);
    if !id.is_empty() {
        issue = issue.id(shown(id));
    }
    if field.is_empty() { issue } else { issue.field(field) }
}

/// Collects the usable rows of one table.
fn screen<'c, T>(
    table: &'static str,
    rows: &'c [T],
    limit: usize,
    issues: &mut Vec<Issue>,
    id: impl Fn(&'c T) -> &'c str,
    check: impl Fn(&'c T, &mut Row),
) -> Index<'c> {
    let mut index = Index::new();
    if rows.len() > limit {
        issues.push(Issue::error(
            "table.too_long",
            table,
            format!("{} rows, more than the {limit} that are planned together", rows.len()),
            "split the clinic by site, or remove rows that are no longer needed",
        ));
    }
    for (number, item) in rows.iter().enumerate().take(limit) {
        let key = id(item);
        let mut row = Row::new(table, number, key, issues);
        if key.trim().is_empty() {
            row.refuse(
                "row.empty_id",
                "id",
                "the id is empty",
                "give every row an id of its own",
            );
        } else if key.chars().count() > limits::MAX_TEXT {
            let cause = format!("the id has more than {} characters", limits::MAX_TEXT);
            row.refuse("row.text_too_long", "id", cause, "use a short id");
        } else if let Some(first) = index.get(key) {
            let cause = format!("the id is also that of row {}", first + 1);
            row.refuse("row.duplicate_id", "id", cause, "give every row an id of its own");
        }
        check(item, &mut row);
        if row.usable() {
            index.insert(key, number);
        }
    }
    index
}

fn name(row: &mut Row, field: &str, text: &str) {
    let length = text.chars().count();
    if length > limits::MAX_TEXT {
        let cause = format!("{length} characters, more than {}", limits::MAX_TEXT);
        row.refuse("row.text_too_long", field, cause, "shorten it");
    }
}

const UNLIMITED: usize = usize::MAX;

impl<'c> Rows<'c> {
    /// Screens every table, in the order in which they refer to each other.
    pub(crate) fn screen(clinic: &'c Clinic, issues: &mut Vec<Issue>) -> Self {
        let sites = screen(
            "sites",
            &clinic.sites,
            UNLIMITED,
            issues,
            |site| &site.id,
            |site, row| {
                name(row, "name", &site.name);
            },
        );
        let rooms = screen(
            "rooms",
            &clinic.rooms,
            limits::MAX_ROOMS,
            issues,
            |room| &room.id,
            |room, row| {
                name(row, "name", &room.name);
                row.needs("site", &room.site, "site", &sites);
                row.within("seats", room.seats, 0, 10_000, "seats");
            },
        );
        let equipment = screen(
            "equipment",
            &clinic.equipment,
            UNLIMITED,
            issues,
            |item| &item.id,
            |item, row| {
                name(row, "name", &item.name);
                row.needs("site", &item.site, "site", &sites);
                row.within("count", item.count, 0, 10_000, "pieces");
            },
        );
        let services = screen(
            "services",
            &clinic.services,
            UNLIMITED,
            issues,
            |service| &service.id,
            |service, row| {
                name(row, "name", &service.name);
                row.within("minutes", service.minutes, 1, limits::MAX_SESSION_MIN, "minutes");
                row.within("before_min", service.before_min, 0, limits::MAX_BUFFER_MIN, "minutes");
                row.within("after_min", service.after_min, 0, limits::MAX_BUFFER_MIN, "minutes");
                row.within(
                    "documentation_min",
                    service.documentation_min,
                    0,
                    limits::MAX_BUFFER_MIN,
                    "minutes",
                );
                row.within("priority", service.priority, 1, 5, "");
                row.hopes("equipment", service.equipment.as_deref(), "equipment", &equipment);
                if service.modalities.is_empty() {
                    let action = "name at least one: in_person, home, video or phone";
                    row.refuse(
                        "row.empty_list",
                        "modalities",
                        "the service can be given in no way",
                        action,
                    );
                }
            },
        );
        let clinicians = screen(
            "clinicians",
            &clinic.clinicians,
            limits::MAX_CLINICIANS,
            issues,
            |clinician| &clinician.id,
            |clinician, row| {
                name(row, "name", &clinician.name);
                row.needs("site", &clinician.site, "site", &sites);
                row.within("contract_week_min", clinician.contract_week_min, 0, 10_080, "minutes");
                row.within("max_week_min", clinician.max_week_min, 0, 10_080, "minutes");
                row.within("max_day_min", clinician.max_day_min, 0, 1_440, "minutes");
            },
        );
        let patients = screen(
            "patients",
            &clinic.patients,
            limits::MAX_PATIENTS,
            issues,
            |patient| &patient.id,
            |patient, row| {
                name(row, "name", &patient.name);
                row.needs("site", &patient.site, "site", &sites);
                if matches!((patient.admitted, patient.discharged), (Some(from), Some(until)) if until < from) {
                    let action = "correct one of the two dates";
                    row.refuse("row.reversed_dates", "discharged", "discharged before admitted", action);
                }
            },
        );
        let contacts = screen(
            "contacts",
            &clinic.contacts,
            UNLIMITED,
            issues,
            |contact| &contact.id,
            |contact, row| {
                row.needs("patient", &contact.patient, "patient", &patients);
            },
        );
        let groups = screen(
            "groups",
            &clinic.groups,
            UNLIMITED,
            issues,
            |group| &group.id,
            |group, row| {
                name(row, "name", &group.name);
                row.needs("service", &group.service, "service", &services);
                row.needs("site", &group.site, "site", &sites);
                row.within(
                    "per_week",
                    group.per_week,
                    1,
                    limits::MAX_PER_WEEK,
                    "occurrences a week",
                );
                row.within("max", group.max, 1, limits::MAX_GROUP_SEATS, "seats");
                if !(0 <= group.min && group.min <= group.target && group.target <= group.max) {
                    let cause = format!("{} - {} - {} is not in order", group.min, group.target, group.max);
                    row.refuse("group.sizes", "target", cause, "give sizes with min <= target <= max");
                }
                if services
                    .get(group.service.as_str())
                    .is_some_and(|&at| clinic.services[at].kind != Kind::Group)
                {
                    let action = "use a service of kind `group`";
                    row.refuse(
                        "group.not_a_group_service",
                        "service",
                        "the service is not of kind `group`",
                        action,
                    );
                }
            },
        );
        let orders = screen(
            "orders",
            &clinic.orders,
            UNLIMITED,
            issues,
            |order| &order.id,
            |order, row| {
                row.needs("patient", &order.patient, "patient", &patients);
                row.needs("service", &order.service, "service", &services);
                row.within("per_week", order.per_week, 1, limits::MAX_PER_WEEK, "sessions a week");
                row.within("min_days_between", order.min_days_between, 0, 28, "days");
                for (field, minutes) in [("minutes", order.minutes), ("second_minutes", order.second_minutes)] {
                    if let Some(minutes) = minutes {
                        row.within(field, minutes, 1, limits::MAX_SESSION_MIN, "minutes");
                    }
                }
                if order.until < order.from {
                    row.refuse(
                        "row.reversed_dates",
                        "until",
                        "the last day lies before the first",
                        "correct one of them",
                    );
                }
                if !(0 <= order.second_after_min
                    && order.second_after_min <= order.second_after_max
                    && order.second_after_max <= limits::MAX_SESSION_MIN)
                {
                    let cause = format!(
                        "{} - {} minutes is not a range",
                        order.second_after_min, order.second_after_max
                    );
                    row.refuse(
                        "row.out_of_range",
                        "second_after_min",
                        cause,
                        "give earliest <= latest, 0 or more",
                    );
                }
                if services
                    .get(order.service.as_str())
                    .is_some_and(|&at| clinic.services[at].kind == Kind::Shift)
                {
                    let action = "list cover in the table `shifts`";
                    row.refuse(
                        "order.shift_service",
                        "service",
                        "a shift is not ordered for a patient",
                        action,
                    );
                }
            },
        );
        let authorizations = screen(
            "authorizations",
            &clinic.authorizations,
            UNLIMITED,
            issues,
            |item| &item.id,
            |item, row| {
                row.needs("patient", &item.patient, "patient", &patients);
                row.within("units", item.units, 0, 100_000, "units");
                row.within("used", item.used, 0, 100_000, "units");
                if item.until < item.from {
                    row.refuse(
                        "row.reversed_dates",
                        "until",
                        "the last day lies before the first",
                        "correct one",
                    );
                }
            },
        );
        let shifts = screen(
            "shifts",
            &clinic.shifts,
            UNLIMITED,
            issues,
            |shift| &shift.id,
            |shift, row| {
                row.needs("service", &shift.service, "service", &services);
                row.needs("site", &shift.site, "site", &sites);
                row.within("start_min", shift.start_min, 0, 1_439, "minutes after midnight");
                row.within("minutes", shift.minutes, 1, limits::MAX_SESSION_MIN, "minutes");
                row.within("needed", shift.needed, 1, limits::MAX_SHIFT_NEEDED, "clinicians");
            },
        );
        let appointments = screen(
            "appointments",
            &clinic.appointments,
            UNLIMITED,
            issues,
            |item| &item.id,
            |item, row| {
                row.needs("service", &item.service, "service", &services);
                row.within("minutes", item.minutes, 1, limits::MAX_SESSION_MIN, "minutes");
                if let Some(patient) = &item.patient {
                    row.needs("patient", patient, "patient", &patients);
                }
                for clinician in &item.clinicians {
                    row.hopes("clinicians", Some(clinician), "clinician", &clinicians);
                }
                row.hopes("room", item.room.as_deref(), "room", &rooms);
                row.hopes("order", item.order.as_deref(), "order", &orders);
                row.hopes("group", item.group.as_deref(), "group", &groups);
                row.hopes("shift", item.shift.as_deref(), "shift", &shifts);
            },
        );
        let rows = Self {
            sites,
            rooms,
            equipment,
            services,
            clinicians,
            patients,
            contacts,
            orders,
            groups,
            authorizations,
            appointments,
            shifts,
        };
        rows.screen_links(clinic, issues);
        rows
    }

    /// Tables and fields without an id of their own: what they name must exist, else they have no effect.
    fn screen_links(&self, clinic: &Clinic, issues: &mut Vec<Issue>) {
        for (number, absence) in clinic.absences.iter().enumerate() {
            let mut row = Row::new("absences", number, &absence.id, issues);
            let (what, index) = match absence.what {
                Absentee::Clinician => ("clinician", &self.clinicians),
                Absentee::Patient => ("patient", &self.patients),
                Absentee::Room => ("room", &self.rooms),
                Absentee::Site => ("site", &self.sites),
                Absentee::Equipment => ("equipment", &self.equipment),
            };
            row.needs("id", &absence.id, what, index);
            if absence.until <= absence.from {
                row.refuse(
                    "row.reversed_dates",
                    "until",
                    "it ends before it begins",
                    "correct one of the two times",
                );
            }
        }
        for (number, license) in clinic.licenses.iter().enumerate() {
            let mut row = Row::new("licenses", number, &license.clinician, issues);
            row.needs("clinician", &license.clinician, "clinician", &self.clinicians);
            if matches!((license.from, license.until), (Some(from), Some(until)) if until < from) {
                row.refuse(
                    "row.reversed_dates",
                    "until",
                    "it ends before it begins",
                    "correct one of the two dates",
                );
            }
        }
        for (number, pair) in clinic.pairs.iter().enumerate() {
            let mut row = Row::new("pairs", number, &pair.patient_a, issues);
            row.needs("patient_a", &pair.patient_a, "patient", &self.patients);
            row.needs("patient_b", &pair.patient_b, "patient", &self.patients);
            if pair.patient_a == pair.patient_b {
                row.refuse(
                    "pair.same",
                    "patient_b",
                    "both are the same patient",
                    "name two patients",
                );
            }
        }
        for (number, seat) in clinic.attendances.iter().enumerate() {
            let mut row = Row::new("attendances", number, &seat.appointment, issues);
            row.needs("appointment", &seat.appointment, "appointment", &self.appointments);
            row.needs("patient", &seat.patient, "patient", &self.patients);
            row.hopes("order", seat.order.as_deref(), "order", &self.orders);
        }
        for (number, way) in clinic.travel.iter().enumerate() {
            let mut row = Row::new("travel", number, &way.from, issues);
            for (field, id) in [("from", &way.from), ("to", &way.to)] {
                let known = [&self.sites, &self.patients, &self.clinicians];
                if !known.iter().any(|index| index.contains_key(id.as_str())) {
                    let cause = format!("there is no site, patient or clinician `{}`", shown(id));
                    row.refuse("row.unknown_reference", field, cause, "name an existing place");
                }
            }
            row.within("minutes", way.minutes, 0, limits::MAX_TRAVEL_MIN, "minutes");
        }
        self.screen_lists(clinic, issues);
    }

    /// References inside rows that are ignored where unknown.
    fn screen_lists(&self, clinic: &Clinic, issues: &mut Vec<Issue>) {
        for (&id, &number) in &self.clinicians {
            let clinician = &clinic.clinicians[number];
            let mut row = Row::new("clinicians", number, id, issues);
            row.hopes(
                "supervisor",
                clinician.supervisor.as_deref(),
                "clinician",
                &self.clinicians,
            );
        }
        for (&id, &number) in &self.patients {
            let patient = &clinic.patients[number];
            let mut row = Row::new("patients", number, id, issues);
            for clinician in &patient.preferred_clinicians {
                row.hopes("preferred_clinicians", Some(clinician), "clinician", &self.clinicians);
            }
            for clinician in &patient.barred_clinicians {
                row.hopes("barred_clinicians", Some(clinician), "clinician", &self.clinicians);
            }
        }
        for (&id, &number) in &self.orders {
            let order = &clinic.orders[number];
            let mut row = Row::new("orders", number, id, issues);
            row.hopes("after", order.after.as_deref(), "order", &self.orders);
            for group in &order.groups {
                row.hopes("groups", Some(group), "group", &self.groups);
            }
        }
        for (&id, &number) in &self.authorizations {
            let mut row = Row::new("authorizations", number, id, issues);
            for service in &clinic.authorizations[number].services {
                row.hopes("services", Some(service), "service", &self.services);
            }
        }
    }
}
