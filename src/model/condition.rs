//! Conditions of triage rules as people write them: `phq9 >= 20`, `phase = detox | residential`.
//!
//! A condition is asked of facts that may be unknown or known only within a range, so the answer has three values. An
//! unknown answer is never taken for `no`.
//!
//! ```
//! use rosterwell_base::model::condition::{Condition, Truth};
//! let condition: Condition = "news2 >= 5".parse().unwrap();
//! assert_eq!(condition.of_range(3.0, 9.0), Truth::Unknown);
//! ```

use std::str::FromStr;

/// Facts whose values are words; every other fact is a number.
pub const WORD_FACTS: [&str; 9] = [
    "phase",
    "level_of_care",
    "service",
    "kind",
    "discipline",
    "site",
    "modality",
    "telehealth",
    "referral_emergency",
];

/// An answer to a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    No,
    /// It cannot be said from what is known.
    Unknown,
    /// It holds.
    Yes,
}

impl Truth {
    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

/// How a fact is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `<`
    Below,
    /// `=`
    Is,
    /// `!=`
    IsNot,
}

/// What a fact is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A number.
    Number(f64),
    /// Any of these words, in lower case.
    Words(Vec<String>),
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The fact it asks about.
    pub fact: String,
    /// How it is compared.
    pub comparison: Comparison,
    /// With what.
    pub operand: Operand,
}

/// Longer signs first, so that `>=` is not read as `>`.
const SIGNS: [(&str, Comparison); 6] = [
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("!=", Comparison::IsNot),
    (">", Comparison::Above),
    ("<", Comparison::Below),
    ("=", Comparison::Is),
];

impl FromStr for Condition {
    type Err = &'static str;

    /// # Errors
    /// What is wrong with the text.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let at = text
            .find(['<', '>', '!', '='])
            .ok_or("there is no comparison in it: one of >= <= > < = !=")?;
        let (fact, rest) = text.split_at(at);
        let (sign, comparison) = SIGNS
            .iter()
            .find(|(sign, _)| rest.starts_with(sign))
            .ok_or("`!` alone is no comparison")?;
        let fact = fact.trim();
        let known = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "_.".contains(letter);
        if fact.is_empty() || !fact.chars().all(known) {
            return Err("it does not begin with a fact: lower-case letters, digits, `_` and `.`");
        }
        let value = rest[sign.len()..].trim();
        let operand = if WORD_FACTS.contains(&fact) {
            words(value, *comparison)?
        } else {
            let number = value.parse().ok().filter(|number: &f64| number.is_finite());
            Operand::Number(number.ok_or("what stands after the comparison is not a number")?)
        };
        Ok(Self {
            fact: fact.into(),
            comparison: *comparison,
            operand,
        })
    }
}

fn words(value: &str, comparison: Comparison) -> Result<Operand, &'static str> {
    if !matches!(comparison, Comparison::Is | Comparison::IsNot) {
        return Err("this fact is a word: compare it with = or !=");
    }
    let words: Vec<String> = value.split('|').map(|word| word.trim().to_lowercase()).collect();
    if words.iter().any(String::is_empty) {
        return Err("there is no word after the comparison, or an empty one between bars");
    }
    Ok(Operand::Words(words))
}

impl Condition {
    /// The answer for a number that is known to lie between two values, both included; infinite if nothing is known.
    pub fn of_range(&self, low: f64, high: f64) -> Truth {
        let Operand::Number(limit) = self.operand else {
            return Truth::Unknown;
        };
        let settled = |all: bool, none: bool| match (all, none) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::No,
            _ => Truth::Unknown,
        };
        let equal = || settled(low == limit && high == limit, limit < low || limit > high);
        match self.comparison {
            Comparison::AtLeast => settled(low >= limit, high < limit),
            Comparison::AtMost => settled(high <= limit, low > limit),
            Comparison::Above => settled(low > limit, high <= limit),
            Comparison::Below => settled(high < limit, low >= limit),
            Comparison::Is => equal(),
            Comparison::IsNot => equal().not(),
        }
    }

    /// The answer for a fact that is some of these words.
    pub fn of_words(&self, is: &[&str]) -> Truth {
        let Operand::Words(words) = &self.operand else {
            return Truth::Unknown;
        };
        let any = is.iter().any(|word| words.contains(&word.to_lowercase()));
        let held = any == (self.comparison == Comparison::Is);
        if held { Truth::Yes } else { Truth::No }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_read_as_they_are_written() {
        for (text, low, high, truth) in [
            ("phq9 >= 20", 20.0, 20.0, Truth::Yes),
            ("phq9>=20", 19.0, 19.0, Truth::No),
            ("phq9 >= 20", 12.0, 27.0, Truth::Unknown),
            ("temperature > 39.1", 39.1, 39.1, Truth::No),
            ("weight_kg.change < -2.5", -3.0, -3.0, Truth::Yes),
            ("x <= 3", 3.0, 4.0, Truth::Unknown),
            ("x = 3", 3.0, 3.0, Truth::Yes),
            ("x = 3", 2.0, 4.0, Truth::Unknown),
            ("x != 3", 4.0, 9.0, Truth::Yes),
            ("x != 3", f64::NEG_INFINITY, f64::INFINITY, Truth::Unknown),
        ] {
            let condition: Condition = text.parse().unwrap();
            assert_eq!(condition.of_range(low, high), truth, "{text} of {low} to {high}");
        }
        let phase: Condition = "phase = Detox | residential".parse().unwrap();
        assert_eq!(phase.of_words(&["residential"]), Truth::Yes);
        assert_eq!(phase.of_words(&["outpatient"]), Truth::No);
        assert_eq!(phase.of_words(&[]), Truth::No);
        assert_eq!(
            "phase != detox".parse::<Condition>().unwrap().of_words(&["detox"]),
            Truth::No
        );
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for text in [
            "",
            "phq9",
            "phq9 ! 3",
            ">= 3",
            "phq9 >= high",
            "phq9 >= NaN",
            "phq9 >= inf",
            "phase >= detox",
            "phase =",
            "phase = detox |",
            "PHQ 9 >= 3",
        ] {
            assert!(text.parse::<Condition>().is_err(), "{text:?}");
        }
    }
}
