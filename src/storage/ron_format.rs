//! How missions are put into RON: the same options for reading and writing.

use ron::{Options, extensions::Extensions, ser::PrettyConfig};

/// How deeply a file may be nested. A mission is eight deep; what is deeper was not made by a planner.
const DEEPEST: usize = 64;

/// `place: "hotel"` rather than `place: Some("hotel")`, and nothing that is nested without end.
pub fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(DEEPEST)
}

/// One field a line, four spaces in, and the same line ends on every system.
pub fn pretty() -> PrettyConfig {
    PrettyConfig::new()
        .struct_names(false)
        .new_line("\n")
        .indentor("    ")
}
