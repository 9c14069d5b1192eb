//! `bench ray`: sample sites planned as tasks of Ray through the command for WASI, natively, and by the shipped module in
//! a worker of headless Chromium. Every site must have the same plan in all three.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::document::{Table, grouped, replaced, short};
use super::report::{engine, machine};
use super::solve::{Module, listen};
use super::{has, number};
use crate::Result;
use crate::run::{at, cargo, command, read_text, run, write};
use crate::{ray, setup, wasi};

/// Sites are made of these in turn, so that twenty in a row differ in kind or size.
const KINDS: [&str; 4] = [
    "addiction_treatment",
    "home_health",
    "outpatient_rehabilitation",
    "network",
];
const CLINICIANS: [u32; 5] = [8, 12, 16, 24, 32];

/// Where the tables are kept.
const DOCUMENT: &str = "docs/network.md";

/// How many sites the arithmetic is for.
const NETWORK: f64 = 1_000.0;

/// What one program made of one site.
struct Planned {
    hash: String,
    cpu_seconds: f64,
    /// Most memory: of the module, or of the native process.
    memory_bytes: f64,
}

/// What all programs made of it.
struct Site {
    name: String,
    row: Value,
    wasi: Planned,
    native: Planned,
    browser: Planned,
}

impl Site {
    fn is_equal(&self) -> bool {
        self.wasi.hash == self.native.hash && self.wasi.hash == self.browser.hash
    }
}

/// Plans, compares, prints; with `--write` also into the document. An error if a plan differs.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    let (count, steps) = (
        number(arguments, "--count", 50)?,
        number(arguments, "--steps", 40_000.0)?,
    );
    let folder = at("target/ray/bench");
    // Results of an earlier run would be taken up.
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    let samples = samples(count);
    write(&folder.join("samples.json"), json!(samples).to_string().as_bytes())?;
    write(
        &folder.join("request.json"),
        json!({"steps": steps}).to_string().as_bytes(),
    )?;
    let native = Native::build()?;
    for (name, request) in &samples {
        native.make_up(&folder, name, request)?;
    }
    on_ray(&folder)?;
    let mut rows = lines(&read_text(&folder.join("rows.jsonl"))?, "name")?;
    let mut browser = lines(&in_chromium(&folder)?, "site")?;
    let mut sites = Vec::new();
    for name in samples.keys() {
        let take =
            |rows: &mut BTreeMap<String, Value>, whose| rows.remove(name).ok_or(format!("{name}: no plan {whose}"));
        let (row, seen) = (take(&mut rows, "from Ray")?, take(&mut browser, "from Chromium")?);
        sites.push(Site {
            name: name.clone(),
            wasi: planned(&row),
            browser: planned(&seen),
            native: native.plan(&folder, name)?,
            row,
        });
    }
    let (costs, network) = (costs(&sites), network(&folder, &sites)?);
    let equal = sites.iter().filter(|site| site.is_equal()).count();
    let verdict = format!("{equal} of {} equal", sites.len());
    println!("{costs}\n{network}\n{verdict}");
    if has(arguments, "--write") {
        let machine = machine().map_or_else(String::new, |machine| format!(" On {machine}."));
        let costs = format!("{}, {} steps a site.{machine}\n\n{costs}", engine(), grouped(steps));
        let list = format!("{}\n{verdict}", list(&sites, &samples));
        let mut text = read_text(&at(DOCUMENT))?;
        for (name, body) in [("costs", &costs), ("network", &network), ("sites", &list)] {
            text = replaced(&text, name, body)?;
        }
        write(&at(DOCUMENT), text.as_bytes())?;
    }
    let different: Vec<&str> = sites
        .iter()
        .filter(|site| !site.is_equal())
        .map(|site| site.name.as_str())
        .collect();
    match different[..] {
        [] => Ok(()),
        _ => Err(format!("not the same plan: {}", different.join(", "))),
    }
}

/// A request of `sample` by site.
fn samples(count: usize) -> BTreeMap<String, Value> {
    let request = |at: usize| json!({"kind": KINDS[at % 4], "clinicians": CLINICIANS[at % 5], "seed": at + 1});
    (0..count)
        .map(|at| (format!("site-{:03}", at + 1), request(at)))
        .collect()
}

/// Runs the example, which prints its own table.
fn on_ray(folder: &Path) -> Result<()> {
    let wasm = wasi::build()?;
    let mut network = ray::program(&ray::environment()?, "network.py");
    network.arg(wasm).arg("--out").arg(folder);
    network.arg("--clinics").arg(folder.join("clinics"));
    run(network.arg("--request").arg(folder.join("request.json")))
}

