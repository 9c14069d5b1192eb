//! FHIR R4: the open clinic, or a plan as proposed appointments, for other systems.
//!
//! Each row of a table is the resource of its kind, with the elements that R4 has for it; what R4 has no place for
//! stands in one extension of ours on the same resource, and a table without a resource goes as `Basic`. What stands in
//! a standard element stands nowhere else, so that a change made elsewhere counts. Reading gives the same clinic again.

mod care;
mod extension;
mod people;
mod places;
mod plan;
mod row;
mod schedule;
mod targets;

use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use crate::error::{Error, Result};
use crate::model::Clinic;
use crate::model::calendar::DateTime;
use crate::model::columns::{TABLES, Table, for_rows};
use crate::model::consent::notice;
use crate::model::fhir::{ACT_CODE, BASE, id_system, instant, table_url};
use crate::model::zones::zone;

pub use plan::{PlanNotes, plan_resources};
use row::Row;
use targets::Targets;

/// How resources stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FhirForm {
    /// One Bundle of type `collection`.
    Bundle,
    /// One resource a line.
    Ndjson,
}

/// Every row of the clinic as resources, in one text.
///
/// # Errors
/// `export.unwritable`: a number in the clinic that is not finite.
pub fn clinic_fhir(clinic: &Clinic, form: FhirForm) -> Result<String> {
    let mut file = File::new(form, clinic);
    let cx = Context::new(clinic);
    let mut hosted = Hosted::new(clinic, &cx)?;
    for table in TABLES {
        rows(clinic, table, |row| {
            for resource in resources(row, &cx, &mut hosted) {
                file.add(&resource);
            }
        })?;
    }
    Ok(file.text())
}

/// Resources about a clinic as one text.
pub fn fhir_text(clinic: &Clinic, resources: &[Value], form: FhirForm) -> String {
    let mut file = File::new(form, clinic);
    resources.iter().for_each(|resource| file.add(resource));
    file.text()
}

/// What all rows need to know.
struct Context<'c> {
    targets: Targets<'c>,
    zone: Option<TimeZone>,
    /// Names of services by id, as words beside their codes.
    clinic: &'c Clinic,
}

impl<'c> Context<'c> {
    fn new(clinic: &'c Clinic) -> Self {
        Self {
            targets: Targets::new(clinic),
            zone: zone(&clinic.settings.time_zone),
            clinic,
        }
    }

    fn instant(&self, moment: DateTime) -> Option<String> {
        instant(self.zone.as_ref(), moment)
    }

    /// The code of a service, with its name in words.
    fn service_code(&self, id: &str) -> Value {
        let at = self.targets.row("services", id);
        let name = at.and_then(|at| self.clinic.services.get(at));
        let mut coding = json!({ "system": id_system("services"), "code": id });
        if let Some(name) = name
            .map(|service| &service.name)
            .filter(|name| crate::model::fhir::is_string(name))
        {
            coding["display"] = Value::from(name.as_str());
        }
        json!({ "coding": [coding] })
    }
}

/// Rows that stand within the resource of another row, by the place of that row in its table.
struct Hosted {
    licenses: Vec<Vec<Row>>,
    absences: Vec<Vec<Row>>,
    attendances: Vec<Vec<Row>>,
}

impl Hosted {
    fn new(clinic: &Clinic, cx: &Context) -> Result<Self> {
        let gather = |table: &str, host: &str, column: &str, count: usize| {
            let mut of_host: Vec<Vec<Row>> = (0..count).map(|_| Vec::new()).collect();
            if let Some(table) = crate::model::columns::table(table) {
                rows(clinic, table, |row| {
                    let place = row.host(cx, host, column);
                    if let Some(rows) = place.and_then(|place| of_host.get_mut(place)) {
                        rows.push(row);
                    }
                })?;
            }
            Ok::<_, Error>(of_host)
        };
        Ok(Self {
            licenses: gather("licenses", "clinicians", "clinician", clinic.clinicians.len())?,
            absences: gather("absences", "clinicians", "id", clinic.clinicians.len())?,
            attendances: gather("attendances", "appointments", "appointment", clinic.appointments.len())?,
        })
    }
}

fn take(rows: &mut [Vec<Row>], row: &Row) -> Vec<Row> {
    rows.get_mut(row.at).map(std::mem::take).unwrap_or_default()
}

fn rows(clinic: &Clinic, table: &'static Table, mut each: impl FnMut(Row)) -> Result<()> {
    let mut at = 0;
    for_rows(clinic, table.name, |value| {
        if let Value::Object(fields) = value {
            each(Row { table, at, fields });
        }
        at += 1;
    })
    .map_err(|cause| Error::new("export.unwritable", format!("the clinic cannot be written: {cause}")).at(table.name))
}

