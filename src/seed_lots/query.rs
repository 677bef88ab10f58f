//! Seed lots in the database.

use chrono::{DateTime, Utc};
use diesel::expression::{AppearsOnTable, Expression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Bool, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{
    BalanceByPlace, BalanceRow, InitialEntry, Keys, LastWeighing, ListRow, LotBalance, NewSeedLot, SeedLot,
    SeedLotChanges, SeedLotFilters, SeedLotItem, SeedLotRow, Trait, Traits,
};
use super::{rules, weighings};
use crate::auth::Reach;
use crate::db::functions::unaccent;
use crate::db::page::{First, SortColumn};
use crate::error::{Lang, Problem};
use crate::host::nomenclatures::{Nomenclatures, Term};
use crate::host::taxon_tree;
use crate::http::relative::{RecordRef, Relative};
use crate::http::{Listing, Page};
use crate::schema::views::{v_materials as materials, v_seed_lots as lots};
use crate::schema::{
    cor_material_taxa as taxa, cor_seed_lot_traits as traits, t_places as places, t_seed_lots,
    t_seed_tests as tests, t_sowings as sowings, t_stock_balances as balances,
    t_stock_movements as movements,
};

/// Columns of the sort.
pub const SORTS: &[SortColumn] = &[
    SortColumn {
        name: "code",
        column: "code",
        sql_type: "text",
    },
    SortColumn {
        name: "taxon",
        column: "sort_taxon",
        sql_type: "text",
    },
    SortColumn {
        name: "packaging_date",
        column: "sort_packaging_date",
        sql_type: "date",
    },
    SortColumn {
        name: "balance",
        column: "sort_balance",
        sql_type: "bigint",
    },
    SortColumn {
        name: "created",
        column: "meta_create_date",
        sql_type: "timestamptz",
    },
];

/// A condition that reads more than the row.
#[derive(Debug, Clone, Copy)]
enum Within {
    Place(Uuid),
    Harvest(Uuid),
}

impl Expression for Within {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for Within {}
impl ValidGrouping<()> for Within {
    type IsAggregate = is_aggregate::No;
}
impl QueryId for Within {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryFragment<Pg> for Within {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        match self {
            Self::Place(uuid) => {
                out.push_sql(
                    "\"id\" IN (SELECT s.id_seed_lot FROM pr_exsitu.t_stock_balances s \
                     WHERE s.seeds IS DISTINCT FROM 0 AND s.id_place IN (WITH RECURSIVE below AS (\
                     SELECT p.id_place FROM pr_exsitu.t_places p WHERE p.uuid = ",
                );
                out.push_bind_param::<SqlUuid, _>(uuid)?;
                out.push_sql(
                    " UNION SELECT p.id_place FROM pr_exsitu.t_places p JOIN below ON p.id_parent = below.id_place) \
                     SELECT id_place FROM below))",
                );
            }
            Self::Harvest(uuid) => {
                out.push_sql(
                    "\"id_harvest\" = (SELECT h.id_harvest FROM pr_exsitu.t_harvests h WHERE h.uuid = ",
                );
                out.push_bind_param::<SqlUuid, _>(uuid)?;
                out.push_sql(")");
            }
        }
        Ok(())
    }
}

/// The view, filtered.
type Filtered<'a> = lots::BoxedQuery<'a, Pg>;

fn filtered<'a>(reads: &Reach, filters: &SeedLotFilters) -> Filtered<'a> {
    let mut query = lots::table.filter(reads.records()).into_boxed();
    if filters.archived != Some(true) {
        query = query.filter(lots::archived_at.is_null());
    }
    if let Some(text) = &filters.search {
        let anywhere = crate::db::contains(text);
        let start = anywhere.trim_start_matches('%').to_owned();
        let named = |column| unaccent(column).ilike(unaccent(anywhere.clone()));
        query = query.filter(
            lots::code
                .ilike(start.clone())
                .or(lots::material_code.ilike(start).and(reads.relatives("material_")))
                .or(named(lots::sort_taxon))
                .or(unaccent(lots::cited_name.assume_not_null()).ilike(unaccent(anywhere.clone())))
                .or(unaccent(lots::vernacular_name.assume_not_null()).ilike(unaccent(anywhere.clone()))),
        );
    }
    if let Some(id_dataset) = filters.id_dataset {
        query = query.filter(lots::id_dataset.eq(id_dataset));
    }
    if let Some(cd_nom) = filters.cd_nom {
        let of_taxon = taxa::table
            .filter(taxon_tree::Within(cd_nom))
            .select(taxa::id_material);
        query = query.filter(lots::id_material.eq_any(of_taxon));
    }
    if let Some(statuses) = filters.status.clone() {
        query = query.filter(lots::status.eq_any(statuses));
    }
    if let Some(role) = filters.role {
        query = query.filter(lots::role.eq(role));
    }
    if let Some(material) = filters.material {
        query = query.filter(lots::material_uuid.eq(material));
    }
    if let Some(place) = filters.place {
        query = query.filter(Within::Place(place));
    }
    if let Some(harvest) = filters.harvest {
        query = query.filter(Within::Harvest(harvest));
    }
    if let Some(seeds) = filters.min_seeds {
        query = query.filter(lots::balance_seeds.ge(seeds));
    }
    if let Some(seeds) = filters.max_seeds {
        query = query.filter(lots::balance_seeds.le(seeds));
    }
    match filters.unknown_balance {
        Some(true) => query = query.filter(lots::balance_seeds.is_null()),
        Some(false) => query = query.filter(lots::balance_seeds.is_not_null()),
        None => {}
    }
    if let Some(below) = filters.below_threshold {
        query = query.filter(lots::is_below_threshold.eq(below));
    }
    if let Some(day) = filters.packaging_min {
        query = query.filter(lots::packaging_date.ge(day));
    }
    if let Some(day) = filters.packaging_max {
        query = query.filter(lots::packaging_date.le(day));
    }
    query
}

/// A page of seed lots, in one statement.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    conn: &mut AsyncPgConnection,
    reads: &Reach,
    filters: &SeedLotFilters,
    listing: &Listing,
) -> Result<Page<SeedLotItem>, Problem> {
    let mut query = filtered(reads, filters).order(listing.sort);
    if let Some(after) = &listing.after {
        query = query.filter(after.clone());
    }
    let readable = (reads.relatives("material_"), reads.related_organisation("place_"));
    let query = query.select((ListRow::as_select(), readable));
    let rows: Vec<(ListRow, (bool, bool))> = First {
        query,
        rows: listing.rows(),
    }
    .load(conn)
    .await?;
    let count = if listing.count {
        Some(filtered(reads, filters).count().get_result(conn).await?)
    } else {
        None
    };
    let page = listing.page(rows, count, |(row, _), column| {
        let value = match column {
            "taxon" => row.sort_taxon.clone(),
            "packaging_date" => row.sort_packaging_date.to_string(),
            "balance" => row.sort_balance.to_string(),
            "created" => row.meta_create_date.to_rfc3339(),
            _ => row.code.clone(),
        };
        (value, row.id)
    });
    Ok(page.map(|(row, readable)| SeedLotItem::new(row, readable)))
}

/// A seed lot that may be read, whether `action` reaches it too, and whether its
/// material may be read.
///
/// # Errors
/// 404 when it does not exist or may not be read.
pub async fn find(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    action: &Reach,
) -> Result<(SeedLotRow, bool, bool), Problem> {
    Ok(lots::table
        .filter(lots::uuid.eq(uuid))
        .filter(reads.records())
        .select((
            SeedLotRow::as_select(),
            action.records(),
            reads.relatives("material_"),
        ))
        .first(conn)
        .await?)
}

/// A seed lot by its key, for someone who has just written it.
///
/// # Errors
/// The database cannot be read.
pub async fn row(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<SeedLotRow> {
    lots::table
        .filter(lots::id.eq(id))
        .select(SeedLotRow::as_select())
        .first(conn)
        .await
}

/// Who reads a record, and in which words.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// What they may read.
    pub reads: &'a Reach,
    /// The vocabularies.
    pub names: &'a Nomenclatures,
    /// The language.
    pub lang: Lang,
}

/// The whole record of a lot that was found.
///
/// # Errors
/// The database cannot be read.
pub async fn record(
    conn: &mut AsyncPgConnection,
    row: SeedLotRow,
    material_readable: bool,
    reader: &Reader<'_>,
) -> QueryResult<SeedLot> {
    let Reader { names, lang, reads } = *reader;
    let keys: Vec<(Trait, i32)> = traits::table
        .filter(traits::id_seed_lot.eq(row.id))
        .order(traits::id_nomenclature)
        .select((traits::trait_, traits::id_nomenclature))
        .load(conn)
        .await?;
    let balances: Vec<BalanceRow> = balances::table
        .inner_join(places::table)
        .filter(balances::id_seed_lot.eq(row.id))
        .order((balances::seeds.desc(), balances::id_place))
        .select((
            (places::uuid, places::code, places::label),
            balances::seeds,
            balances::basis,
            balances::mass_g,
            balances::last_date,
            reads.organisation(),
        ))
        .load(conn)
        .await?;
    let weighing = weighings::query::last(conn, row.id).await?;
    let last_weighing = weighing.map(|w| LastWeighing {
        uuid: w.uuid,
        weighing_date: w.weighing_date,
        results: w.results,
    });
    let balance = LotBalance::new(
        row.balance_seeds,
        row.balance_basis,
        row.balance_places,
        row.balance_mass_g.clone(),
    );
    let material = RecordRef {
        uuid: row.material_uuid,
        code: row.material_code.clone(),
    };
    let list = |kind| -> Vec<Term> {
        keys.iter()
            .filter(|(k, _)| *k == kind)
            .filter_map(|(_, id)| names.term(Some(*id), lang))
            .collect()
    };
    Ok(SeedLot {
        taxon: row.taxon.clone(),
        material: Relative::of(material, material_readable),
        quality: names.term(row.id_nomenclature_quality, lang),
        atwater_type: names.term(row.id_nomenclature_atwater_type, lang),
        dissemination_unit: names.term(row.id_nomenclature_dissemination_unit, lang),
        drying_kind: names.term(row.id_nomenclature_drying_kind, lang),
        traits: Traits {
            forms: list(Trait::Form),
            growths: list(Trait::Growth),
            ornaments: list(Trait::Ornament),
            embryo_types: list(Trait::EmbryoType),
        },
        warnings: rules::warnings(&row, &balance, last_weighing.as_ref().map(|w| &w.results), lang),
        balance,
        balances: balances.into_iter().map(BalanceByPlace::from).collect(),
        last_weighing,
        row,
    })
}

/// What a lot asks of its material.
#[derive(Debug, Clone, Queryable)]
pub struct Source {
    /// Internal key.
    pub id_material: i32,
    /// Dataset.
    pub id_dataset: i32,
    /// Instant when it was archived.
    pub archived_at: Option<DateTime<Utc>>,
}

/// A material that may be read.
///
/// # Errors
/// It does not exist or may not be read.
pub async fn source(conn: &mut AsyncPgConnection, uuid: Uuid, reads: &Reach) -> QueryResult<Option<Source>> {
    materials::table
        .filter(materials::uuid.eq(uuid))
        .filter(reads.records())
        .select((
            materials::id_material,
            materials::id_dataset,
            materials::archived_at,
        ))
        .first(conn)
        .await
        .optional()
}

/// A place that may be read: its key, and when it was archived.
///
/// # Errors
/// The database cannot be read.
pub async fn place(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
) -> QueryResult<Option<(i32, Option<DateTime<Utc>>)>> {
    places::table
        .filter(places::uuid.eq(uuid))
        .filter(reads.organisation())
        .select((places::id_place, places::archived_at))
        .first(conn)
        .await
        .optional()
}

/// Makes a seed lot; its key.
///
/// # Errors
/// A law of the database.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    new: &NewSeedLot,
    keys: &Keys,
    id_digitiser: i32,
) -> QueryResult<i32> {
    diesel::insert_into(t_seed_lots::table)
        .values((new, keys, t_seed_lots::id_digitiser.eq(id_digitiser)))
        .returning(t_seed_lots::id_seed_lot)
        .get_result(conn)
        .await
}

