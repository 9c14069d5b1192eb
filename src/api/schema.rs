//! The shapes of everything that crosses the boundary, as TypeScript and as JSON Schema.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use super::{
    acuity, alternatives, amend, attendance, audit, buffers, calendar, check, day_check, day_sheets, disclose, explain,
    export, fairness, forecast, governance, import, kpis, levers, merge, open, plan, portfolio, quality, reconcile,
    relieve, repair, reply, routes, rows, solve, surface, task, triage, vault, workload,
};
use crate::error::Error;
use crate::model::{Clinic, PlanDocument};
use crate::pilot::{PilotDesign, PilotDesignReply, PilotReadingReply, PilotReadingRequest};
use crate::sample::SampleRequest;
use crate::scenario::staffing_report::{StaffingNews, StaffingReport};
use crate::scenario::surface_study::SurfaceReport;
use crate::scenario::{ScenarioNews, ScenarioReport, ScenarioRequest, StaffingRequest, SurfaceRequest};
use crate::simulator::{SimulateNews, SimulateReply, SimulateRequest};

/// An operation's shapes.
struct Shapes {
    operation: &'static str,
    request: fn(&mut Declarations) -> String,
    reply: fn(&mut Declarations) -> String,
    news: Option<fn(&mut Declarations) -> String>,
    request_schema: fn() -> Value,
    reply_schema: fn() -> Value,
}

/// One row per operation: `"name": Request => Reply;`, and `, News` for what a task shows meanwhile.
macro_rules! contract {
    ($($operation:literal: $request:ty => $reply:ty $(, $news:ty)?;)*) => {
        &[$(Shapes {
            operation: $operation,
            request: Declarations::name_of::<$request>,
            reply: Declarations::name_of::<$reply>,
            news: [$(Declarations::name_of::<$news> as fn(&mut Declarations) -> String)?].first().copied(),
            request_schema: input_schema::<$request>,
            reply_schema: output_schema::<$reply>,
        }),*]
    };
}

const CONTRACT: &[Shapes] = contract! {
    "open": open::OpenRequest => open::OpenReply;
    "validate": open::EmptyRequest => open::OpenReply;
    "document": open::EmptyRequest => open::DocumentReply;
    "sample": SampleRequest => open::OpenReply;
    "published": open::EmptyRequest => check::PublishedReply;
    "check": check::CheckRequest => check::CheckReply;
    "kpis": kpis::KpisRequest => kpis::KpisReply;
    "fairness": fairness::FairnessRequest => fairness::FairnessReply;
    "governance": governance::GovernanceRequest => governance::GovernanceReply;
    "compare": kpis::CompareRequest => kpis::CompareReply;
    "plan": plan::PlanRequest => plan::PlanReply, plan::PlanNews;
    "round": portfolio::ShareRequest => portfolio::ShareReply, plan::PlanNews;
    "exchange": portfolio::ShareRequest => portfolio::ShareReply;
    "solve": solve::SolveRequest => solve::SolveReply, solve::SolveNews;
    "explain": explain::ExplainRequest => explain::ExplainReply;
    "alternatives": alternatives::AlternativesRequest => alternatives::AlternativesReply;
    "repair": repair::RepairRequest => repair::RepairReply, repair::RepairNews;
    "day_check": day_check::DayCheckRequest => day_check::DayCheckReply;
    "amend": amend::AmendRequest => open::OpenReply;
    "attendance": attendance::AttendanceRequest => attendance::AttendanceReply;
    "triage": triage::TriageRequest => triage::TriageReply;
    "acuity": acuity::AcuityRequest => acuity::AcuityReply;
    "workload": workload::WorkloadRequest => workload::WorkloadReply;
    "routes": routes::RoutesRequest => routes::RoutesReply;
    "buffers": buffers::BuffersRequest => buffers::BuffersReply;
    "relieve": relieve::RelieveRequest => relieve::RelieveReply;
    "pilot_design": PilotDesign => PilotDesignReply;
    "pilot_reading": PilotReadingRequest => PilotReadingReply;
    "forecast": forecast::ForecastRequest => forecast::ForecastReply;
    "levers": open::EmptyRequest => levers::LeversReply;
    "scenario": ScenarioRequest => ScenarioReport, ScenarioNews;
    "staffing": StaffingRequest => StaffingReport, StaffingNews;
    "surface": SurfaceRequest => SurfaceReport, ScenarioNews;
    "estimate": surface::EstimateRequest => surface::EstimateReply;
    "simulate": SimulateRequest => SimulateReply, SimulateNews;
    "import": import::ImportRequest => import::ImportReply;
    "export": export::ExportRequest => export::ExportReply;
    "vault_create": vault::CreateVaultRequest => vault::VaultState;
    "vault_check": vault::EnvelopeRequest => vault::EnvelopeReply;
    "vault_open": vault::OpenSaveRequest => vault::OpenSaveReply;
    "vault_test": vault::EnvelopeRequest => vault::VaultState;
    "vault_seal": vault::SealSaveRequest => vault::SealedReply;
    "vault_keep": vault::KeepNoteRequest => vault::SealedReply;
    "vault_recall": vault::EnvelopeRequest => vault::RecallNoteReply;
    "vault_rewrap": vault::RewrapRequest => vault::VaultState;
    "vault_forget": open::EmptyRequest => vault::VaultState;
    "save_read": vault::ReadSaveRequest => vault::ReadSaveReply;
    "audit_append": audit::AppendLogRequest => audit::AppendLogReply;
    "audit_log": audit::AuditLogRequest => crate::audit::StoredLog;
    "audit_sign": audit::SignLogRequest => audit::SignLogReply;
    "audit_verify": audit::VerifyLogRequest => audit::VerifyLogReply;
    "audit_export": audit::ExportLogRequest => export::ExportReply;
    "digest": audit::DigestRequest => audit::DigestReply;
    "calendar": calendar::CalendarRequest => calendar::CalendarReply;
    "disclose": disclose::DiscloseRequest => disclose::DiscloseReply;
    "quality": quality::QualityRequest => quality::QualityReply;
    "day_sheets": day_sheets::DaySheetsRequest => day_sheets::DaySheetsReply;
    "merge": merge::MergeRequest => merge::MergeReply;
    "reconcile": reconcile::ReconcileRequest => reconcile::ReconcileReply;
    "mend": quality::MendRequest => open::OpenReply;
    "rows": rows::RowsRequest => rows::RowsReply;
    "edit_rows": rows::EditRowsRequest => rows::EditRowsReply;
};

