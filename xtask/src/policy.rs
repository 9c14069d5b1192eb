//! What the page may do: the content security policy and the headers of the server.

use crate::hash::source;

/// The policy of a document with these scripts and styles and nothing else. It holds in a meta element and as a header.
pub(crate) fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| texts.iter().map(|text| source(text)).collect::<Vec<_>>().join(" ");
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data: blob:; \
         font-src data:; worker-src blob:; connect-src 'none'; frame-src 'none'; object-src 'none'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types app lit-html"
    )
}

/// Headers that a server sends with the page, besides its type. What only a header can say stands here.
pub(crate) fn headers(policy: &str) -> Vec<(&'static str, String)> {
    let denied = [
        "camera",
        "microphone",
        "geolocation",
        "display-capture",
        "usb",
        "serial",
        "hid",
        "bluetooth",
        "midi",
        "payment",
        "clipboard-read",
    ];
    let denied = denied.map(|feature| format!("{feature}=()")).join(", ");
    vec![
        ("Content-Security-Policy", format!("{policy}; frame-ancestors 'none'")),
        ("Connection-Allowlist", "()".into()),
        ("Referrer-Policy", "no-referrer".into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        ("Cache-Control", "no-cache".into()),
        ("Permissions-Policy", denied),
    ]
}

#[cfg(test)]
mod tests {
    use super::{headers, policy};

    /// The hash source of "a".
    const A: &str = "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='";

    #[test]
    fn the_policy_is_this_and_nothing_else() {
        let expected = "default-src 'none'; script-src HASH 'wasm-unsafe-eval'; style-src HASH; img-src data: blob:; \
             font-src data:; worker-src blob:; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; \
             form-action 'none'; require-trusted-types-for 'script'; trusted-types app lit-html";
        assert_eq!(policy(&["a"], &["a"]), expected.replace("HASH", A));
    }

    #[test]
    fn headers_say_what_a_meta_element_cannot() {
        let headers = headers("default-src 'none'");
        let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            names,
            [
                "Content-Security-Policy",
                "Connection-Allowlist",
                "Referrer-Policy",
                "X-Content-Type-Options",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Resource-Policy",
                "Cache-Control",
                "Permissions-Policy",
            ]
        );
        let text = format!("{headers:?}");
        for part in ["frame-ancestors 'none'", "\"()\"", "camera=()", "clipboard-read=()"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        // Reports would be requests.
        assert!(!text.to_lowercase().contains("report"), "{text}");
    }

    #[test]
    fn nothing_unsafe_but_wasm() {
        let policy = policy(&["a", "b"], &["c"]);
        assert_eq!(policy.matches("unsafe").count(), 1);
        assert!(policy.contains("'wasm-unsafe-eval'") && !policy.contains("http") && !policy.contains('*'));
        assert!(policy.contains(A));
    }
}
