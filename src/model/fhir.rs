//! The words that reader and writer of FHIR R4 share: where our tables go, what codes mean, how times of the site
//! become instants and back.
//!
//! Sources: the R4 (4.0.1) definitions of the resources and of the code systems named below; the authorized quantity
//! of a preauthorization stands in the extensions of the Da Vinci PAS guide, since core R4 has no place for it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::calendar::{Date, DateTime, WeekHours, Weekday};
use super::columns::{TABLES, Table};

/// Start of the addresses of everything that R4 has no word for. Our choice: a name that RFC 2606 reserves, so that it
/// can never be somebody else's; nothing is ever loaded from it.
pub const BASE: &str = "https://rosterwell.example/fhir/";

/// Longest id of a resource, letters [R4, id].
pub const MAX_ID: usize = 64;

/// Codes of languages [R4, Patient.communication.language].
pub const LANGUAGES: &str = "urn:ietf:bcp:47";
/// Codes of units [R4, Quantity].
pub const UCUM: &str = "http://unitsofmeasure.org";
/// Codes of measurements.
pub const LOINC: &str = "http://loinc.org";
/// Kinds of places: `si` site, `ro` room, `ho` house [R4, Location.physicalType].
pub const PHYSICAL_TYPE: &str = "http://terminology.hl7.org/CodeSystem/location-physical-type";
/// `AMB`, `HH`, `VR`, `IMP` and others [R4, Encounter.class].
pub const ACT_CODE: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
/// Purposes of use and other reasons of an act.
pub const ACT_REASON: &str = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
/// `patient-privacy` and other scopes [R4, Consent.scope].
pub const CONSENT_SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
/// What somebody does in an appointment [R4, Appointment.participant.type].
pub const PARTICIPATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
/// `EMERGENCY` and others [R4, Appointment.appointmentType].
pub const APPOINTMENT_TYPE: &str = "http://terminology.hl7.org/CodeSystem/v2-0276";
/// `pat`, `prov` and others [R4, Appointment.cancelationReason].
pub const CANCELLATION: &str = "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason";
/// What is adjudicated [R4, ClaimResponse.item.adjudication.category].
pub const ADJUDICATION: &str = "http://terminology.hl7.org/CodeSystem/adjudication";
/// Kinds of claims [R4, ClaimResponse.type].
pub const CLAIM_TYPE: &str = "http://terminology.hl7.org/CodeSystem/claim-type";
/// Latitude and longitude of an address [R4, extension geolocation].
pub const GEOLOCATION: &str = "http://hl7.org/fhir/StructureDefinition/geolocation";
/// IANA zone of a resource [extension timezone].
pub const TIMEZONE: &str = "http://hl7.org/fhir/StructureDefinition/timezone";
/// What of an item was authorized [Da Vinci PAS, extension itemAuthorizedDetail].
pub const AUTHORIZED_DETAIL: &str =
    "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-itemAuthorizedDetail";
/// When an item is authorized [Da Vinci PAS, extension itemPreAuthPeriod].
pub const PREAUTH_PERIOD: &str = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-itemPreAuthPeriod";
/// Marks a text that is empty, since R4 knows no empty texts.
pub const EMPTY_TEXT: &str = "emptyText";
/// Marks a list that is empty although it must be there.
pub const EMPTY_LIST: &str = "emptyList";
/// What is said of an absence without a reason, since R4 wants a description.
pub const AWAY: &str = "away";
/// The place of a row in its table, counted from 1.
pub const ROW: &str = "row";

/// The resource that holds a table's rows; `Basic` where R4 has none.
pub fn resource_of(table: &str) -> &'static str {
    match table {
        "sites" | "rooms" => "Location",
        "services" => "HealthcareService",
        "clinicians" => "Practitioner",
        "patients" => "Patient",
        "contacts" => "RelatedPerson",
        "orders" | "referrals" => "ServiceRequest",
        "groups" => "Group",
        "authorizations" => "ClaimResponse",
        "appointments" => "Appointment",
        "scores" => "Observation",
        "stays" => "Encounter",
        "consents" => "Consent",
        _ => "Basic",
    }
}

/// Address of the extension that holds what R4 has no place for in a row of a table, and of the code of a `Basic`.
pub fn table_url(table: &str) -> String {
    format!("{BASE}table/{table}")
}

/// The table whose rows an address stands for.
pub fn table_of_url(url: &str) -> Option<&'static Table> {
    let name = url.strip_prefix(BASE)?.strip_prefix("table/")?;
    TABLES.iter().find(|table| table.name == name)
}

/// Namespace of the ids of a table, for `identifier.system` and for codes of services.
pub fn id_system(table: &str) -> String {
    format!("{BASE}id/{table}")
}

/// The table that a namespace belongs to.
pub fn table_of_system(system: &str) -> Option<&'static Table> {
    let name = system.strip_prefix(BASE)?.strip_prefix("id/")?;
    TABLES.iter().find(|table| table.name == name)
}

