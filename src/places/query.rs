//! Places in the database.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{
    Holder, NewPlace, ParentFilter, Place, PlaceChanges, PlaceContent, PlaceFilters, PlaceMove, PlaceNode,
};
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::db::statement::Statement;
use crate::error::{Problem, table};
use crate::history::HistoryFilters;
use crate::http::{Listing, Page};
use crate::schema::t_places;
use crate::schema::views::{v_place_contents as contents, v_place_moves as moves, v_places as places};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "label",
        column: "label",
        sql_type: "text",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

/// Columns of the sort of the contents; a lot has one row a place.
pub const CONTENT_SORTS: &[SortColumn] = &[SortColumn {
    name: "code",
    column: "code",
    sql_type: "text",
}];

diesel::define_sql_function! {
    /// A place and all those below it.
    #[sql_name = "pr_exsitu.places_within"]
    fn places_within(root: SqlUuid) -> Integer;
}

/// A page of places.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &PlaceFilters,
    listing: &Listing,
) -> Result<Page<Place>, Problem> {
    let filtered = || {
        let mut query = places::table.filter(reads.organisation()).into_boxed();
        if filters.archived != Some(true) {
            query = query.filter(places::archived_at.is_null());
        }
        if let Some(kinds) = &filters.kind {
            query = query.filter(places::kind.eq_any(kinds));
        }
        query = match filters.parent {
            None => query,
            Some(ParentFilter::Root) => query.filter(places::id_parent.is_null()),
            Some(ParentFilter::Of(parent)) => query.filter(places::parent_uuid.eq(parent)),
        };
        if let Some(root) = filters.within {
            query = query.filter(places::id.eq_any(diesel::select(places_within(root))));
        }
        if let Some(text) = &filters.search {
            let pattern = crate::db::contains(text);
            query = query.filter(
                unaccent(places::code)
                    .ilike(unaccent(pattern.clone()))
                    .or(unaccent(places::label).ilike(unaccent(pattern))),
            );
        }
        query
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = First {
        query: query.select(Place::as_select()),
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
            "label" => row.label.clone(),
            _ => row.code.clone(),
        };
        (value, row.id)
    }))
}

type Node = (
    SqlUuid,
    Nullable<SqlUuid>,
    Integer,
    Text,
    Text,
    Text,
    Bool,
    BigInt,
    BigInt,
);

/// The whole tree that may be read, each place after the one that holds it.
///
/// # Errors
/// The database cannot be read.
pub async fn tree(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    archived: bool,
) -> QueryResult<Vec<PlaceNode>> {
    Statement::<Node>::new(
        "WITH RECURSIVE place AS MATERIALIZED (
           SELECT id_place, id_parent, uuid, kind, code, label, archived_at IS NOT NULL AS archived
           FROM pr_exsitu.t_places WHERE ",
    )
    .part(reads.organisation())
    .sql(
        "
         ), tree (id_place, parent, above, path) AS (
           SELECT p.id_place, NULL::uuid, '{}'::integer[], ARRAY[p.code]
           FROM place p WHERE NOT EXISTS (SELECT FROM place u WHERE u.id_place = p.id_parent)
           UNION ALL
           SELECT p.id_place, u.uuid, t.above || t.id_place, t.path || p.code
           FROM tree t JOIN place u USING (id_place) JOIN place p ON p.id_parent = t.id_place
         ), stock AS MATERIALIZED (
           SELECT id_place, id FROM pr_exsitu.v_place_contents WHERE ",
    )
    .part(reads.records())
    .sql(
        "
         ), lots AS (
           SELECT id_place, count(*) AS lots FROM stock GROUP BY id_place
         ), lots_below AS (
           SELECT a.id_place, count(DISTINCT s.id) AS lots
           FROM stock s JOIN tree t USING (id_place) CROSS JOIN unnest(t.above) AS a (id_place) GROUP BY a.id_place
         ), used AS (
           SELECT a.id_place FROM place p JOIN tree t USING (id_place) CROSS JOIN unnest(t.above) AS a (id_place)
           WHERE NOT p.archived
         )
         SELECT p.uuid, t.parent, cardinality(t.above), p.kind, p.code, p.label, p.archived,
                coalesce(l.lots, 0), coalesce(b.lots, 0)
         FROM tree t JOIN place p USING (id_place) LEFT JOIN lots l USING (id_place) LEFT JOIN lots_below b USING (id_place)
         WHERE NOT p.archived OR ",
    )
    .bind::<Bool, _>(archived)
    .sql(" OR id_place IN (SELECT u.id_place FROM used u) ORDER BY t.path")
    .load(conn)
    .await
}

/// A place that may be read, and whether `action` reaches it too.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(Place, bool), Problem> {
    Ok(places::table
        .filter(places::uuid.eq(uuid))
        .filter(reads.organisation())
        .select((Place::as_select(), action.organisation()))
        .first(conn)
        .await?)
}

