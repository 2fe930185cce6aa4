//! Stub.
pub fn washington() -> crate::model::mission::Mission {
    Default::default()
}