fn in_chromium(folder: &Path) -> Result<String> {
    let (chromium, _) = setup::chromium()?;
    setup::npm_packages()?;
    let module = Module::build()?;
    let mut node = command("node", &["tests/bench/ray.mjs"]);
    node.arg(&module.folder)
        .args(["samples.json", "request.json"].map(|name| folder.join(name)));
    Ok(listen(node.env("CHROMIUM", chromium))?.text)
}

/// The native command.
struct Native {
    program: PathBuf,
}

impl Native {
    fn build() -> Result<Self> {
        run(&mut cargo(&[
            "build",
            "--quiet",
            "--locked",
            "--profile",
            "measure",
            "--bin",
            "rosterwell",
        ]))?;
        Ok(Self {
            program: at("target/measure/rosterwell"),
        })
    }

    /// Makes up the clinic of a site.
    fn make_up(&self, folder: &Path, site: &str, request: &Value) -> Result<()> {
        let (asked, clinic) = (folder.join("sample.json"), Self::clinic(folder, site));
        write(&asked, request.to_string().as_bytes())?;
        write(&clinic, b"")?;
        let mut sample = command(&self.program.to_string_lossy(), &["sample", "--request"]);
        listen(sample.arg(asked).arg("--save").arg(clinic)).map(drop)
    }

    fn clinic(folder: &Path, site: &str) -> PathBuf {
        folder.join(format!("clinics/{site}.json"))
    }

    /// Plans it.
    fn plan(&self, folder: &Path, site: &str) -> Result<Planned> {
        let reply = folder.join("reply.json");
        let mut plan = command(&self.program.to_string_lossy(), &["plan", "--clinic"]);
        plan.arg(Self::clinic(folder, site))
            .arg("--request")
            .arg(folder.join("request.json"));
        let seconds = listen(plan.arg("--out").arg(&reply))?.seconds;
        let reply: Value = serde_json::from_str(&read_text(&reply)?).map_err(|error| error.to_string())?;
        Ok(planned(&json!({"hash": reply["hash"], "cpu_seconds": seconds})))
    }
}

/// Lines of JSON, by the name in a field.
fn lines(text: &str, field: &str) -> Result<BTreeMap<String, Value>> {
    let rows = text.lines().map(|line| {
        let row: Value = serde_json::from_str(line).map_err(|error| format!("`{line}` is no row: {error}"))?;
        let name = row[field].as_str().unwrap_or_default().to_owned();
        Ok((name, row))
    });
    rows.collect()
}

fn planned(row: &Value) -> Planned {
    Planned {
        hash: row["hash"].as_str().unwrap_or_default().to_owned(),
        cpu_seconds: row["cpu_seconds"].as_f64().unwrap_or(f64::NAN),
        memory_bytes: row["memory_bytes"].as_f64().unwrap_or(f64::NAN),
    }
}

fn mean(numbers: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = numbers.len() as f64;
    numbers.sum::<f64>() / count
}

/// What a week of a site costs, by program.
fn costs(sites: &[Site]) -> String {
    let head = [
        "program",
        "CPU s, mean",
        "CPU s, median",
        "CPU s, most",
        "of native",
        "module MiB, mean",
        "module MiB, most",
    ];
    let mut table = Table::new(head);
    let native = mean(sites.iter().map(|site| site.native.cpu_seconds));
    type Of = fn(&Site) -> &Planned;
    // The last says whether each site has a memory of its own: in Chromium one follows the other in the same.
    let programs: [(&str, Of, bool); 3] = [
        ("native command", |site| &site.native, false),
        ("command for WASI, in wasmtime on Ray", |site| &site.wasi, true),
        ("module of the page, in a Chromium worker", |site| &site.browser, false),
    ];
    for (name, of, is_apart) in programs {
        let mut seconds: Vec<f64> = sites.iter().map(|site| of(site).cpu_seconds).collect();
        seconds.sort_by(f64::total_cmp);
        let (half, last) = (seconds.len() / 2, seconds.len() - 1);
        let middle = f64::midpoint(seconds[last - half], seconds[half]);
        let mean_seconds = mean(seconds.iter().copied());
        let memory: Vec<f64> = sites.iter().map(|site| of(site).memory_bytes / 1_048_576.0).collect();
        let held = |number: f64, is_known: bool| if is_known { short(number, 0) } else { String::new() };
        table.add(vec![
            name.into(),
            short(mean_seconds, 2),
            short(middle, 2),
            short(seconds[last], 2),
            short(mean_seconds / native, 2),
            held(mean(memory.iter().copied()), is_apart),
            held(memory.iter().copied().fold(f64::NAN, f64::max), memory[0].is_finite()),
        ]);
    }
    table.markdown()
}

