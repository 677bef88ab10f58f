//! Permits in the database.

use bigdecimal::{BigDecimal, FromPrimitive};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, Numeric, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{NewPermitTaxon, Permit, PermitColumns, PermitFilters, PermitKind, PermitRow, PermitUnit};
use super::rules::{self, Act, Facts, Line, Taxon};
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::db::statement::Statement;
use crate::error::{Problem, table as problems};
use crate::host::known;
use crate::http::{Listing, Page};
use crate::schema::{cor_permit_taxa as taxa, t_permits as table, v_permits as view};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "number",
        column: "number",
        sql_type: "text",
    },
    SortColumn {
        name: "valid_from",
        column: "valid_from",
        sql_type: "date",
    },
    SortColumn {
        name: "valid_to",
        column: "sort_valid_to",
        sql_type: "date",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

diesel::define_sql_function! {
    /// True when a permit names a taxon, or one that holds it.
    #[sql_name = "pr_exsitu.permit_names"]
    fn permit_names(permit: Integer, taxon: Integer) -> Bool;
}

/// A page of permits.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &PermitFilters,
    listing: &Listing,
) -> Result<Page<Permit>, Problem> {
    let mut query = filtered(reads, filters).order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let rows: Vec<PermitRow> = First {
        query: query.select(PermitRow::as_select()),
        rows: listing.rows(),
    }
    .load(conn)
    .await?;
    let count = match listing.count {
        true => Some(filtered(reads, filters).count().get_result(conn).await?),
        false => None,
    };
    let page = listing.page(rows, count, |row, column| {
        let value = match column {
            "valid_from" => row.valid_from.to_string(),
            "valid_to" => row.sort_valid_to.to_string(),
            "created" => row.meta_create_date.to_rfc3339(),
            _ => row.number.clone(),
        };
        (value, row.id)
    });
    Ok(page.map(Permit::from))
}

fn filtered<'a>(reads: &Reach, filters: &'a PermitFilters) -> view::BoxedQuery<'a, diesel::pg::Pg> {
    let mut query = view::table.filter(reads.records()).into_boxed();
    if filters.archived != Some(true) {
        query = query.filter(view::archived_at.is_null());
    }
    if let Some(kinds) = &filters.kind {
        query = query.filter(view::kind.eq_any(kinds));
    }
    if let Some(states) = &filters.state {
        query = query.filter(view::state.eq_any(states));
    }
    if let Some(taxon) = filters.cd_nom {
        query = query.filter(permit_names(view::id, taxon));
    }
    if let Some(dataset) = filters.id_dataset {
        query = query.filter(view::id_dataset.eq(dataset));
    }
    for word in filters.search.as_deref().unwrap_or_default().split_whitespace() {
        let pattern = crate::db::contains(word);
        let holder = unaccent(view::holder.assume_not_null()).ilike(unaccent(pattern.clone()));
        query = query.filter(
            view::number
                .ilike(pattern)
                .or(view::holder.is_not_null().and(holder)),
        );
    }
    query
}

/// A permit that may be read, and whether `action` reaches it.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(PermitRow, bool), Problem> {
    Ok(view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select((PermitRow::as_select(), action.records()))
        .first(conn)
        .await?)
}

/// The key of a permit that an act cites.
///
/// # Errors
/// 409 on the field when it does not exist, may not be read, or is put away.
pub async fn cited(
    conn: &mut AsyncPgConnection,
    uuid: Option<Uuid>,
    reads: &Reach,
    pointer: &str,
) -> Result<Option<i32>, Problem> {
    let Some(uuid) = uuid else { return Ok(None) };
    let found: Option<(i32, Option<chrono::DateTime<chrono::Utc>>)> = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select((view::id, view::archived_at))
        .first(conn)
        .await
        .optional()?;
    match found {
        None => Err(Problem::unknown(pointer, "unknown_reference")),
        Some((_, Some(_))) => Err(Problem::new(problems::ARCHIVED).at(pointer)),
        Some((id, None)) => Ok(Some(id)),
    }
}

/// A taxon of a material, whether it is protected, and a line of the permit for it.
type Standing = (
    String,
    bool,
    Option<PermitUnit>,
    Option<BigDecimal>,
    Option<BigDecimal>,
);

