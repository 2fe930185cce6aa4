//! The command line: the same core without a window, for scripts, for git and for tests.
//!
//! Exit status: 0 fine, 1 the answer is “no”, 2 could not be done.

mod check;
mod format;
mod sample;

use std::{
    error::Error,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use crate::{
    model::mission::Mission,
    storage::{
        error::{OpenError, SaveError},
        read::{self, Opened},
    },
};

/// Plan a trade mission: programme, meetings, people, topics, instruments and follow-ups in one file.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = "Without a command, the window opens: with FILE, or with the file that was open last.\n\
                  Exit status: 0 fine, 1 the answer is no (errors found), 2 it could not be done."
)]
pub struct Arguments {
    /// The mission file to open in the window
    pub file: Option<PathBuf>,
    /// What to do without a window
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the sample mission, or a made-up one of any size
    Sample(sample::Arguments),
    /// List the problems of a mission; status 1 when there are errors
    Check(check::Arguments),
    /// Write a mission in its one true form: after a hand edit, before a commit
    Format(format::Arguments),
}

/// How a command ended that could do what it was asked.
enum Answer {
    Yes,
    No,
}

/// Does what a command says, and returns the exit status.
pub fn run(command: Command) -> ExitCode {
    let answer = match command {
        Command::Sample(arguments) => sample::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Format(arguments) => format::run(arguments),
    };
    match answer {
        Ok(Answer::Yes) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        Err(Failure { sentence, detail }) => {
            complain(&format!("attache: {sentence}"));
            complain(&detail);
            ExitCode::from(2)
        }
    }
}

/// Why a command could not do what it was asked: one sentence, then detail.
struct Failure {
    sentence: String,
    detail: String,
}

impl Failure {
    fn new(sentence: impl Into<String>, advice: &str) -> Self {
        Self {
            sentence: sentence.into(),
            detail: advice.to_owned(),
        }
    }

    /// A file could not be opened.
    fn to_open(path: &Path, why: &OpenError) -> Self {
        let around = why.around().unwrap_or_default();
        Self {
            sentence: format!("cannot open “{}”: {why}", path.display()),
            detail: format!("{around}{}", why.advice()),
        }
    }

    /// A file could not be saved.
    fn to_save(path: &Path, why: &SaveError) -> Self {
        Self::new(
            format!("cannot save “{}”: {why}", path.display()),
            why.advice(),
        )
    }

    /// What was found could not be put into words.
    fn to_say(why: impl Error) -> Self {
        Self::new(
            format!("cannot write to standard output: {why}"),
            "Look whether the disk it is sent to is full",
        )
    }
}

/// Opens a mission, and says on standard error what one should know about how it was read.
fn open(path: &Path) -> Result<Mission, Failure> {
    let Opened { mission, notes, .. } =
        read::read(path).map_err(|why| Failure::to_open(path, &why))?;
    for note in notes {
        complain(&note);
    }
    Ok(mission)
}

/// Writes to standard output. Whoever reads may stop reading when they have seen enough (`| head`).
fn say(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(why) if why.kind() != io::ErrorKind::BrokenPipe => Err(Failure::to_say(why)),
        _ => Ok(()),
    }
}

/// Writes a line to standard error; when nobody listens there, nobody is missing it.
fn complain(line: &str) {
    let _nobody_listens = writeln!(io::stderr(), "{}", line.trim_end());
}
