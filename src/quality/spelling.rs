//! Names that are nearly the same: rooms of a site, skills, disciplines, services.

use std::collections::BTreeMap;

use super::finding::{Finding, Grade, Kind, Place, Report, Sureness};
use super::mend::{Mend, Word};
use crate::model::Clinic;
use crate::model::build::shown;
use crate::model::validate::folded;
use crate::order::Arrange;

/// Letters that a word needs before another may differ from it by one edit, and by two. Shorter words are too often
/// different things: `pt` and `ot`, `cbt` and `dbt`.
const ONE_EDIT_FROM: usize = 5;
/// See [`ONE_EDIT_FROM`].
const TWO_EDITS_FROM: usize = 11;
/// Names of one table that are compared with each other; what comes after is not.
const MAX_NAMES: usize = 2_000;

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They differ in case, space, punctuation or hidden characters alone.
    Same,
    /// One word differs by a slip of one letter.
    OneEdit,
    /// By two letters, or one word is short for the other.
    Near,
}

/// How alike two names are; `None` if they are different names.
///
/// Names are read in lower case, with accents apart and nothing invisible, and split into words at space, punctuation
/// and between letters and digits. Numbers, single letters and roman numerals tell things apart and must be the same
/// (`Room 1`, `Room 2`; `Group A`, `Group B`). Of the other words all must be equal but one, which may differ by one edit
/// (a letter added, dropped, replaced, or two neighbors swapped [1]) from five letters on and by two from eleven on, or be
/// an abbreviation of the other (`Rm` for `Room`).
///
/// # References
/// 1. F. Damerau, A technique for computer detection and correction of spelling errors, 1964,
///    doi:10.1145/363958.363994. The lengths are our choice.
pub fn likeness(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return None;
    }
    alike(&Name::new(a), &Name::new(b))
}

/// A name as it is compared.
struct Name {
    marks: Vec<String>,
    words: Vec<Vec<char>>,
    joined: String,
}

impl Name {
    fn new(text: &str) -> Self {
        let mut name = Self {
            marks: Vec::new(),
            words: Vec::new(),
            joined: String::new(),
        };
        for word in words(&folded(text)) {
            name.joined.push_str(&word);
            if is_mark(&word) {
                name.marks.push(word);
            } else {
                name.words.push(word.chars().collect());
            }
        }
        name
    }
}

fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_digit = None;
    for letter in text.chars() {
        // A mark that stands on its own after its letter belongs to the letter.
        let is_word = letter.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&letter);
        if !is_word || was_digit.is_some_and(|was| was != letter.is_numeric()) {
            words.push(String::new());
        }
        was_digit = is_word.then(|| letter.is_numeric());
        if is_word && let Some(last) = words.last_mut() {
            last.push(letter);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A number, a single letter or a roman numeral.
fn is_mark(word: &str) -> bool {
    word.chars().all(char::is_numeric)
        || word.chars().count() == 1
        || word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

fn alike(a: &Name, b: &Name) -> Option<Likeness> {
    if a.joined.is_empty() || b.joined.is_empty() {
        return None;
    }
    if a.joined == b.joined {
        return Some(Likeness::Same);
    }
    if a.marks != b.marks || a.words.len() != b.words.len() {
        return None;
    }
    let mut differ = a.words.iter().zip(&b.words).filter(|(a, b)| a != b);
    let (one, other) = differ.next()?;
    if differ.next().is_some() {
        return None;
    }
    let has_more = !a.marks.is_empty() || a.words.len() > 1;
    near_words(one, other).or_else(|| (has_more && is_short_for(one, other)).then_some(Likeness::Near))
}

fn near_words(a: &[char], b: &[char]) -> Option<Likeness> {
    let least = a.len().min(b.len());
    match edits(a, b) {
        1 if least >= ONE_EDIT_FROM => Some(Likeness::OneEdit),
        2 if least >= TWO_EDITS_FROM => Some(Likeness::Near),
        _ => None,
    }
}

/// True if the letters of the shorter word, two at least, stand in the longer one in the same order from its first on.
fn is_short_for(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 || short.len() == long.len() || short.first() != long.first() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|letter| rest.any(|other| other == letter))
}

/// Letters to add, drop or replace, or neighbors to swap, to make one word the other; more than 2 are given as 3.
fn edits(a: &[char], b: &[char]) -> usize {
    if a.len().abs_diff(b.len()) > 2 {
        return 3;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &other) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(letter != other))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            let swapped = i > 0 && j > 0 && a[i - 1] == other && b[j - 1] == letter;
            if swapped {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().map_or(3, |&edits| edits.min(3))
}

pub(super) fn find(clinic: &Clinic, report: &mut Report) {
    rooms(clinic, report);
    services(clinic, report);
    spellings(clinic, Word::Skill, report);
    spellings(clinic, Word::Discipline, report);
}

/// Pairs of names that are alike, each with the places of the one that is used more, then of the other.
fn pairs(names: &[(&str, usize)], may_pair: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize, Likeness)> {
    let read: Vec<Name> = names.iter().take(MAX_NAMES).map(|(name, _)| Name::new(name)).collect();
    let mut pairs = Vec::new();
    for (b, later) in read.iter().enumerate() {
        for (a, earlier) in read.iter().enumerate().take(b) {
            if let Some(how) = alike(earlier, later).filter(|_| may_pair(a, b)) {
                let more_used = names[b].1 > names[a].1;
                pairs.push(if more_used { (b, a, how) } else { (a, b, how) });
            }
        }
    }
    pairs
}

fn finding(kind: Kind, how: Likeness, what: &str, (keep, other): (&str, &str), used: (usize, usize)) -> Finding {
    let (grade, sure, differ) = match how {
        Likeness::Same => (Grade::Warning, Sureness::Certain, "read the same"),
        Likeness::OneEdit => (Grade::Warning, Sureness::Likely, "differ by one letter"),
        Likeness::Near => (Grade::Note, Sureness::Possible, "are nearly the same"),
    };
    let text = format!(
        "{what} `{}` (in {} rows) and `{}` (in {}) {differ}",
        shown(keep),
        used.0,
        shown(other),
        used.1
    );
    Finding::new(kind, grade, sure, text)
}

fn rooms(clinic: &Clinic, report: &mut Report) {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &clinic.appointments {
        if let Some(room) = &row.room {
            *used.entry(room).or_default() += 1;
        }
    }
    let uses = |id: &str| used.get(id).copied().unwrap_or(0);
    let names: Vec<(&str, usize)> = clinic.rooms.iter().map(|row| (&*row.name, uses(&row.id))).collect();
    let same_site = |a: usize, b: usize| clinic.rooms[a].site == clinic.rooms[b].site;
    for (keep, other, how) in pairs(&names, same_site) {
        let (kept, gone) = (&clinic.rooms[keep], &clinic.rooms[other]);
        let found = finding(
            Kind::SimilarRooms,
            how,
            "rooms",
            (&kept.name, &gone.name),
            (names[keep].1, names[other].1),
        );
        let rows = [(keep, kept), (other, gone)].map(|(at, row)| Place::new("rooms", at, &row.id));
        let mend = Mend::OneRoom {
            keep: kept.id.clone(),
            drop: gone.id.clone(),
        };
        report.add(found.at(rows).or(mend));
    }
}

fn services(clinic: &Clinic, report: &mut Report) {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    let named = clinic.appointments.iter().map(|row| &row.service);
    for service in named.chain(clinic.orders.iter().map(|row| &row.service)) {
        *used.entry(service).or_default() += 1;
    }
    let uses = |id: &str| used.get(id).copied().unwrap_or(0);
    let names: Vec<(&str, usize)> = clinic.services.iter().map(|row| (&*row.name, uses(&row.id))).collect();
    // The same words for another length, another kind or another profession are another service.
    let same_thing = |a: usize, b: usize| {
        let (a, b) = (&clinic.services[a], &clinic.services[b]);
        (a.kind, a.minutes, &a.discipline) == (b.kind, b.minutes, &b.discipline)
    };
    for (keep, other, how) in pairs(&names, same_thing) {
        let (kept, gone) = (&clinic.services[keep], &clinic.services[other]);
        let used = (names[keep].1, names[other].1);
        let found = finding(Kind::SimilarServices, how, "services", (&kept.name, &gone.name), used);
        let rows = [(keep, kept), (other, gone)].map(|(at, row)| Place::new("services", at, &row.id));
        let mend = Mend::OneService {
            keep: kept.id.clone(),
            drop: gone.id.clone(),
        };
        report.add(found.at(rows).or(mend));
    }
}

/// Where a word stands: its rows by spelling.
fn places_of(clinic: &Clinic, word: Word) -> BTreeMap<&str, Vec<Place>> {
    let mut places: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    let mut all: Vec<(&str, Place)> = Vec::new();
    for (at, row) in clinic.clinicians.iter().enumerate() {
        let words: Vec<&String> = match word {
            Word::Skill => row.skills.iter().collect(),
            Word::Discipline => vec![&row.discipline],
        };
        all.extend(
            words
                .into_iter()
                .map(|text| (&**text, Place::new("clinicians", at, &row.id))),
        );
    }
    for (at, row) in clinic.services.iter().enumerate() {
        let text = match word {
            Word::Skill => row.skill.as_deref(),
            Word::Discipline => row.discipline.as_deref(),
        };
        all.extend(text.map(|text| (text, Place::new("services", at, &row.id))));
    }
    if word == Word::Skill {
        for (at, row) in clinic.licenses.iter().enumerate() {
            all.push((&row.skill, Place::new("licenses", at, &row.clinician)));
        }
        for (at, row) in clinic.orders.iter().enumerate() {
            let text = row.second_skill.as_deref();
            all.extend(text.map(|text| (text, Place::new("orders", at, &row.id))));
        }
        for (at, row) in clinic.groups.iter().enumerate() {
            let text = row.co_leader_skill.as_deref();
            all.extend(text.map(|text| (text, Place::new("groups", at, &row.id))));
        }
    }
    for (text, place) in all {
        places.entry(text).or_default().push(place);
    }
    places
}

fn spellings(clinic: &Clinic, word: Word, report: &mut Report) {
    let places = places_of(clinic, word);
    let mut names: Vec<(&str, usize)> = places.iter().map(|(text, rows)| (*text, rows.len())).collect();
    names.arrange_by_key(|(_, uses)| std::cmp::Reverse(*uses));
    let (kind, what) = match word {
        Word::Skill => (Kind::SimilarSkills, "skills"),
        Word::Discipline => (Kind::SimilarDisciplines, "disciplines"),
    };
    for (keep, other, how) in pairs(&names, |_, _| true) {
        let ((kept, kept_uses), (gone, gone_uses)) = (names[keep], names[other]);
        let found = finding(kind, how, what, (kept, gone), (kept_uses, gone_uses));
        let rows = [gone, kept]
            .into_iter()
            .filter_map(|name| places.get(name))
            .flatten()
            .cloned();
        let mend = Mend::OneSpelling {
            word,
            from: gone.into(),
            to: kept.into(),
        };
        report.add(found.at(rows).or(mend));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_as_people_would() {
        let (same, one, near) = (Some(Likeness::Same), Some(Likeness::OneEdit), Some(Likeness::Near));
        for (a, b, expected) in [
            ("Room 4", "room  4", same),
            ("Room 4", "Room-4", same),
            ("In-take", "Intake", same),
            ("José", "jose\u{301}", same),
            ("Room 4", "R\u{200B}oom 4", same),
            ("Group room", "Gruop room", one),
            ("counselor", "counsellor", one),
            ("motivational_interviewing", "motivational_interviewng", one),
            ("rehabilitation", "rehabiltatoin", near),
            ("Room 4", "Rm 4", near),
            ("Group therapy", "Grp therapy", near),
            ("Room 4", "Room 4", None),
            ("Room 1", "Room 2", None),
            ("Room 12", "Room 1 2", same),
            ("Group A", "Group B", None),
            ("Level II", "Level III", None),
            ("PT evaluation", "OT evaluation", None),
            ("cbt", "dbt", None),
            ("hypertension", "hypotension", near),
            ("inpatient", "outpatient", None),
            ("rn", "radiation", None),
            ("", "x", None),
        ] {
            assert_eq!(likeness(a, b), expected, "{a} / {b}");
            assert_eq!(likeness(b, a), expected, "{b} / {a}");
        }
    }

    #[test]
    fn edits_are_counted_by_hand() {
        let count = |a: &str, b: &str| edits(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        for (a, b, expected) in [
            ("abc", "abc", 0),
            ("abc", "acb", 1),
            ("abc", "ab", 1),
            ("abc", "xbc", 1),
            ("abcd", "badc", 2),
            ("abcdef", "abc", 3),
            ("", "a", 1),
        ] {
            assert_eq!(count(a, b), expected, "{a} {b}");
        }
    }
}
