//! What was measured on a set of instances, as tables.

use serde_json::Value;

use super::document::{Table, grouped, short};
use super::peers::Peer;
use super::references::{Column, Measure, Reference};
use super::sets::Set;
use super::solve::CPU_SECONDS;
use crate::Result;

/// What a run reached, or the mean of runs with several seeds.
#[derive(Clone, Default)]
pub(super) struct Figures {
    pub cost: f64,
    pub unplaced: f64,
    pub empty_seats: Option<f64>,
    pub bound: Option<f64>,
    pub steps: f64,
    /// Steps per CPU second of the search itself.
    pub speed: f64,
    /// CPU seconds of the whole program, measured from outside.
    pub cpu: Option<f64>,
}

impl Figures {
    /// Reads a result line.
    pub(super) fn read(line: &Value, cost: &str) -> Result<Self> {
        let field = |name: &str| line.get(name).and_then(Value::as_f64);
        let needed = |name: &str| field(name).ok_or_else(|| format!("the result has no number `{name}`: {line}"));
        Ok(Self {
            cost: needed(cost)?,
            unplaced: needed("unplaced")?,
            empty_seats: field("seats_wanted")
                .zip(field("seats"))
                .map(|(wanted, filled)| wanted - filled),
            bound: field("bound"),
            steps: needed("steps")?,
            speed: needed("steps_per_second")?,
            cpu: field(CPU_SECONDS),
        })
    }

    /// The mean of some runs of one instance; at least one.
    pub(super) fn mean(runs: &[Self]) -> Self {
        let mean = |field: fn(&Self) -> f64| runs.iter().map(field).sum::<f64>() / runs.len() as f64;
        Self {
            cost: mean(|run| run.cost),
            unplaced: mean(|run| run.unplaced),
            empty_seats: runs[0].empty_seats.map(|_| mean(|run| run.empty_seats.unwrap_or(0.0))),
            bound: runs[0].bound,
            steps: mean(|run| run.steps),
            speed: mean(|run| run.speed),
            cpu: runs[0].cpu.map(|_| mean(|run| run.cpu.unwrap_or(0.0))),
        }
    }
}

/// The outcome of an instance with a budget, native and, if asked for, in the shipped module.
pub(super) struct Row {
    pub instance: String,
    pub best: Option<f64>,
    pub budget: f64,
    pub native: Result<Figures>,
    pub wasm: Option<Result<Figures>>,
    /// Programs of others that ran beside, with what came of it.
    pub peers: Vec<(Peer, Result<Figures>)>,
}

impl Row {
    /// Percent above the best known cost.
    fn gap(&self, set: &Set, run: &Figures) -> Option<f64> {
        let complete = !set.all_placed || run.unplaced == 0.0;
        self.best.filter(|_| complete).map(|best| percent_above(run.cost, best))
    }

    fn native(&self) -> Option<&Figures> {
        self.native.as_ref().ok()
    }

    fn wasm(&self) -> Option<&Figures> {
        self.wasm.as_ref()?.as_ref().ok()
    }

    fn peer(&self, peer: &Peer) -> Option<&Result<Figures>> {
        let (_, run) = self.peers.iter().find(|(known, _)| known.name == peer.name)?;
        Some(run)
    }
}

fn percent_above(cost: f64, best: f64) -> f64 {
    (cost / best - 1.0) * 100.0
}

/// Everything about a set: what was reached, beside the references, how fast.
pub(super) fn tables(set: &Set, rows: &[Row], references: &[Reference]) -> String {
    let mut text = results(set, rows);
    text.push_str(&failures(rows));
    let columns = Column::all(references, set.name, false);
    let peers = peers(rows);
    if !(columns.is_empty() && peers.is_empty()) {
        let others = match (peers.is_empty(), columns.is_empty()) {
            (false, true) => "beside the programs of others in the same run",
            (false, false) => "beside the programs of others in the same run, and then the references of other days",
            (true, _) => "beside the references",
        };
        let told = match rows.iter().any(|row| row.best.is_some()) {
            true => format!("Gap to the best known or published cost in %, {others}:"),
            false => format!("Cost, {others}:"),
        };
        text.push_str(&format!("\n{told}\n\n{}", beside(set, rows, &columns)));
    }
    if !peers.is_empty() {
        let told =
            "CPU seconds of each program from its start to its end, all threads and all programs that it starts:";
        text.push_str(&format!("\n{told}\n\n{}", seconds(rows)));
        text.push_str(&without_plan(rows));
    }
    let told = "Steps per CPU second of the search itself (a step of another program may do more or less than ours):";
    text.push_str(&format!("\n{told}\n\n{}", speeds(set, rows, references)));
    text
}

