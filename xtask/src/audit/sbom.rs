//! The bill of materials of the page: CycloneDX 1.6, <https://cyclonedx.org/docs/1.6/json/>. Nothing in it depends on the
//! moment or the machine, so that two builds have the same.

use serde_json::{Value, json};

use super::packages::{self, Package};
use crate::Result;

/// Every component of the page and its modules, as JSON text.
pub(crate) fn sbom() -> Result<String> {
    let packages = packages::all()?;
    let shipped: Vec<Value> = packages
        .iter()
        .filter(|package| package.shipped)
        .map(component)
        .collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "rosterwell",
                "name": "rosterwell",
                "version": crate::dist::version(),
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": shipped,
    });
    serde_json::to_string_pretty(&bill)
        .map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

fn component(package: &Package) -> Value {
    let purl = purl(package);
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        // Cargo's old slash is no SPDX expression.
        "licenses": [{ "expression": package.licence.replace('/', " OR ") }],
        "purl": purl,
    });
    if let Some((algorithm, digest)) = &package.digest {
        component["hashes"] = json!([{ "alg": algorithm, "content": digest }]);
    }
    component
}

/// The package URL, <https://github.com/package-url/purl-spec>.
fn purl(package: &Package) -> String {
    let version = package.version.replace('+', "%2B");
    format!(
        "pkg:{}/{}@{version}",
        package.ecosystem.name(),
        package.name.replace('@', "%40")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::packages::Ecosystem;

    #[test]
    fn components_say_what_and_whence() {
        let package = Package {
            licence: "MIT/Apache-2.0".into(),
            digest: Some(("SHA-256", "ff".into())),
            ..crate::audit::package("a", "1.0.0+b")
        };
        let component = component(&package);
        assert_eq!(component["purl"], "pkg:cargo/a@1.0.0%2Bb");
        assert_eq!(component["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(component["hashes"][0]["content"], "ff");
        let scoped = Package {
            ecosystem: Ecosystem::Npm,
            name: "@lit/x".into(),
            ..package
        };
        assert_eq!(purl(&scoped), "pkg:npm/%40lit/x@1.0.0%2Bb");
    }

    #[test]
    fn the_bill_names_what_the_page_is_made_of_and_no_tools() {
        let text = sbom().unwrap();
        assert_eq!(text, sbom().unwrap());
        let bill: Value = serde_json::from_str(&text).unwrap();
        let names: Vec<&str> = bill["components"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|each| each["name"].as_str())
            .collect();
        for name in ["serde_json", "wasm-bindgen", "calamine", "lit", "lit-html"] {
            assert!(names.contains(&name), "{name} is missing");
        }
        for name in ["wasm-bindgen-cli", "vite", "proptest", "syn", "rosterwell"] {
            assert!(!names.contains(&name), "{name} is no part of the page");
        }
    }
}
