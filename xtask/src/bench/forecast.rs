//! `bench forecast`: demand forecasts beside those of others, on made-up weekly referrals and on files of series.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::document::{Table, short};
use super::peers::Peers;
use super::solve::{Module, line, listen, native_program};
use super::{files, has, number, value};
use crate::Result;
use crate::run::{at, command};

/// What is to be forecast: made-up series, or those of a file.
type Series = Option<PathBuf>;

/// One JSON line a set and program; files, and all files of folders, beside the set that is made up.
pub(super) fn print(arguments: &[String]) -> Result<()> {
    let module = has(arguments, "--wasm").then(Module::build).transpose()?;
    let peers = has(arguments, "--peers")
        .then(|| Peers::install(None, Some(SET)))
        .transpose()?;
    let seed = number(arguments, "--seed", 1)?;
    let mut sets: Vec<Series> = vec![None];
    for file in files(arguments) {
        let path = std::path::absolute(file).map_err(|error| format!("{file}: {error}"))?;
        sets.extend(series_files(&path)?.into_iter().map(Some));
    }
    for set in sets {
        let mut program = program(&set, seed)?;
        if let Some(out) = value(arguments, "--out") {
            program.args(["--out", &out]);
        }
        println!("{}", line(&mut program)?);
        if let Some(module) = &module {
            println!("{}", in_module(&set, seed, module)?);
        }
        if let Some(peers) = &peers {
            println!("{}", by_peer(&set, seed, peers)?);
        }
    }
    Ok(())
}

const SET: &str = "forecast";

/// The file itself, or the CSV files of a folder by name.
fn series_files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "csv"))
        .collect();
    found.sort();
    Ok(found)
}

fn program(set: &Series, seed: u64) -> Result<std::process::Command> {
    let mut program = native_program()?;
    program.arg(SET).args(set).args(["--seed", &seed.to_string()]);
    Ok(program)
}

/// The file of what is to be forecast, written by the native program, and the file for what is said about it.
fn exchange(set: &Series, seed: u64) -> Result<(PathBuf, PathBuf)> {
    let folder = at("target/bench");
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let (problem, said) = (folder.join("series.json"), folder.join("forecasts.json"));
    listen(program(set, seed)?.arg("--problem").arg(&problem))?;
    Ok((problem, said))
}

/// What the shipped module says, judged natively.
fn in_module(set: &Series, seed: u64, module: &Module) -> Result<Value> {
    let (problem, said) = exchange(set, seed)?;
    let mut node = command("node", &["tests/bench/forecast.mjs"]);
    listen(node.args([module.folder.as_path(), &problem, &said]))?;
    let mut judged = line(program(set, seed)?.arg("--plan").arg(&said))?;
    judged["methods"][0]["name"] = "Rosterwell, wasm".into();
    Ok(judged)
}

/// What the peer says, judged natively.
fn by_peer(set: &Series, seed: u64, peers: &Peers) -> Result<Value> {
    let (problem, said) = exchange(set, seed)?;
    let [peer] = &peers.of(SET)[..] else {
        return Err("the forecast has one peer".into());
    };
    peers.run(peer, &problem, &said)?;
    line(program(set, seed)?.arg("--plan").arg(&said))
}

/// Made-up series, then every file of the folder: ours natively and in the module, and the peer's.
pub(super) fn table(folder: &Path, module: Option<&Module>, peers: Option<&Peers>) -> Result<String> {
    let folder = folder.join(SET);
    let mut sets: Vec<Series> = vec![None];
    if folder.is_dir() {
        sets.extend(series_files(&folder)?.into_iter().map(Some));
    }
    let mut text = peers.map_or_else(String::new, |peers| peers.told(SET) + "\n\n");
    for set in sets {
        let mut lines = vec![line(&mut program(&set, 1)?)?];
        if let Some(module) = module {
            lines.push(in_module(&set, 1, module)?);
        }
        if let Some(peers) = peers {
            lines.push(by_peer(&set, 1, peers)?);
        }
        text.push_str(&rows(&lines));
        text.push('\n');
    }
    Ok(text)
}

/// One table a set: a method a row.
fn rows(lines: &[Value]) -> String {
    let Some(first) = lines.first() else {
        return String::new();
    };
    let steps: Vec<f64> = first["methods"][0]["upto"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|upto| upto["steps"].as_f64())
        .collect();
    let mut head = vec!["method".to_owned()];
    for steps in &steps {
        head.extend(["MASE", "80 %", "95 %"].map(|what| format!("{what}, 1-{steps}")));
    }
    head.push("CPU ms a series".into());
    let mut table = Table::new(head);
    for line in lines {
        let methods = line["methods"].as_array().into_iter().flatten();
        let last = methods.clone().count();
        for (at, method) in methods.enumerate() {
            let mut row = vec![method["name"].as_str().unwrap_or_default().to_owned()];
            for upto in method["upto"].as_array().into_iter().flatten() {
                let cell = |field: &str, shown: fn(f64) -> String| upto[field].as_f64().map(shown).unwrap_or_default();
                row.push(cell("mase", |mase| format!("{mase:.3}")));
                row.extend(["cover80", "cover95"].map(|field| cell(field, |share| format!("{:.1}", share * 100.0))));
            }
            // The time is that of all methods of a program together; it stands with the last, which needs them all.
            let time = line["ms_per_series"].as_f64().filter(|_| at + 1 == last);
            row.push(time.map(|time| short(time, 1)).unwrap_or_default());
            table.add(row);
        }
    }
    let name = first["instance"].as_str().unwrap_or_default().replace('_', " ");
    let count = |field: &str| first[field].as_u64().unwrap_or_default();
    let (series, windows) = (count("series"), count("windows"));
    format!("{name}: {series} series, {windows} windows\n\n{}", table.markdown())
}

#[cfg(test)]
mod tests {
    use super::rows;
    use serde_json::json;

    #[test]
    fn the_time_stands_with_the_last_method() {
        let method = |name: &str, cover: Option<f64>| json!({"name": name, "upto": [{"steps": 4, "mase": 0.7312, "cover80": cover, "cover95": null}]});
        let line = json!({
            "instance": "a_b", "series": 3, "windows": 2, "ms_per_series": 12.34,
            "methods": [method("ETS", None), method("mean", Some(0.8))],
        });
        let expected = "\
a b: 3 series, 2 windows

| method | MASE, 1-4 | 80 %, 1-4 | CPU ms a series |
|---|--:|--:|--:|
| ETS | 0.731 |  |  |
| mean | 0.731 | 80.0 | 12.3 |
";
        assert_eq!(rows(&[line]), expected);
    }
}
