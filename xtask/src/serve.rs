//! `serve`: the packed page on this machine, with the headers that only a server can send.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use crate::Result;
use crate::pack::{self, Packed};
use crate::policy::headers;
use crate::wasm::Profile;

/// The port that is tried first; any free one is taken when it is in use.
const PORT: u16 = 8200;

/// Builds the page and serves it until the program is stopped.
pub(crate) fn serve(arguments: &[String]) -> Result<()> {
    let (mut port, mut profile) = (None, Profile::Release);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dev" => profile = Profile::Dev,
            "--port" => {
                let number = rest.next().and_then(|text| text.parse::<u16>().ok());
                port = Some(number.ok_or("--port needs a number")?);
            }
            other => return Err(format!("serve does not know `{other}`")),
        }
    }
    let packed = pack::build(profile)?;
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}/");
    println!("the same page as a file: {}", pack::packed_path().display());
    answer_all(&listener, &Arc::new(packed));
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let host = "127.0.0.1";
    match port {
        Some(port) => TcpListener::bind((host, port)),
        None => TcpListener::bind((host, PORT)).or_else(|_| TcpListener::bind((host, 0))),
    }
    .map_err(|error| format!("cannot listen: {error}"))
}

fn answer_all(listener: &TcpListener, packed: &Arc<Packed>) {
    for stream in listener.incoming().flatten() {
        let packed = Arc::clone(packed);
        std::thread::spawn(move || {
            // A visitor who hangs up early is of no concern.
            let _ = answer(stream, &packed);
        });
    }
}

fn answer(mut stream: TcpStream, packed: &Packed) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut request = String::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    stream.write_all(&response(&request, packed))
}

/// The page for `GET /`, its headers for `HEAD /`, and a plain 404 or 405 for anything else.
fn response(request: &str, packed: &Packed) -> Vec<u8> {
    let mut words = request.split_whitespace();
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = path.split('?').next().unwrap_or_default();
    let (status, kind, body) = match (method, path) {
        ("GET" | "HEAD", "/" | "/rosterwell.html") => ("200 OK", "text/html; charset=utf-8", packed.html.as_bytes()),
        ("GET" | "HEAD", _) => ("404 Not Found", "text/plain", b"not found\n".as_slice()),
        _ => ("405 Method Not Allowed", "text/plain", b"only GET\n".as_slice()),
    };
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n",
        body.len()
    );
    for (name, value) in headers(&packed.policy) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let body = if method == "HEAD" { &[] } else { body };
    [head.as_bytes(), body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_and_nothing_else_is_served() {
        let packed = Packed {
            modules: Vec::new(),
            worker: String::new(),
            html: "<!doctype html>".into(),
            policy: "default-src 'none'".into(),
        };
        for (request, status, ends) in [
            ("GET / HTTP/1.1\r\n", "200", "html>"),
            ("HEAD / HTTP/1.1\r\n", "200", "\r\n\r\n"),
            ("GET /../Cargo.toml HTTP/1.1\r\n", "404", "not found\n"),
            ("POST / HTTP/1.1\r\n", "405", "only GET\n"),
            ("", "405", "only GET\n"),
        ] {
            let text = String::from_utf8(response(request, &packed)).unwrap();
            assert!(
                text.starts_with(&format!("HTTP/1.1 {status}")) && text.ends_with(ends),
                "{request}: {text}"
            );
            assert!(
                text.contains("frame-ancestors 'none'") && text.contains("nosniff"),
                "{request}"
            );
        }
    }
}
