//! Rows of a spreadsheet: what each column says, and what becomes of each row.

pub mod follow_ups;
pub mod instruments;
pub mod meetings;
pub mod organisations;
pub mod people;
pub mod places;
pub mod topics;

mod above;
mod called;
mod cells;
mod named;
mod names;
mod plan;
mod reading;
#[cfg(test)]
mod tests;

pub use named::NewPerson;
pub use plan::{Becomes, KeptOrganisation, NewOrganisation, Plan, Row};
pub use reading::{Head, Pasted, Says, read};
