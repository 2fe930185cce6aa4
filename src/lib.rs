//! Attaché: plan a trade mission in one file.

pub mod model;

pub mod edit;
pub mod insight;
pub mod sample;

pub mod document;

pub mod arrange;

pub mod storage;

pub mod view;
pub mod widget;

pub mod app;
pub mod cli;
