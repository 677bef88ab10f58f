//! The host's passwords: bcrypt (`pass_plus`), or md5 (`pass`) when a setting allows it.

use md5::{Digest, Md5};

/// Compared with when the login is unknown, so that the answer takes as long.
const NOBODY: &str = "$2b$10$KwE2k2UWbMSn0yFzqUVOqONl5tSq1qm1DRi2mCrTz7wYsBBjzFzFu";

/// What the host stores of a password.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    /// bcrypt.
    pub bcrypt: Option<String>,
    /// Hexadecimal md5, of accounts that have not logged in for long.
    pub md5: Option<String>,
}

/// True when the password is the stored one. Slow on purpose: call it off the event loop.
#[must_use]
pub fn verify(password: &str, stored: Option<&Stored>, allow_md5: bool) -> bool {
    let Some(stored) = stored else {
        let _ = bcrypt::verify(password, NOBODY);
        return false;
    };
    match (&stored.bcrypt, &stored.md5) {
        (Some(hash), _) => bcrypt::verify(password, hash).unwrap_or(false),
        (None, Some(md5)) if allow_md5 => {
            let hex: String = Md5::digest(password.as_bytes())
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect();
            hex.eq_ignore_ascii_case(md5)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bcrypt_is_used_when_there_is_one() {
        let stored = Stored {
            bcrypt: Some(bcrypt::hash("demo", 4).unwrap()),
            md5: Some("x".to_owned()),
        };
        assert!(verify("demo", Some(&stored), false));
        assert!(!verify("Demo", Some(&stored), true));
    }

    #[test]
    fn md5_is_used_only_when_allowed() {
        let stored = Stored {
            bcrypt: None,
            md5: Some("fe01ce2a7fbac8fafaed7c982a04e229".to_owned()),
        };
        assert!(verify("demo", Some(&stored), true));
        assert!(!verify("demo", Some(&stored), false));
    }

    #[test]
    fn nobody_and_no_password_are_refused() {
        assert!(!verify("demo", None, true));
        assert!(!verify("", Some(&Stored::default()), true));
    }
}
