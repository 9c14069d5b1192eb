//! The demand forecast: its methods, its intervals and paths, and what it says about a clinic.

mod clinics;
mod laws;
mod methods;
mod runs;