/// Goes on when an act on a material is allowed; locks the permit that it cites.
///
/// # Errors
/// 409 on the permit.
pub async fn allow(
    conn: &mut AsyncPgConnection,
    permit: Option<i32>,
    material: i32,
    act: &Act,
    at: &str,
) -> Result<(), Problem> {
    let facts = match permit {
        None => None,
        Some(id) => Some(lock(conn, id).await?),
    };
    let rows: Vec<Standing> =
        Statement::<(Text, Bool, Nullable<Text>, Nullable<Numeric>, Nullable<Numeric>)>::new(
            "SELECT t.cited_name, EXISTS (SELECT FROM pr_exsitu.protections(t.cd_nom)), l.unit, l.quantity, l.used
             FROM pr_exsitu.cor_material_taxa t
             LEFT JOIN pr_exsitu.v_permit_lines l ON l.cd_ref IN (SELECT pr_exsitu.taxa_above(t.cd_nom)) AND l.id_permit = ",
        )
        .bind::<Nullable<Integer>, _>(permit)
        .sql(" WHERE t.id_material = ")
        .bind::<Integer, _>(material)
        .sql(" ORDER BY t.rank, l.rank")
        .load(conn)
        .await?;
    let mut taxa: Vec<Taxon> = Vec::new();
    for (name, is_protected, unit, quantity, used) in rows {
        let line = unit.zip(used).map(|(unit, used)| Line { unit, quantity, used });
        match taxa.last_mut().filter(|taxon| taxon.name == name) {
            Some(taxon) => taxon.lines.extend(line),
            None => taxa.push(Taxon {
                name,
                is_protected,
                lines: line.into_iter().collect(),
            }),
        }
    }
    rules::allow(facts.as_ref(), &taxa, act, at)
}

async fn lock(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<Facts> {
    let (kind, number, valid_from, valid_to): (PermitKind, _, _, _) = table::table
        .find(id)
        .select((table::kind, table::number, table::valid_from, table::valid_to))
        .for_no_key_update()
        .first(conn)
        .await?;
    Ok(Facts {
        kind,
        number,
        valid_from,
        valid_to,
    })
}

/// Makes a permit and gives its key.
///
/// # Errors
/// 409 for an area or a taxon that is unknown; a law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    columns: &PermitColumns,
    named: &[NewPermitTaxon],
) -> Result<Uuid, Problem> {
    known::areas(conn, columns.id_area.flatten().as_slice(), |_| {
        "/id_area".to_owned()
    })
    .await?;
    let (id, uuid) = diesel::insert_into(table::table)
        .values(columns)
        .returning((table::id_permit, table::uuid))
        .get_result(conn)
        .await?;
    put_taxa(conn, id, named).await?;
    Ok(uuid)
}

/// Changes a permit that is still at the version read; false when it is not.
///
/// # Errors
/// 409 for an area or a taxon that is unknown; a law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    row: &PermitRow,
    columns: &PermitColumns,
    named: Option<&[NewPermitTaxon]>,
) -> Result<bool, Problem> {
    known::areas(conn, columns.id_area.flatten().as_slice(), |_| {
        "/id_area".to_owned()
    })
    .await?;
    let target = table::table.find(row.id).filter(table::version.eq(row.version));
    let kind = columns.kind.unwrap_or(row.kind);
    let changed = diesel::update(target)
        .set((columns, table::kind.eq(kind)))
        .execute(conn)
        .await?;
    if let Some(named) = named.filter(|_| changed > 0) {
        diesel::delete(taxa::table.filter(taxa::id_permit.eq(row.id)))
            .execute(conn)
            .await?;
        put_taxa(conn, row.id, named).await?;
    }
    Ok(changed > 0)
}

async fn put_taxa(conn: &mut AsyncPgConnection, id: i32, named: &[NewPermitTaxon]) -> Result<(), Problem> {
    let asked: Vec<i32> = named.iter().map(|taxon| taxon.cd_nom).collect();
    let names = known::taxa(conn, &asked).await?;
    let mut rows = Vec::with_capacity(named.len());
    for (n, taxon) in named.iter().enumerate() {
        let name = names.iter().find(|name| name.cd_nom == taxon.cd_nom);
        let name = name.ok_or_else(|| Problem::unknown(format!("/taxa/{n}/cd_nom"), "unknown_taxon"))?;
        let same = |other: &NewPermitTaxon| (other.cd_nom, other.unit) == (taxon.cd_nom, taxon.unit);
        if named.iter().take(n).any(same) {
            return Err(Problem::law(format!("/taxa/{n}/cd_nom"), "duplicate"));
        }
        rows.push((
            taxa::id_permit.eq(id),
            taxa::rank.eq(i16::try_from(n + 1).unwrap_or(i16::MAX)),
            taxa::cd_nom.eq(taxon.cd_nom),
            taxa::cited_name.eq(taxon.cited_name.clone().unwrap_or_else(|| name.name.clone())),
            taxa::unit.eq(taxon.unit),
            taxa::quantity.eq(taxon.quantity.and_then(BigDecimal::from_f64)),
        ));
    }
    diesel::insert_into(taxa::table)
        .values(rows)
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes a permit that nothing cites.
///
/// # Errors
/// 409 when something does.
pub async fn delete(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<usize> {
    diesel::delete(table::table.find(id)).execute(conn).await
}
