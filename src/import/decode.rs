//! Bytes of a text file to text: byte order marks, UTF-8, UTF-16, Windows-1252.

use crate::error::Issue;

/// Largest text file that is read, bytes. Our choice: ten times a year's schedule of a large agency.
pub const MAX_TEXT_BYTES: usize = 64 << 20;

/// Text as UTF-8, and what had to be done to get it.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) issues: Vec<Issue>,
}

/// Decodes a text file. Never fails: what cannot be read is replaced and reported.
pub(super) fn decode(bytes: &[u8], file: &str) -> Decoded {
    let mut issues = Vec::new();
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, file, &mut issues),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes, file, &mut issues),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes, file, &mut issues),
        _ => match utf16_without_mark(bytes) {
            Some(order) => utf16(bytes, order, file, &mut issues),
            None => utf8(bytes, file, &mut issues),
        },
    };
    let text = without_nul(text, file, &mut issues);
    Decoded { text, issues }
}

/// The same for text that was decoded elsewhere: a byte order mark and NUL characters are taken out.
pub(super) fn tidy(text: &str, file: &str) -> Decoded {
    let mut issues = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = without_nul(text.into(), file, &mut issues);
    Decoded { text, issues }
}

fn utf8(bytes: &[u8], file: &str, issues: &mut Vec<Issue>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    let (mut wide, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // Text with more good multi-byte letters than bad ones is damaged UTF-8; otherwise it never was UTF-8.
    if wide > broken {
        issues.push(Issue::warning(
            "file.invalid_utf8",
            file,
            format!("{broken} places are not valid UTF-8 and now read \u{fffd}"),
            "export the file again as UTF-8 and check names with accents",
        ));
        return String::from_utf8_lossy(bytes).into_owned();
    }
    issues.push(Issue::warning(
        "file.windows_1252",
        file,
        "the file is not UTF-8 and was read as Windows-1252",
        "check names with accents; export as UTF-8 to be sure",
    ));
    bytes.iter().map(|&byte| windows_1252(byte)).collect()
}

/// Windows-1252 beyond Latin-1: the letters of bytes 0x80 to 0x9F [encoding.spec.whatwg.org, index windows-1252].
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf16(bytes: &[u8], order: fn([u8; 2]) -> u16, file: &str, issues: &mut Vec<Issue>) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|&pair| order(pair));
    let mut broken = bytes.len() % 2;
    let text = char::decode_utf16(units)
        .map(|letter| {
            letter.unwrap_or_else(|_| {
                broken += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect::<String>();
    if broken > 0 {
        issues.push(Issue::warning(
            "file.invalid_utf16",
            file,
            format!("{broken} places are not valid UTF-16"),
            "export the file again; it may be cut off",
        ));
    }
    text.strip_prefix('\u{feff}').map(String::from).unwrap_or(text)
}

/// UTF-16 without a mark shows as text in which nearly every other byte is zero.
fn utf16_without_mark(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let sample = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes).as_chunks::<2>().0;
    let zeros = |place: usize| sample.iter().filter(|pair| pair[place] == 0).count();
    let (high_first, high_second) = (zeros(0), zeros(1));
    let most = |count: usize| sample.len() >= 2 && count * 10 >= sample.len() * 7;
    match (most(high_first), most(high_second)) {
        (true, false) => Some(u16::from_be_bytes),
        (false, true) => Some(u16::from_le_bytes),
        _ => None,
    }
}

fn without_nul(text: String, file: &str, issues: &mut Vec<Issue>) -> String {
    let count = text.bytes().filter(|&byte| byte == 0).count();
    if count == 0 {
        return text;
    }
    issues.push(Issue::warning(
        "file.nul_bytes",
        file,
        format!("{count} NUL characters were taken out"),
        "check the rows around them; the file may be damaged",
    ));
    text.replace('\0', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let rows: [(Vec<u8>, &str, &str); 9] = [
            (b"plain".to_vec(), "plain", ""),
            ("\u{feff}Zoë".into(), "Zoë", ""),
            (utf16("\u{feff}Zoë", u16::to_le_bytes), "Zoë", ""),
            (utf16("\u{feff}Zoë", u16::to_be_bytes), "Zoë", ""),
            (utf16("id,name", u16::to_le_bytes), "id,name", ""),
            (utf16("id,name", u16::to_be_bytes), "id,name", ""),
            (b"Zo\xEB \x80".to_vec(), "Zoë €", "file.windows_1252"),
            (
                b"Zo\xC3\xAB Zo\xC3\xAB \xFF".to_vec(),
                "Zoë Zoë \u{fffd}",
                "file.invalid_utf8",
            ),
            (b"a\0b,a,b,c,d,e".to_vec(), "ab,a,b,c,d,e", "file.nul_bytes"),
        ];
        for (bytes, text, code) in rows {
            let decoded = decode(&bytes, "x");
            assert_eq!(decoded.text, text, "{bytes:?}");
            let codes: Vec<&str> = decoded.issues.iter().map(|issue| issue.code.as_str()).collect();
            assert_eq!(codes.join(" "), code, "{bytes:?}");
        }
    }
}