/// Writes the first movement of a lot.
///
/// # Errors
/// A law of the ledger.
pub async fn enter(
    conn: &mut AsyncPgConnection,
    id: i32,
    id_place: i32,
    entry: &InitialEntry,
    id_digitiser: i32,
) -> QueryResult<usize> {
    diesel::insert_into(movements::table)
        .values((
            movements::uuid_operation.eq(Uuid::now_v7()),
            movements::id_seed_lot.eq(id),
            movements::id_place.eq(id_place),
            movements::kind.eq("initial_entry"),
            movements::seeds.eq(entry.seeds),
            movements::mass_g.eq(&entry.mass_g),
            movements::basis.eq(entry.basis),
            movements::effective_date.eq(entry.effective_date),
            movements::id_digitiser.eq(id_digitiser),
        ))
        .execute(conn)
        .await
}

/// Changes a seed lot that is still at the version read; false when it is not.
///
/// # Errors
/// A law of the database.
pub async fn update(
    conn: &mut AsyncPgConnection,
    lot: &SeedLotRow,
    changes: &SeedLotChanges,
    keys: &Keys,
) -> QueryResult<bool> {
    let target = t_seed_lots::table
        .find(lot.id)
        .filter(t_seed_lots::version.eq(lot.version));
    let archived_at = crate::db::archive(changes.archived, lot.archived_at);
    let changed = diesel::update(target)
        .set((changes, keys, t_seed_lots::archived_at.eq(archived_at)))
        .execute(conn)
        .await?;
    Ok(changed > 0)
}

