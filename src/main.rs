//! Arguments in, a window or a command, an exit status out.

use std::process::ExitCode;

use attache::{app, cli};
use clap::Parser as _;

fn main() -> ExitCode {
    let cli::Arguments { file, command } = cli::Arguments::parse();
    match command {
        Some(command) => cli::run(command),
        None => app::run(file),
    }
}
