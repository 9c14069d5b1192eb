//! Configurations of common servers that send the page with its headers. They are written anew with every build, because
//! the policy names the hashes of the page.

use std::path::Path;

use crate::Result;
use crate::policy::headers;
use crate::run::write;

/// A server: the name of its file, the file, and how it says one header.
type Example = (&'static str, &'static str, fn(&str, &str) -> String);

const EXAMPLES: [Example; 3] = [
    (
        "nginx.conf",
        include_str!("templates/hosting/nginx.conf"),
        |name, value| format!("    add_header {name} \"{value}\" always;\n"),
    ),
    (
        "Caddyfile",
        include_str!("templates/hosting/Caddyfile"),
        |name, value| format!("\t\t{name} \"{value}\"\n"),
    ),
    (
        "apache.conf",
        include_str!("templates/hosting/apache.conf"),
        |name, value| format!("    Header always set {name} \"{value}\"\n"),
    ),
];

/// The place of the headers in a file.
const PLACE: &str = "{{headers}}";

/// Name and text of each configuration for a page with this policy.
///
/// # Errors
/// A header that would end a quoted text early, or that a server would take for a variable of its own.
pub(crate) fn examples(policy: &str) -> Result<Vec<(&'static str, String)>> {
    let headers = headers(policy);
    if let Some((name, value)) = headers
        .iter()
        .find(|(_, value)| value.contains(['"', '$', '{', '%', '\\', '\n']))
    {
        return Err(format!("the header {name} cannot stand in a configuration: {value}"));
    }
    Ok(EXAMPLES
        .iter()
        .map(|(file, text, line)| {
            let lines: String = headers.iter().map(|(name, value)| line(name, value)).collect();
            (*file, text.replace(PLACE, &lines))
        })
        .collect())
}

/// Writes the configurations into a folder.
pub(crate) fn write_examples(policy: &str, folder: &Path) -> Result<()> {
    for (name, text) in examples(policy)? {
        write(&folder.join(name), text.as_bytes())?;
    }
    Ok(())
}

/// Names and values of the headers as JSON, for the tests of the page.
pub(crate) fn as_json(policy: &str) -> Result<String> {
    serde_json::to_string_pretty(&headers(policy)).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_header_stands_in_every_file() {
        let policy = crate::policy::policy(&["a"], &["b"]);
        for (file, text) in examples(&policy).unwrap() {
            assert!(!text.contains(PLACE), "{file}");
            for (name, value) in headers(&policy) {
                assert_eq!(
                    text.matches(&format!("{name} \"{value}\"")).count(),
                    1,
                    "{file}: {name}"
                );
            }
        }
        assert!(
            examples("default-src \"")
                .unwrap_err()
                .contains("Content-Security-Policy")
        );
    }
}
