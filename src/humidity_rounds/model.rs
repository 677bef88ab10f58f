//! What a humidity round is made of.

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

use super::rules::Intervals;
use crate::error::Lang;
use crate::host::nomenclatures::{Nomenclatures, Term};
use crate::http::RecordRef;
use crate::http::decimal;
use crate::humidity_checks::model::{HumidityCheck, NewHumidityCheck};
use crate::schema::v_humidity_round;

/// A lot in a place, as it is read.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = v_humidity_round, check_for_backend(diesel::pg::Pg))]
pub struct StopRow {
    pub(super) id_place: i32,
    uuid: Uuid,
    pub(super) code: String,
    taxon_name: Option<String>,
    place_uuid: Uuid,
    place_code: String,
    place_label: String,
    check_uuid: Option<Uuid>,
    check_date: Option<NaiveDate>,
    id_nomenclature_level: Option<i32>,
    moisture_percent: Option<BigDecimal>,
    equilibrium_humidity: Option<BigDecimal>,
    id_nomenclature_indicator: Option<i32>,
    indicator_seen_on: Option<NaiveDate>,
    indicator_changed_on: Option<NaiveDate>,
    is_spent: bool,
    is_watched: bool,
    pub(super) sort_place: String,
    pub(super) sort_check: String,
}

/// A place of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct StopPlace {
    /// Identifier.
    pub uuid: Uuid,
    /// Code.
    #[schema(example = "CONG1-E2-B07")]
    pub code: String,
    /// Name.
    pub label: String,
}

/// The last check of a lot, in short.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LastCheck {
    /// Identifier.
    pub uuid: Uuid,
    /// Day.
    pub check_date: NaiveDate,
    /// How damp the lot seemed (`EXS_HUMIDITY_LEVEL`).
    pub level: Option<Term>,
    /// Moisture measured, % of fresh mass.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub moisture_percent: Option<BigDecimal>,
    /// Equilibrium relative humidity measured, %.
    #[serde(with = "decimal::option")]
    #[schema(value_type = Option<f64>)]
    pub equilibrium_humidity: Option<BigDecimal>,
}

/// The silica pellets of a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Silica {
    /// Their colour, when they were last looked at (`EXS_COLOR_TABLET`).
    pub indicator: Option<Term>,
    /// Day when they were.
    pub seen_on: Option<NaiveDate>,
    /// Day when they were last put or changed.
    pub changed_on: Option<NaiveDate>,
    /// They were seen damp and were not changed since.
    pub is_spent: bool,
}

/// A lot in a place of the round.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RoundStop {
    /// The lot.
    pub lot: RecordRef,
    /// Name of its main taxon.
    #[schema(example = "Eryngium alpinum")]
    pub taxon_name: Option<String>,
    /// The place where it is, this one or one below.
    pub place: StopPlace,
    /// Its last check, null when there is none.
    pub last_check: Option<LastCheck>,
    /// Its silica pellets.
    pub silica: Silica,
    /// Day when the next check is due, null when it was never checked.
    pub due_on: Option<NaiveDate>,
    /// A check is due: it was never checked, or that day has come.
    pub is_due: bool,
    /// You may check it.
    pub is_writable: bool,
}

impl RoundStop {
    /// A row, and whether the lot may be checked.
    #[must_use]
    pub fn new(
        (row, is_writable): (StopRow, bool),
        (intervals, today): (Intervals, NaiveDate),
        names: &Nomenclatures,
        lang: Lang,
    ) -> Self {
        let due_on = intervals.due(row.check_date, row.is_watched);
        Self {
            due_on,
            is_due: due_on.is_none_or(|day| day <= today),
            is_writable,
            lot: RecordRef {
                uuid: row.uuid,
                code: row.code,
            },
            taxon_name: row.taxon_name,
            place: StopPlace {
                uuid: row.place_uuid,
                code: row.place_code,
                label: row.place_label,
            },
            last_check: row
                .check_uuid
                .zip(row.check_date)
                .map(|(uuid, check_date)| LastCheck {
                    uuid,
                    check_date,
                    level: names.term(row.id_nomenclature_level, lang),
                    moisture_percent: row.moisture_percent,
                    equilibrium_humidity: row.equilibrium_humidity,
                }),
            silica: Silica {
                indicator: names.term(row.id_nomenclature_indicator, lang),
                seen_on: row.indicator_seen_on,
                changed_on: row.indicator_changed_on,
                is_spent: row.is_spent,
            },
        }
    }
}

/// What a humidity round may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct RoundFilters {
    /// True for the lots whose check is due, false for the others.
    pub due: Option<bool>,
    /// Column: place (by default), code of the lot, or check, its last one (the never checked first); after a minus, the greatest first.
    #[param(pattern = "^(-?(place|code|check))?$")]
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

/// The checks of a round, all or nothing.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"lines": [{"lot": "00000000-0000-4000-8000-000000000000", "check": {"level": "sec"}}]}))]
pub struct NewHumidityRound {
    /// One line a lot, or a lot in a place.
    #[validate(nested, length(min = 1, max = 500))]
    #[schema(min_items = 1, max_items = 500)]
    pub lines: Vec<RoundLine>,
}

/// The check of a lot of the round.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundLine {
    /// The lot.
    pub lot: Uuid,
    /// Its check; the place is where the lot stands within the round, unless it is said.
    #[validate(nested)]
    pub check: NewHumidityCheck,
}

/// A check of the round, and its lot.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundCheck {
    /// The lot.
    pub lot: RecordRef,
    /// Its check.
    pub check: HumidityCheck,
}

/// The checks that a round wrote.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HumidityRound {
    /// One a line.
    pub checks: Vec<RoundCheck>,
}
