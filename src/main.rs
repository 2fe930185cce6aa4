//! Arguments in, a window or a command, an exit status out.

fn main() -> std::process::ExitCode {
    attache::app::run(std::env::args_os().nth(1).map(Into::into))
}
