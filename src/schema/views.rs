//! The views that lists and records are read from, by hand: their columns are those
//! of the migrations named `create_…_view`.
