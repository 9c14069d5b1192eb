//! One cell, or one JSON value, to the value of a column. Says what is wrong in words; never guesses silently.

use serde_json::Value;

use crate::model::calendar::{Date, DateTime, WeekHours};
use crate::model::columns::{Choice, Type, fold};
use crate::model::raw::{Cell, is_literal, split_list, unguard};

use super::limits::MAX_CELL_CHARS;
use super::moments::{self, DateOrder, Moment, NotAMoment};
use super::numbers::{self, DecimalMark, Digits, NotANumber};

/// How the cells of one column are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Reading {
    pub(super) mark: Option<DecimalMark>,
    pub(super) order: Option<DateOrder>,
    /// A plain number in a column of minutes counts hours.
    pub(super) in_hours: bool,
    /// A plain number in a column of money counts cents.
    pub(super) in_cents: bool,
    /// Dates of the column are ambiguous, and that was reported for the column as a whole.
    pub(super) is_open: bool,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) code: &'static str,
    pub(super) cause: String,
    pub(super) action: String,
}

/// Something that was done to a value and is worth one remark per column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Remark {
    /// Seconds were cut.
    Seconds,
    /// A date without a time became midnight.
    NoTime,
    /// A time of day was cut from a date.
    CutTime,
    /// A number without a date format was read as a spreadsheet's day number.
    DayNumber,
    /// A number of more than 15 digits stands for an id.
    LongNumber,
}

fn wrong(code: &'static str, cause: impl Into<String>, action: impl Into<String>) -> Wrong {
    Wrong {
        code,
        cause: cause.into(),
        action: action.into(),
    }
}

/// A short, printable piece of the user's text.
pub(super) fn excerpt(text: &str) -> String {
    let mut short: String = text
        .chars()
        .take(40)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    format!("`{short}`")
}

/// The value of a cell, or none if it is blank.
pub(super) fn convert(
    cell: &Cell,
    kind: &Type,
    reading: Reading,
    remarks: &mut Vec<Remark>,
) -> Result<Option<Value>, Wrong> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Error { error } => Err(wrong(
            "cell.formula_error",
            format!("{} is the failed result of a formula", excerpt(error)),
            "correct the formula or type the value",
        )),
        Cell::Text(text) => {
            if text.len() > MAX_CELL_CHARS && text.chars().nth(MAX_CELL_CHARS).is_some() {
                return Err(wrong(
                    "cell.too_long",
                    format!("the text has more than {MAX_CELL_CHARS} letters"),
                    "shorten it",
                ));
            }
            let meant = unguard(text);
            if meant.is_empty() && !is_literal(text) {
                return Ok(None);
            }
            from_text(meant, kind, reading, remarks).map(Some)
        }
        Cell::YesNo(yes) => match kind {
            Type::YesNo => Ok(Some(Value::Bool(*yes))),
            _ => from_text(if *yes { "yes" } else { "no" }, kind, reading, remarks).map(Some),
        },
        Cell::Number(number) => from_number(*number, kind, reading, remarks).map(Some),
        Cell::Moment { moment } => match kind {
            Type::Minutes { .. } => from_text(moment, kind, reading, remarks).map(Some),
            // Dates that the file types as dates are ISO already: no order is to be guessed.
            _ => from_text(moment, kind, Reading { order: None, ..reading }, remarks).map(Some),
        },
    }
}