const RESULT_HEAD: [&str; 13] = [
    "instance",
    "CPU s",
    "best known",
    "native cost",
    "gap %",
    "unplaced",
    "empty seats",
    "steps",
    "wasm cost",
    "gap %",
    "unplaced",
    "steps",
    "own bound",
];

fn results(set: &Set, rows: &[Row]) -> String {
    let mut table = Table::new(RESULT_HEAD);
    for row in rows {
        let gap = |run: &Figures| text(row.gap(set, run), |gap| format!("{gap:.2}"));
        let (native, wasm) = (row.native(), row.wasm());
        table.add(vec![
            row.instance.clone(),
            short(row.budget, 2),
            text(row.best, |best| cost(set, best)),
            outcome(set, Some(&row.native)),
            text(native, gap),
            text(native, |run| short(run.unplaced, 1)),
            text(native.and_then(|run| run.empty_seats), |seats| short(seats, 1)),
            text(native, |run| grouped(run.steps)),
            outcome(set, row.wasm.as_ref()),
            text(wasm, gap),
            text(wasm, |run| short(run.unplaced, 1)),
            text(wasm, |run| grouped(run.steps)),
            text(native.and_then(|run| run.bound), |bound| cost(set, bound)),
        ]);
    }
    for budget in budgets(rows) {
        let own: Vec<&Row> = rows.iter().filter(|row| row.budget == budget).collect();
        let mean = |of: fn(&Row) -> Option<&Figures>| {
            let gaps = own.iter().filter_map(|row| row.gap(set, of(row)?)).collect();
            mean_text(gaps, own.len())
        };
        let (native, wasm) = (mean(Row::native), mean(Row::wasm));
        if !native.is_empty() {
            let mut row = vec![String::new(); RESULT_HEAD.len()];
            (row[0], row[1], row[4], row[9]) = ("mean".into(), short(budget, 2), native, wasm);
            table.add(row);
        }
    }
    table.markdown()
}

