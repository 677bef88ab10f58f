//! Routes of the host's lists.

use actix_web::{get, web};

use super::model::{
    AreaFilters, DEFAULT_LIMIT, DatasetFilters, HabitatFilters, NomenclatureFilters, ObserverFilters,
    TaxonFilters, Vocabulary,
};
use crate::app::App;
use crate::auth::{Can, Create, Read};
use crate::db;
use crate::error::Problem;
use crate::host::areas::{self, Area};
use crate::host::datasets::{self, Dataset};
use crate::host::habitats::{self, Habitat};
use crate::host::observers::{self, Observer};
use crate::host::taxa::{self, Taxon, TaxonName};
use crate::host::words::Words;
use crate::http::{Language, ValidQuery};
use crate::openapi;

/// Search names of taxa
///
/// Scientific names that start with what is typed come first, then the shortest.
#[utoipa::path(tag = "referentials", params(TaxonFilters), responses(
    (status = 200, description = "The names found.", body = Vec<TaxonName>),
    openapi::ListProblems,
))]
#[get("/referentials/taxa")]
pub async fn search_taxa(
    app: App,
    _can: Can<Read>,
    filters: ValidQuery<TaxonFilters>,
) -> Result<web::Json<Vec<TaxonName>>, Problem> {
    let TaxonFilters {
        search,
        list,
        rank,
        group,
        limit,
    } = filters.0;
    let (words, narrowed) = (
        Words::of(search.as_deref()),
        taxa::Narrowing {
            list,
            ranks: rank,
            group,
        },
    );
    let mut conn = db::connect(&app.pool).await?;
    let found = taxa::search(&mut conn, &words, &narrowed, limit.unwrap_or(DEFAULT_LIMIT)).await?;
    Ok(web::Json(found))
}

/// Read a taxon
#[utoipa::path(tag = "referentials", params(("cd_nom" = i32, Path, description = "Key of one of its names.", example = 90_000_001)), responses(
    (status = 200, description = "The name with its synonyms, the statuses of its taxon and whether it is sensitive.", body = Taxon),
    openapi::ReadProblems,
))]
#[get("/referentials/taxa/{cd_nom}")]
pub async fn read_taxon(
    app: App,
    _can: Can<Read>,
    cd_nom: web::Path<i32>,
) -> Result<web::Json<Taxon>, Problem> {
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(taxa::find(&mut conn, *cd_nom).await?))
}

/// List vocabularies
#[utoipa::path(tag = "referentials", params(NomenclatureFilters), responses(
    (status = 200, description = "The vocabularies with their values, in the language asked for.", body = Vec<Vocabulary>),
    openapi::ListProblems,
))]
#[get("/referentials/nomenclatures")]
pub async fn list_nomenclatures(
    app: App,
    _can: Can<Read>,
    lang: Language,
    filters: ValidQuery<NomenclatureFilters>,
) -> Result<web::Json<Vec<Vocabulary>>, Problem> {
    let terms = app.nomenclatures().await?;
    Vocabulary::of(&terms, filters.list.as_deref(), lang.0).map(web::Json)
}

/// Search people
///
/// Those of the list `observateurs_exsitu` of the host, or everybody when there is no such list.
#[utoipa::path(tag = "referentials", params(ObserverFilters), responses(
    (status = 200, description = "The people found.", body = Vec<Observer>),
    openapi::ListProblems,
))]
#[get("/referentials/observers")]
pub async fn search_observers(
    app: App,
    _can: Can<Read>,
    filters: ValidQuery<ObserverFilters>,
) -> Result<web::Json<Vec<Observer>>, Problem> {
    let words = Words::of(filters.search.as_deref());
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(
        observers::search(&mut conn, &words, filters.limit.unwrap_or(DEFAULT_LIMIT)).await?,
    ))
}

/// Search datasets
///
/// Those you may read; with `create`, the active ones of the module in which you may put a new record.
#[utoipa::path(tag = "referentials", params(DatasetFilters), responses(
    (status = 200, description = "The datasets found.", body = Vec<Dataset>),
    openapi::ListProblems,
))]
#[get("/referentials/datasets")]
pub async fn search_datasets(
    app: App,
    can: Can<Read>,
    filters: ValidQuery<DatasetFilters>,
) -> Result<web::Json<Vec<Dataset>>, Problem> {
    let to_create = filters.create.unwrap_or_default();
    if to_create && !can.may::<Create>() {
        return Ok(web::Json(Vec::new()));
    }
    let reach = if to_create {
        can.user.reach('C')
    } else {
        can.reach()
    };
    let (words, limit) = (
        Words::of(filters.search.as_deref()),
        filters.limit.unwrap_or(DEFAULT_LIMIT),
    );
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(
        datasets::search(&mut conn, &reach, &words, to_create, limit).await?,
    ))
}

/// Search areas
///
/// By words, by type, by key, or around a point.
#[utoipa::path(tag = "referentials", params(AreaFilters), responses(
    (status = 200, description = "The areas found, the smallest kinds first.", body = Vec<Area>),
    openapi::ListProblems,
))]
#[get("/referentials/areas")]
pub async fn search_areas(
    app: App,
    _can: Can<Read>,
    filters: ValidQuery<AreaFilters>,
) -> Result<web::Json<Vec<Area>>, Problem> {
    let point = filters.point()?;
    let AreaFilters {
        search,
        r#type,
        id_area,
        geometry,
        limit,
        ..
    } = filters.0;
    let narrowed = areas::Narrowing {
        types: r#type,
        keys: id_area,
        point,
        geometry: geometry.unwrap_or_default(),
    };
    let mut conn = db::connect(&app.pool).await?;
    let words = Words::of(search.as_deref());
    Ok(web::Json(
        areas::search(&mut conn, &words, &narrowed, limit.unwrap_or(DEFAULT_LIMIT)).await?,
    ))
}

/// Search habitats
#[utoipa::path(tag = "referentials", params(HabitatFilters), responses(
    (status = 200, description = "The habitats found.", body = Vec<Habitat>),
    openapi::ListProblems,
))]
#[get("/referentials/habitats")]
pub async fn search_habitats(
    app: App,
    _can: Can<Read>,
    filters: ValidQuery<HabitatFilters>,
) -> Result<web::Json<Vec<Habitat>>, Problem> {
    let HabitatFilters {
        search,
        cd_hab,
        cd_typo,
        limit,
    } = filters.0;
    let (words, narrowed) = (
        Words::of(search.as_deref()),
        habitats::Narrowing {
            keys: cd_hab,
            typology: cd_typo,
        },
    );
    let mut conn = db::connect(&app.pool).await?;
    Ok(web::Json(
        habitats::search(&mut conn, &words, narrowed, limit.unwrap_or(DEFAULT_LIMIT)).await?,
    ))
}