/// True if a text may be the id of a resource [R4, id].
pub fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    (1..=MAX_ID).contains(&text.len()) && text.bytes().all(fits)
}

/// True if a text may be a code: no space outside, no two within, no other white space [R4, code].
pub fn is_code(text: &str) -> bool {
    let fits = |letter: char| letter == ' ' || !(letter.is_whitespace() || letter.is_control());
    !text.is_empty() && text.trim() == text && !text.contains("  ") && text.chars().all(fits)
}

/// True if a text may be a string: it says something, and holds no control characters [R4, string].
pub fn is_string(text: &str) -> bool {
    let fits = |letter: char| !letter.is_control() || matches!(letter, '\t' | '\r' | '\n');
    !text.trim().is_empty() && text.chars().all(fits)
}

/// Pairs of one of our words and the code for it. Reading takes the first pair with the code, so further pairs may
/// give other codes for the same word.
pub type Words = &'static [(&'static str, &'static str)];

/// What a consent is for, where R4 has a code [v3-PurposeOfUse]; all purposes have one of ours.
pub const PURPOSES: Words = &[("family", "FAMRQT"), ("billing", "HPAYMT")];

/// Status of an appointment [R4, Appointment.status].
pub const STATUS: Words = &[
    ("proposed", "proposed"),
    ("waitlist", "waitlist"),
    ("booked", "booked"),
    ("completed", "fulfilled"),
    ("no_show", "noshow"),
    ("cancelled", "cancelled"),
    ("void", "entered-in-error"),
    ("proposed", "pending"),
    ("booked", "arrived"),
    ("booked", "checked-in"),
];

/// Status of an actual visit [R4, Encounter.status].
pub const VISIT_STATUS: Words = &[
    ("completed", "finished"),
    ("booked", "planned"),
    ("booked", "arrived"),
    ("booked", "triaged"),
    ("booked", "in-progress"),
    ("booked", "onleave"),
    ("cancelled", "cancelled"),
    ("void", "entered-in-error"),
];

/// Who cancelled [R4, Appointment.cancelationReason].
pub const CANCELLED_BY: Words = &[("patient", "pat"), ("clinic", "prov")];

/// Way of a visit [R4, Encounter.class].
pub const VISIT_CLASS: Words = &[("in_person", "AMB"), ("home", "HH"), ("video", "VR"), ("home", "FLD")];

/// Priority 1 to 5 of an order [R4, ServiceRequest.priority].
pub const PRIORITY: Words = &[("3", "routine"), ("4", "urgent"), ("5", "stat"), ("4", "asap")];

/// Measures with a LOINC code of their own, and the unit they are counted in; the others go by their name.
pub const MEASURES: Words = &[
    ("phq9", "44261-6"),
    ("phq9_item9", "44260-8"),
    ("gad7", "70274-6"),
    ("six_minute_walk", "64098-7"),
    ("respiratory_rate", "9279-1"),
    ("pulse", "8867-4"),
    ("systolic", "8480-6"),
    ("temperature_c", "8310-5"),
    ("spo2", "59408-5"),
    ("weight_kg", "29463-7"),
    ("hemoglobin", "718-7"),
    ("sodium", "2951-2"),
    ("spo2", "2708-6"),
];

/// Units [UCUM] in which a measure is counted, where others are in use too.
pub const MEASURE_UNITS: Words = &[
    ("six_minute_walk", "m"),
    ("temperature_c", "Cel"),
    ("weight_kg", "kg"),
    ("hemoglobin", "g/dL"),
];

/// The code for one of our words.
pub fn code_of(words: Words, ours: &str) -> Option<&'static str> {
    words.iter().find(|(word, _)| *word == ours).map(|(_, code)| *code)
}

/// Our word for a code.
pub fn word_of(words: Words, code: &str) -> Option<&'static str> {
    words.iter().find(|(_, known)| *known == code).map(|(word, _)| *word)
}

/// Codes of weekdays, Monday first [R4, days-of-week].
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The code of a weekday.
pub fn day_code(day: Weekday) -> &'static str {
    DAYS[day as usize % 7]
}

/// The weekday of a code.
pub fn day_of(code: &str) -> Option<Weekday> {
    let at = DAYS.iter().position(|&day| day == code)?;
    Some(Weekday::from_index(at))
}

/// Hours of the week as R4 gives them: for each window its days, whether it is all day, and else its first and last
/// minute. Windows that return on several days stand together.
pub fn windows(hours: &WeekHours) -> Vec<(Vec<Weekday>, i32, i32)> {
    let mut grouped: Vec<(Vec<Weekday>, i32, i32)> = Vec::new();
    for &(day, from, to) in hours.windows() {
        match grouped.iter_mut().find(|window| (window.1, window.2) == (from, to)) {
            Some(window) => window.0.push(day),
            None => grouped.push((vec![day], from, to)),
        }
    }
    grouped
}

