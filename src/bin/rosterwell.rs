//! The operations as a command: JSON in, JSON out.

use std::fs;
use std::io::{Read, Write};
use std::process::ExitCode;

use rosterwell::api::{self, Desk};
use rosterwell::{Error, Result};

/// What was asked for on the command line.
#[derive(Default)]
struct Arguments {
    operation: String,
    clinic: Option<String>,
    request: Option<String>,
    out: Option<String>,
    save: Option<String>,
    table: bool,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.is_empty()
        || arguments
            .iter()
            .any(|argument| argument == "--help" || argument == "-h")
    {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    match parse(&arguments).and_then(|arguments| carry_out(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let json = serde_json::to_string(&error).unwrap_or_else(|_| error.to_string());
            eprintln!("{json}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = String::from(
        "rosterwell OPERATION [--clinic FILE] [--request FILE] [--out FILE] [--save FILE] [--table]\n\n\
         JSON in, JSON out. A request may carry the clinic as its field `clinic`; FILE `-` is standard input.\n\
         --save writes the clinic that is open afterwards, for --clinic of the next command.\n\
         --table writes the plain-text table of a reply that has one, such as that of `compare`.\n\
         --out FILE.xlsx writes the tables of a reply that has them, such as that of `export`, as a workbook; of\n\
         `scenario` its money, as formulas over assumptions that can be changed.\n\
         Exit code 1 with the error as JSON on standard error.\n\noperations:\n",
    );
    for operation in api::operations() {
        text.push_str(&format!("  {:<14} {}\n", operation.name, operation.summary));
    }
    text
}

fn parse(arguments: &[String]) -> Result<Arguments> {
    let mut parsed = Arguments::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let slot = match argument.as_str() {
            "--table" => {
                parsed.table = true;
                continue;
            }
            "--clinic" => &mut parsed.clinic,
            "--request" => &mut parsed.request,
            "--out" => &mut parsed.out,
            "--save" => &mut parsed.save,
            name if parsed.operation.is_empty() && !name.starts_with('-') => {
                parsed.operation = name.into();
                continue;
            }
            _ => return Err(usage("an argument is not understood: see `rosterwell --help`")),
        };
        let file = rest
            .next()
            .ok_or_else(|| usage("an option has no file: see `rosterwell --help`"))?;
        *slot = Some(file.clone());
    }
    Ok(parsed)
}

fn usage(message: &str) -> Error {
    Error::new("command.usage", message)
}

fn carry_out(arguments: &Arguments) -> Result<()> {
    api::operation(&arguments.operation)?;
    let mut desk = Desk::with_entropy(Box::new(entropy));
    if let Some(file) = &arguments.clinic {
        open(&mut desk, &read(file)?)?;
    }
    let request = arguments.request.as_deref().map_or(Ok(String::new()), read)?;
    let request = take_clinic(&mut desk, &arguments.operation, request)?;
    let mut reply = api::run(&mut desk, &arguments.operation, &request)?;
    let workbook = arguments
        .out
        .as_deref()
        .filter(|file| is_workbook(file) && !arguments.table);
    if arguments.table {
        reply = table(&reply)?;
    }
    if let Some(file) = &arguments.save {
        let document = serde_json::to_string(desk.clinic()?);
        let document =
            document.map_err(|_| Error::new("reply.not_json", "the clinic holds a number that JSON cannot"))?;
        write(Some(file), &document)?;
    }
    match workbook {
        Some(file) => write_file(file, &workbook_of(&desk, &reply)?),
        None => write(arguments.out.as_deref(), &reply),
    }
}

fn entropy(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|_| Error::new("seed.unavailable", "the system gives no random numbers"))
}

fn is_workbook(file: &str) -> bool {
    let name = std::path::Path::new(file);
    name.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"))
}

/// The bytes of a workbook with the tables of a reply, or with a scenario whose money is formulas.
#[cfg(feature = "workbook")]
fn workbook_of(desk: &Desk, reply: &str) -> Result<Vec<u8>> {
    let mut value: serde_json::Value = serde_json::from_str(reply).unwrap_or_default();
    if value.get("cases").is_some() {
        let settings = &desk.clinic()?.settings;
        let name = value.get("name").cloned().unwrap_or_else(|| "scenario".into());
        let book = serde_json::json!({
            "clinic": settings.name, "synthetic": settings.synthetic, "currency": settings.currency,
            "scenarios": [{ "name": name, "report": value }],
        });
        let book = serde_json::from_value(book).map_err(|_| usage("this reply holds no whole scenario"))?;
        return rosterwell::export::scenarios::write_scenarios(&book);
    }
    let tables = value.get_mut("tables").map(serde_json::Value::take);
    let tables = tables.and_then(|tables| serde_json::from_value(tables).ok());
    let message =
        "this reply has no tables for a workbook: `export` with format `tables` has them, and `scenario` its money";
    rosterwell::export::workbook::write_workbook(&tables.ok_or_else(|| usage(message))?)
}

#[cfg(not(feature = "workbook"))]
fn workbook_of(_: &Desk, _: &str) -> Result<Vec<u8>> {
    Err(usage("this build writes no workbooks"))
}

/// The plain-text table of a reply.
fn table(reply: &str) -> Result<String> {
    let value: serde_json::Value = serde_json::from_str(reply).unwrap_or_default();
    let text = value.get("table").and_then(serde_json::Value::as_str);
    text.map(|text| text.trim_end().into())
        .ok_or_else(|| usage("this operation has no table: `compare` has one"))
}

/// Opens a clinic document, or the reply of an operation that gives one.
fn open(desk: &mut Desk, text: &str) -> Result<()> {
    let value: serde_json::Value = api::parse(text)?;
    let request = if value.get("clinic").is_some() {
        text.into()
    } else {
        serde_json::json!({ "clinic": value }).to_string()
    };
    api::run(desk, "open", &request).map(drop)
}

/// Opens the clinic that a request carries; gives the rest of the request. `open` itself takes the whole.
fn take_clinic(desk: &mut Desk, operation: &str, request: String) -> Result<String> {
    if operation == "open" || request.is_empty() {
        return Ok(request);
    }
    let mut value: serde_json::Value = api::parse(&request)?;
    let Some(clinic) = value.as_object_mut().and_then(|fields| fields.remove("clinic")) else {
        return Ok(request);
    };
    api::run(desk, "open", &serde_json::json!({ "clinic": clinic }).to_string())?;
    Ok(value.to_string())
}

fn read(file: &str) -> Result<String> {
    let mut text = String::new();
    let result = if file == "-" {
        std::io::stdin().read_to_string(&mut text).map(drop)
    } else {
        fs::read_to_string(file).map(|read| text = read)
    };
    result.map_err(|error| Error::new("command.read", format!("cannot read `{file}`: {error}")))?;
    Ok(text)
}

fn write(file: Option<&str>, reply: &str) -> Result<()> {
    match file {
        None => writeln!(std::io::stdout(), "{reply}").map_err(|error| unwritten(&error)),
        Some(file) => write_file(file, reply.as_bytes()),
    }
}

fn write_file(file: &str, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).map_err(|error| unwritten(&error))
}

fn unwritten(error: &std::io::Error) -> Error {
    Error::new("command.write", format!("cannot write the reply: {error}"))
}
