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
    files: Vec<String>,
    folder: Option<String>,
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
        "rosterwell OPERATION [--clinic FILE] [--request FILE] [--file FILE]... [--out FILE] [--files FOLDER]\n\
         \x20                    [--save FILE] [--table]\n\n\
         JSON in, JSON out. A request may carry the clinic as its field `clinic`; FILE `-` is standard input.\n\
         --file adds a file to a request of `import`, in any format that it reads; may be given several times.\n\
         --files writes the files of a reply, such as that of `export`, into a folder.\n\
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
            "--files" => &mut parsed.folder,
            "--file" => {
                let file = rest.next().ok_or_else(without_file)?;
                parsed.files.push(file.clone());
                continue;
            }
            name if parsed.operation.is_empty() && !name.starts_with('-') => {
                parsed.operation = name.into();
                continue;
            }
            _ => return Err(usage("an argument is not understood: see `rosterwell --help`")),
        };
        let file = rest.next().ok_or_else(without_file)?;
        *slot = Some(file.clone());
    }
    Ok(parsed)
}

fn without_file() -> Error {
    usage("an option has no file: see `rosterwell --help`")
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
    let request = with_files(request, &arguments.files)?;
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
    if let Some(folder) = &arguments.folder {
        return write_files(folder, &reply);
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

/// The request with files of this machine added to those that it names.
fn with_files(request: String, files: &[String]) -> Result<String> {
    if files.is_empty() {
        return Ok(request);
    }
    let mut value: serde_json::Value = match request.is_empty() {
        true => serde_json::json!({}),
        false => api::parse(&request)?,
    };
    for file in files {
        let bytes =
            fs::read(file).map_err(|error| Error::new("command.read", format!("cannot read `{file}`: {error}")))?;
        let name = std::path::Path::new(file)
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or(file);
        let entry = match String::from_utf8(bytes) {
            Ok(text) => serde_json::json!({ "name": name, "text": text }),
            Err(error) => serde_json::json!({ "name": name, "base64": base64(error.as_bytes()) }),
        };
        match value.get_mut("files").and_then(serde_json::Value::as_array_mut) {
            Some(list) => list.push(entry),
            None => value["files"] = serde_json::json!([entry]),
        }
    }
    Ok(value.to_string())
}

/// Bytes as text (RFC 4648, standard alphabet, padded).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

/// Writes the files of a reply into a folder.
fn write_files(folder: &str, reply: &str) -> Result<()> {
    let value: serde_json::Value = serde_json::from_str(reply).unwrap_or_default();
    let files = value.get("files").and_then(serde_json::Value::as_array);
    let files = files.ok_or_else(|| usage("this reply has no files: `export` has them"))?;
    fs::create_dir_all(folder).map_err(|error| unwritten(&error))?;
    for file in files {
        let part = |name: &str| file.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
        let name = std::path::Path::new(part("name")).file_name();
        let name = name.ok_or_else(|| usage("a file of this reply has no name"))?;
        fs::write(std::path::Path::new(folder).join(name), part("text")).map_err(|error| unwritten(&error))?;
    }
    Ok(())
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
