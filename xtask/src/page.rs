//! The page's own programs, built by the tools of `www/`.

use crate::Result;
use crate::run::{at, command, read_text, run, write};
use crate::setup;

/// What `npm run build` leaves in `www/dist`.
pub(crate) struct Page {
    /// `app.js`: one classic script.
    pub app: String,
    /// `worker.js`: one classic script.
    pub worker: String,
    /// The style sheet, if there is one.
    pub style: String,
}

/// Builds the page.
pub(crate) fn build() -> Result<Page> {
    setup::npm_packages()?;
    run(command("npm", &["run", "--silent", "build"]).current_dir(at("www")))?;
    let part = |name: &str| read_text(&at("www/dist").join(name));
    Ok(Page {
        app: part("app.js")?,
        worker: part("worker.js")?,
        style: part("style.css").unwrap_or_default(),
    })
}

/// A classic script made small; what it declares at the top keeps its name.
pub(crate) fn minified(script: &str) -> Result<String> {
    let file = at("target/page/worker.js");
    write(&file, script.as_bytes())?;
    run(command("node", &["minify.mjs"]).arg(&file).current_dir(at("www")))?;
    read_text(&file)
}
