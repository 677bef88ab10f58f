//! The embedded default: a private cluster, a small host, demonstration data.
