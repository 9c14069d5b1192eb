//! `export`: the open clinic, a plan, an empty template or the issues as files.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::export;
use crate::export::fhir::{FhirForm, PlanNotes};
use crate::model::calendar::DateTime;
use crate::model::raw::{RawTable, RawTables};
use crate::model::{Plan, PlanDocument};

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExportWhat {
    /// Every table of the open clinic that has rows.
    Clinic,
    /// The plan of the request, and what it changes against the published plan.
    Plan,
    /// Every table with its header and no rows.
    Template,
    /// Everything found wrong or doubtful in the open clinic.
    Issues,
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// One document; `import` and `open` read it back.
    Json,
    /// One text file per table; `import` reads them back.
    Csv,
    /// Tables of cells, for the workbook module to write.
    Tables,
    /// FHIR R4, one Bundle: the clinic, which `import` reads back, or a plan as proposed appointments.
    Fhir,
    /// The same resources, one a line.
    Ndjson,
}

/// Request of `export`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExportRequest {
    /// What is written.
    pub what: ExportWhat,
    /// How it is written.
    pub format: ExportFormat,
    /// The plan, if `what` is `plan`; the published one if absent.
    #[serde(default)]
    pub plan: Option<PlanDocument>,
    /// When the file is made, time of the site; for a plan in FHIR. The clinic's `as_of` if absent.
    #[serde(default)]
    pub recorded: Option<DateTime>,
    /// Seed of the search that found the plan; for a plan in FHIR. The clinic's if absent.
    #[serde(default)]
    pub seed: Option<u64>,
}

/// Reply of `export`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExportReply {
    /// The files; empty if tables were asked for.
    pub files: Vec<ExportedFile>,
    /// The tables, if they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tables: Option<RawTables>,
}

/// A file that was written.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExportedFile {
    /// File name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Writes what is asked for. Nothing leaves: the caller decides where the files go.
///
/// # Errors
/// `desk.empty`; `export.format` if there is no such form; `plan.unknown_reference` for a plan of another clinic.
pub fn export(desk: &mut Desk, request: ExportRequest) -> Result<ExportReply> {
    let form = match request.format {
        ExportFormat::Fhir => Some(FhirForm::Bundle),
        ExportFormat::Ndjson => Some(FhirForm::Ndjson),
        _ => None,
    };
    if let Some(form) = form {
        return fhir(desk, request, form);
    }
    let tables = match request.what {
        ExportWhat::Clinic if request.format == ExportFormat::Json => {
            return Ok(json("clinic.json", export::clinic_json(desk.clinic()?)?));
        }
        ExportWhat::Clinic => export::clinic_tables(desk.clinic()?)?,
        ExportWhat::Template => export::empty_tables(),
        ExportWhat::Issues if request.format == ExportFormat::Json => {
            return Ok(json("issues.json", super::to_json(&desk.issues()?)?));
        }
        ExportWhat::Issues => alone(export::issues_table(desk.issues()?)),
        ExportWhat::Plan => {
            let (published, plan) = plans(desk, request.plan)?;
            if request.format == ExportFormat::Json {
                return Ok(json("plan.json", super::to_json(&plan)?));
            }
            RawTables {
                tables: vec![export::plan_table(&plan), export::changes_table(&published, &plan)],
            }
        }
    };
    match request.format {
        ExportFormat::Json => {
            Err(Error::new("export.format", "a template is a set of tables: ask for csv or tables").at("format"))
        }
        ExportFormat::Fhir | ExportFormat::Ndjson => Err(no_fhir()),
        ExportFormat::Csv => Ok(csv(&tables)),
        ExportFormat::Tables => Ok(ExportReply {
            files: Vec::new(),
            tables: Some(tables),
        }),
    }
}

fn no_fhir() -> Error {
    let message = "only a clinic or a plan can be written as FHIR: ask for csv, json or tables";
    Error::new("export.format", message).at("format")
}

fn fhir(desk: &Desk, request: ExportRequest, form: FhirForm) -> Result<ExportReply> {
    let (name, text) = match request.what {
        ExportWhat::Clinic => ("clinic", export::fhir::clinic_fhir(desk.clinic()?, form)?),
        ExportWhat::Plan => {
            let (_, plan) = plans(desk, request.plan)?;
            let settings = &desk.clinic()?.settings;
            let notes = PlanNotes {
                recorded: request.recorded.unwrap_or(settings.as_of),
                seed: request.seed.unwrap_or(settings.seed),
            };
            let resources = export::fhir::plan_resources(desk.clinic()?, &plan, notes)?;
            ("plan", export::fhir::fhir_text(desk.clinic()?, &resources, form))
        }
        ExportWhat::Template | ExportWhat::Issues => return Err(no_fhir()),
    };
    let ending = if form == FhirForm::Bundle {
        "fhir.json"
    } else {
        "ndjson"
    };
    Ok(json(&format!("{name}.{ending}"), text))
}

/// The published plan and the one to write. A plan that does not belong to the open clinic is refused.
fn plans(desk: &Desk, plan: Option<PlanDocument>) -> Result<(PlanDocument, PlanDocument)> {
    let problem = desk.problem()?;
    let document = |plan: &Plan| {
        PlanDocument::new(&problem, plan).ok_or_else(|| Error::new("plan.no_calendar", "this clinic has no dates"))
    };
    let published = document(&Plan::published(&problem))?;
    let plan = match plan {
        Some(given) => document(&given.to_plan(&problem)?)?,
        None => published.clone(),
    };
    Ok((published, plan))
}

fn alone(table: RawTable) -> RawTables {
    RawTables { tables: vec![table] }
}

fn json(name: &str, text: String) -> ExportReply {
    let name = name.into();
    ExportReply {
        files: vec![ExportedFile { name, text }],
        tables: None,
    }
}

fn csv(tables: &RawTables) -> ExportReply {
    let file = |table: &RawTable| ExportedFile {
        name: format!("{}.csv", table.name),
        text: export::csv_text(table),
    };
    ExportReply {
        files: tables.tables.iter().map(file).collect(),
        tables: None,
    }
}
