//! The operations as a command.
fn main() {}
