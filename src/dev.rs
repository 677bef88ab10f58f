//! The embedded default: a private cluster made from the system's PostgreSQL, a small
//! host with the shape of GeoNature's tables, demonstration data. `gn-exsitu dev` and
//! the tests stand on it; nothing of it is used beside a real GeoNature.

pub mod cluster;
pub mod database;

pub use cluster::Cluster;

/// Accounts to show: login, what it may do. The password of all is [`PASSWORD`].
pub const ACCOUNTS: &[(&str, &str)] = &[
    ("jardinier", "sows and counts for its organisation"),
    ("responsable", "reads everything, decides for its organisation"),
    ("stagiaire", "only its own records"),
    ("partenaire", "another organisation"),
    ("lecteur", "reads everything, writes nothing"),
    ("admin", "everything, settings included"),
];

/// Password of the demonstration accounts.
pub const PASSWORD: &str = "demo";

/// Signs the tokens of the demonstration; a real service has GeoNature's.
pub const SECRET_KEY: &str = "demonstration only: never use this key";