/// Replaces the traits of a lot, list by list.
///
/// # Errors
/// A law of the database.
pub async fn set_traits(
    conn: &mut AsyncPgConnection,
    id: i32,
    lists: &[(Trait, Vec<i32>)],
) -> QueryResult<()> {
    for (kind, keys) in lists {
        let gone = traits::table
            .filter(traits::id_seed_lot.eq(id))
            .filter(traits::trait_.eq(kind))
            .filter(traits::id_nomenclature.ne_all(keys));
        diesel::delete(gone).execute(conn).await?;
        let rows: Vec<_> = keys
            .iter()
            .map(|key| {
                (
                    traits::id_seed_lot.eq(id),
                    traits::trait_.eq(kind),
                    traits::id_nomenclature.eq(key),
                )
            })
            .collect();
        diesel::insert_into(traits::table)
            .values(rows)
            .on_conflict_do_nothing()
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// True when something that cites its material was made of a lot: a movement, a test, a sowing.
///
/// # Errors
/// The database cannot be read.
pub async fn is_used(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<bool> {
    use diesel::dsl::exists;
    diesel::select(
        exists(movements::table.filter(movements::id_seed_lot.eq(id)))
            .or(exists(tests::table.filter(tests::id_seed_lot.eq(id))))
            .or(exists(sowings::table.filter(sowings::id_seed_lot.eq(id)))),
    )
    .get_result(conn)
    .await
}

/// Deletes a seed lot that nothing depends on.
///
/// # Errors
/// 409 when something does.
pub async fn delete(conn: &mut AsyncPgConnection, id: i32) -> QueryResult<usize> {
    diesel::delete(t_seed_lots::table.find(id)).execute(conn).await
}
