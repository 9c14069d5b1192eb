//! The worked example of the documentation: a leader's question, from the sample center to the board page.

use std::fmt::Write as _;

use rosterwell::api::{self, Desk};
use serde_json::{Value, json};

/// Whole units of the currency.
fn money(cents: &Value) -> String {
    let units = (cents.as_f64().unwrap_or(f64::NAN) / 100.0).round() as i64;
    let digits = units.unsigned_abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if units < 0 {
        format!("-${text}")
    } else {
        format!("${text}")
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn percent(share: &Value) -> String {
    format!("{:.1} %", 100.0 * share.as_f64().unwrap_or(f64::NAN))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn asked(desk: &mut Desk, operation: &str, request: &Value) -> Result<Value, String> {
    let reply = api::run(desk, operation, &request.to_string()).map_err(|error| error.message)?;
    serde_json::from_str(&reply).map_err(|error| error.to_string())
}

/// The page, as `docs/worked-example.md` holds it.
pub fn example() -> Result<String, String> {
    let mut desk = Desk::default();
    let kind = json!({"kind": "addiction_treatment", "clinicians": 24, "seed": 1});
    asked(&mut desk, "sample", &kind)?;
    let targets = json!({
        "targets": [{"measure": "placed", "value": 0.92}, {"measure": "high_strain", "value": 0}],
        "demand": 0.5, "step": 1,
    });
    let staffing = asked(&mut desk, "staffing", &targets)?;
    let hires: Vec<Value> = list(&staffing["best"]["hires"])
        .iter()
        .map(|hire| json!({"lever": {"hire": {"discipline": hire["discipline"]}}, "value": hire["fte"]}))
        .collect();
    let growth = json!({"lever": "demand", "value": 0.5, "low": 0.3, "high": 0.6, "ramp_months": 6});
    let changes: Vec<Value> = std::iter::once(growth).chain(hires).collect();
    let request = json!({"changes": changes, "drivers": true});
    let scenario = asked(&mut desk, "scenario", &request)?;
    Ok(page(&kind, (&targets, &staffing), (&request, &scenario)))
}

fn page(kind: &Value, (targets, staffing): (&Value, &Value), (request, scenario): (&Value, &Value)) -> String {
    let mut text = format!(
        "# A leader's question, worked through\n\n\
         Written by `cargo xtask bench example --out docs/worked-example.md`. The clinic is invented: the sample center with 24 clinicians.\n\n\
         *Half as many patients again are expected within half a year. How many people does that take, and does it pay?*\n\n\
         ```\n{kind}\n```\n\n## How many people\n\n\
         At least 92 % of what is wanted has to have a place, and nobody a high strain:\n\n```\n{targets}\n```\n\n"
    );
    staffing_part(&mut text, staffing);
    let _ = write!(
        text,
        "\n## Does it pay\n\nThese people, and growth between 30 % and 60 %, over 36 months:\n\n```\n{request}\n```\n\n"
    );
    money_part(&mut text, scenario);
    drivers_part(&mut text, &scenario["drivers"], list(&request["changes"]));
    board_part(&mut text, staffing, scenario);
    text.push_str("\n## What these figures cannot say\n\n");
    for limit in list(&staffing["limits"]).iter().chain(list(&scenario["limits"])) {
        let _ = writeln!(text, "- {}", limit.as_str().unwrap_or_default());
    }
    let _ = write!(
        text,
        "\nSeed {}, version {}, {} draws of {} runs each, {} weeks planned and checked, SHA-256 of clinic and changes\n`{}`.\n",
        scenario["seed"],
        scenario["version"].as_str().unwrap_or_default(),
        scenario["draws"],
        scenario["runs"],
        scenario["weeks_planned"],
        scenario["input_hash"].as_str().unwrap_or_default()
    );
    text
}

fn hires_of(point: &Value) -> String {
    let hires: Vec<String> = list(&point["hires"])
        .iter()
        .map(|hire| {
            format!(
                "{} {}",
                number(&hire["fte"]),
                hire["discipline"].as_str().unwrap_or_default().replace('_', " ")
            )
        })
        .collect();
    if hires.is_empty() {
        "today's people".into()
    } else {
        hires.join(", ")
    }
}

fn staffing_part(text: &mut String, staffing: &Value) {
    let verdict = match (staffing["reached"] == true, staffing["certain"] == true) {
        (true, true) => "meets both targets, and one step fewer in any discipline misses one",
        (true, false) => "meets both targets; the search was not ended, so fewer may do",
        (false, _) => "no staffing that was planned meets both targets",
    };
    let best = if staffing["reached"] == true {
        &staffing["best"]
    } else {
        &staffing["today"]
    };
    let _ = writeln!(
        text,
        "{} weeks were planned. Full-time equivalents to hire: **{}** ({verdict}).\n\nThe frontier of cost against access:\n",
        staffing["plans"],
        hires_of(best)
    );
    text.push_str("| hired | placed | high strain | pay a year | targets |\n|---|---|---|---|---|\n");
    let mut frontier: Vec<&Value> = list(&staffing["points"])
        .iter()
        .filter(|point| point["frontier"] == true)
        .collect();
    frontier.sort_by(|a, b| number(&a["cost_year_cents"]).total_cmp(&number(&b["cost_year_cents"])));
    for point in frontier {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            hires_of(point),
            percent(&point["placed"]),
            number(&point["values"][1]),
            money(&point["cost_year_cents"]),
            if point["meets"] == true { "met" } else { "missed" }
        );
    }
}

fn money_part(text: &mut String, scenario: &Value) {
    text.push_str(
        "| case | net benefit | 8 in 10 runs | present value | pays back in month | internal rate |\n|---|---|---|---|---|---|\n",
    );
    for case in list(&scenario["cases"]).iter().chain([&scenario["all_wrong"]]) {
        let (net, back) = (&case["net_cents"], &case["return"]);
        let _ = writeln!(
            text,
            "| {} | {} | {} to {} | {} | {} | {} |",
            case["name"].as_str().unwrap_or_default().replace('_', " "),
            money(&net["mean"]),
            money(&net["p10"]),
            money(&net["p90"]),
            money(&back["npv_cents"]),
            match back["payback_month"].as_u64() {
                Some(0) => "never in debt".into(),
                Some(month) => month.to_string(),
                None => "not within 36".into(),
            },
            match list(&back["internal_rates"]) {
                [rate] if back["internal_rate"] == "invest" => percent(rate),
                _ => back["internal_rate"].as_str().unwrap_or_default().into(),
            }
        );
    }
    let split = &scenario["cases"][1]["split"];
    let _ = writeln!(
        text,
        "\n{} of all runs end with a gain. In the likely case the clinic receives {}, payers {}, staff {}, others {}; the sum, {},\n\
         is care in hospital that nobody pays for any more.",
        percent(&scenario["chance_of_gain"]),
        money(&split["clinic_cents"]),
        money(&split["payer_cents"]),
        money(&split["staff_cents"]),
        money(&split["others_cents"]),
        money(&split["avoided_cents"])
    );
}

fn board_part(text: &mut String, staffing: &Value, scenario: &Value) {
    let (best, today) = (&staffing["best"], &staffing["today"]);
    let parts = &scenario["drivers"]["parts"];
    let last = list(&parts["changes"])
        .iter()
        .skip(1)
        .map(|part| number(&part["last_cents"]["mean"]))
        .sum::<f64>();
    let _ = writeln!(
        text,
        "\n## The board page\n\n\
         - With half as many patients again, today's people leave {} of what is wanted without a place; {} more leave {}.\n\
         - That costs {} of pay a year more.\n\
         - Growth and people together bring {} over 36 months in the likely case, {} in the conservative one.\n\
         - Of that the people, each left out of the whole in turn, make {} in all: {}.\n\
         - Before deciding: {}.",
        percent(&json!(1.0 - number(&today["placed"]))),
        hires_of(best),
        percent(&json!(1.0 - number(&best["placed"]))),
        money(&json!(
            number(&best["cost_year_cents"]) - number(&today["cost_year_cents"])
        )),
        money(&scenario["cases"][1]["net_cents"]["mean"]),
        money(&scenario["cases"][0]["net_cents"]["mean"]),
        money(&json!(last)),
        if last < 0.0 {
            "they are hired for access, not for money"
        } else {
            "they pay for themselves"
        },
        scenario["drivers"]["advice"].as_str().unwrap_or_default()
    );
}

fn drivers_part(text: &mut String, drivers: &Value, changes: &[Value]) {
    text.push_str("\n## What it hangs on\n\n| alone | net benefit | lost if left out |\n|---|---|---|\n");
    let parts = &drivers["parts"];
    for (part, change) in list(&parts["changes"]).iter().zip(changes) {
        let of = change["lever"]["hire"]["discipline"].as_str().unwrap_or_default();
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            format!("{} {of}", part["lever"].as_str().unwrap_or_default()).trim(),
            money(&part["alone_cents"]["mean"]),
            money(&part["last_cents"]["mean"])
        );
    }
    let _ = writeln!(
        text,
        "| interaction | {} | |\n| all together | {} | |\n",
        money(&parts["interaction_cents"]["mean"]),
        money(&parts["together_cents"]["mean"])
    );
    text.push_str("| unknown, from P10 to P90 | moves the outcome by | Monte Carlo error | share of the variance |\n|---|---|---|---|\n");
    for input in list(&drivers["inputs"]) {
        let swing = &input["swing_cents"];
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} |",
            input["name"].as_str().unwrap_or_default(),
            money(&swing["mean"]),
            money(&swing["mc_error"]),
            percent(&input["variance_share"])
        );
    }
    text.push_str("\nLost if left out is below 0 where leaving it out would bring more money.\n");
}
