//! The command line: the same core without a window, for scripts, for git and for tests.
//!
//! Exit status: 0 fine, 1 the answer is “no”, 2 could not be done.

mod check;
mod format;
mod sample;

use std::{
    error::Error,
    ffi::OsString,
    io::{self, Write as _},
    ops::RangeInclusive,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use crate::{
    insight::problem::unknown_codes,
    model::nearest::nearest,
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
    after_help = "Without a command, the window opens: with FILE, or with the file that was open last.\n\
                  Exit status: 0 fine, 1 the answer is no (errors found), 2 it could not be done."
)]
pub struct Arguments {
    /// The mission file to open in the window
    pub file: Option<PathBuf>,
    /// Whatever follows: then the first word was meant as a command
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<OsString>,
    /// What to do without a window
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Arguments {
    /// Refuses a word that is neither a command nor a file, and says so on standard error.
    pub fn refused(&self) -> Option<ExitCode> {
        let word = self.file.as_ref()?;
        let is_bare = word.components().count() == 1 && word.extension().is_none();
        let is_command = !self.rest.is_empty() || (is_bare && !word.exists());
        if self.command.is_some() || !is_command {
            return None;
        }
        const COMMANDS: [&str; 4] = ["sample", "check", "format", "help"];
        let meant = nearest(&word.to_string_lossy(), &COMMANDS)
            .map(|it| format!("; is “{it}” meant?"))
            .unwrap_or_default();
        let no_file = if is_bare { " and no file here" } else { "" };
        let sentence = format!("“{}” is no command{no_file}{meant}", word.display());
        Some(failed(&Failure::new(sentence, "See attache --help")))
    }
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the sample mission, or a made-up one of any size
    Sample(sample::Arguments),
    /// List the problems of a mission; status 1 when there are errors
    Check(check::Arguments),
    /// Write a file anew as Attaché writes it: after a hand edit, before a commit
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
        Err(failure) => failed(&failure),
    }
}

fn failed(Failure { sentence, detail }: &Failure) -> ExitCode {
    complain(&format!("attache: {sentence}"));
    detail.lines().for_each(complain);
    ExitCode::from(2)
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
            sentence: once("open", path, &why.to_string()),
            detail: format!("{around}{}", why.advice()),
        }
    }

    /// A file could not be saved.
    fn to_save(path: &Path, why: &SaveError) -> Self {
        Self::new(once("save", path, &why.to_string()), why.advice())
    }

    /// What was found could not be put into words.
    fn to_say(why: impl Error) -> Self {
        Self::new(
            format!("cannot write to standard output: {why}"),
            "Look whether the disk it is sent to is full",
        )
    }
}

/// Why a deed failed, with the name of the file; a reason that names it already says it for both.
fn once(deed: &str, path: &Path, why: &str) -> String {
    let path = path.display().to_string();
    if why.ends_with(&path) {
        why.to_owned()
    } else {
        format!("cannot {deed} “{path}”: {why}")
    }
}

/// The path that means standard input or output.
fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// Opens a mission, and says on standard error what one should know about how it was read.
fn open(path: &Path) -> Result<Opened, Failure> {
    let opened = if is_standard(path) {
        read::read_from(io::stdin().lock())
    } else {
        read::read(path)
    };
    let opened = opened.map_err(|why| Failure::to_open(path, &why))?;
    for note in opened.notes.iter().chain(&unknown_codes(&opened.mission)) {
        complain(&format!("note: {note}"));
    }
    Ok(opened)
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
    let _nobody_listens = writeln!(io::stderr(), "{}", harmless(line.trim_end()));
}

/// Text from a file as a terminal may show it: on one line, and with nothing in it that would move the cursor,
/// change colours or turn the direction of writing.
fn harmless(text: &str) -> String {
    const TURNS: [RangeInclusive<char>; 3] = [
        '\u{200e}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2066}'..='\u{2069}',
    ];
    let is_harmful = |it: char| it.is_control() || TURNS.iter().any(|turns| turns.contains(&it));
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_harmful(letter) {
            safe.extend(letter.escape_default());
        } else {
            safe.push(letter);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_a_file_stays_on_its_line_and_keeps_its_letters() {
        assert_eq!(
            harmless("Əliyev\n\u{1b}[31merror: x\u{202e}"),
            "Əliyev\\n\\u{1b}[31merror: x\\u{202e}"
        );
    }
}
