//! Seed tests in the database.

use chrono::NaiveDate;
use diesel::dsl::sum;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{
    HowRow, Readable, SeedTest, SeedTestColumns, SeedTestFilters, SeedTestRow, TestKind, TestState,
};
use super::rules::Parent;
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::error::Problem;
use crate::http::{Listing, Page};
use crate::schema::{cor_seed_test_people as people, t_seed_tests as table, v_seed_tests as view};
use crate::sowings::query::{Material, material_in_taxa};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "date_start",
        column: "sort_date_start",
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

/// A page of tests.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &SeedTestFilters,
    listing: &Listing,
) -> Result<Page<SeedTest>, Problem> {
    let mut query = filtered(reads, filters).order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = query.select((
        SeedTestRow::as_select(),
        (
            reads.relatives("material_"),
            reads.relatives("lot_"),
            reads.relatives("parent_"),
        ),
    ));
    let rows: Vec<(SeedTestRow, Readable)> = First {
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
    Ok(page.map(|(row, readable)| SeedTest::from((row, readable))))
}

fn key(row: &SeedTestRow, column: &str) -> String {
    let day = |date: Option<NaiveDate>, otherwise: &str| date.map_or(otherwise.to_owned(), |d| d.to_string());
    match column {
        "date_start" => day(row.date_start, "0001-01-01"),
        "next_count_due" => day(row.next_count_due, "9999-12-31"),
        "taxon" => row.taxon_name.clone().unwrap_or_default(),
        "created" => row.meta_create_date.to_rfc3339(),
        _ => row.code.clone(),
    }
}

fn filtered<'a>(reads: &Reach, filters: &'a SeedTestFilters) -> view::BoxedQuery<'a, diesel::pg::Pg> {
    let mut query = view::table.filter(reads.records()).into_boxed();
    if filters.archived != Some(true) {
        query = query.filter(view::archived_at.is_null());
    }
    if let Some(kinds) = &filters.kind {
        query = query.filter(view::kind.eq_any(kinds));
    }
    if let Some(purposes) = &filters.purpose {
        query = query.filter(view::purpose.eq_any(purposes));
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
    if let Some(parent) = filters.parent_test {
        query = query.filter(view::parent_uuid.eq(parent));
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
        query = query.filter(view::date_start.ge(from));
    }
    if let Some(to) = filters.to {
        query = query.filter(view::date_start.le(to));
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

/// A test that may be read, which of its relatives may be, and whether `action` reaches it.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(SeedTestRow, Readable, bool), Problem> {
    let relatives = (
        reads.relatives("material_"),
        reads.relatives("lot_"),
        reads.relatives("parent_"),
    );
    Ok(view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select((SeedTestRow::as_select(), relatives, action.records()))
        .first(conn)
        .await?)
}

/// How it is done.
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

/// Locks a test, so that two writers come one after the other.
///
/// # Errors
/// The database cannot be read.
pub async fn lock(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<TestState> {
    table::table
        .find(id)
        .select(table::state)
        .for_no_key_update()
        .first(conn)
        .await
}

/// A germination test that may be read, as the source of a sowing: its key, and its material.
///
/// # Errors
/// 409 on the field when it does not exist, may not be read, or is of another kind.
pub async fn germination_test(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
) -> Result<(i32, Material), Problem> {
    let found: Option<(i32, Material)> = view::table
        .filter(view::uuid.eq(uuid))
        .filter(view::kind.eq(TestKind::Germination))
        .filter(reads.records())
        .select((
            view::id,
            (
                view::id_material,
                view::id_dataset,
                view::archived_at.is_not_null(),
            ),
        ))
        .first(conn)
        .await
        .optional()?;
    found.ok_or_else(|| Problem::unknown("/source/seed_test", "unknown_reference"))
}

/// A test that another one follows, when it may be read: its key and its lot.
///
/// # Errors
/// 409 on the field when it does not exist or may not be read.
pub async fn parent_test(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
) -> Result<(i32, i32), Problem> {
    let found: Option<(i32, i32)> = view::table
        .filter(view::uuid.eq(uuid))
        .filter(reads.records())
        .select((view::id, view::id_seed_lot))
        .first(conn)
        .await
        .optional()?;
    found.ok_or_else(|| Problem::unknown("/parent_test", "unknown_reference"))
}

/// What the second chance `child` may take of its parent.
///
/// # Errors
/// The database cannot be read.
pub async fn left_by(conn: &mut AsyncPgConnection, parent: i32, child: i32) -> QueryResult<Parent> {
    let row = view::table
        .filter(view::id.eq(parent))
        .select(SeedTestRow::as_select())
        .first(conn)
        .await?;
    let taken: Option<i64> = table::table
        .filter(table::id_parent_test.eq(parent))
        .filter(table::id_seed_test.ne(child))
        .filter(table::id_source_place.is_null())
        .filter(table::state.eq_any([TestState::Running, TestState::Finished]))
        .select(sum(table::seeds))
        .first(conn)
        .await?;
    Ok(Parent {
        code: row.code,
        id_seed_lot: row.id_seed_lot,
        kind: row.kind,
        state: row.state,
        left: row.seeds.unwrap_or_default() - row.emerged,
        taken: i32::try_from(taken.unwrap_or_default()).unwrap_or(i32::MAX),
    })
}

/// Makes a test and gives its key and identifier.
///
/// # Errors
/// A law of the database.
pub async fn insert(conn: &mut AsyncPgConnection, columns: &SeedTestColumns) -> QueryResult<(i32, Uuid)> {
    diesel::insert_into(table::table)
        .values(columns)
        .returning((table::id_seed_test, table::uuid))
        .get_result(conn)
        .await
}

/// Changes a test that is still at the version read; false when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    row: &SeedTestRow,
    columns: &SeedTestColumns,
) -> QueryResult<bool> {
    let target = table::table.find(row.id).filter(table::version.eq(row.version));
    // A patch of its people alone is a change of the test too.
    diesel::update(target)
        .set((columns, table::code.eq(&row.code)))
        .execute(conn)
        .await
        .map(|rows| rows > 0)
}

/// What a change of state writes.
#[derive(Debug, Clone, AsChangeset)]
#[diesel(table_name = table, treat_none_as_null = true)]
pub struct Step {
    /// State.
    pub state: TestState,
    /// First day.
    pub date_start: Option<NaiveDate>,
    /// Last day.
    pub date_end: Option<NaiveDate>,
    /// Day of the next count.
    pub next_count_due: Option<NaiveDate>,
    /// Why.
    pub state_reason: Option<String>,
}

/// Brings a test to a state.
///
/// # Errors
/// A law of the tests.
pub async fn go(conn: &mut AsyncPgConnection, id: i32, step: &Step) -> QueryResult<usize> {
    diesel::update(table::table.find(id))
        .set(step)
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

/// Replaces the people of a test.
///
/// # Errors
/// 409 when one is not a role of the host.
pub async fn set_people(conn: &mut AsyncPgConnection, id: i32, roles: &[i32]) -> Result<(), Problem> {
    if let Some(n) = crate::host::roles::first_unknown(conn, roles).await? {
        return Err(Problem::unknown(format!("/people/{n}"), "unknown_role"));
    }
    let stale = people::table
        .filter(people::id_seed_test.eq(id))
        .filter(people::id_role.ne_all(roles));
    diesel::delete(stale).execute(conn).await?;
    let rows: Vec<_> = roles
        .iter()
        .map(|role| (people::id_seed_test.eq(id), people::id_role.eq(role)))
        .collect();
    diesel::insert_into(people::table)
        .values(rows)
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes a test whose parts are gone.
///
/// # Errors
/// 409 when something depends on it.
pub async fn delete(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<usize> {
    diesel::delete(table::table.find(id)).execute(conn).await
}
