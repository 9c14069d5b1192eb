//! `sample`: opens an invented clinic.

use super::desk::Desk;
use super::open::{EmptyRequest, OpenReply, validate};
use crate::error::{Error, Result};
use crate::sample::{self, MAX_CLINICIANS, MAX_SEED, MAX_WEEKS, SampleRequest};

/// Opens a sample clinic in place of what was open.
///
/// # Errors
/// `sample.clinicians`, `sample.weeks`, `sample.seed`: a number outside its range; what was open stays open.
pub fn sample(desk: &mut Desk, request: SampleRequest) -> Result<OpenReply> {
    check(&request)?;
    desk.open(sample::sample(&request));
    validate(desk, EmptyRequest {})
}

fn check(request: &SampleRequest) -> Result<()> {
    if !(1..=MAX_CLINICIANS).contains(&request.clinicians) {
        let message = format!("a sample has 1 to {MAX_CLINICIANS} clinicians: choose a number in that range");
        return Err(Error::new("sample.clinicians", message).at("clinicians"));
    }
    if request.weeks.is_some_and(|weeks| weeks > MAX_WEEKS) {
        let message = format!("a sample has 0 to {MAX_WEEKS} weeks of history: choose a number in that range");
        return Err(Error::new("sample.weeks", message).at("weeks"));
    }
    if request.seed > MAX_SEED {
        let message = "a seed is a whole number from 0 to 9007199254740991: choose one in that range";
        return Err(Error::new("sample.seed", message).at("seed"));
    }
    Ok(())
}
