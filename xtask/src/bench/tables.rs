//! What was measured on a set of instances, as tables.

use serde_json::Value;

use super::document::{Table, grouped, short};
use super::references::{Column, Measure, Reference};
use super::sets::Set;
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
}

fn percent_above(cost: f64, best: f64) -> f64 {
    (cost / best - 1.0) * 100.0
}

/// Everything about a set: what was reached, beside the references, how fast.
pub(super) fn tables(set: &Set, rows: &[Row], references: &[Reference]) -> String {
    let mut text = results(set, rows);
    text.push_str(&failures(rows));
    let columns = Column::all(references, set.name, false);
    if !columns.is_empty() {
        let told = match rows.iter().any(|row| row.best.is_some()) {
            true => "Gap to the best known or published cost in %, beside the references:",
            false => "Cost, beside the references:",
        };
        text.push_str(&format!("\n{told}\n\n{}", beside(set, rows, &columns)));
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
    let mean = |of: fn(&Row) -> Option<&Figures>| {
        let gaps = rows.iter().filter_map(|row| row.gap(set, of(row)?)).collect();
        mean_text(gaps, rows.len())
    };
    let (native, wasm) = (mean(Row::native), mean(Row::wasm));
    if !native.is_empty() {
        let mut row = vec![String::new(); RESULT_HEAD.len()];
        (row[0], row[4], row[9]) = ("mean".into(), native, wasm);
        table.add(row);
    }
    table.markdown()
}

/// One row an instance: gaps where a best cost is known, costs elsewhere.
fn beside(set: &Set, rows: &[Row], columns: &[Column<'_>]) -> String {
    let budgets = budgets(rows);
    let mut head = vec!["instance".to_owned()];
    head.extend(budgets.iter().map(|budget| format!("native {budget} s")));
    head.extend(budgets.iter().map(|budget| format!("wasm {budget} s")));
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
        let others = columns.iter().map(|column| reference(column.figure(name)?, best));
        let figures: Vec<Option<f64>> = native.chain(wasm).chain(others).collect();
        sums.resize_with(figures.len(), Vec::new);
        for (sum, figure) in sums.iter_mut().zip(&figures).filter(|_| best.is_some()) {
            sum.extend(figure);
        }
        let cell = |figure: Option<f64>| match best {
            Some(_) => text(figure, |gap| format!("{gap:.2}")),
            None => text(figure, |figure| cost(set, figure)),
        };
        table.add(
            [(*name).to_owned()]
                .into_iter()
                .chain(figures.into_iter().map(cell))
                .collect(),
        );
    }
    if sums.iter().any(|sum| !sum.is_empty()) {
        let means = sums.into_iter().map(|sum| mean_text(sum, names.len()));
        table.add(["mean".to_owned()].into_iter().chain(means).collect());
    }
    table.markdown()
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
        }
    }

    #[test]
    fn gaps_and_their_mean_are_shown() {
        let text = results(&SETS[0], &[row("a", 201.0, 0.0), row("b", 198.0, 0.0)]);
        let expected = "\
| instance | CPU s | best known | native cost | gap % | unplaced | steps |
|---|--:|--:|--:|--:|--:|--:|
| a | 5 | 200.0 | 201.0 | 0.50 | 0 | 1,000 |
| b | 5 | 200.0 | 198.0 | -1.00 | 0 | 1,000 |
| mean |  |  |  | -0.25 |  |  |
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
