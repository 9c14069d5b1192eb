//! Ids and names: empty, twins of each other, or with characters that hide or turn text around.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::Findings;
use crate::error::Severity;
use crate::model::Clinic;
use crate::model::build::rows::shown;
use crate::order::IntoOrdered;

/// One text field of a row.
struct Text<'c> {
    table: &'static str,
    row: usize,
    id: &'c str,
    field: &'static str,
    text: &'c str,
}

impl Findings<'_> {
    pub(super) fn check_text(&mut self) {
        let texts = texts(self.clinic);
        for text in &texts {
            self.check_characters(text);
        }
        self.check_twins(&texts);
    }

    fn check_characters(&mut self, text: &Text) {
        let at = (text.table, text.row, text.id);
        if text.field == "name" && text.text.trim().is_empty() {
            self.doubt(
                at,
                "row.empty_name",
                "name",
                "the name is empty; the id is shown instead",
                "give it a name",
            );
        }
        if text.field == "id" && text.text != text.text.trim() {
            let cause = "the id begins or ends with a space";
            self.doubt(
                at,
                "text.spaces",
                text.field,
                cause,
                "remove the space, or references will not match",
            );
        }
        if text.text.chars().any(char::is_control) {
            let cause = "it contains control characters (line breaks, tabs, bells)";
            self.doubt(at, "text.control", text.field, cause, "remove them");
        }
        if text.text.chars().any(is_direction) {
            let cause = "it contains characters that turn the direction of text around";
            self.doubt(
                at,
                "text.direction",
                text.field,
                cause,
                "remove them: they can make text read as another",
            );
        }
        if has_invisible(text.text) {
            let cause = "it contains characters that cannot be seen";
            self.doubt(
                at,
                "text.invisible",
                text.field,
                cause,
                "remove them: two ids can look the same",
            );
        }
        if text.text.starts_with(['=', '+', '-', '@']) {
            let cause = "it begins like a formula; exports mark it as text";
            self.doubt(
                at,
                "text.formula",
                text.field,
                cause,
                "change it, if it is not meant so",
            );
            if let Some(issue) = self.issues.last_mut() {
                issue.severity = Severity::Note;
            }
        }
    }

    /// Different ids, or names of different people, that read the same.
    fn check_twins(&mut self, texts: &[Text]) {
        let mut twins: BTreeMap<(&str, &str, String), Vec<&Text>> = BTreeMap::new();
        for text in texts {
            let people = text.field == "name" && matches!(text.table, "clinicians" | "patients");
            // Ids of events are made by machines and nobody reads them; ids of people and things are typed.
            let typed = text.field == "id" && !matches!(text.table, "appointments" | "referrals" | "orders");
            if (typed || people) && text.text.chars().count() <= crate::model::limits::MAX_TEXT {
                twins
                    .entry((text.table, text.field, folded(text.text)))
                    .or_default()
                    .push(text);
            }
        }
        for ((table, field, _), group) in twins {
            let [first, .., last] = group.as_slice() else { continue };
            let differ = group.iter().any(|text| text.text != first.text);
            if field == "id" && !differ {
                continue;
            }
            let cause = format!(
                "rows {} and {} read the same: `{}` and `{}`",
                first.row + 1,
                last.row + 1,
                shown(first.text),
                shown(last.text)
            );
            let at = (last.table, last.row, last.id);
            let code = if field == "id" { "row.twin_id" } else { "row.twin_name" };
            self.doubt(
                at,
                code,
                last.field,
                cause,
                "if they are the same, keep one; else tell them apart",
            );
            // Patients are often named by initials, so twins are common there and no reason to worry.
            let initials = table == "patients" && field == "name" && !differ;
            if let Some(issue) = self.issues.last_mut().filter(|_| initials) {
                issue.severity = Severity::Note;
            }
        }
    }
}

/// Overrides, embeddings, isolates and marks of direction.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}' | '\u{3164}')
}

/// True for invisible characters, except joiners between letters that are not ASCII: emoji and several scripts are
/// written with them.
fn has_invisible(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|at| {
        let joins = matches!(letters[at], '\u{200C}' | '\u{200D}')
            && at > 0
            && !letters[at - 1].is_ascii()
            && letters.get(at + 1).is_some_and(|next| !next.is_ascii());
        is_invisible(letters[at]) && !joins
    })
}

/// Text as it reads: in lower case, accents apart from their letters, without what cannot be seen, single spaces.
pub fn folded(text: &str) -> String {
    static LETTERS: OnceLock<BTreeMap<char, &'static str>> = OnceLock::new();
    let letters = LETTERS.get_or_init(|| {
        // Letters with accents and what they are made of, from the Unicode character database.
        let lines = include_str!("letters.txt").lines();
        lines
            .filter_map(|line| Some((line.chars().next()?, line.split_once(' ')?.1)))
            .into_map()
    });
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match letters.get(&c) {
            Some(parts) => plain.push_str(parts),
            None if is_invisible(c) || is_direction(c) || c.is_control() => {}
            None => plain.push(c),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Ids and names of every table that has them.
fn texts(clinic: &Clinic) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    macro_rules! fields {
        ($table:ident: $($field:ident),*) => {
            for (row, item) in clinic.$table.iter().enumerate() {
                $(texts.push(Text {
                    table: stringify!($table),
                    row,
                    id: &item.id,
                    field: stringify!($field),
                    text: &item.$field,
                });)*
            }
        };
    }
    fields!(sites: id, name);
    fields!(rooms: id, name);
    fields!(equipment: id, name);
    fields!(services: id, name);
    fields!(clinicians: id, name, discipline);
    fields!(patients: id, name);
    fields!(contacts: id, relation);
    fields!(orders: id);
    fields!(groups: id, name);
    fields!(authorizations: id, payer);
    fields!(appointments: id);
    fields!(shifts: id);
    fields!(referrals: id);
    texts.push(Text {
        table: "settings",
        row: 0,
        id: "",
        field: "name",
        text: &clinic.settings.name,
    });
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_folded() {
        let same = [
            ("Ana", "ANA"),
            ("José", "jose\u{301}"),
            ("Ann Lee", " ann  lee"),
            ("Ann", "A\u{200B}nn"),
            ("Việt", "Vie\u{323}\u{302}t"),
        ];
        for (a, b) in same {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("Jose"), folded("José"));
    }

    #[test]
    fn joiners_in_emoji_are_not_hidden() {
        assert!(!has_invisible("family 👨\u{200D}👩\u{200D}👧"));
        assert!(has_invisible("a\u{200D}b"));
        assert!(has_invisible("x\u{200B}"));
    }
}
