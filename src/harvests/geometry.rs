//! The place of a harvest as it is entered: a GeoJSON geometry.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::{Problem, table};

/// Positions of a geometry, at most.
const MAX_POSITIONS: usize = 10_000;

/// Longitude and latitude in WGS 84, and an altitude that is not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(min_items = 2, max_items = 3)]
pub struct Position(Vec<f64>);

/// A GeoJSON geometry in WGS 84; its other members are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", content = "coordinates")]
#[schema(example = json!({"type": "Point", "coordinates": [6.079, 44.559]}))]
pub enum Geometry {
    /// A point.
    Point(Position),
    /// Points.
    MultiPoint(Vec<Position>),
    /// A line.
    LineString(Vec<Position>),
    /// Lines.
    MultiLineString(Vec<Vec<Position>>),
    /// A polygon: its ring, and those of its holes.
    Polygon(Vec<Vec<Position>>),
    /// Polygons.
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

impl Geometry {
    /// The same as PostGIS reads it.
    ///
    /// # Errors
    /// 409 at `/geometry`: it is empty, open, not on the globe, or has too many positions.
    pub fn checked(&self) -> Result<String, Problem> {
        let positions = match self {
            Self::Point(at) => position(at),
            Self::MultiPoint(points) => all(points, 1, position),
            Self::LineString(points) => line(points),
            Self::MultiLineString(lines) => all(lines, 1, |points| line(points)),
            Self::Polygon(rings) => polygon(rings),
            Self::MultiPolygon(polygons) => all(polygons, 1, |rings| polygon(rings)),
        };
        match positions {
            Some(n) if n > MAX_POSITIONS => Err(Problem::law("/geometry", "too_many")),
            Some(_) => serde_json::to_string(self).map_err(Problem::internal),
            None => Err(Problem::new(table::GEOMETRY_INVALID).at("/geometry")),
        }
    }
}

/// How many positions the parts have, when each holds and there are enough.
fn all<T>(parts: &[T], least: usize, part: impl Fn(&T) -> Option<usize>) -> Option<usize> {
    if parts.len() < least {
        return None;
    }
    parts.iter().map(part).sum()
}

fn position(at: &Position) -> Option<usize> {
    match at.0.as_slice() {
        [lon, lat] | [lon, lat, _] => {
            ((-180.0..=180.0).contains(lon) && (-90.0..=90.0).contains(lat)).then_some(1)
        }
        _ => None,
    }
}

fn line(points: &[Position]) -> Option<usize> {
    all(points, 2, position)
}

fn polygon(rings: &[Vec<Position>]) -> Option<usize> {
    all(rings, 1, |ring| {
        let closed = ring.first() == ring.last();
        all(ring, 4, position).filter(|_| closed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;
    use serde_json::{Value, json};

    fn read(value: &Value) -> Geometry {
        serde_json::from_value(value.clone()).unwrap()
    }

    fn fault(problem: &Problem) -> String {
        let document = problem.document(Lang::En, String::new());
        format!("{} {}", document.errors[0].pointer, document.errors[0].code)
    }

    #[test]
    fn geometries_are_shapes_on_the_globe() {
        for good in [
            json!({"type": "Point", "coordinates": [6.08, 44.56]}),
            json!({"type": "Point", "coordinates": [6.08, 44.56, 900], "crs": {"x": 1}}),
            json!({"type": "LineString", "coordinates": [[6, 44], [6.1, 44]]}),
            json!({"type": "Polygon", "coordinates": [[[6, 44], [7, 44], [7, 45], [6, 44]]]}),
            json!({"type": "MultiPolygon", "coordinates": [[[[6, 44], [7, 44], [7, 45], [6, 44]]]]}),
        ] {
            assert!(!read(&good).checked().unwrap().contains("crs"), "{good}");
        }
        for bad in [
            json!({"type": "Point", "coordinates": []}),
            json!({"type": "Point", "coordinates": [6.08]}),
            json!({"type": "Point", "coordinates": [181, 44]}),
            json!({"type": "Point", "coordinates": [6, 90.1]}),
            json!({"type": "MultiPoint", "coordinates": []}),
            json!({"type": "LineString", "coordinates": [[6, 44]]}),
            json!({"type": "Polygon", "coordinates": []}),
            json!({"type": "Polygon", "coordinates": [[[6, 44], [7, 44], [7, 45]]]}),
            json!({"type": "Polygon", "coordinates": [[[6, 44], [7, 44], [7, 45], [6, 45]]]}),
        ] {
            let refused = read(&bad).checked().unwrap_err();
            assert_eq!(fault(&refused), "/geometry geometry_invalid", "{bad}");
        }
        let long = Geometry::LineString(vec![Position(vec![6.0, 44.0]); MAX_POSITIONS + 1]);
        assert_eq!(fault(&long.checked().unwrap_err()), "/geometry too_many");
    }

    #[test]
    fn what_is_not_geojson_is_not_read() {
        for bad in [
            json!("POINT(6 44)"),
            json!({"type": "Point"}),
            json!({"type": "Point", "coordinates": ["6", "44"]}),
            json!({"type": "Point", "coordinates": [[6, 44]]}),
            json!({"type": "GeometryCollection", "coordinates": []}),
        ] {
            assert!(serde_json::from_value::<Geometry>(bad.clone()).is_err(), "{bad}");
        }
    }
}
