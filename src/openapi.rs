//! The OpenAPI document, generated from the handlers, and what they all document.

use std::collections::BTreeMap;

use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ServerBuilder};
use utoipa::{IntoParams, IntoResponses, OpenApi, ToSchema};

use crate::error::ProblemDocument;
use crate::http::query::Item;

/// What the document says of the whole API.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "gn-exsitu",
        description = "Ex-situ conservation of wild flora, a module of GeoNature: harvests, seed lots, stock, sowings and cultivations.\n\n\
            Send GeoNature's token as `Authorization: Bearer`. Errors are problem documents (RFC 9457) in French or English, after `Accept-Language`. \
            Every POST may carry an `Idempotency-Key`; PATCH and DELETE carry the version read in `If-Match`.",
        license(name = "GPL-3.0-or-later", identifier = "GPL-3.0-or-later"),
    ),
    components(schemas(ProblemDocument, Item)),
    tags(
        (name = "auth", description = "Who I am and what I may do."),
        (name = "referentials", description = "GeoNature's own lists: taxa, nomenclatures, observers, datasets, areas, habitats."),
        (name = "partners", description = "Donors and recipients."),
        (name = "places", description = "Where things are, a tree."),
        (name = "harvests", description = "Gathering of seeds or plants."),
        (name = "receptions", description = "Material from a partner."),
        (name = "materials", description = "What a harvest or a reception gave."),
        (name = "seed-lots", description = "Seeds kept together, and their weighings."),
        (name = "storage", description = "Humidity of the lots, and the conditions they live through."),
        (name = "stock-movements", description = "The ledger of the seeds, append-only."),
        (name = "seed-tests", description = "Seed tests, their replicates, treatment steps, counts and classes."),
        (name = "sowings", description = "Sowings, their replicates, treatment steps and counts."),
        (name = "cultivations", description = "Plants grown together, and the events that tell what happens to them, append-only."),
        (name = "lineage", description = "Filiation: what a record comes from and what came of it."),
        (name = "permits", description = "What allows to take, move or release plants and seeds, and what is left of it."),
        (name = "exits", description = "Plants that left the bank, and what becomes of those that are released."),
        (name = "settings", description = "Thresholds of your organisation, each with its source."),
        (name = "service", description = "Is it up?"),
    ),
)]
pub struct BaseOpenApi;

/// The document for a mount prefix.
#[must_use]
pub fn base(prefix: &str) -> utoipa::openapi::OpenApi {
    let mut api = BaseOpenApi::openapi();
    let url = if prefix.is_empty() { "/" } else { prefix };
    api.servers = Some(vec![
        ServerBuilder::new()
            .url(url)
            .description(Some("This service"))
            .build(),
    ]);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some(
            "The token of GeoNature, or of POST /auth/login in the embedded mode.",
        ))
        .build();
    if let Some(components) = &mut api.components {
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
    api.security = Some(vec![SecurityRequirement::new::<_, [String; 0], String>(
        "bearer",
        [],
    )]);
    api
}

/// Header that makes a POST safe to send again.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "documentation of a header")]
pub struct IdempotencyKey {
    /// Any text of 1 to 255 ASCII characters: the same key sent again by the same user changes nothing and answers the same.
    #[param(
        rename = "Idempotency-Key",
        required = false,
        pattern = "^[!-~]([ -~]{0,253}[!-~])?$",
        max_length = 255
    )]
    idempotency_key: Option<String>,
}

/// Header of the version read.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "documentation of a header")]
pub struct Condition {
    /// The `ETag` that was read, or `*`.
    #[param(rename = "If-Match", required = false, example = "\"1\"")]
    if_match: Option<String>,
}

/// Some of the texts of a closed list.
pub fn texts(description: &str, texts: impl Iterator<Item = &'static str>) -> Schema {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
        .enum_values(Some(texts))
        .into()
}

fn problem(description: &str) -> RefOr<Response> {
    let content = ContentBuilder::new()
        .schema(Some(RefOr::Ref(Ref::from_schema_name(ProblemDocument::name()))))
        .build();
    ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content)
        .build()
        .into()
}

const WORDS: &[(u16, &str)] = &[
    (400, "The body is not JSON."),
    (401, "Not logged in."),
    (403, "The right is missing, on the module or on this record."),
    (404, "Unknown, or not yours to read."),
    (
        409,
        "A law or a state forbids it: fields that do not go together, a record cited that you may not read, a balance…; the detail says which.",
    ),
    (412, "It changed since you read it; `current` is how it is now."),
    (413, "The body is too large."),
    (415, "The body is not sent as JSON."),
    (422, "A field is wrong, whatever the others; `errors` says which."),
    (428, "If-Match is missing."),
    (503, "The database does not answer; try again."),
];

macro_rules! problem_groups {
    ($($(#[$meta:meta])* $name:ident: $($status:literal)*;)*) => {
        $($(#[$meta])* #[derive(Debug)] pub struct $name;
        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                [$($status),*].into_iter().map(|status: u16| {
                    let words = WORDS.iter().find(|(s, _)| *s == status).map_or("", |(_, w)| *w);
                    (status.to_string(), problem(words))
                }).collect()
            }
        })*
    };
}

problem_groups! {
    /// What logging in may answer.
    LoginProblems: 400 401 404 413 415 422 503;
    /// What someone logged in may be answered, whatever their rights.
    SelfProblems: 401 503;
    /// What everyone who may read is answered.
    MineProblems: 401 403 503;
    /// What a list may answer.
    ListProblems: 401 403 409 422 503;
    /// What reading a record may answer.
    ReadProblems: 401 403 404 503;
    /// What reading a record that is asked something may answer.
    AskedProblems: 401 403 404 422 503;
    /// What a list within a record may answer.
    HistoryProblems: 401 403 404 409 422 503;
    /// What making a record may answer.
    CreateProblems: 400 401 403 409 413 415 422 503;
    /// What adding to a record, or an action on it, may answer.
    AppendProblems: 400 401 403 404 409 413 415 422 503;
    /// What changing a record may answer.
    ChangeProblems: 400 401 403 404 409 412 413 415 422 428 503;
    /// What deleting a record may answer.
    DeleteProblems: 401 403 404 409 412 428 503;
}