fn from_text(text: &str, kind: &Type, reading: Reading, remarks: &mut Vec<Remark>) -> Result<Value, Wrong> {
    match kind {
        Type::Text => Ok(Value::from(text)),
        Type::Id | Type::Reference(_) => Ok(Value::from(text)),
        Type::Integer { .. } | Type::Decimal { .. } | Type::Money { .. } => {
            let digits = numbers::parse(text, reading.mark).map_err(|error| not_a_number(text, error))?;
            from_digits(&digits, kind, reading)
        }
        Type::Minutes { min, max } => {
            let minutes =
                numbers::minutes(text, reading.in_hours, reading.mark).map_err(|error| not_a_duration(text, error))?;
            in_range(minutes, *min, *max, "minutes")
        }
        Type::Clock => clock_of(text).map(Value::from),
        Type::YesNo => yes_no(text).map(Value::Bool),
        Type::Choice(choices) => choice(text, choices).map(Value::from),
        Type::Date => {
            let moment = moments::parse(text, reading.order).map_err(|error| not_a_moment(text, error, kind))?;
            let date = moment.date.ok_or_else(|| not_a_moment(text, NotAMoment::Text, kind))?;
            if moment.minute.is_some_and(|minute| minute != 0) {
                remarks.push(Remark::CutTime);
            }
            Ok(Value::from(date.to_string()))
        }
        Type::DateTime => {
            let moment = moments::parse(text, reading.order).map_err(|error| not_a_moment(text, error, kind))?;
            date_time(moment, remarks)
                .map(|moment| Value::from(moment.to_string()))
                .ok_or_else(|| not_a_moment(text, NotAMoment::Text, kind))
        }
        Type::Hours => hours(text).map(Value::from),
        Type::List(of) => {
            let mut values = Vec::new();
            for item in split_list(text) {
                match (week_range(&item), of) {
                    (Some(days), Type::Choice(choices)) => {
                        for day in days {
                            values.push(Value::from(choice(&day, choices)?));
                        }
                    }
                    _ => values.push(from_text(&item, of, reading, remarks)?),
                }
            }
            Ok(Value::Array(values))
        }
    }
}

fn from_number(number: f64, kind: &Type, reading: Reading, remarks: &mut Vec<Remark>) -> Result<Value, Wrong> {
    let plain = number.to_string();
    match kind {
        Type::Text | Type::Id | Type::Reference(_) => {
            if number.abs() >= 1e15 {
                remarks.push(Remark::LongNumber);
            }
            Ok(Value::from(plain))
        }
        Type::Date | Type::DateTime => {
            let moment = day_number(number).ok_or_else(|| not_a_moment(&plain, NotAMoment::Text, kind))?;
            remarks.push(Remark::DayNumber);
            from_text(&moment, kind, reading, remarks)
        }
        Type::Clock if (0.0..1.0).contains(&number) => Ok(Value::from(libm::round(number * 1440.0) as i64)),
        // Cells that are typed as numbers have a decimal point whatever the program shows.
        _ => from_text(
            &plain,
            kind,
            Reading {
                mark: Some(DecimalMark::Point),
                ..reading
            },
            remarks,
        ),
    }
}

/// A spreadsheet's day number (days since the end of 1899) as text; only where it falls in the years 2000 to 2099.
fn day_number(number: f64) -> Option<String> {
    if !(36_526.0..73_051.0).contains(&number) {
        return None;
    }
    let base = Date(jiff::civil::date(1899, 12, 30));
    let minute = libm::round((number - libm::floor(number)) * 1440.0) as i32;
    Some(base.plus_days(libm::floor(number) as i32).at_minute(minute).to_string())
}

fn from_digits(digits: &Digits, kind: &Type, reading: Reading) -> Result<Value, Wrong> {
    match *kind {
        Type::Integer { unit, min, max } => {
            let number = digits
                .scaled(0)
                .ok_or_else(|| not_whole(&digits.to_f64().to_string(), min, max))?;
            in_range(number, min, max, unit)
        }
        Type::Money { max } => {
            let decimals = if reading.in_cents { 0 } else { 2 };
            let cents = digits.scaled(decimals).ok_or_else(|| {
                wrong(
                    "cell.not_cents",
                    format!("{} is not an amount of whole cents", digits.to_f64()),
                    "give an amount like 36.50",
                )
            })?;
            in_range(cents, 0, max, "cents")
        }
        Type::Decimal { min, max, .. } => decimal_in_range(digits.to_f64(), min, max),
        _ => Err(wrong(
            "cell.not_a_number",
            "no number belongs here",
            "see the list of columns",
        )),
    }
}

