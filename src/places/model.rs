//! What a place is made of.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use crate::http::RecordRef;
use crate::http::decimal;
use crate::http::patch::{maybe_null, not_null};
use crate::http::query::comma_separated;
use crate::schema::t_places;
use crate::schema::views::{v_place_contents, v_place_moves, v_places};

text_enum! {
    /// Kind of place.
    pub enum PlaceKind {
        Site = "site",
        Building = "building",
        Room = "room",
        ColdRoom = "cold_room",
        Freezer = "freezer",
        Shelf = "shelf",
        Box = "box",
        Greenhouse = "greenhouse",
        Frame = "frame",
        Bench = "bench",
        Tray = "tray",
        Cell = "cell",
        Garden = "garden",
        Bed = "bed",
        Other = "other",
    }
}

macro_rules! reference {
    ($(#[$meta:meta])* $name:ident of $view:ident: $uuid:ident, $code:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Queryable, Selectable, Serialize)]
        #[serde(into = "Option<RecordRef>")]
        #[diesel(table_name = $view, check_for_backend(diesel::pg::Pg))]
        pub struct $name {
            $uuid: Option<Uuid>,
            $code: Option<String>,
        }
        impl From<$name> for Option<RecordRef> {
            fn from(place: $name) -> Self {
                place.$uuid.zip(place.$code).map(|(uuid, code)| RecordRef { uuid, code })
            }
        }
    };
}
reference! { /// The place that holds a place.
Parent of v_places: parent_uuid, parent_code }
reference! { /// Where a place was.
Before of v_place_moves: before_uuid, before_code }
reference! { /// Where a place went.
After of v_place_moves: after_uuid, after_code }

/// A place.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_places, check_for_backend(diesel::pg::Pg))]
pub struct Place {
    #[serde(skip)]
    pub(super) id: i32,
    #[serde(skip)]
    pub(super) id_parent: Option<i32>,
    /// Identifier.
    pub uuid: Uuid,
    /// Key of the organisation it belongs to, in GeoNature.
    pub id_organism: i32,
    /// Kind.
    pub kind: PlaceKind,
    /// Short code written on the door or the box, unique within the organisation.
    #[schema(example = "CONG1-E2-B07")]
    pub code: String,
    /// Name in full.
    #[schema(example = "Congélateur 1, tiroir 2, boîte 7")]
    pub label: String,
    /// The place that holds it, null at the top.
    #[diesel(embed)]
    #[schema(value_type = Option<RecordRef>)]
    pub parent: Parent,
    /// Codes from the root down to this place.
    #[schema(example = json!(["GAP", "BAT-A", "CONG1", "CONG1-E2", "CONG1-E2-B07"]))]
    pub path: Vec<String>,
    /// Expected temperature in °C.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>, example = -18)]
    pub expected_temperature: Option<BigDecimal>,
    /// Expected relative humidity in %.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>, example = 15)]
    pub expected_humidity: Option<BigDecimal>,
    /// Number of units it holds.
    pub capacity: Option<i32>,
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

/// A place that is to hold another.
#[derive(Debug, Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = t_places, check_for_backend(diesel::pg::Pg))]
pub struct Holder {
    /// Key.
    #[diesel(column_name = id_place)]
    pub id: i32,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

/// A new place.
#[derive(Debug, Clone, Deserialize, Insertable, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[diesel(table_name = t_places)]
#[schema(example = json!({"kind": "freezer", "code": "CONG-X", "label": "Congélateur X, −18 °C", "parent": null, "expected_temperature": -18}))]
pub struct NewPlace {
    /// Identifier made by the client; the service makes one otherwise.
    pub uuid: Option<Uuid>,
    /// The place that holds it, of your organisation; null at the top.
    #[diesel(skip_insertion)]
    pub parent: Option<Uuid>,
    /// Kind.
    pub kind: PlaceKind,
    /// Short code, unique within the organisation.
    #[validate(
        length(min = 1, max = 50),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 50, pattern = "\\S")]
    pub code: String,
    /// Name in full.
    #[validate(
        length(min = 1, max = 200),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(min_length = 1, max_length = 200, pattern = "\\S")]
    pub label: String,
    /// Expected temperature in °C, kept to a tenth.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>, minimum = -200, maximum = 110)]
    #[validate(custom(function = "super::rules::temperature"))]
    pub expected_temperature: Option<BigDecimal>,
    /// Expected relative humidity in %, kept to a tenth.
    #[serde(default, with = "decimal::option")]
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 100)]
    #[validate(custom(function = "super::rules::humidity"))]
    pub expected_humidity: Option<BigDecimal>,
    /// Number of units it holds.
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub capacity: Option<i32>,
    /// Remarks.
    #[validate(length(max = 10_000))]
    #[schema(max_length = 10_000)]
    pub remarks: Option<String>,
    /// Free additional fields.
    #[schema(value_type = Option<Object>)]
    pub additional_data: Option<Value>,
}

