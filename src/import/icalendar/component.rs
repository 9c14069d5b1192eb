//! Components of iCalendar: what stands between `BEGIN` and `END`.

use super::lines::{Line, lines};
use super::{MAX_COMPONENTS, MAX_DEPTH};
use crate::error::Issue;

/// A component with its lines and the components in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Component {
    /// Upper case, for example `VEVENT`.
    pub(super) name: String,
    /// 1-based number of its first line.
    pub(super) number: usize,
    pub(super) lines: Vec<Line>,
    pub(super) inside: Vec<Component>,
}

impl Component {
    /// The first line of that name.
    pub(super) fn line(&self, name: &str) -> Option<&Line> {
        self.all(name).next()
    }

    /// Every line of that name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The text of the first line of that name, if it is not empty.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.line(name).map(Line::text).filter(|text| !text.trim().is_empty())
    }
}

/// The calendars of a file. Whatever does not fit is left out with an issue.
pub(super) fn components(text: &str, file: &str, issues: &mut Vec<Issue>) -> Vec<Component> {
    let (lines, broken) = lines(text);
    for number in broken {
        issues.push(Issue::warning(
            "calendar.broken_line",
            file,
            format!("line {number} is no line of a calendar: it has no name and value"),
            "it was left out; export the calendar again",
        ));
    }
    let mut open: Vec<Component> = Vec::new();
    let mut whole = Vec::new();
    let mut count = 0;
    for line in lines {
        match &*line.name {
            "BEGIN" => {
                count += 1;
                if count > MAX_COMPONENTS || open.len() >= MAX_DEPTH {
                    let cause = format!(
                        "line {}: more than {MAX_COMPONENTS} entries, or nested more than {MAX_DEPTH} deep",
                        line.number
                    );
                    let action = "export a shorter time; what follows was left out";
                    issues.push(Issue::error("calendar.too_large", file, cause, action));
                    break;
                }
                open.push(Component {
                    name: line.value.trim().to_ascii_uppercase(),
                    number: line.number,
                    ..Component::default()
                });
            }
            "END" => {
                let name = line.value.trim().to_ascii_uppercase();
                if !open.iter().any(|component| component.name == name) {
                    issues.push(unbalanced(file, line.number));
                    continue;
                }
                // What was not ended before ends here, too.
                while let Some(component) = open.pop() {
                    let is_it = component.name == name;
                    if !is_it {
                        issues.push(unbalanced(file, component.number));
                    }
                    close(component, &mut open, &mut whole);
                    if is_it {
                        break;
                    }
                }
            }
            _ => {
                if let Some(component) = open.last_mut() {
                    component.lines.push(line);
                }
            }
        }
    }
    while let Some(component) = open.pop() {
        issues.push(unbalanced(file, component.number));
        close(component, &mut open, &mut whole);
    }
    whole
}

fn close(component: Component, open: &mut [Component], whole: &mut Vec<Component>) {
    match open.last_mut() {
        Some(outer) => outer.inside.push(component),
        None => whole.push(component),
    }
}

fn unbalanced(file: &str, number: usize) -> Issue {
    Issue::warning(
        "calendar.unbalanced",
        file,
        format!("line {number}: BEGIN and END do not match; the file may have been cut"),
        "export the calendar again and compare the number of entries",
    )
}