fn in_range(number: i64, min: i64, max: i64, unit: &str) -> Result<Value, Wrong> {
    if (min..=max).contains(&number) {
        return Ok(Value::from(number));
    }
    Err(wrong(
        "cell.out_of_range",
        format!("{number} is outside {min} to {max} {unit}")
            .trim_end()
            .to_string(),
        "correct the number",
    ))
}

fn decimal_in_range(number: f64, min: f64, max: f64) -> Result<Value, Wrong> {
    if number.is_finite() && (min..=max).contains(&number) {
        return Ok(Value::from(number));
    }
    Err(wrong(
        "cell.out_of_range",
        format!("{number} is outside {min} to {max}"),
        "correct the number",
    ))
}

fn not_whole(number: &str, min: i64, max: i64) -> Wrong {
    wrong(
        "cell.not_whole",
        format!("{} is not a whole number", excerpt(number)),
        format!("give a whole number from {min} to {max}"),
    )
}

fn not_a_number(text: &str, error: NotANumber) -> Wrong {
    match error {
        NotANumber::Text => wrong(
            "cell.not_a_number",
            format!("{} is not a number", excerpt(text)),
            "give a number such as 12 or 1.5",
        ),
        NotANumber::Ambiguous => wrong(
            "cell.ambiguous_number",
            format!("the comma in {} may separate thousands or decimals", excerpt(text)),
            "say which in the import, or write the number without a comma",
        ),
    }
}

fn not_a_duration(text: &str, error: NotANumber) -> Wrong {
    match error {
        NotANumber::Text => wrong(
            "cell.not_a_duration",
            format!("{} is not a duration in whole minutes", excerpt(text)),
            "give minutes such as 50, or 1:30, or 1.5 h",
        ),
        NotANumber::Ambiguous => not_a_number(text, error),
    }
}

fn not_a_moment(text: &str, error: NotAMoment, kind: &Type) -> Wrong {
    let example = if *kind == Type::Date {
        "2026-11-23"
    } else {
        "2026-11-23T09:30"
    };
    match error {
        NotAMoment::Text => wrong(
            "cell.not_a_date",
            format!("{} is not a date that exists", excerpt(text)),
            format!("write it like {example}"),
        ),
        NotAMoment::Ambiguous => wrong(
            "cell.ambiguous_date",
            format!("day and month of {} cannot be told apart", excerpt(text)),
            "say in the import which comes first, or export dates like 2026-11-23",
        ),
        NotAMoment::Zone => wrong(
            "cell.time_zone",
            format!("{} carries a time zone", excerpt(text)),
            "export times as local time of the site, without a zone",
        ),
    }
}

fn date_time(moment: Moment, remarks: &mut Vec<Remark>) -> Option<DateTime> {
    if moment.had_seconds {
        remarks.push(Remark::Seconds);
    }
    if moment.minute.is_none() {
        remarks.push(Remark::NoTime);
    }
    Some(moment.date?.at_minute(moment.minute.unwrap_or(0)))
}

/// Minute of the day of `07:00`, `7:00 am`, or of a plain number of minutes.
fn clock_of(text: &str) -> Result<i64, Wrong> {
    let minute = match moments::parse(text, None) {
        Ok(Moment {
            minute: Some(minute), ..
        }) => Some(minute),
        _ => text.parse().ok().filter(|minute| (0..=1440).contains(minute)),
    };
    minute.map(i64::from).ok_or_else(|| {
        wrong(
            "cell.not_a_time",
            format!("{} is not a time of day", excerpt(text)),
            "write it like 07:00",
        )
    })
}

fn yes_no(text: &str) -> Result<bool, Wrong> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "t" | "1" | "x" | "on" => Ok(true),
        "no" | "n" | "false" | "f" | "0" | "off" => Ok(false),
        _ => Err(wrong(
            "cell.not_yes_or_no",
            format!("{} is neither yes nor no", excerpt(text)),
            "write yes or no",
        )),
    }
}

