//! What an exit cites: resolved, and allowed by its permit.

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::AsyncPgConnection;

use crate::cultivation_events::acts::{Author, Line};
use crate::cultivation_events::said::{ExitKind, Said};
use crate::db::functions::{st_force_2d, st_geom_from_geojson, st_set_srid};
use crate::error::{Problem, table as problems};
use crate::host::datasets;
use crate::permits::model::PermitUnit;
use crate::permits::rules::Act;
use crate::schema::t_cultivation_events as table;
use crate::stock::query as stock;
use crate::{cultivations, permits};

/// WGS 84.
const SRID: i32 = 4326;

/// The columns of an event that only an exit has.
#[derive(Debug, Clone, Default, Insertable)]
#[diesel(table_name = table)]
#[expect(missing_docs, reason = "the columns are commented in the database")]
pub struct ExitColumns {
    pub exit_kind: Option<ExitKind>,
    pub id_exit_dataset: Option<i32>,
    pub id_partner: Option<i32>,
    pub id_permit: Option<i32>,
    pub permit_waiver: Option<String>,
    pub site: Option<String>,
    /// Its site, in GeoJSON.
    #[diesel(skip_insertion)]
    pub geometry: Option<String>,
}

type FromGeoJson = st_force_2d<st_set_srid<st_geom_from_geojson<Option<String>>, i32>>;

impl ExitColumns {
    /// Its site, as the database writes it.
    #[must_use]
    pub fn place(&self) -> diesel::dsl::Eq<table::geom_4326, FromGeoJson> {
        table::geom_4326.eq(st_force_2d(st_set_srid(
            st_geom_from_geojson(self.geometry.clone()),
            SRID,
        )))
    }
}

/// What an exit cites, when the event is one: its partner, its dataset, the permit that allows it.
///
/// # Errors
/// 409 on the field: an unknown reference, a permit that does not allow it; 403 without the right to do without one.
pub async fn columns(
    conn: &mut AsyncPgConnection,
    author: Author<'_>,
    line: &Line<'_>,
    date: NaiveDate,
) -> Result<ExitColumns, Problem> {
    let Said::Exit(said) = &line.said else {
        return Ok(ExitColumns::default());
    };
    let at = |field: &str| format!("{}/{field}", line.at);
    let geometry = said
        .geometry
        .as_ref()
        .map(|geometry| geometry.checked())
        .transpose();
    let geometry = geometry.map_err(|_| Problem::new(problems::GEOMETRY_INVALID).at(&at("geometry")))?;
    let id_partner = stock::maybe_partner(conn, said.partner, author.reads)
        .await
        .map_err(|_| Problem::unknown(at("partner"), "unknown_reference"))?;
    if let Some(dataset) = said.id_dataset {
        datasets::check_writable(conn, author.appends, dataset)
            .await
            .map_err(|_| Problem::unknown(at("id_dataset"), "unknown_dataset"))?;
    }
    let id_permit = permits::query::cited(conn, said.permit, author.reads, &at("permit")).await?;
    if said.permit_waiver.is_some() {
        let reached =
            cultivations::query::reached(conn, &[line.cultivation.id], &author.cx.user.reach('V')).await?;
        if reached.is_empty() {
            return Err(Problem::forbidden('V'));
        }
    } else {
        let act = Act {
            date,
            amounts: vec![(PermitUnit::Plant, Some(BigDecimal::from(said.quantity)))],
        };
        permits::query::allow(conn, id_permit, line.cultivation.id_material, &act, &at("permit")).await?;
    }
    Ok(ExitColumns {
        exit_kind: Some(said.exit),
        id_exit_dataset: said.id_dataset,
        id_partner,
        id_permit,
        permit_waiver: said.permit_waiver.clone(),
        site: said.site.clone(),
        geometry,
    })
}
