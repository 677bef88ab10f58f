//! Checks of the validator that several resources share.

use validator::ValidationError;

/// A text that says something.
///
/// # Errors
/// It is blank.
pub fn not_blank(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() { Err(ValidationError::new("blank")) } else { Ok(()) }
}
