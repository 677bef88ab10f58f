//! Receptions in the database.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{Found, NewReception, ReceptionChanges, ReceptionFilters, ReceptionRow};
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::error::{Problem, table};
use crate::http::{Listing, Page};
use crate::schema::views::v_receptions as view;
use crate::schema::{t_partners as partners, t_receptions as receptions};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "date",
        column: "date_received",
        sql_type: "date",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

/// The sort when none is asked.
pub const USUAL_SORT: &str = "-date";

/// A page of receptions.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &ReceptionFilters,
    listing: &Listing,
) -> Result<Page<Found>, Problem> {
    let partner_readable = reads.related_organisation("partner_");
    let filtered = || {
        let mut query = view::table.filter(reads.records()).into_boxed();
        if filters.archived != Some(true) {
            query = query.filter(view::archived_at.is_null());
        }
        if let Some(text) = &filters.search {
            let pattern = crate::db::contains(text);
            let donor = unaccent(view::partner_name)
                .ilike(unaccent(pattern.clone()))
                .and(partner_readable.clone());
            query = query.filter(
                donor
                    .or(view::partner_number
                        .is_not_null()
                        .and(view::partner_number.assume_not_null().ilike(pattern.clone())))
                    .or(view::ipen
                        .is_not_null()
                        .and(view::ipen.assume_not_null().ilike(pattern.clone())))
                    .or(view::documents
                        .is_not_null()
                        .and(unaccent(view::documents.assume_not_null()).ilike(unaccent(pattern)))),
            );
        }
        if let Some(partner) = filters.partner {
            query = query
                .filter(view::partner_uuid.eq(partner))
                .filter(partner_readable.clone());
        }
        if let Some(id_dataset) = filters.id_dataset {
            query = query.filter(view::id_dataset.eq(id_dataset));
        }
        if let Some(first) = filters.date_min {
            query = query.filter(view::date_received.ge(first));
        }
        if let Some(last) = filters.date_max {
            query = query.filter(view::date_received.le(last));
        }
        query
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = query.select((ReceptionRow::as_select(), partner_readable.clone()));
    let rows = First {
        query,
        rows: listing.rows(),
    }
    .load(conn)
    .await?;
    let count = if listing.count {
        Some(filtered().count().get_result(conn).await?)
    } else {
        None
    };
    Ok(listing.page(rows, count, |found: &Found, column| {
        let value = match column {
            "created" => found.row.meta_create_date.to_rfc3339(),
            _ => found.row.date_received.to_string(),
        };
        (value, found.row.id)
    }))
}

/// A reception that may be read, and whether `action` reaches it too.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(Found, bool), Problem> {
    let (row, partner_readable, allowed) = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select((
            ReceptionRow::as_select(),
            reads.related_organisation("partner_"),
            action.records(),
        ))
        .first(conn)
        .await?;
    Ok((
        Found {
            row,
            partner_readable,
        },
        allowed,
    ))
}

/// A reception that was just written.
async fn written(conn: &mut AsyncPgConnection, id: i32, reads: &Reach) -> QueryResult<Found> {
    let columns = (ReceptionRow::as_select(), reads.related_organisation("partner_"));
    view::table.find(id).select(columns).first(conn).await
}

/// The key of a partner in use that may be read.
async fn partner(conn: &mut AsyncPgConnection, uuid: Uuid, reads: &Reach) -> Result<i32, Problem> {
    let known: Option<(i32, bool)> = partners::table
        .filter(partners::uuid.eq(uuid))
        .filter(reads.organisation())
        .select((partners::id_partner, partners::archived_at.is_not_null()))
        .first(conn)
        .await
        .optional()?;
    match known {
        None => Err(Problem::unknown("/partner", "unknown_reference")),
        Some((_, true)) => Err(Problem::new(table::ARCHIVED).at("/partner")),
        Some((id, false)) => Ok(id),
    }
}

/// Makes a reception.
///
/// # Errors
/// 409 for a partner that may not be read or is archived; a law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    new: &NewReception,
    reads: &Reach,
) -> Result<Found, Problem> {
    let id_partner = partner(conn, new.partner, reads).await?;
    let id = diesel::insert_into(receptions::table)
        .values((
            new,
            receptions::id_partner.eq(id_partner),
            receptions::id_digitiser.eq(reads.principal.id_role),
        ))
        .returning(receptions::id_reception)
        .get_result(conn)
        .await?;
    Ok(written(conn, id, reads).await?)
}

/// Changes a reception that is still at the version read; none when it is not.
///
/// # Errors
/// 409 for a partner that may not be read or is archived; a law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    reception: &Found,
    changes: &ReceptionChanges,
    reads: &Reach,
) -> Result<Option<Found>, Problem> {
    let row = &reception.row;
    let id_partner = match changes.partner {
        Some(uuid) if uuid != row.partner_uuid => Some(partner(conn, uuid, reads).await?),
        _ => None,
    };
    let changed = diesel::update(
        receptions::table
            .find(row.id)
            .filter(receptions::version.eq(row.version)),
    )
    .set((
        changes,
        id_partner.map(|id| receptions::id_partner.eq(id)),
        receptions::archived_at.eq(crate::db::archive(changes.archived, row.archived_at)),
    ))
    .execute(conn)
    .await?;
    if changed == 0 {
        Ok(None)
    } else {
        Ok(Some(written(conn, row.id, reads).await?))
    }
}

/// Deletes a reception that nothing depends on.
///
/// # Errors
/// 409 when something does.
pub async fn delete(conn: &mut AsyncPgConnection, reception: &Found) -> QueryResult<usize> {
    diesel::delete(receptions::table.find(reception.row.id))
        .execute(conn)
        .await
}