/// The resources of a row; none if it stands within the resource of another.
fn resources(row: Row, cx: &Context, hosted: &mut Hosted) -> Vec<Value> {
    match row.table.name {
        "sites" => places::site(row, cx),
        "rooms" => places::room(row, cx),
        "services" => places::service(row, cx),
        "clinicians" => {
            let (licenses, absences) = (take(&mut hosted.licenses, &row), take(&mut hosted.absences, &row));
            people::clinician(row, cx, licenses, absences)
        }
        "licenses" if row.host(cx, "clinicians", "clinician").is_some() => Vec::new(),
        "absences" if row.host(cx, "clinicians", "id").is_some() => Vec::new(),
        "attendances" if row.host(cx, "appointments", "appointment").is_some() => Vec::new(),
        "patients" => people::patient(row, cx),
        "contacts" => people::contact(row, cx),
        "orders" => care::order(row, cx),
        "referrals" => care::referral(row, cx),
        "groups" => care::group(row, cx),
        "authorizations" => care::authorization(row, cx),
        "scores" => care::score(row, cx),
        "stays" => care::stay(row, cx),
        "consents" => people::consent(row, cx),
        "appointments" => {
            let attendances = take(&mut hosted.attendances, &row);
            schedule::appointment(row, cx, attendances)
        }
        _ => vec![basic(row, cx)],
    }
}

/// A row of a table that R4 has no resource for.
fn basic(row: Row, cx: &Context) -> Value {
    let table = row.table.name;
    let body = object(json!({ "code": { "coding": [{ "system": table_url(""), "code": table }] } }));
    resource("Basic", row, body, cx)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// A resource of a row: its id, what is left of the row as an extension, and the body.
fn resource(kind: &str, mut row: Row, body: Map<String, Value>, cx: &Context) -> Value {
    let mut fields = Map::new();
    fields.insert("resourceType".into(), kind.into());
    fields.insert("id".into(), cx.targets.id_at(row.table.name, row.at).into());
    let own = row
        .table
        .column("id")
        .is_some_and(|column| column.kind == crate::model::columns::Type::Id);
    if let Some(id) = row
        .text("id")
        .filter(|_| own)
        .filter(|id| crate::model::fhir::is_string(id))
    {
        // A Basic's identifier, like any other, keeps an id that is no id of R4's.
        fields.insert(
            "identifier".into(),
            json!([{ "system": id_system(row.table.name), "value": id }]),
        );
        row.fields.remove("id");
    }
    fields.extend(body);
    fields.insert("extension".into(), Value::Array(vec![extension::of(row, cx)]));
    Value::Object(fields)
}

/// A text to which resources are added.
struct File {
    form: FhirForm,
    text: String,
    is_first: bool,
    /// What says that 42 CFR part 2 protects the records: on the Bundle, or on each resource that stands alone.
    label: Option<Value>,
}

impl File {
    fn new(form: FhirForm, clinic: &Clinic) -> Self {
        let settings = &clinic.settings;
        let label = notice(settings).map(|notice| {
            let security = json!([{ "system": ACT_CODE, "code": "42CFRPart2", "display": notice }]);
            json!({ "security": security })
        });
        let mut text = String::new();
        if form == FhirForm::Bundle {
            text.push_str("{\"resourceType\":\"Bundle\",\"type\":\"collection\"");
            if let Some(label) = &label {
                text.push_str(&format!(",\"meta\":{label}"));
            }
            if let Some(stamp) = instant(zone(&settings.time_zone).as_ref(), settings.as_of) {
                text.push_str(&format!(",\"timestamp\":\"{stamp}\""));
            }
            text.push_str(",\"entry\":[");
        }
        Self {
            form,
            text,
            is_first: true,
            label,
        }
    }

    fn add(&mut self, resource: &Value) {
        match self.form {
            FhirForm::Bundle => {
                let part = |name: &str| resource.get(name).and_then(Value::as_str).unwrap_or_default();
                let address = Value::from(format!("{BASE}{}/{}", part("resourceType"), part("id")));
                self.text.push_str(if self.is_first { "\n" } else { ",\n" });
                self.text
                    .push_str(&format!("{{\"fullUrl\":{address},\"resource\":{resource}}}"));
            }
            FhirForm::Ndjson => match &self.label {
                None => self.text.push_str(&format!("{resource}\n")),
                Some(label) => {
                    let text = resource.to_string();
                    let rest = text.strip_prefix('{').unwrap_or(&text);
                    self.text.push_str(&format!("{{\"meta\":{label},{rest}\n"));
                }
            },
        }
        self.is_first = false;
    }

    fn text(mut self) -> String {
        if self.form == FhirForm::Bundle {
            self.text.push_str("\n]}\n");
        }
        self.text
    }
}
