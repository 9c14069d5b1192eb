//! `levers`: what a scenario of the open clinic can turn, the templates as this clinic would turn them, and the phases of
//! a rollout.

use serde::Serialize;

use super::desk::Desk;
use super::open::EmptyRequest;
use crate::error::Result;
use crate::scenario::edits::table::{LeverFacts, TABLE};
use crate::scenario::edits::targets::targets;
use crate::scenario::rollout::Rollout;
use crate::scenario::templates::{Template, TemplateRow};
use crate::scenario::{Change, Lever};

/// Reply of `levers`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LeversReply {
    /// Every lever, with unit, range and what it does.
    pub levers: Vec<LeverFacts>,
    /// One of each that this clinic has something to turn for, on what it has most of.
    pub here: Vec<Lever>,
    /// What a scenario without changes takes.
    pub presets: Vec<Change>,
    /// The templates.
    pub templates: Vec<TemplateRow>,
    /// The phases of a rollout, by default.
    pub rollout: Rollout,
}

/// Lists what can be turned.
///
/// # Errors
/// `desk.empty`.
pub fn levers(desk: &mut Desk, _: EmptyRequest) -> Result<LeversReply> {
    let clinic = desk.clinic()?;
    Ok(LeversReply {
        levers: TABLE.to_vec(),
        here: targets(clinic),
        presets: crate::scenario::presets::presets(),
        templates: Template::ALL.map(|template| template.row(clinic)).into(),
        rollout: Rollout::default(),
    })
}