/// One row an instance: gaps where a best cost is known, costs elsewhere.
fn beside(set: &Set, rows: &[Row], columns: &[Column<'_>]) -> String {
    let budgets = budgets(rows);
    let mut head = vec!["instance".to_owned()];
    head.extend(budgets.iter().map(|budget| format!("native {budget} s")));
    head.extend(budgets.iter().map(|budget| format!("wasm {budget} s")));
    let peers = peers(rows);
    head.extend(peers.iter().map(|(peer, budget)| peer_title(peer, *budget)));
    head.extend(columns.iter().map(|column| column.title.clone()));
    let mut table = Table::new(head);
    let mut sums: Vec<Vec<f64>> = Vec::new();
    let names = names(rows);
    for name in &names {
        let own: Vec<&Row> = rows.iter().filter(|row| row.instance == *name).collect();
        let best = own.first().and_then(|row| row.best);
        let at = |budget: &f64| own.iter().copied().find(|row| row.budget == *budget);
        let shown = |row: &Row, run: &Figures| match row.best {
            Some(_) => row.gap(set, run),
            None => Some(run.cost),
        };
        let native = budgets
            .iter()
            .map(|budget| at(budget).and_then(|row| shown(row, row.native()?)));
        let wasm = budgets
            .iter()
            .map(|budget| at(budget).and_then(|row| shown(row, row.wasm()?)));
        let ran = |peer: &Peer, budget: f64| at(&budget).and_then(|row| Some((row, row.peer(peer)?)));
        let beside = peers.iter().map(|(peer, budget)| {
            let (row, run) = ran(peer, *budget)?;
            shown(row, run.as_ref().ok()?)
        });
        let others = columns.iter().map(|column| reference(column.figure(name)?, best));
        let figures: Vec<Option<f64>> = native.chain(wasm).chain(beside).chain(others).collect();
        let failed: Vec<bool> = peers
            .iter()
            .map(|(peer, budget)| ran(peer, *budget).is_some_and(|(_, run)| run.is_err()))
            .collect();
        sums.resize_with(figures.len(), Vec::new);
        for (sum, figure) in sums.iter_mut().zip(&figures).filter(|_| best.is_some()) {
            sum.extend(figure);
        }
        let cell = |figure: Option<f64>| match best {
            Some(_) => text(figure, |gap| format!("{gap:.2}")),
            None => text(figure, |figure| cost(set, figure)),
        };
        let mut cells: Vec<String> = figures.into_iter().map(cell).collect();
        for (cell, failed) in cells.iter_mut().skip(2 * budgets.len()).zip(failed) {
            if failed {
                *cell = "none".into();
            }
        }
        table.add([(*name).to_owned()].into_iter().chain(cells).collect());
    }
    if sums.iter().any(|sum| !sum.is_empty()) {
        let means = sums.into_iter().map(|sum| mean_text(sum, names.len()));
        table.add(["mean".to_owned()].into_iter().chain(means).collect());
    }
    table.markdown()
}

/// The peers of a table with the budgets of ours that they ran beside, in the order of the budgets.
fn peers(rows: &[Row]) -> Vec<(&Peer, f64)> {
    let mut peers: Vec<(&Peer, f64)> = Vec::new();
    for row in rows {
        for (peer, _) in &row.peers {
            if !peers
                .iter()
                .any(|&(known, budget)| known.name == peer.name && budget == row.budget)
            {
                peers.push((peer, row.budget));
            }
        }
    }
    peers
}

fn peer_title(peer: &Peer, budget: f64) -> String {
    match peer.is_apart() {
        true => peer.title(),
        false => format!("{} {budget} s", peer.title()),
    }
}

/// What each program took.
fn seconds(rows: &[Row]) -> String {
    let peers = peers(rows);
    let mut head: Vec<String> = ["instance", "allowed", "native", "wasm"].map(str::to_owned).into();
    let mut names: Vec<&Peer> = Vec::new();
    for (peer, _) in peers {
        if !names.iter().any(|known| known.name == peer.name) {
            names.push(peer);
            head.push(peer.title());
        }
    }
    let mut table = Table::new(head);
    let took = |run: Option<&Figures>| text(run.and_then(|run| run.cpu), |seconds| format!("{seconds:.1}"));
    for row in rows {
        let mut cells = vec![
            row.instance.clone(),
            short(row.budget, 2),
            took(row.native()),
            took(row.wasm()),
        ];
        cells.extend(
            names
                .iter()
                .map(|peer| took(row.peer(peer).and_then(|run| run.as_ref().ok()))),
        );
        table.add(cells);
    }
    table.markdown()
}

/// Peers that found no plan, with what they said, one line each.
fn without_plan(rows: &[Row]) -> String {
    let mut said = String::new();
    for row in rows {
        for (peer, run) in &row.peers {
            if let Err(message) = run {
                let message = message.lines().last().unwrap_or_default();
                said.push_str(&format!("\nNone for {} by {}: {message}\n", row.instance, peer.title()));
            }
        }
    }
    said
}

/// A reference in the unit of its table; nothing if it cannot be told in it.
fn reference((measure, figure): (Measure, f64), best: Option<f64>) -> Option<f64> {
    match (measure, best) {
        (Measure::Gap, Some(_)) | (Measure::Cost | Measure::Published, None) => Some(figure),
        (Measure::Cost | Measure::Published, Some(best)) => Some(percent_above(figure, best)),
        (Measure::Gap, None) | (Measure::Speed, _) => None,
    }
}

/// Speeds at the largest budget.
fn speeds(set: &Set, rows: &[Row], references: &[Reference]) -> String {
    let columns = Column::all(references, set.name, true);
    let mut head = vec![
        "instance".to_owned(),
        "native".into(),
        "wasm".into(),
        "wasm / native".into(),
    ];
    head.extend(columns.iter().map(|column| column.title.clone()));
    let mut table = Table::new(head);
    let most = budgets(rows).into_iter().fold(0.0, f64::max);
    let mut ratios = Vec::new();
    for row in rows.iter().filter(|row| row.budget == most) {
        let (native, wasm) = (row.native().map(|run| run.speed), row.wasm().map(|run| run.speed));
        let ratio = native.zip(wasm).map(|(native, wasm)| wasm / native);
        ratios.extend(ratio);
        let mut cells = vec![
            row.instance.clone(),
            text(native, grouped),
            text(wasm, grouped),
            text(ratio, |ratio| format!("{ratio:.2}")),
        ];
        cells.extend(
            columns
                .iter()
                .map(|column| text(column.figure(&row.instance), |(_, speed)| grouped(speed))),
        );
        table.add(cells);
    }
    if !ratios.is_empty() {
        let mean = mean_text(ratios, names(rows).len());
        table.add(vec!["mean".into(), String::new(), String::new(), mean]);
    }
    table.markdown()
}

/// What went wrong, one paragraph each.
fn failures(rows: &[Row]) -> String {
    problems(rows)
        .into_iter()
        .map(|problem| format!("\n{problem}\n"))
        .collect()
}

/// Runs that gave no plan, with what was said about them.
pub(super) fn problems(rows: &[Row]) -> Vec<String> {
    let mut said = Vec::new();
    for row in rows {
        for (kind, run) in [("native", Some(&row.native)), ("wasm", row.wasm.as_ref())] {
            if let Some(Err(message)) = run {
                let message = message.lines().last().unwrap_or_default();
                said.push(format!(
                    "No plan for {} ({kind}, {} s): {message}",
                    row.instance, row.budget
                ));
            }
        }
    }
    said
}

fn outcome(set: &Set, run: Option<&Result<Figures>>) -> String {
    match run {
        None => String::new(),
        Some(Ok(run)) => cost(set, run.cost),
        Some(Err(_)) => "no plan".into(),
    }
}

fn cost(set: &Set, cost: f64) -> String {
    match set.digits {
        0 => grouped(cost),
        digits => format!("{cost:.digits$}"),
    }
}

fn text<T>(value: Option<T>, shown: impl FnOnce(T) -> String) -> String {
    value.map(shown).unwrap_or_default()
}

/// The mean, with how many it is of if some are missing.
fn mean_text(figures: Vec<f64>, all: usize) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let mean = figures.iter().sum::<f64>() / figures.len() as f64;
    if figures.len() < all {
        format!("{mean:.2} (of {})", figures.len())
    } else {
        format!("{mean:.2}")
    }
}

