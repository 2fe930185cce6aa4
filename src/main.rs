//! Arguments in, a window or a command, an exit status out.

fn main() {}
