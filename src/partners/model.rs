//! What a partner is made of.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::http::patch::{maybe_null, not_null};
use crate::http::query::comma_separated;
use crate::schema::t_partners;

text_enum! {
    /// Kind of partner.
    pub enum PartnerKind {
        SeedBank = "seed_bank",
        BotanicGarden = "botanic_garden",
        Nursery = "nursery",
        ProtectedArea = "protected_area",
        Administration = "administration",
        Research = "research",
        Private = "private",
        Other = "other",
    }
}

/// A partner.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = t_partners, check_for_backend(diesel::pg::Pg))]
pub struct Partner {
    #[serde(skip)]
    pub(super) id_partner: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Key of the organisation that keeps it, in GeoNature.
    pub id_organism: i32,
    /// Name, unique within the organisation.
    #[schema(example = "Jardin botanique de démonstration")]
    pub name: String,
    /// Kind.
    pub kind: PartnerKind,
    /// Code of the institution (FAO WIEWS, Index Herbariorum, BGCI).
    pub institution_code: Option<String>,
    /// Person to ask for.
    pub contact: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
    /// Role that entered it.
    pub id_digitiser: i32,
    /// Instant of creation.
    pub meta_create_date: DateTime<Utc>,
    /// Instant of the last change.
    pub meta_update_date: Option<DateTime<Utc>>,
    /// Version, the ETag.
    pub version: i32,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

/// A new partner.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_partners)]
#[schema(example = json!({"name": "Conservatoire de démonstration", "kind": "seed_bank", "city": "Gap", "country": "France"}))]
pub struct NewPartner {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// Name, unique within the organisation.
    #[validate(
        length(min = 1, max = 200),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 200, pattern = "\\S")]
    pub name: String,
    /// Kind.
    pub kind: PartnerKind,
    /// Code of the institution.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub institution_code: Option<String>,
    /// Person to ask for.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub contact: Option<String>,
    /// E-mail address.
    #[validate(email, length(max = 250))]
    #[schema(
        max_length = 250,
        pattern = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"
    )]
    pub email: Option<String>,
    /// Telephone number.
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub phone: Option<String>,
    /// Postal address.
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub address: Option<String>,
    /// Town.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub city: Option<String>,
    /// Country.
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub country: Option<String>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// Changes to a partner: what is absent stays, null empties.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_partners)]
#[schema(example = json!({"city": "Grenoble", "phone": null}))]
pub struct PartnerChanges {
    /// Name, unique within the organisation.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[validate(
        length(min = 1, max = 200),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 200, pattern = "\\S")]
    pub name: Option<String>,
    /// Kind.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub kind: Option<PartnerKind>,
    /// Code of the institution.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub institution_code: Option<Option<String>>,
    /// Person to ask for.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub contact: Option<Option<String>>,
    /// E-mail address.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(email, length(max = 250))]
    #[schema(
        max_length = 250,
        pattern = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"
    )]
    pub email: Option<Option<String>>,
    /// Telephone number.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 50))]
    #[schema(max_length = 50)]
    pub phone: Option<Option<String>>,
    /// Postal address.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub address: Option<Option<String>>,
    /// Town.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub city: Option<Option<String>>,
    /// Country.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 100))]
    #[schema(max_length = 100)]
    pub country: Option<Option<String>>,
    /// Remarks.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<String>)]
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<Option<String>>,
    /// Free additional fields.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Option<Value>>,
    /// True puts it away, false takes it back.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    #[diesel(skip_update)]
    pub archived: Option<bool>,
}

/// What a list of partners may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct PartnerFilters {
    /// Text found in the name, the code or the town, whatever its case.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Kinds, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub kind: Option<Vec<PartnerKind>>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: name (by default) or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(name|created))?$")]
    pub sort: Option<String>,
    /// Where to read on: `next_cursor` of the page before.
    pub cursor: Option<String>,
    /// Rows of the page, 50 by default.
    #[validate(range(min = 1, max = 500))]
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
    /// Count the rows too.
    pub count: Option<bool>,
}
