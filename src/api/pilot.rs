//! `pilot_design` and `pilot_reading`: a pilot planned and hashed before it starts, and read as it was written down. They
//! need no open clinic, unless rows are to come from its records.

use super::desk::Desk;
use crate::error::{Error, Result};
use crate::pilot::{self, PilotDesign, PilotDesignReply, PilotReadingReply, PilotReadingRequest};

/// Arms, looks, what can be found, and the hash of a design.
///
/// # Errors
/// `pilot.wrong_design`: all faults in one message; the path is that of the first.
pub fn pilot_design(_desk: &mut Desk, request: PilotDesign) -> Result<PilotDesignReply> {
    refuse("pilot.wrong_design", "", request.faults())?;
    Ok(pilot::plan(&request))
}

/// What the data of a pilot say, by the analyses that its design names.
///
/// # Errors
/// `pilot.wrong_design`, `pilot.wrong_rows`: all faults in one message; the path is that of the first. `desk.empty`: rows
/// are to come from the records of a clinic, and none is open.
pub fn pilot_reading(desk: &mut Desk, mut request: PilotReadingRequest) -> Result<PilotReadingReply> {
    refuse("pilot.wrong_design", "design.", request.design.faults())?;
    refuse("pilot.wrong_rows", "", pilot::faults(&request))?;
    if let Some(records) = request.records {
        let weeks = request.week.unwrap_or(request.design.weeks);
        let rows = pilot::rows_of(&request.design, desk.clinic()?, weeks, records);
        request.rows.extend(rows);
    }
    refuse("pilot.wrong_rows", "", pilot::faults(&request))?;
    Ok(pilot::read(&request))
}

fn refuse(code: &str, prefix: &str, faults: Vec<(String, &'static str)>) -> Result<()> {
    let Some((first, _)) = faults.first() else {
        return Ok(());
    };
    let texts: Vec<String> = faults
        .iter()
        .map(|(field, message)| format!("`{prefix}{field}`: {message}"))
        .collect();
    Err(Error::new(code, texts.join("; ")).at(format!("{prefix}{first}")))
}