fn budgets(rows: &[Row]) -> Vec<f64> {
    let mut budgets: Vec<f64> = rows.iter().map(|row| row.budget).collect();
    budgets.sort_by(f64::total_cmp);
    budgets.dedup();
    budgets
}

fn names(rows: &[Row]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        if !names.contains(&row.instance.as_str()) {
            names.push(&row.instance);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::peers::PEERS;
    use super::super::sets::SETS;
    use super::*;

    fn row(instance: &str, cost: f64, unplaced: f64) -> Row {
        Row {
            instance: instance.into(),
            best: Some(200.0),
            budget: 5.0,
            native: Ok(Figures {
                cost,
                unplaced,
                steps: 1_000.0,
                speed: 250.0,
                ..Figures::default()
            }),
            wasm: None,
            peers: Vec::new(),
        }
    }

    #[test]
    fn peers_stand_beside_us() {
        let figures = |cost| Figures {
            cost,
            cpu: Some(5.04),
            ..Figures::default()
        };
        let mut found = row("a", 202.0, 0.0);
        found.peers = vec![
            (PEERS[0].clone(), Ok(figures(204.0))),
            (PEERS[1].clone(), Err("slow\nno plan found in time".into())),
        ];
        let text = tables(&SETS[0], &[found], &[]);
        assert!(
            text.contains("| instance | native 5 s | PyVRP 5 s | OR-Tools routing 5 s |"),
            "{text}"
        );
        assert!(text.contains("| a | 1.00 | 2.00 | none |"), "{text}");
        assert!(text.contains("| mean | 1.00 | 2.00 |  |"), "{text}");
        assert!(text.contains("| a | 5 | 5.0 |"), "{text}");
        assert!(
            text.contains("None for a by OR-Tools routing: no plan found in time"),
            "{text}"
        );
        let mut apart = row("a", 202.0, 0.0);
        apart.best = None;
        apart.peers = vec![(PEERS[2].clone(), Ok(figures(1_204.0)))];
        let text = tables(&SETS[3], &[apart], &[]);
        assert!(
            text.contains("| instance | native 5 s | CP-SAT intervals 2 x 60 s |"),
            "{text}"
        );
        assert!(text.contains("| a | 202 | 1,204 |"), "{text}");
    }

    #[test]
    fn gaps_and_their_mean_are_shown() {
        let text = results(&SETS[0], &[row("a", 201.0, 0.0), row("b", 198.0, 0.0)]);
        let expected = "\
| instance | CPU s | best known | native cost | gap % | unplaced | steps |
|---|--:|--:|--:|--:|--:|--:|
| a | 5 | 200.0 | 201.0 | 0.50 | 0 | 1,000 |
| b | 5 | 200.0 | 198.0 | -1.00 | 0 | 1,000 |
| mean | 5 |  |  | -0.25 |  |  |
";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_plan_that_leaves_something_out_has_no_gap() {
        let text = results(&SETS[0], &[row("a", 150.0, 1.0), row("b", 202.0, 0.0)]);
        assert!(text.contains("| a | 5 | 200.0 | 150.0 |  | 1 |"), "{text}");
        assert!(text.contains("| 1.00 (of 1) |"), "{text}");
    }

    #[test]
    fn a_run_without_a_plan_is_said() {
        let failed = Row {
            native: Err("first\nthe checker refuses the plan".into()),
            ..row("a", 0.0, 0.0)
        };
        let text = tables(&SETS[0], &[failed], &[]);
        assert!(text.contains("| a | 5 | 200.0 | no plan |"), "{text}");
        assert!(
            text.contains("No plan for a (native, 5 s): the checker refuses the plan"),
            "{text}"
        );
    }

    #[test]
    fn references_are_told_in_the_unit_of_the_table() {
        assert_eq!(reference((Measure::Gap, 0.5), Some(200.0)), Some(0.5));
        assert_eq!(reference((Measure::Cost, 201.0), None), Some(201.0));
        assert_eq!(reference((Measure::Gap, 0.5), None), None);
        let above = reference((Measure::Published, 210.0), Some(200.0)).unwrap_or_default();
        assert!((above - 5.0).abs() < 1e-9);
    }
}
