//! Sowings in the database.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{HowRow, Outcome, Readable, Sowing, SowingColumns, SowingFilters, SowingRow, State};
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::http::{Listing, Page};
use crate::schema::{
    cor_sowing_people as people, t_sowings as table, v_materials as material_view, v_sowings as view,
};

diesel::define_sql_function! {
    /// The first day a material can have existed.
    #[sql_name = "pr_exsitu.origin_date"]
    fn origin_date(material: Integer) -> Nullable<diesel::sql_types::Date>;
}
diesel::define_sql_function! {
    /// True when a material is of a taxon or of its descendants.
    #[sql_name = "pr_exsitu.material_in_taxa"]
    fn material_in_taxa(harvest: Nullable<Integer>, material: Nullable<Integer>, taxa: diesel::sql_types::Array<Integer>) -> diesel::sql_types::Bool;
}

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "sowing_date",
        column: "sort_sowing_date",
        sql_type: "date",
    },
    SortColumn {
        name: "next_count_due",
        column: "sort_next_count_due",
        sql_type: "date",
    },
    SortColumn {
        name: "taxon",
        column: "sort_taxon_name",
        sql_type: "text",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

/// A page of sowings.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &SowingFilters,
    listing: &Listing,
) -> Result<Page<Sowing>, Problem> {
    let mut query = filtered(reads, filters).order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = query.select((
        SowingRow::as_select(),
        (
            reads.relatives("material_"),
            reads.relatives("lot_"),
            reads.relatives("test_"),
        ),
    ));
    let rows: Vec<(SowingRow, Readable)> = First {
        query,
        rows: listing.rows(),
    }
    .load(conn)
    .await?;
    let count = match listing.count {
        true => Some(filtered(reads, filters).count().get_result(conn).await?),
        false => None,
    };
    let page = listing.page(rows, count, |(row, _), column| (key(row, column), row.id));
    Ok(page.map(|(row, readable)| Sowing::from((row, readable))))
}

fn key(row: &SowingRow, column: &str) -> String {
    let day = |date: Option<NaiveDate>, otherwise: &str| date.map_or(otherwise.to_owned(), |d| d.to_string());
    match column {
        "sowing_date" => day(row.sowing_date, "0001-01-01"),
        "next_count_due" => day(row.next_count_due, "9999-12-31"),
        "taxon" => row.taxon_name.clone().unwrap_or_default(),
        "created" => row.meta_create_date.to_rfc3339(),
        _ => row.code.clone(),
    }
}

fn filtered<'a>(reads: &Reach, filters: &'a SowingFilters) -> view::BoxedQuery<'a, diesel::pg::Pg> {
    let mut query = view::table.filter(reads.records()).into_boxed();
    if filters.archived != Some(true) {
        query = query.filter(view::archived_at.is_null());
    }
    if let Some(states) = &filters.state {
        query = query.filter(view::state.eq_any(states));
    }
    if let Some(cd_nom) = filters.cd_nom {
        let within = material_in_taxa(None::<i32>, view::id_material.nullable(), vec![cd_nom]);
        query = query.filter(within);
    }
    if let Some(lot) = filters.lot {
        query = query.filter(view::lot_uuid.eq(lot));
    }
    if let Some(material) = filters.material {
        query = query.filter(view::material_uuid.eq(material));
    }
    if let Some(place) = filters.place {
        query = query.filter(view::place_uuid.eq(place));
    }
    if let Some(dataset) = filters.id_dataset {
        query = query.filter(view::id_dataset.eq(dataset));
    }
    if let Some(person) = filters.person {
        query = query.filter(view::people.contains(vec![person]));
    }
    if let Some(from) = filters.from {
        query = query.filter(view::sowing_date.ge(from));
    }
    if let Some(to) = filters.to {
        query = query.filter(view::sowing_date.le(to));
    }
    if let Some(day) = filters.due_by {
        query = query.filter(view::next_count_due.le(day));
    }
    for word in filters.search.as_deref().unwrap_or_default().split_whitespace() {
        let pattern = crate::db::contains(word);
        let in_name = unaccent(view::sort_taxon_name).ilike(unaccent(pattern.clone()));
        query = query.filter(in_name.or(view::code.ilike(pattern)));
    }
    query
}

/// A sowing that may be read, which of its relatives may be, and whether `action` reaches it.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(SowingRow, Readable, bool), Problem> {
    let relatives = (
        reads.relatives("material_"),
        reads.relatives("lot_"),
        reads.relatives("test_"),
    );
    Ok(view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select((SowingRow::as_select(), relatives, action.records()))
        .first(conn)
        .await?)
}