/// A civil time of the site as an instant with its offset, if it can be read back: not if clocks are put forward over
/// it, and not at the ends of the calendar. Of a time that happens twice the first is meant. Without a zone the site's
/// clocks are taken to show UTC.
pub fn instant(zone: Option<&TimeZone>, moment: DateTime) -> Option<String> {
    let utc = TimeZone::UTC;
    let zone = zone.unwrap_or(&utc);
    let stamp = zone.to_ambiguous_timestamp(moment.0).compatible().ok()?;
    let offset = zone.to_offset(stamp);
    if offset.to_datetime(stamp) != moment.0 || moment.0.year() < 1 {
        return None;
    }
    let seconds = offset.seconds();
    if seconds % 60 != 0 {
        return None;
    }
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    Some(format!("{moment}:00{sign}{:02}:{:02}", minutes / 60, minutes % 60))
}

/// What an R4 date, dateTime or instant says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A day, perhaps of a month or year of which nothing more is known; then its first day.
    Day(Date),
    /// A civil time of the site; true if seconds were cut.
    Time(DateTime, bool),
}

impl Moment {
    /// The day.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(moment, _) => moment.date(),
        }
    }

    /// The moment; midnight of a day.
    pub fn moment(self) -> DateTime {
        match self {
            Self::Day(date) => date.at_minute(0),
            Self::Time(moment, _) => moment,
        }
    }
}

/// Reads `2026`, `2026-11`, `2026-11-23`, a civil time, or an instant with an offset, which becomes time of the site.
pub fn parse_moment(zone: Option<&TimeZone>, text: &str) -> Option<Moment> {
    let text = text.trim();
    let is_day = |text: &str| {
        text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        })
    };
    match text.len() {
        4 | 7 if is_day(text) => {
            let rest = if text.len() == 4 { "-01-01" } else { "-01" };
            format!("{text}{rest}").parse().ok().map(Moment::Day)
        }
        10 if is_day(text) => text.parse().ok().map(Moment::Day),
        _ if !text.contains('T') => None,
        _ => {
            let civil = match text.parse::<Timestamp>() {
                Ok(stamp) => zone.unwrap_or(&TimeZone::UTC).to_datetime(stamp),
                Err(_) => text.parse().ok()?,
            };
            let whole = civil.date().at(civil.hour(), civil.minute(), 0, 0);
            Some(Moment::Time(DateTime(whole), whole != civil))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::zones::zone;
    use super::*;

    #[test]
    fn instants_read_back_unless_clocks_pass_over_them() {
        let cases = [
            (
                "America/New_York",
                "2026-11-23T09:30",
                Some("2026-11-23T09:30:00-05:00"),
            ),
            (
                "America/New_York",
                "2026-07-01T00:00",
                Some("2026-07-01T00:00:00-04:00"),
            ),
            ("America/New_York", "2027-03-14T02:30", None),
            (
                "America/New_York",
                "2026-11-01T01:30",
                Some("2026-11-01T01:30:00-04:00"),
            ),
            ("Asia/Kathmandu", "2026-11-23T02:30", Some("2026-11-23T02:30:00+05:45")),
            ("UTC", "2026-11-23T02:30", Some("2026-11-23T02:30:00+00:00")),
        ];
        for (name, moment, text) in cases {
            let zone = zone(name).unwrap();
            let moment: DateTime = moment.parse().unwrap();
            let written = instant(Some(&zone), moment);
            assert_eq!(written.as_deref(), text, "{name} {moment}");
            if let Some(text) = written {
                assert_eq!(parse_moment(Some(&zone), &text), Some(Moment::Time(moment, false)));
            }
        }
    }

    #[test]
    fn dates_and_times_are_read_as_far_as_they_go() {
        let zone = zone("America/New_York").unwrap();
        let day = |text: &str| Some(Moment::Day(text.parse().unwrap()));
        let time = |text: &str, cut| Some(Moment::Time(text.parse().unwrap(), cut));
        for (text, expected) in [
            ("2026", day("2026-01-01")),
            ("2026-02", day("2026-02-01")),
            ("2026-02-28", day("2026-02-28")),
            ("2026-02-30", None),
            ("2026-11-23T14:30:00Z", time("2026-11-23T09:30", false)),
            ("2026-11-23T14:30:59.123Z", time("2026-11-23T09:30", true)),
            ("2026-11-24T01:00:00+10:00", time("2026-11-23T10:00", false)),
            ("2026-11-23T09:30:00", time("2026-11-23T09:30", false)),
            ("2026-11-23T25:30:00Z", None),
            ("next week", None),
            ("", None),
        ] {
            assert_eq!(parse_moment(Some(&zone), text), expected, "{text}");
        }
    }

    #[test]
    fn words_and_codes_read_back() {
        for words in [
            STATUS,
            VISIT_STATUS,
            CANCELLED_BY,
            VISIT_CLASS,
            PRIORITY,
            MEASURES,
            PURPOSES,
        ] {
            for (word, code) in words {
                let first = code_of(words, word).unwrap();
                assert_eq!(word_of(words, first), Some(*word), "{word} {code}");
            }
        }
    }
}
