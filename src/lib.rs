//! Attaché: plan a trade mission in one file.

pub mod model;

pub mod sample;

pub mod edit;

pub mod document;

pub mod storage;