/// TypeScript declarations by name.
#[derive(Default)]
struct Declarations {
    by_name: BTreeMap<String, String>,
}

impl Declarations {
    fn config() -> Config {
        // Every integer that crosses is below 2^53.
        Config::default().with_large_int("number")
    }

    /// The name of a type; it and all it consists of are declared.
    fn name_of<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&Self::config())
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types that are written to a file of their own have a declaration; lists, texts and numbers have none.
        if T::output_path().is_none() {
            T::visit_generics(self);
            return;
        }
        let name = T::ident(&Self::config());
        if self.by_name.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = format!("{docs}export {}\n", T::decl(&Self::config()));
        self.by_name.insert(name, declaration);
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// Names of the operations whose shapes are known here.
pub fn operations() -> Vec<&'static str> {
    CONTRACT.iter().map(|shapes| shapes.operation).collect()
}

/// Every generated file: its path in the repository, and its text.
pub fn files() -> Vec<(String, String)> {
    let mut files = vec![("www/engine/types.ts".into(), typescript())];
    let schema = |name: &str| format!("docs/schema/{name}.schema.json");
    files.push((schema("clinic"), pretty(&input_schema::<Clinic>())));
    files.push((schema("plan-document"), pretty(&input_schema::<PlanDocument>())));
    for shapes in CONTRACT {
        let operation = format!("operation-{}", shapes.operation);
        let (request, reply) = ((shapes.request_schema)(), (shapes.reply_schema)());
        files.push((
            schema(&operation),
            pretty(&serde_json::json!({ "request": request, "reply": reply })),
        ));
    }
    files
}

fn typescript() -> String {
    let mut declarations = Declarations::default();
    declarations.name_of::<Clinic>();
    declarations.name_of::<Error>();
    declarations.name_of::<task::Progress>();
    declarations.name_of::<reply::BrokenRule>();
    let rows: Vec<String> = CONTRACT.iter().map(|shapes| row(shapes, &mut declarations)).collect();
    let mut text =
        String::from("// Written by `cargo xtask schema` from the Rust types: change those, not this file.\n\n");
    for declaration in declarations.by_name.values() {
        text.push_str(declaration);
        text.push('\n');
    }
    text.push_str("/** Every operation: its request, its reply, and the news of those that take long. */\n");
    text.push_str(&format!("export interface Operations {{\n{}}}\n", rows.concat()));
    text
}

fn row(shapes: &Shapes, declarations: &mut Declarations) -> String {
    let (mut request, reply) = ((shapes.request)(declarations), (shapes.reply)(declarations));
    if (shapes.request_schema)().get("required").is_none() {
        // Every field has a default.
        request = format!("Partial<{request}>");
    }
    let news = shapes.news.map(|news| format!(" news: {};", news(declarations)));
    format!(
        "  {}: {{ request: {request}; reply: {reply};{} }};\n",
        shapes.operation,
        news.unwrap_or_default()
    )
}

fn input_schema<T: schemars::JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

fn output_schema<T: schemars::JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
