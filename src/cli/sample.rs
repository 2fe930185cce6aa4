//! `attache sample`: a mission to try things out on.

use std::path::PathBuf;

use clap::Args;

use super::{Answer, Failure};
use crate::{sample, storage::write};

/// The most meetings of a made-up mission: three times what the window is made for, and still a file that opens.
const MOST_MEETINGS: u32 = 30_000;

/// What `attache sample` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write; one that is there already is never replaced
    out: PathBuf,
    /// Write a made-up mission of so many meetings, at most 30000, instead of the sample
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_MEETINGS)))]
    scale: Option<u32>,
}

/// Writes the sample.
pub fn run(arguments: Arguments) -> Result<Answer, Failure> {
    let Arguments { out, scale } = arguments;
    if out.symlink_metadata().is_ok() {
        return Err(Failure::new(
            format!("there is already a file “{}”", out.display()),
            "Choose another name, or move that file away first",
        ));
    }
    let mission = match scale.map(usize::try_from) {
        Some(meetings) => sample::made_up(meetings.unwrap_or(usize::MAX)),
        None => sample::washington(),
    };
    write::save(&out, &mission).map_err(|why| Failure::to_save(&out, &why))?;
    Ok(Answer::Yes)
}