fn choice(text: &str, choices: &'static [Choice]) -> Result<&'static str, Wrong> {
    let key = fold(text);
    let by_name = choices.iter().find(|choice| fold(choice.name) == key);
    let found = by_name.or_else(|| {
        choices
            .iter()
            .find(|choice| choice.synonyms.iter().any(|synonym| fold(synonym) == key))
    });
    found
        .map(|choice| choice.name)
        .ok_or_else(|| unknown_choice(text, choices))
}

fn unknown_choice(text: &str, choices: &[Choice]) -> Wrong {
    let names: Vec<&str> = choices.iter().map(|choice| choice.name).collect();
    wrong(
        "cell.unknown_choice",
        format!("{} is not one of the words for this column", excerpt(text)),
        format!("write one of {}", names.join(", ")),
    )
}

/// The weekdays of `Mon-Fri`; none if the text is no such range.
fn week_range(text: &str) -> Option<Vec<String>> {
    let (from, to) = text.split_once('-')?;
    let day_names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let day = |text: &str| {
        let key = text.trim().get(..3)?.to_ascii_lowercase();
        day_names.iter().position(|&name| name == key)
    };
    let (from, to) = (day(from)?, day(to)?);
    let length = (to + 7 - from) % 7;
    Some(
        (0..=length)
            .map(|step| day_names[(from + step) % 7].to_string())
            .collect(),
    )
}

fn hours(text: &str) -> Result<String, Wrong> {
    if ["none", "closed", "off", "-"].contains(&text.to_lowercase().as_str()) {
        return Ok(String::new());
    }
    let hours: Result<WeekHours, String> = text.parse();
    hours.map(|hours| hours.to_string()).map_err(|cause| {
        wrong(
            "cell.not_hours",
            cause,
            "write hours like `Mon-Fri 08:00-16:30; Sat 09:00-12:00`, two windows for a night, or none",
        )
    })
}

/// The value of a JSON field, checked against its column.
pub(super) fn check(value: &Value, kind: &Type) -> Result<Value, Wrong> {
    match (kind, value) {
        (Type::Text, Value::String(text)) if text.len() <= MAX_CELL_CHARS => Ok(value.clone()),
        (Type::Id | Type::Reference(_), Value::String(text)) if text.len() <= MAX_CELL_CHARS => Ok(value.clone()),
        // Whole numbers as ids keep every digit; with a fraction or an exponent they may not.
        (Type::Text | Type::Id | Type::Reference(_), Value::Number(number)) if number.is_i64() || number.is_u64() => {
            Ok(Value::from(number.to_string()))
        }
        (Type::Integer { unit, min, max }, Value::Number(number)) => {
            in_range(whole(number, *min, *max)?, *min, *max, unit)
        }
        (Type::Minutes { min, max }, Value::Number(number)) => {
            in_range(whole(number, *min, *max)?, *min, *max, "minutes")
        }
        (Type::Clock, Value::Number(number)) => in_range(whole(number, 0, 1440)?, 0, 1440, "minutes"),
        (Type::Money { max }, Value::Number(number)) => in_range(whole(number, 0, *max)?, 0, *max, "cents"),
        (Type::Decimal { min, max, .. }, Value::Number(number)) => {
            decimal_in_range(number.as_f64().unwrap_or(f64::NAN), *min, *max)
        }
        (Type::YesNo, Value::Bool(_)) => Ok(value.clone()),
        (Type::Choice(choices), Value::String(text)) => choices
            .iter()
            .find(|choice| choice.name == text)
            .map(|choice| Value::from(choice.name))
            .ok_or_else(|| unknown_choice(text, choices)),
        (Type::Date, Value::String(text)) => text
            .parse()
            .map(|date: Date| Value::from(date.to_string()))
            .map_err(|_| not_a_moment(text, NotAMoment::Text, kind)),
        (Type::DateTime, Value::String(text)) => text
            .parse()
            .map(|moment: DateTime| Value::from(moment.to_string()))
            .map_err(|_| not_a_moment(text, NotAMoment::Text, kind)),
        (Type::Hours, Value::String(text)) if text.is_empty() => Ok(value.clone()),
        (Type::Hours, Value::String(text)) => hours(text).map(Value::from),
        (Type::List(of), Value::Array(items)) => items
            .iter()
            .map(|item| check(item, of))
            .collect::<Result<_, _>>()
            .map(Value::Array),
        (Type::Text | Type::Id | Type::Reference(_), Value::String(_)) => Err(wrong(
            "cell.too_long",
            format!("the text has more than {MAX_CELL_CHARS} bytes"),
            "shorten it",
        )),
        _ => Err(wrong(
            "value.wrong_type",
            format!("{} stands where {} belongs", what_is(value), what_belongs(kind)),
            "correct the value",
        )),
    }
}

fn whole(number: &serde_json::Number, min: i64, max: i64) -> Result<i64, Wrong> {
    let from_float = || {
        let float = number.as_f64()?;
        let is_whole = libm::floor(float) == float && float.abs() < 9_007_199_254_740_992.0;
        is_whole.then_some(float as i64)
    };
    number
        .as_i64()
        .or_else(from_float)
        .ok_or_else(|| not_whole(&number.to_string(), min, max))
}

pub(super) fn what_is(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// What a column holds, in words.
pub(super) fn what_belongs(kind: &Type) -> &'static str {
    match kind {
        Type::Text => "text",
        Type::Id | Type::Reference(_) => "an id",
        Type::Integer { .. } => "a whole number",
        Type::Minutes { .. } | Type::Clock => "a number of minutes",
        Type::Decimal { .. } => "a number",
        Type::Money { .. } => "an amount in cents",
        Type::YesNo => "true or false",
        Type::Choice(_) => "one of a few words",
        Type::Date => "a date",
        Type::DateTime => "a date and time",
        Type::Hours => "hours of the week",
        Type::List(_) => "a list",
    }
}

/// A date and time from two cells.
pub(super) fn combine(
    date: &Cell,
    time: &Cell,
    reading: Reading,
    remarks: &mut Vec<Remark>,
) -> Result<Option<Value>, Wrong> {
    let (date_found, time_found) = (moment_of(date, reading)?, moment_of(time, reading)?);
    let Some(on) = date_found.and_then(|moment| moment.date) else {
        return match time_found {
            Some(_) => Err(not_a_moment(&date.shown(), NotAMoment::Text, &Type::Date)),
            None => Ok(None),
        };
    };
    let clock = time_found.or(date_found).unwrap_or_default();
    let moment = Moment {
        date: Some(on),
        ..clock
    };
    Ok(date_time(moment, remarks).map(|moment| Value::from(moment.to_string())))
}

/// The length of a session in minutes from its start and a cell with its end.
pub(super) fn length_until(
    end: &Cell,
    start: Option<&str>,
    kind: &Type,
    reading: Reading,
) -> Result<Option<Value>, Wrong> {
    let (Some(end), Some(Ok(start))) = (moment_of(end, reading)?, start.map(str::parse::<DateTime>)) else {
        return Ok(None);
    };
    let end = end.date.unwrap_or(start.date()).at_minute(end.minute.unwrap_or(0));
    let minutes = i64::from(end.minutes_since(start.date())) - i64::from(start.minute_of_day());
    if minutes <= 0 {
        return Err(wrong(
            "cell.end_before_start",
            "it ends when or before it starts",
            "correct the end, or give the length in minutes",
        ));
    }
    let Type::Minutes { min, max } = *kind else {
        return Ok(None);
    };
    in_range(minutes, min, max, "minutes").map(Some)
}

fn moment_of(cell: &Cell, reading: Reading) -> Result<Option<Moment>, Wrong> {
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::Number(number) if (0.0..1.0).contains(number) => {
            let minute = libm::round(number * 1440.0) as i32;
            return Ok(Some(Moment {
                minute: Some(minute),
                ..Moment::default()
            }));
        }
        Cell::Number(number) => day_number(*number).unwrap_or_else(|| number.to_string()),
        Cell::Error { .. } => {
            convert(cell, &Type::DateTime, reading, &mut Vec::new())?;
            return Ok(None);
        }
        other => other.shown(),
    };
    let text = unguard(&text);
    if text.is_empty() {
        return Ok(None);
    }
    moments::parse(text, reading.order)
        .map(Some)
        .map_err(|error| not_a_moment(text, error, &Type::DateTime))
}
