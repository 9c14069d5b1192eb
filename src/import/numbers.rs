//! Numbers as people write them: decimal point or comma, thousands, currency signs, durations.

use serde::{Deserialize, Serialize};

/// The sign between whole and fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// A decimal number without loss: sign, digits before and after the mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    negative: bool,
    whole: String,
    fraction: String,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotANumber {
    /// It is something else.
    Text,
    /// `1,234` may be a thousand or one and a bit.
    Ambiguous,
}

impl Digits {
    /// The number as a float.
    pub(super) fn to_f64(&self) -> f64 {
        self.text().parse().unwrap_or(f64::NAN)
    }

    /// The number times `scale`, a power of ten, if that is whole and fits.
    pub(super) fn scaled(&self, decimals: usize) -> Option<i64> {
        let fraction = self.fraction.trim_end_matches('0');
        if fraction.len() > decimals {
            return None;
        }
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}{fraction:0<decimals$}", self.whole).parse().ok()
    }

    fn text(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}.{}", self.whole, self.fraction)
    }
}

/// Takes off what stands around a number: space, currency, a plus, brackets for minus.
fn bare(text: &str) -> (bool, String) {
    let text = text.trim();
    let (bracketed, text) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => (false, text),
    };
    let around = |letter: char| letter.is_whitespace() || "$€£".contains(letter);
    let mut text = text.trim_matches(around);
    for code in ["USD", "EUR", "GBP"] {
        text = text
            .trim_start_matches(code)
            .trim_end_matches(code)
            .trim_matches(around);
    }
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let spaces = |letter: &char| !(letter.is_whitespace() || "'’$€£".contains(*letter));
    (negative != bracketed, text.chars().filter(spaces).collect())
}

/// What a number in a file proves about its decimal mark, if it proves anything.
pub(super) fn evidence(text: &str) -> Option<DecimalMark> {
    let (_, bare) = bare(text);
    if bare.is_empty()
        || !bare
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == '.' || letter == ',')
    {
        return None;
    }
    let marks = |mark: char| bare.matches(mark).count();
    match (marks('.'), marks(',')) {
        (0, 0) => None,
        (0, 1) => (!is_ambiguous(&bare, ',')).then_some(DecimalMark::Comma),
        (1, 0) => (!is_ambiguous(&bare, '.')).then_some(DecimalMark::Point),
        (0, _) => Some(DecimalMark::Point),
        (_, 0) => Some(DecimalMark::Comma),
        _ if bare.rfind('.') > bare.rfind(',') => Some(DecimalMark::Point),
        _ => Some(DecimalMark::Comma),
    }
}

/// True for `1,234`: one mark that may separate thousands as well.
fn is_ambiguous(bare: &str, mark: char) -> bool {
    let Some((whole, rest)) = bare.split_once(mark) else {
        return false;
    };
    rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
}

/// Reads a number. Without a known mark a point is a decimal point, and a comma that may be either is refused.
pub(super) fn parse(text: &str, mark: Option<DecimalMark>) -> Result<Digits, NotANumber> {
    let (negative, bare) = bare(text);
    if let Some(digits) = exponent(&bare, negative) {
        return Ok(digits);
    }
    let mark = match mark.or_else(|| evidence(&bare)) {
        Some(mark) => mark,
        None if is_ambiguous(&bare, ',') => return Err(NotANumber::Ambiguous),
        None => DecimalMark::Point,
    };
    let (decimal, thousands) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (whole, fraction) = bare.split_once(decimal).unwrap_or((&bare, ""));
    let mut groups = whole.split(thousands);
    let first = groups.next().unwrap_or_default();
    let mut whole = String::from(first);
    for group in groups {
        if group.len() != 3 || first.is_empty() {
            return Err(NotANumber::Text);
        }
        whole.push_str(group);
    }
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !all_digits(&whole) || !all_digits(fraction) {
        return Err(NotANumber::Text);
    }
    Ok(Digits {
        negative,
        whole: if whole.is_empty() { "0".into() } else { whole },
        fraction: fraction.into(),
    })
}

/// `1.5e3`, as spreadsheets write large and small numbers.
fn exponent(bare: &str, negative: bool) -> Option<Digits> {
    let shape = |letter: char| letter.is_ascii_digit() || ".eE+-".contains(letter);
    if !bare.contains(['e', 'E'])
        || !bare.starts_with(|letter: char| letter.is_ascii_digit())
        || !bare.chars().all(shape)
    {
        return None;
    }
    let value: f64 = bare.parse().ok().filter(|value: &f64| value.is_finite())?;
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    Some(Digits {
        negative,
        whole: whole.into(),
        fraction: fraction.into(),
    })
}

