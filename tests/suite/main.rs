//! Native integration tests: one program, one module per subject.
#![allow(clippy::type_complexity, reason = "a table of cases is plainest as tuples")]
#![allow(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

mod api;
mod attendance;
#[allow(dead_code, reason = "the benchmark uses the rest")]
mod attended;
mod bad_content;
mod bounds;
mod buffers;
mod build;
mod builders;
mod built;
mod check;
mod clinics;
mod codes;
mod columns;
mod command;
mod consent;
mod day_check;
mod desk;
mod every_plan;
mod exact;
mod explain_operation;
mod export;
mod export_operation;
mod forecast;
mod generator;
mod hostile;
mod import;
mod import_limits;
mod kpi;
mod laws;
mod layers;
mod levers;
mod locks;
mod null_pilots;
mod page_sources;
mod pilot;
mod portfolio;
#[allow(dead_code, reason = "the benchmarks use the rest")]
mod referrals;
mod relieve;
mod repair;
mod repair_operation;
mod rooms;
mod rules;
mod sample;
mod scenario;
mod scenario_book;
mod scenario_drivers;
mod scenario_money;
mod scenario_staffing;
mod scenario_surface;
mod scenario_templates;
mod scenario_weeks;
mod search_laws;
mod shape;
mod simulate;
mod simulator;
mod simulator_laws;
mod terms;
mod triage;
mod undisturbed;
mod validate;
mod workload;
