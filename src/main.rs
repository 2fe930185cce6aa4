//! Arguments in, a window or a command, an exit status out.

use std::process::ExitCode;

use attache::{app, cli};
use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    if let Some(status) = arguments.refused() {
        return status;
    }
    match arguments.command {
        Some(command) => cli::run(command),
        None => app::run(arguments.file),
    }
}