/// Minutes of a duration: `90`, `90 min`, `1:30`, `1h 30m`, `1.5 h`. A plain number counts hours if `in_hours`;
/// hours with decimals, as payroll writes them, are rounded to the minute.
pub(super) fn minutes(text: &str, in_hours: bool, mark: Option<DecimalMark>) -> Result<i64, NotANumber> {
    let text = text.trim().to_lowercase();
    if let Some((hours, rest)) = text.split_once(':') {
        let (hours, rest) = (parse(hours, mark)?, rest.split(':').next().unwrap_or_default());
        let minutes: i64 = rest.parse().map_err(|_| NotANumber::Text)?;
        let hours = hours
            .scaled(0)
            .filter(|_| (0..60).contains(&minutes) && rest.len() == 2);
        return hours
            .and_then(|hours| hours.checked_mul(60)?.checked_add(minutes))
            .ok_or(NotANumber::Text);
    }
    let units = text.find(|letter: char| letter.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(units);
    let word = |words: &[&str]| words.contains(&unit.trim_end_matches('.').trim());
    if unit.is_empty() || word(&["m", "min", "mins", "minute", "minutes"]) {
        return whole_minutes(&parse(number, mark)?, in_hours && unit.is_empty());
    }
    if word(&["h", "hr", "hrs", "hour", "hours", "std"]) {
        return whole_minutes(&parse(number, mark)?, true);
    }
    let (_, rest) = unit.split_at(
        unit.find(|letter: char| letter.is_ascii_digit())
            .ok_or(NotANumber::Text)?,
    );
    if !unit.starts_with('h') {
        return Err(NotANumber::Text);
    }
    let hours = whole_minutes(&parse(number, mark)?, true)?;
    let minutes = rest.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.' || letter == ' ');
    Ok(hours.saturating_add(whole_minutes(&parse(minutes, mark)?, false)?))
}

fn whole_minutes(digits: &Digits, in_hours: bool) -> Result<i64, NotANumber> {
    if !in_hours {
        return digits.scaled(0).ok_or(NotANumber::Text);
    }
    let minutes = libm::round(digits.to_f64() * 60.0);
    if minutes.abs() < 1e9 {
        Ok(minutes as i64)
    } else {
        Err(NotANumber::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_thousands() {
        use DecimalMark::{Comma, Point};
        let rows = [
            ("36", None, Some(3600)),
            ("$1,234.50", None, Some(123_450)),
            ("1.234,5 €", None, Some(123_450)),
            ("1 234,50", None, Some(123_450)),
            ("(12.25)", None, Some(-1225)),
            ("−3", None, Some(-300)),
            (".5", None, Some(50)),
            ("1,234", Some(Point), Some(123_400)),
            ("1,23", Some(Comma), Some(123)),
            ("1.234", Some(Comma), Some(123_400)),
            ("1.5e3", None, Some(150_000)),
            ("1.234", None, None),
            ("1,234", None, None),
            ("12,34,5", None, None),
            ("NaN", None, None),
            ("inf", None, None),
            ("1e999", None, None),
            ("", None, None),
            ("-", None, None),
            (".", None, None),
            ("0x10", None, None),
            ("99999999999999999999", None, None),
        ];
        for (text, mark, cents) in rows {
            let found = parse(text, mark).ok().and_then(|digits| digits.scaled(2));
            assert_eq!(found, cents, "{text} {mark:?}");
        }
        assert_eq!(parse("1,234", None), Err(NotANumber::Ambiguous));
        assert_eq!(evidence("1,5"), Some(Comma));
        assert_eq!(evidence("0,125"), Some(Comma));
        assert_eq!(evidence("1,234,567"), Some(Point));
        assert_eq!(evidence("1.234"), None);
    }

    #[test]
    fn durations() {
        let rows = [
            ("90", false, Some(90)),
            ("90 min", true, Some(90)),
            ("1:30", false, Some(90)),
            ("1h30", false, Some(90)),
            ("1 h 30 min", false, Some(90)),
            ("1.5 h", false, Some(90)),
            ("1.5", true, Some(90)),
            ("7.58", true, Some(455)),
            ("40 h", false, Some(2400)),
            ("1.5", false, None),
            ("1:75", false, None),
            ("soon", false, None),
            ("5 days", false, None),
            ("é5", false, None),
        ];
        for (text, in_hours, expected) in rows {
            assert_eq!(minutes(text, in_hours, None).ok(), expected, "{text}");
        }
    }
}