/// The place that is to hold another, none at the top.
///
/// # Errors
/// 409 on `/parent` when it does not exist or may not be read.
pub async fn holder(
    conn: &mut AsyncPgConnection,
    uuid: Option<Uuid>,
    reads: &Reach,
) -> Result<Option<Holder>, Problem> {
    let Some(uuid) = uuid else { return Ok(None) };
    t_places::table
        .filter(t_places::uuid.eq(uuid))
        .filter(reads.organisation())
        .select(Holder::as_select())
        .first(conn)
        .await
        .optional()?
        .map_or_else(
            || Err(Problem::unknown("/parent", "unknown_reference")),
            |holder| Ok(Some(holder)),
        )
}

async fn read(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<Place> {
    places::table
        .filter(places::id.eq(id))
        .select(Place::as_select())
        .first(conn)
        .await
}

/// Makes a place of an organisation.
///
/// # Errors
/// A law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    new: &NewPlace,
    id_parent: Option<i32>,
    id_organism: i32,
    id_digitiser: i32,
) -> QueryResult<Place> {
    let owner = (
        t_places::id_organism.eq(id_organism),
        t_places::id_digitiser.eq(id_digitiser),
    );
    let id = diesel::insert_into(t_places::table)
        .values((new, t_places::id_parent.eq(id_parent), owner))
        .returning(t_places::id_place)
        .get_result(conn)
        .await?;
    read(conn, id).await
}

/// Changes a place that is still at the version read, and moves it when another parent is
/// given; none when it is not at that version.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    place: &Place,
    changes: &PlaceChanges,
    id_parent: Option<Option<i32>>,
) -> QueryResult<Option<Place>> {
    let target = t_places::table
        .find(place.id)
        .filter(t_places::version.eq(place.version));
    let archived_at = crate::db::archive(changes.archived, place.archived_at);
    let changed = diesel::update(target)
        .set((
            changes,
            id_parent.map(|id| t_places::id_parent.eq(id)),
            t_places::archived_at.eq(archived_at),
        ))
        .execute(conn)
        .await?;
    if changed == 0 {
        Ok(None)
    } else {
        read(conn, place.id).await.map(Some)
    }
}

/// Deletes a place that nothing depends on.
///
/// # Errors
/// 409 when something does.
pub async fn delete(conn: &mut AsyncPgConnection, place: &Place) -> QueryResult<usize> {
    diesel::delete(t_places::table.find(place.id)).execute(conn).await
}

/// A page of the moves of a place, the last first.
///
/// # Errors
/// The database cannot be read; the cursor is not of this list.
pub async fn moves(
    conn: &mut AsyncPgConnection,
    place: &Place,
    filters: &HistoryFilters,
) -> Result<Page<PlaceMove>, Problem> {
    let limit = filters.limit.unwrap_or(50);
    let mut query = moves::table
        .filter(moves::id_place.eq(place.id))
        .order(moves::id.desc())
        .into_boxed();
    if let Some(cursor) = &filters.cursor {
        let before: i32 = cursor
            .parse()
            .map_err(|_| Problem::new(table::CURSOR_OF_ANOTHER_LIST).at("/cursor"))?;
        query = query.filter(moves::id.lt(before));
    }
    let query = First {
        query: query.select(PlaceMove::as_select()),
        rows: limit.saturating_add(1),
    };
    let mut items: Vec<PlaceMove> = query.load(conn).await?;
    let more = items.len() > usize::from(limit);
    items.truncate(limit.into());
    let next_cursor = items.last().filter(|_| more).map(|line| line.id.to_string());
    Ok(Page {
        items,
        next_cursor,
        count: None,
    })
}

/// How many lots have seeds in a place or below, whoever may read them.
///
/// # Errors
/// The database cannot be read.
pub async fn lots_within(conn: &mut AsyncPgConnection, place: &Place) -> QueryResult<i64> {
    contents::table
        .filter(contents::id_place.eq_any(diesel::select(places_within(place.uuid))))
        .select(diesel::dsl::count(contents::id).aggregate_distinct())
        .first(conn)
        .await
}

/// A page of the lots with stock in a place and below, among those that may be read.
///
/// # Errors
/// The database cannot be read.
pub async fn contents(
    conn: &mut AsyncPgConnection,
    place: &Place,
    reads: &Reach,
    listing: &Listing,
) -> Result<Page<PlaceContent>, Problem> {
    let filtered = || {
        contents::table
            .filter(contents::id_place.eq_any(diesel::select(places_within(place.uuid))))
            .filter(reads.records())
            .into_boxed()
    };
    let mut query = filtered().order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let query = First {
        query: query.select(PlaceContent::as_select()),
        rows: listing.rows(),
    };
    let rows = query.load(conn).await?;
    let count = if listing.count {
        Some(filtered().count().get_result(conn).await?)
    } else {
        None
    };
    Ok(listing.page(rows, count, |row: &PlaceContent, _| {
        (row.code.clone(), row.id_place)
    }))
}
