//! Content lines of iCalendar: unfolding, names, parameters, escaped text [RFC 5545, 3.1 and 3.3.11].

/// One line: `DTSTART;TZID=America/New_York:20261123T090000`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// 1-based, of the first line in the file that belongs to it.
    pub(super) number: usize,
    /// Upper case.
    pub(super) name: String,
    /// Upper-case names with their values, without quotation marks.
    params: Vec<(String, String)>,
    /// As it stands, with escapes.
    pub(super) value: String,
}

impl Line {
    /// A parameter, by its upper-case name.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        let mut named = self.params.iter().filter(|(known, _)| known == name);
        named.next().map(|(_, value)| value.as_str())
    }

    /// The value as text.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }

    /// The values of a list of texts, such as `CATEGORIES`.
    pub(super) fn texts(&self) -> Vec<String> {
        split_unescaped(&self.value).into_iter().map(unescape).collect()
    }
}

/// The lines of a file, unfolded; the number of each that is no content line.
pub(super) fn lines(text: &str) -> (Vec<Line>, Vec<usize>) {
    let (mut lines, mut broken) = (Vec::new(), Vec::new());
    let mut held: Option<(usize, String)> = None;
    let mut close = |held: Option<(usize, String)>| {
        let Some((number, text)) = held.filter(|(_, text)| !text.trim().is_empty()) else {
            return;
        };
        match line(number, &text) {
            Some(line) => lines.push(line),
            None => broken.push(number),
        }
    };
    for (at, raw) in text.split('\n').enumerate() {
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        match (raw.strip_prefix([' ', '\t']), &mut held) {
            (Some(rest), Some((_, text))) => text.push_str(rest),
            _ => close(held.replace((at + 1, raw.into()))),
        }
    }
    close(held);
    (lines, broken)
}

fn line(number: usize, text: &str) -> Option<Line> {
    let name_end = text.find([';', ':'])?;
    let (name, mut rest) = text.split_at(name_end);
    let is_name = |name: &str| {
        let mut letters = name.chars();
        !name.is_empty() && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.'))
    };
    // A group in front, as vCard has it, means nothing here.
    let name = name.rsplit('.').next().unwrap_or(name).trim();
    if !is_name(name) {
        return None;
    }
    let mut params = Vec::new();
    while let Some(param) = rest.strip_prefix(';') {
        let end = outside_quotes(param, |letter| matches!(letter, ';' | ':'))?;
        let (param, after) = param.split_at(end);
        let (key, value) = param.split_once('=').unwrap_or((param, ""));
        params.push((key.trim().to_ascii_uppercase(), value.replace('"', "")));
        rest = after;
    }
    Some(Line {
        number,
        name: name.to_ascii_uppercase(),
        params,
        value: rest.strip_prefix(':')?.into(),
    })
}

/// The place of the first such letter that does not stand between quotation marks.
fn outside_quotes(text: &str, is_wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (!quoted && is_wanted(letter)).then_some(at)
    })
}

/// Text without its escapes.
fn unescape(text: impl AsRef<str>) -> String {
    let mut plain = String::new();
    let mut letters = text.as_ref().chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(other) => plain.push(other),
                None => plain.push('\\'),
            },
            _ => plain.push(letter),
        }
    }
    plain
}

fn split_unescaped(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut escaped) = (0, false);
    for (at, letter) in text.char_indices() {
        if letter == ',' && !escaped {
            parts.push(&text[from..at]);
            from = at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    parts.push(&text[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_and_taken_apart() {
        let text = "BEGIN:VEVENT\r\nSUMMARY:Talk\\, with\r\n  Ana\\nand \\;Ben\\\\\r\n\r\nATTENDEE;CN=\"Lee, Ann: RN\";ROLE=CHAIR:mai\r\n\tlto:ann@x\r\nno line\r\nitem1.X-A;B:c:d\nEND:VEVENT";
        let (lines, broken) = lines(text);
        let names: Vec<(usize, &str)> = lines.iter().map(|line| (line.number, &*line.name)).collect();
        let expected = [(1, "BEGIN"), (2, "SUMMARY"), (5, "ATTENDEE"), (8, "X-A"), (9, "END")];
        assert_eq!(names, expected);
        assert_eq!(broken, [7]);
        assert_eq!(lines[1].text(), "Talk, with Ana\nand ;Ben\\");
        assert_eq!(
            (lines[2].param("CN"), &*lines[2].value),
            (Some("Lee, Ann: RN"), "mailto:ann@x")
        );
        assert_eq!((lines[3].param("B"), &*lines[3].value), (Some(""), "c:d"));
    }

    #[test]
    fn lists_of_texts_are_split_where_no_escape_stands() {
        let (lines, _) = lines("CATEGORIES:a\\,b,c\\\\,d");
        assert_eq!(lines[0].texts(), ["a,b", "c\\", "d"]);
    }

    #[test]
    fn a_quotation_mark_that_never_ends_breaks_the_line_only() {
        let (lines, broken) = lines("X;A=\"b:c\nY:z\n");
        assert_eq!((lines.len(), broken), (1, vec![1]));
    }
}
