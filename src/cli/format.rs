//! `attache format`: a mission of any format as today's Attaché writes it.

use std::path::PathBuf;

use clap::Args;

use super::{Answer, Failure, is_standard, open, say};
use crate::storage::{
    read::{Opened, fingerprint},
    write,
};

/// What is written, below the help.
const MEANING: &str = "\
There is one way to write each mission: one field a line, fields with their default value left out, and
things in order of their id, so that git compares two versions line by line. Comments are not kept: put
them into a field “notes”. A file that is written so already is left untouched.";

/// What `attache format` takes.
#[derive(Debug, Args)]
#[command(after_help = MEANING)]
pub struct Arguments {
    /// The mission file; it is replaced unless --output is given. “-” is standard input
    file: PathBuf,
    /// Write here and leave FILE as it is; “-” is standard output
    #[arg(long, value_name = "OUT")]
    output: Option<PathBuf>,
}

/// Writes the mission anew.
pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let Arguments { file, output } = arguments;
    let Opened {
        mission,
        fingerprint: known,
        ..
    } = open(&file)?;
    let out = output.as_ref().unwrap_or(&file);
    let refused = |why| Failure::to_save(out, &why);
    let text = write::to_text(&mission).map_err(refused)?;
    if is_standard(out) {
        say(&text)?;
    } else if output.is_some() {
        write::save(out, &mission).map_err(refused)?;
    } else if fingerprint(text.as_bytes()) != known {
        write::save_over(out, &mission, Some(known)).map_err(refused)?;
    }
    Ok(Answer::Yes)
}
