//! The moisture and the temperature of a lot now, and where they come from: what a prediction
//! of its life starts from.

use bigdecimal::{BigDecimal, ToPrimitive};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Date, Integer, Nullable, Numeric, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::water::{Measure, WaterOrigin, water};
use crate::auth::Reach;
use crate::db::statement::Statement;
use crate::http::relative::{RecordRef, Relative};
use crate::science::moisture::Caution;
use crate::science::unknown::{Missing, Unknown};

text_enum! {
    /// What says the moisture of a lot.
    pub enum MoistureSource {
        /// Its last humidity check that measured something.
        Check = "check",
        /// The record of the lot, which has no date.
        Lot = "lot",
    }
}

/// The moisture of a lot now.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CurrentMoisture {
    /// Moisture, % of fresh mass.
    #[schema(example = 5.2)]
    pub percent: f64,
    /// Measured, or computed from the equilibrium humidity.
    pub origin: WaterOrigin,
    /// What says it.
    pub source: MoistureSource,
    /// The check, when it is one.
    pub check: Option<Uuid>,
    /// Day of the check.
    pub date: Option<NaiveDate>,
    /// What to say of a computed one.
    pub cautions: Vec<Caution>,
}

/// The temperature a lot is kept at.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CurrentTemperature {
    /// Expected temperature, °C.
    #[schema(example = -18.0)]
    pub celsius: f64,
    /// The place that says it: the one that holds most of the lot, or the nearest above it.
    pub place: Relative<RecordRef>,
}

/// The conditions of a lot now.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Current {
    /// Its moisture.
    pub moisture: Option<CurrentMoisture>,
    /// Its temperature.
    pub temperature: Option<CurrentTemperature>,
    /// The figures that are null, and why.
    pub missing: Vec<Missing>,
}

/// What the database says of a lot.
#[derive(Debug, Clone, Default, Queryable)]
struct Row {
    oil: Option<BigDecimal>,
    lot_moisture: Option<BigDecimal>,
    lot_humidity: Option<BigDecimal>,
    check: Option<Uuid>,
    check_date: Option<NaiveDate>,
    check_moisture: Option<BigDecimal>,
    check_humidity: Option<BigDecimal>,
    check_temperature: Option<BigDecimal>,
    stands: bool,
    celsius: Option<BigDecimal>,
    place_uuid: Option<Uuid>,
    place_code: Option<String>,
    place_readable: Option<bool>,
}

type Columns = (
    Nullable<Numeric>,
    Nullable<Numeric>,
    Nullable<Numeric>,
    Nullable<SqlUuid>,
    Nullable<Date>,
    Nullable<Numeric>,
    Nullable<Numeric>,
    Nullable<Numeric>,
    Bool,
    Nullable<Numeric>,
    Nullable<SqlUuid>,
    Nullable<Text>,
    Nullable<Bool>,
);

/// The moisture and the temperature of a lot now, by its key, in one statement.
///
/// # Errors
/// The database cannot be read; there is no such lot.
pub async fn current(conn: &mut AsyncPgConnection, reads: &Reach, id_seed_lot: i32) -> QueryResult<Current> {
    let row: Row = Statement::<Columns>::new(
        "WITH RECURSIVE main AS MATERIALIZED (
           SELECT (max(ARRAY[coalesce(s.seeds, 9223372036854775807), s.id_place]))[2]::integer AS id_place
           FROM pr_exsitu.t_stock_balances s WHERE s.seeds IS DISTINCT FROM 0 AND s.id_seed_lot = ",
    )
    .bind::<Integer, _>(id_seed_lot)
    .sql(
        "
         ), up AS (
           SELECT p.id_place, p.id_parent, p.expected_temperature, 0 AS steps FROM main JOIN pr_exsitu.t_places p USING (id_place)
           UNION ALL
           SELECT p.id_place, p.id_parent, p.expected_temperature, u.steps + 1
           FROM up u JOIN pr_exsitu.t_places p ON p.id_place = u.id_parent
         )
         SELECT l.oil_content_percent, l.moisture_percent, l.equilibrium_humidity,
                c.uuid, c.check_date, c.moisture_percent, c.equilibrium_humidity, c.temperature,
                EXISTS (SELECT FROM up), t.expected_temperature, t.uuid, t.code, t.readable
         FROM pr_exsitu.t_seed_lots l
         LEFT JOIN LATERAL (
           SELECT h.* FROM pr_exsitu.t_humidity_checks h
           WHERE h.id_seed_lot = l.id_seed_lot AND num_nonnulls(h.moisture_percent, h.equilibrium_humidity) > 0
           ORDER BY h.check_date DESC, h.id_humidity_check DESC LIMIT 1
         ) c ON true
         LEFT JOIN LATERAL (
           SELECT p.expected_temperature, p.uuid, p.code, ",
    )
    .part(reads.organisation())
    .sql(
        " AS readable
           FROM up u JOIN pr_exsitu.t_places p USING (id_place)
           WHERE p.expected_temperature IS NOT NULL ORDER BY u.steps LIMIT 1
         ) t ON true
         WHERE l.id_seed_lot = ",
    )
    .bind::<Integer, _>(id_seed_lot)
    .get_result(conn)
    .await?;
    Ok(Current::from(row))
}

