//! Partners in the database.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{NewPartner, Partner, PartnerChanges, PartnerFilters};
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::http::{Listing, Page};
use crate::schema::t_partners as partners;

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "name",
        column: "name",
        sql_type: "text",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

/// A page of partners.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &PartnerFilters,
    listing: &Listing,
) -> Result<Page<Partner>, Problem> {
    let filtered = || {
        let mut query = partners::table.filter(reads.organisation()).into_boxed();
        if filters.archived != Some(true) {
            query = query.filter(partners::archived_at.is_null());
        }
        if let Some(kinds) = &filters.kind {
            query = query.filter(partners::kind.eq_any(kinds));
        }
        if let Some(text) = &filters.search {
            let pattern = crate::db::contains(text);
            query = query.filter(
                unaccent(partners::name)
                    .ilike(unaccent(pattern.clone()))
                    .or(partners::institution_code
                        .ilike(pattern.clone())
                        .assume_not_null())
                    .or(unaccent(partners::city.assume_not_null()).ilike(unaccent(pattern))),
            );
        }
        query
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = First {
        query: query.select(Partner::as_select()),
        rows: listing.rows(),
    };
    let rows = query.load(conn).await?;
    let count = if listing.count {
        Some(filtered().count().get_result(conn).await?)
    } else {
        None
    };
    Ok(listing.page(rows, count, |row, column| {
        let value = match column {
            "created" => row.meta_create_date.to_rfc3339(),
            _ => row.name.clone(),
        };
        (value, row.id_partner)
    }))
}

/// A partner that may be read, and whether `action` reaches it too.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(Partner, bool), Problem> {
    Ok(partners::table
        .filter(partners::uuid.eq(uuid))
        .filter(reads.organisation())
        .select((Partner::as_select(), action.organisation()))
        .first(conn)
        .await?)
}

/// Makes a partner of an organisation.
///
/// # Errors
/// A law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    new: &NewPartner,
    id_organism: i32,
    id_digitiser: i32,
) -> QueryResult<Partner> {
    diesel::insert_into(partners::table)
        .values((
            new,
            partners::id_organism.eq(id_organism),
            partners::id_digitiser.eq(id_digitiser),
        ))
        .returning(Partner::as_returning())
        .get_result(conn)
        .await
}

/// Changes a partner that is still at the version read; none when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    partner: &Partner,
    changes: &PartnerChanges,
) -> QueryResult<Option<Partner>> {
    let target = partners::table
        .find(partner.id_partner)
        .filter(partners::version.eq(partner.version));
    let archived_at = crate::db::archive(changes.archived, partner.archived_at);
    diesel::update(target)
        .set((changes, partners::archived_at.eq(archived_at)))
        .returning(Partner::as_returning())
        .get_result(conn)
        .await
        .optional()
}

/// Deletes a partner that nothing depends on.
///
/// # Errors
/// 409 when something does.
pub async fn delete(conn: &mut AsyncPgConnection, partner: &Partner) -> QueryResult<usize> {
    diesel::delete(partners::table.find(partner.id_partner))
        .execute(conn)
        .await
}
