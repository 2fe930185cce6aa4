//! Attaché: plan a trade mission in one file.

pub mod model;

pub mod insight;

pub mod edit;

pub mod document;