/// What the weeks of a whole network come to, if its sites are like these.
fn network(folder: &Path, sites: &[Site]) -> Result<String> {
    let mut workers: BTreeMap<&str, f64> = BTreeMap::new();
    for site in sites {
        let seconds = workers
            .entry(site.row["worker"].as_str().unwrap_or_default())
            .or_default();
        *seconds = seconds.max(site.row["worker_seconds"].as_f64().unwrap_or_default());
    }
    let held = sites.iter().filter_map(|site| site.row["worker_bytes"].as_f64());
    let module = mean(sites.iter().map(|site| site.wasi.cpu_seconds));
    let worker = workers.values().sum::<f64>() / sites.len() as f64;
    let (documents, replies) = (megabytes(&folder.join("clinics"))?, megabytes(&folder.join("replies"))?);
    let hours = |seconds: f64| short(seconds * NETWORK / 3_600.0, 2);
    let mut table = Table::new(["a week of 1,000 such sites", ""]);
    for (what, value) in [
        ("core-hours in the module", hours(module)),
        (
            "core-hours of worker processes: Python, Ray's part in them and the compiled module's loading included",
            hours(worker),
        ),
        (
            "minutes with 16 cores that are always busy",
            short(worker * NETWORK / 16.0 / 60.0, 1),
        ),
        (
            "MiB of memory of a worker process, at most",
            grouped(held.fold(0.0, f64::max) / 1_048_576.0),
        ),
        (
            "GB of clinic documents in",
            short(documents * NETWORK / sites.len() as f64 / 1_000.0, 2),
        ),
        (
            "GB of replies out",
            short(replies * NETWORK / sites.len() as f64 / 1_000.0, 2),
        ),
    ] {
        table.add(vec![what.into(), value]);
    }
    Ok(table.markdown())
}

/// What the files of a folder take, 10^6 bytes.
fn megabytes(folder: &Path) -> Result<f64> {
    let files = std::fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let sizes = files.flatten().filter_map(|file| file.metadata().ok());
    Ok(sizes.map(|data| data.len() as f64).sum::<f64>() / 1e6)
}

/// Every site with its plan.
fn list(sites: &[Site], samples: &BTreeMap<String, Value>) -> String {
    let mut table = Table::new([
        "site",
        "clinicians",
        "placed",
        "unplaced",
        "cost",
        "CPU s",
        "plan hash, in all three",
    ]);
    for site in sites {
        let sample = &samples[&site.name];
        let kind = sample["kind"].as_str().unwrap_or_default().replace('_', " ");
        let count = |field: &str| grouped(site.row[field].as_f64().unwrap_or_default());
        table.add(vec![
            format!("{}, {kind}", site.name),
            sample["clinicians"].to_string(),
            count("placed"),
            count("unplaced"),
            grouped(site.row["cost_cents"].as_f64().unwrap_or_default() / 100.0),
            short(site.wasi.cpu_seconds, 2),
            if site.is_equal() {
                format!("`{}`", site.wasi.hash)
            } else {
                "**differs**".into()
            },
        ]);
    }
    table.markdown()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(hashes: [&str; 3]) -> Site {
        let [wasi, native, browser] = hashes.map(|hash| planned(&json!({"hash": hash, "cpu_seconds": 2.0})));
        let row = json!({"worker": "here/1", "worker_seconds": 3.6, "worker_bytes": 1 << 20, "placed": 1_234});
        Site {
            name: "site-001".into(),
            row,
            wasi,
            native,
            browser,
        }
    }

    #[test]
    fn one_hash_that_differs_is_seen() {
        assert!(site(["a"; 3]).is_equal());
        for hashes in [["b", "a", "a"], ["a", "b", "a"], ["a", "a", "b"]] {
            let sites = [site(hashes)];
            assert!(!sites[0].is_equal());
            assert!(list(&sites, &samples(1)).contains("**differs**"));
        }
    }

    #[test]
    fn sites_are_of_all_kinds_and_sizes() {
        let samples = samples(20);
        let distinct: std::collections::BTreeSet<String> = samples
            .values()
            .map(|sample| format!("{} {}", sample["kind"], sample["clinicians"]))
            .collect();
        assert_eq!(distinct.len(), 20);
    }

    #[test]
    fn ratios_are_to_the_native_command() {
        let mut sites = [site(["a"; 3]), site(["a"; 3])];
        for site in &mut sites {
            site.wasi.cpu_seconds = 3.0;
        }
        let text = costs(&sites);
        assert!(text.contains("| native command | 2 | 2 | 2 | 1 |"), "{text}");
        assert!(text.contains("in wasmtime on Ray | 3 | 3 | 3 | 1.5 |"), "{text}");
    }
}
