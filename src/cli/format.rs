//! `attache format`: a mission of any format in today's one true form.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Answer, Failure, open, say};
use crate::storage::write;

/// What `attache format` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The mission file
    file: PathBuf,
    /// Write here and leave FILE as it is; “-” is standard output
    #[arg(long, value_name = "OUT")]
    output: Option<PathBuf>,
}

/// Writes the one true form.
pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let Arguments { file, output } = arguments;
    let mission = open(&file)?;
    let out = output.as_deref().unwrap_or(&file);
    if out == Path::new("-") {
        let text = write::to_text(&mission).map_err(|why| Failure::to_save(out, &why))?;
        say(&text)?;
    } else {
        write::save(out, &mission).map_err(|why| Failure::to_save(out, &why))?;
    }
    Ok(Answer::Yes)
}
