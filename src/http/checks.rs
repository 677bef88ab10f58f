//! Checks of the validator that several resources share.

use validator::ValidationError;

/// A text that says something.
///
/// # Errors
/// It is blank.
pub fn not_blank(text: &str) -> Result<(), ValidationError> {
    if text.trim().is_empty() {
        Err(ValidationError::new("blank"))
    } else {
        Ok(())
    }
}

/// A replicate's code: one to three capital letters.
///
/// # Errors
/// It has another form.
pub fn replicate_code(code: &str) -> Result<(), ValidationError> {
    let formed = (1..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase());
    if formed {
        Ok(())
    } else {
        Err(ValidationError::new("replicate_code"))
    }
}
