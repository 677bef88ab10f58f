//! A page as a GeoJSON feature collection.

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Page;

/// A feature collection: the page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeatureCollection {
    /// Always `FeatureCollection`.
    #[serde(rename = "type")]
    #[schema(example = "FeatureCollection")]
    pub kind: &'static str,
    /// The rows, those without a place too.
    pub features: Vec<Feature>,
    /// Send it back as `cursor` to read on; null on the last page.
    pub next_cursor: Option<String>,
    /// How many rows the filters keep, when `count=true` was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
}

/// A row with its place.
#[derive(Debug, Serialize, ToSchema)]
pub struct Feature {
    /// Always `Feature`.
    #[serde(rename = "type")]
    #[schema(example = "Feature")]
    pub kind: &'static str,
    /// Identifier of the record.
    pub id: Uuid,
    /// Its place, null when it has none.
    #[schema(value_type = Option<Object>)]
    pub geometry: Value,
    /// Its other fields, as in JSON.
    #[schema(value_type = Object)]
    pub properties: Map<String, Value>,
}

impl FeatureCollection {
    /// The features of a page of records that have a `geometry`.
    #[must_use]
    pub fn of<T: Serialize>(page: Page<T>, id: impl Fn(&T) -> Uuid) -> Self {
        let feature = |row: T| {
            let mut properties = match serde_json::to_value(&row) {
                Ok(Value::Object(fields)) => fields,
                _ => Map::new(),
            };
            let geometry = properties.remove("geometry").unwrap_or_default();
            Feature {
                kind: "Feature",
                id: id(&row),
                geometry,
                properties,
            }
        };
        let Page {
            items,
            next_cursor,
            count,
        } = page.map(feature);
        Self {
            kind: "FeatureCollection",
            features: items,
            next_cursor,
            count,
        }
    }
}
