//! An element of a resource: fields by name, of the type that R4 gives them. What has another type is as if it were
//! not there, and is reported.

use std::cell::RefCell;

use serde_json::{Number, Value};

use super::super::cells::what_is;

/// Fields with the wrong type: name, what stands there, what belongs.
#[derive(Default)]
pub(super) struct Faults(RefCell<Vec<(&'static str, &'static str, &'static str)>>);

impl Faults {
    pub(super) fn list(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        self.0.borrow().clone()
    }

    fn add(&self, name: &'static str, value: &Value, belongs: &'static str) {
        self.0.borrow_mut().push((name, what_is(value), belongs));
    }
}

/// An object within a resource, or the resource.
#[derive(Clone, Copy)]
pub(super) struct Element<'v> {
    value: &'v Value,
    faults: &'v Faults,
}

impl<'v> Element<'v> {
    pub(super) fn new(value: &'v Value, faults: &'v Faults) -> Self {
        Self { value, faults }
    }

    fn get<T>(
        &self,
        name: &'static str,
        belongs: &'static str,
        read: impl FnOnce(&'v Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        let found = read(value);
        if found.is_none() {
            self.faults.add(name, value, belongs);
        }
        found
    }

    /// A string, code, uri, date or the like that is not empty.
    pub(super) fn text(&self, name: &'static str) -> Option<&'v str> {
        self.get(name, "text", Value::as_str).filter(|text| !text.is_empty())
    }

    /// True or false.
    pub(super) fn flag(&self, name: &'static str) -> Option<bool> {
        self.get(name, "true or false", Value::as_bool)
    }

    /// A number.
    pub(super) fn number(&self, name: &'static str) -> Option<&'v Number> {
        self.get(name, "a number", Value::as_number)
    }

    /// A whole number.
    pub(super) fn whole(&self, name: &'static str) -> Option<i64> {
        self.get(name, "a whole number", |value| {
            let float = || {
                value
                    .as_f64()
                    .filter(|float| libm::floor(*float) == *float && float.abs() < 1e15)
            };
            value.as_i64().or_else(|| float().map(|float| float as i64))
        })
    }

    /// An object.
    pub(super) fn child(&self, name: &'static str) -> Option<Self> {
        let faults = self.faults;
        self.get(name, "an object", |value| {
            value.is_object().then_some(Self { value, faults })
        })
    }

    /// A list of objects; an object that stands alone is a list of one.
    pub(super) fn all(&self, name: &'static str) -> Vec<Self> {
        let faults = self.faults;
        let list = self.get(name, "a list", |value| match value {
            Value::Array(items) => Some(items.iter().collect()),
            Value::Object(_) => Some(vec![value]),
            _ => None,
        });
        let objects = list.unwrap_or_default().into_iter().filter_map(|value| {
            if !value.is_object() {
                faults.add(name, value, "an object");
                return None;
            }
            Some(Self { value, faults })
        });
        objects.collect()
    }

    /// The first of a list of objects.
    pub(super) fn first(&self, name: &'static str) -> Option<Self> {
        self.all(name).into_iter().next()
    }

    /// A list of texts.
    pub(super) fn texts(&self, name: &'static str) -> Vec<&'v str> {
        let list = self
            .get(name, "a list", Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default();
        list.iter()
            .filter_map(|value| {
                let text = value.as_str();
                if text.is_none() {
                    self.faults.add(name, value, "text");
                }
                text.filter(|text| !text.is_empty())
            })
            .collect()
    }

    /// The value of the element with this prefix, whatever its type: `value` finds `valueString`.
    pub(super) fn choice(&self, prefix: &str) -> Option<(&'v str, &'v Value)> {
        let fields = self.value.as_object()?;
        let is_choice = |name: &str| name.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty());
        let found = fields.iter().find(|(name, _)| is_choice(name));
        found.map(|(name, value)| (name.as_str(), value))
    }

    /// The extension with this address.
    pub(super) fn extension(&self, url: &str) -> Option<Self> {
        self.all("extension")
            .into_iter()
            .find(|extension| extension.text("url") == Some(url))
    }

    /// What a CodeableConcept says in words: its text, or the display or code of its first coding.
    pub(super) fn words(&self) -> Option<&'v str> {
        let coding = || self.first("coding");
        self.text("text")
            .or_else(|| coding()?.text("display"))
            .or_else(|| coding()?.text("code"))
    }

    /// The code that a CodeableConcept has in a system.
    pub(super) fn code(&self, system: &str) -> Option<&'v str> {
        let coding = self.all("coding");
        coding
            .iter()
            .find(|coding| coding.text("system") == Some(system))
            .and_then(|coding| coding.text("code"))
    }

    /// True if a CodeableConcept has this code, in whatever system.
    pub(super) fn has_code(&self, code: &str) -> bool {
        self.all("coding")
            .iter()
            .any(|coding| coding.text("code") == Some(code))
    }
}