/// How it was done.
///
/// # Errors
/// The database cannot be read.
pub async fn how(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<HowRow> {
    table::table
        .find(id)
        .select(HowRow::as_select())
        .first(conn)
        .await
}

/// Locks a sowing, so that two writers come one after the other.
///
/// # Errors
/// The database cannot be read.
pub async fn lock(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<State> {
    table::table
        .find(id)
        .select(table::state)
        .for_no_key_update()
        .first(conn)
        .await
}

/// The first day a material can have existed, when it is known.
///
/// # Errors
/// The database cannot be read.
pub async fn origin(conn: &mut AsyncPgConnection, id_material: i32) -> QueryResult<Option<NaiveDate>> {
    diesel::select(origin_date(id_material)).get_result(conn).await
}

/// A material, or the material of a germination test: key, dataset, archived.
pub type Material = (i32, i32, bool);

/// A material that may be read.
///
/// # Errors
/// 409 on the field when it does not exist or may not be read.
pub async fn material(conn: &mut AsyncPgConnection, uuid: Uuid, reads: &Reach) -> Result<Material, Problem> {
    let found: Option<Material> = material_view::table
        .filter(material_view::uuid.eq(uuid))
        .filter(reads.records())
        .select((
            material_view::id,
            material_view::id_dataset,
            material_view::archived_at.is_not_null(),
        ))
        .first(conn)
        .await
        .optional()?;
    found.ok_or_else(|| Problem::unknown("/source/material", "unknown_reference"))
}

/// Makes a sowing and gives its key and identifier.
///
/// # Errors
/// A law of the database.
pub async fn insert(conn: &mut AsyncPgConnection, columns: &SowingColumns) -> QueryResult<(i32, Uuid)> {
    diesel::insert_into(table::table)
        .values(columns)
        .returning((table::id_sowing, table::uuid))
        .get_result(conn)
        .await
}

/// Changes a sowing that is still at the version read; false when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    row: &SowingRow,
    columns: &SowingColumns,
) -> QueryResult<bool> {
    let target = table::table.find(row.id).filter(table::version.eq(row.version));
    // A patch of its people alone is a change of the sowing too.
    diesel::update(target)
        .set((columns, table::code.eq(&row.code)))
        .execute(conn)
        .await
        .map(|rows| rows > 0)
}

/// Brings a sowing to a state.
///
/// # Errors
/// A law of the sowings.
pub async fn go(
    conn: &mut AsyncPgConnection,
    id: i32,
    state: State,
    outcome: Option<Outcome>,
    end_date: Option<NaiveDate>,
    sowing_date: Option<NaiveDate>,
) -> QueryResult<usize> {
    let dates = (
        table::end_date.eq(end_date),
        sowing_date.map(|day| table::sowing_date.eq(day)),
    );
    diesel::update(table::table.find(id))
        .set((table::state.eq(state), table::outcome.eq(outcome), dates))
        .execute(conn)
        .await
}

/// Writes when the next count is due.
///
/// # Errors
/// A law of the database.
pub async fn set_next_count(conn: &mut AsyncPgConnection, id: i32, day: NaiveDate) -> QueryResult<usize> {
    diesel::update(table::table.find(id))
        .set(table::next_count_due.eq(day))
        .execute(conn)
        .await
}

/// Replaces the people of a sowing.
///
/// # Errors
/// 409 when one is not a role of the host.
pub async fn set_people(conn: &mut AsyncPgConnection, id: i32, roles: &[i32]) -> Result<(), Problem> {
    if let Some(n) = crate::host::roles::first_unknown(conn, roles).await? {
        return Err(Problem::unknown(format!("/people/{n}"), "unknown_role"));
    }
    let stale = people::table
        .filter(people::id_sowing.eq(id))
        .filter(people::id_role.ne_all(roles));
    diesel::delete(stale).execute(conn).await?;
    let rows: Vec<_> = roles
        .iter()
        .map(|role| (people::id_sowing.eq(id), people::id_role.eq(role)))
        .collect();
    diesel::insert_into(people::table)
        .values(rows)
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes a sowing whose parts are gone.
///
/// # Errors
/// 409 when something depends on it.
pub async fn delete(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<usize> {
    diesel::delete(table::table.find(id)).execute(conn).await
}