/// Changes to a place: what is absent stays, null empties. Another parent moves it, with all that is in it.
#[derive(Debug, Clone, Default, Deserialize, AsChangeset, Validate, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[diesel(table_name = t_places)]
#[schema(example = json!({"label": "Congélateur 1, salle B", "expected_humidity": null}))]
pub struct PlaceChanges {
    /// The place that holds it; null at the top.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<Uuid>)]
    #[diesel(skip_update)]
    pub parent: Option<Option<Uuid>>,
    /// Kind.
    #[serde(deserialize_with = "not_null")]
    #[schema(nullable = false)]
    pub kind: Option<PlaceKind>,
    /// Short code, unique within the organisation.
    #[serde(deserialize_with = "not_null")]
    #[validate(
        length(min = 1, max = 50),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(nullable = false, min_length = 1, max_length = 50, pattern = "\\S")]
    pub code: Option<String>,
    /// Name in full.
    #[serde(deserialize_with = "not_null")]
    #[validate(
        length(min = 1, max = 200),
        custom(function = "crate::http::checks::not_blank")
    )]
    #[schema(nullable = false, min_length = 1, max_length = 200, pattern = "\\S")]
    pub label: Option<String>,
    /// Expected temperature in °C, kept to a tenth.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>, minimum = -200, maximum = 110)]
    #[validate(custom(function = "super::rules::temperature"))]
    pub expected_temperature: Option<Option<BigDecimal>>,
    /// Expected relative humidity in %, kept to a tenth.
    #[serde(deserialize_with = "decimal::patch")]
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 100)]
    #[validate(custom(function = "super::rules::humidity"))]
    pub expected_humidity: Option<Option<BigDecimal>>,
    /// Number of units it holds.
    #[serde(deserialize_with = "maybe_null")]
    #[schema(value_type = Option<i32>)]
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub capacity: Option<Option<i32>>,
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
    /// True puts it away, false takes it back; a place with seeds in it or below is not put away.
    #[serde(deserialize_with = "not_null")]
    #[diesel(skip_update)]
    #[schema(nullable = false)]
    pub archived: Option<bool>,
}

/// The parent that listed places have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParentFilter {
    /// None: the top of the tree.
    Root,
    /// This one.
    Of(Uuid),
}

impl<'de> Deserialize<'de> for ParentFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let text = String::deserialize(deserializer)?;
        if text == "root" {
            Ok(Self::Root)
        } else {
            text.parse().map(Self::Of).map_err(D::Error::custom)
        }
    }
}

/// What a list of places may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct PlaceFilters {
    /// Text found in the code or the label, whatever its case and accents.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Kinds, comma separated.
    #[serde(deserialize_with = "comma_separated")]
    #[param(explode = false)]
    #[param(min_items = 1)]
    pub kind: Option<Vec<PlaceKind>>,
    /// Those right in this place (its uuid), or at the top (`root`).
    #[param(value_type = Option<String>, pattern = "^(root|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$", example = "root")]
    pub parent: Option<ParentFilter>,
    /// This place and all those below it.
    pub within: Option<Uuid>,
    /// Archived ones too (false by default).
    pub archived: Option<bool>,
    /// Column: code (by default), label or created; after a minus, the greatest first.
    #[param(pattern = "^(-?(code|label|created))?$")]
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

/// What the tree may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct TreeFilters {
    /// Archived places too; by default only those that hold one that is not.
    pub archived: Option<bool>,
}

/// A place in the tree, after the one that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Serialize, ToSchema)]
pub struct PlaceNode {
    /// Identifier.
    pub uuid: Uuid,
    /// Identifier of the place that holds it, null at the top.
    pub parent: Option<Uuid>,
    /// Number of places above it.
    pub depth: i32,
    /// Kind.
    pub kind: PlaceKind,
    /// Short code.
    pub code: String,
    /// Name in full.
    pub label: String,
    /// It is put away.
    pub archived: bool,
    /// Seed lots with stock in the place itself, among those you may read.
    pub lots: i64,
    /// Seed lots with stock in the places below it, each counted once.
    pub lots_below: i64,
}

/// A move of a place.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_place_moves, check_for_backend(diesel::pg::Pg))]
pub struct PlaceMove {
    #[serde(skip)]
    pub(super) id: i32,
    /// Identifier.
    pub uuid: Uuid,
    /// Day of the move.
    pub effective_date: NaiveDate,
    /// Where it was, null at the top.
    #[diesel(embed)]
    #[schema(value_type = Option<RecordRef>)]
    pub before: Before,
    /// Where it went, null at the top.
    #[diesel(embed)]
    #[schema(value_type = Option<RecordRef>)]
    pub after: After,
    /// Role that moved it.
    pub id_digitiser: Option<i32>,
    /// Name of that role.
    pub digitiser: Option<String>,
    /// Instant of entry.
    pub meta_create_date: DateTime<Utc>,
}

/// A seed lot with stock in a place.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = v_place_contents, check_for_backend(diesel::pg::Pg))]
pub struct PlaceContent {
    #[serde(skip)]
    pub(super) id_place: i32,
    /// Identifier of the lot.
    pub uuid: Uuid,
    /// Code of the lot.
    #[schema(example = "L2026_0001")]
    pub code: String,
    /// Name of its main taxon.
    #[schema(example = "Eryngium alpinum")]
    pub taxon_name: Option<String>,
    /// Seeds left in that place, null when unknown.
    pub seeds: Option<i64>,
    /// How sure the number is: counted, weighed, estimated or unknown.
    #[schema(example = "counted")]
    pub basis: String,
    /// Mass left in g, informative; null when not known.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub mass_g: Option<BigDecimal>,
    /// Day of its last movement in that place.
    pub last_date: Option<NaiveDate>,
    /// Identifier of the place where it is, this one or one below.
    pub place_uuid: Uuid,
    /// Code of that place.
    pub place_code: String,
}

/// What the contents of a place may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ContentFilters {
    /// Column: code of the lot; after a minus, the greatest first.
    #[param(pattern = "^(-?(code))?$")]
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
