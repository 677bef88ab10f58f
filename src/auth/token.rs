//! GeoNature's token: HS256 with the host's `SECRET_KEY`, its expiry in the JOSE
//! header. The host itself does not enforce that expiry; we do.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct Claims {
    id_role: Value,
    iat: Option<f64>,
}

/// The role of a token, or none whatever is wrong with it.
#[must_use]
pub fn verify(token: &str, key: &SecretString, now: i64) -> Option<i32> {
    let header = decode_header(token).ok()?;
    let expires = header.extras.get::<i64>("exp").ok()??;
    if header.alg != Algorithm::HS256 || expires <= now {
        return None;
    }
    let mut validation = Validation::new(Algorithm::HS256);
    validation.required_spec_claims.clear();
    validation.validate_exp = true;
    validation.validate_nbf = true;
    validation.validate_aud = false;
    validation.leeway = 0;
    let key = DecodingKey::from_secret(key.expose_secret().as_bytes());
    let claims = decode::<Claims>(token, &key, &validation).ok()?.claims;
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 fit in 53 bits")]
    if claims.iat.is_some_and(|iat| iat > now as f64) {
        return None;
    }
    match claims.id_role {
        Value::Number(id) => id.as_i64().and_then(|id| i32::try_from(id).ok()),
        // The host accepts a numeric string too.
        Value::String(id) => id.parse().ok(),
        _ => None,
    }
}

/// Signs a user as the host does.
///
/// # Errors
/// The payload cannot be written.
pub fn sign(
    user: &Map<String, Value>,
    expires: i64,
    key: &SecretString,
) -> Result<String, jsonwebtoken::errors::Error> {
    let mut header = Header::new(Algorithm::HS256);
    header.extras.insert("exp", expires);
    encode(
        &header,
        user,
        &EncodingKey::from_secret(key.expose_secret().as_bytes()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOW: i64 = 1_800_000_000;

    fn key() -> SecretString {
        "a key of more than twenty characters".into()
    }

    fn signed(user: Value, expires: i64) -> String {
        sign(user.as_object().unwrap(), expires, &key()).unwrap()
    }

    #[test]
    fn a_token_of_the_host_gives_its_role() {
        assert_eq!(
            verify(&signed(json!({"id_role": 3}), NOW + 1), &key(), NOW),
            Some(3)
        );
        assert_eq!(
            verify(&signed(json!({"id_role": "3"}), NOW + 1), &key(), NOW),
            Some(3)
        );
    }

    #[test]
    fn the_expiry_of_the_header_is_enforced() {
        assert_eq!(verify(&signed(json!({"id_role": 3}), NOW), &key(), NOW), None);
    }

    #[test]
    fn the_claims_that_the_host_would_check_are_checked() {
        for claims in [
            json!({"id_role": 3, "exp": 1}),
            json!({"id_role": 3, "nbf": 99_999_999_999_i64}),
            json!({"id_role": 3, "iat": NOW + 60}),
        ] {
            assert_eq!(
                verify(&signed(claims.clone(), NOW + 60), &key(), NOW),
                None,
                "{claims}"
            );
        }
    }

    #[test]
    fn a_token_without_a_role_gives_none() {
        for claims in [
            json!({}),
            json!({"id_role": null}),
            json!({"id_role": 1.5}),
            json!({"id_role": "x"}),
            json!({"id_role": true}),
        ] {
            assert_eq!(
                verify(&signed(claims.clone(), NOW + 60), &key(), NOW),
                None,
                "{claims}"
            );
        }
    }

    #[test]
    fn another_key_or_another_algorithm_is_refused() {
        let user = json!({"id_role": 3});
        let user = user.as_object().unwrap();
        assert_eq!(
            verify(
                &sign(user, NOW + 60, &"another key of twenty characters".into()).unwrap(),
                &key(),
                NOW
            ),
            None
        );
        let mut header = Header::new(Algorithm::HS512);
        header.extras.insert("exp", NOW + 60);
        let hs512 = encode(
            &header,
            user,
            &EncodingKey::from_secret(key().expose_secret().as_bytes()),
        )
        .unwrap();
        assert_eq!(verify(&hs512, &key(), NOW), None);
        assert_eq!(
            verify("eyJhbGciOiJub25lIn0.eyJpZF9yb2xlIjozfQ.", &key(), NOW),
            None
        );
        assert_eq!(verify("", &key(), NOW), None);
    }
}
