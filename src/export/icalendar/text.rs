//! Content lines: escaped, folded, ended as RFC 5545 says.

/// Bytes of a line without its end [RFC 5545, 3.1].
const MAX_LINE_BYTES: usize = 75;

/// The text of a calendar while it is written.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// A line whose value is of a type without escapes: a moment, a number, a word.
    pub(super) fn put(&mut self, name: &str, value: impl AsRef<str>) {
        let line = format!("{name}:{}", value.as_ref());
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > MAX_LINE_BYTES {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(letter);
            width += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// A line of text.
    pub(super) fn put_text(&mut self, name: &str, value: &str) {
        self.put(name, escape(value));
    }

    pub(super) fn begin(&mut self, component: &str) {
        self.put("BEGIN", component);
    }

    pub(super) fn end(&mut self, component: &str) {
        self.put("END", component);
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Text with its escapes [RFC 5545, 3.3.11]. Control characters have no place in a calendar and become spaces.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => safe.push_str("\\n"),
            '\\' | ';' | ',' => {
                safe.push('\\');
                safe.push(letter);
            }
            _ if letter.is_control() => safe.push(' '),
            _ => safe.push(letter),
        }
    }
    safe
}

/// A value of a parameter: in quotation marks, without those that it holds.
pub(super) fn quoted(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|letter| *letter != '"' && !letter.is_control())
        .collect();
    format!("\"{plain}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_bytes_and_no_letter_is_cut() {
        for text in [
            "é".repeat(200),
            "a".repeat(67),
            "a".repeat(68),
            "日本語 🙂,;\\\n".repeat(40),
        ] {
            let mut lines = Lines::default();
            lines.put_text("SUMMARY", &text);
            let written = lines.finish();
            assert!(
                written.split("\r\n").all(|line| line.len() <= MAX_LINE_BYTES),
                "{written}"
            );
            let unfolded = written.replace("\r\n ", "");
            assert_eq!(unfolded, format!("SUMMARY:{}\r\n", escape(&text)));
        }
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a,b;c\\d\ne\tf:\"g\""), "a\\,b\\;c\\\\d\\ne f:\"g\"");
        assert_eq!(quoted("Lee, \"Ann\""), "\"Lee, Ann\"");
    }
}