impl From<Row> for Current {
    fn from(row: Row) -> Self {
        let moisture = moisture(&row);
        let celsius = row.celsius.as_ref().and_then(ToPrimitive::to_f64);
        let place = row.place_uuid.zip(row.place_code);
        let temperature = celsius
            .zip(place)
            .map(|(celsius, (uuid, code))| CurrentTemperature {
                celsius,
                place: Relative::of(RecordRef { uuid, code }, row.place_readable == Some(true)),
            });
        let reasons = [
            ("moisture", moisture.as_ref().err().copied()),
            (
                "temperature",
                match (&temperature, row.stands) {
                    (Some(_), _) => None,
                    (None, true) => Some(Unknown::TemperatureUnknown),
                    (None, false) => Some(Unknown::NoPlace),
                },
            ),
        ];
        let missing = reasons
            .into_iter()
            .filter_map(|(figure, reason)| reason.map(|reason| Missing { figure, reason }));
        Self {
            missing: missing.collect(),
            moisture: moisture.ok(),
            temperature,
        }
    }
}

/// What the last measure says of the moisture, or else the record of the lot. When neither says it, the
/// reason is that of the one that measured something.
fn moisture(row: &Row) -> Result<CurrentMoisture, Unknown> {
    let number = |decimal: &Option<BigDecimal>| decimal.as_ref().and_then(ToPrimitive::to_f64);
    let oil = number(&row.oil);
    let of_check = Measure {
        moisture: number(&row.check_moisture),
        humidity: number(&row.check_humidity),
        temperature: number(&row.check_temperature),
        oil,
    };
    let of_lot = Measure {
        moisture: number(&row.lot_moisture),
        humidity: number(&row.lot_humidity),
        temperature: None,
        oil,
    };
    let mut reason = Unknown::MoistureUnknown;
    for (source, measure) in [(MoistureSource::Check, of_check), (MoistureSource::Lot, of_lot)] {
        let found = water(measure);
        if let Some((percent, origin)) = found.moisture_percent.zip(found.moisture_origin) {
            let is_check = source == MoistureSource::Check;
            return Ok(CurrentMoisture {
                percent,
                origin,
                source,
                check: row.check.filter(|_| is_check),
                date: row.check_date.filter(|_| is_check),
                cautions: match origin {
                    WaterOrigin::Computed => found.cautions,
                    WaterOrigin::Measured => Vec::new(),
                },
            });
        }
        let why = found.missing.iter().find(|m| m.figure == "moisture_percent");
        if let (Unknown::MoistureUnknown, Some(why)) = (reason, why) {
            reason = why.reason;
        }
    }
    Err(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Option<BigDecimal> {
        Some(text.parse().unwrap())
    }

    fn reasons(current: &Current) -> Vec<(&str, Unknown)> {
        current.missing.iter().map(|m| (m.figure, m.reason)).collect()
    }

    #[test]
    fn the_last_check_comes_before_the_record() {
        let mut row = Row {
            oil: decimal("29"),
            lot_moisture: decimal("8"),
            check: Some(Uuid::nil()),
            check_date: "2026-10-01".parse().ok(),
            check_humidity: decimal("13"),
            check_temperature: decimal("25"),
            ..Row::default()
        };
        let moisture = Current::from(row.clone()).moisture.unwrap();
        assert_eq!(
            (moisture.percent, moisture.origin, moisture.source, moisture.check),
            (
                3.88,
                WaterOrigin::Computed,
                MoistureSource::Check,
                Some(Uuid::nil())
            )
        );
        // Without the oil content the check says nothing of the moisture: the record does.
        row.oil = None;
        let moisture = Current::from(row.clone()).moisture.unwrap();
        assert_eq!(
            (moisture.percent, moisture.source, moisture.check, moisture.date),
            (8.0, MoistureSource::Lot, None, None)
        );
        row.lot_moisture = None;
        let current = Current::from(row);
        assert_eq!(current.moisture, None);
        assert_eq!(
            reasons(&current),
            [
                ("moisture", Unknown::OilContentUnknown),
                ("temperature", Unknown::NoPlace)
            ]
        );
    }

    #[test]
    fn a_lot_of_which_nothing_is_known_says_why() {
        let current = Current::from(Row {
            stands: true,
            ..Row::default()
        });
        assert_eq!(
            reasons(&current),
            [
                ("moisture", Unknown::MoistureUnknown),
                ("temperature", Unknown::TemperatureUnknown)
            ]
        );
    }

    #[test]
    fn a_place_that_may_not_be_read_says_its_temperature_only() {
        let current = Current::from(Row {
            stands: true,
            celsius: decimal("-18.0"),
            place_uuid: Some(Uuid::nil()),
            place_code: Some("CONG1".to_owned()),
            place_readable: Some(false),
            ..Row::default()
        });
        let temperature = current.temperature.unwrap();
        assert_eq!(temperature.celsius, -18.0);
        assert!(matches!(temperature.place, Relative::Restricted(_)));
    }
}
