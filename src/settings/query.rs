//! Thresholds in the database.

use bigdecimal::{BigDecimal, FromPrimitive, ToPrimitive};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::model::{NewSetting, SettingName, SettingRow};
use super::thresholds::Thresholds;
use crate::schema::t_settings as table;

/// What an organisation decided.
///
/// # Errors
/// The database cannot be read.
pub async fn decided(conn: &mut AsyncPgConnection, id_organism: Option<i32>) -> QueryResult<Vec<SettingRow>> {
    let Some(id_organism) = id_organism else {
        return Ok(Vec::new());
    };
    table::table
        .filter(table::id_organism.eq(id_organism))
        .select(SettingRow::as_select())
        .load(conn)
        .await
}

/// The thresholds that hold for an organisation.
///
/// # Errors
/// The database cannot be read.
pub async fn thresholds(conn: &mut AsyncPgConnection, id_organism: Option<i32>) -> QueryResult<Thresholds> {
    let rows = decided(conn, id_organism).await?;
    let values = rows
        .iter()
        .filter_map(|row| Some((row.name, row.value.to_f64()?)));
    Ok(Thresholds::new(values.collect()))
}

/// One of them, when it was decided.
///
/// # Errors
/// The database cannot be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    id_organism: i32,
    name: SettingName,
) -> QueryResult<Option<SettingRow>> {
    table::table
        .filter(table::id_organism.eq(id_organism))
        .filter(table::name.eq(name))
        .select(SettingRow::as_select())
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Decides a threshold; none when somebody else did meanwhile.
///
/// # Errors
/// A law of the database.
pub async fn decide(
    conn: &mut AsyncPgConnection,
    (id_organism, name): (i32, SettingName),
    before: Option<&SettingRow>,
    new: &NewSetting,
    id_digitiser: i32,
) -> QueryResult<Option<SettingRow>> {
    let values = (
        table::value.eq(BigDecimal::from_f64(new.value)
            .unwrap_or_default()
            .with_scale_round(4, bigdecimal::RoundingMode::HalfUp)),
        table::source.eq(&new.source),
        table::id_digitiser.eq(id_digitiser),
    );
    match before {
        Some(row) => {
            diesel::update(table::table.find(row.id_setting))
                .set(values)
                .returning(SettingRow::as_returning())
                .get_result(conn)
                .await
        }
        None => {
            diesel::insert_into(table::table)
                .values((table::id_organism.eq(id_organism), table::name.eq(name), values))
                .on_conflict((table::id_organism, table::name))
                .do_nothing()
                .returning(SettingRow::as_returning())
                .get_result(conn)
                .await
        }
    }
    .optional()
}

/// Goes back to the standards.
///
/// # Errors
/// The database cannot be written.
pub async fn forget(conn: &mut AsyncPgConnection, row: &SettingRow) -> QueryResult<usize> {
    diesel::delete(table::table.find(row.id_setting))
        .execute(conn)
        .await
}
