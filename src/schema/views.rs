//! The views that lists and records are read from, by hand: their columns are those
//! of the migrations named `create_…_view`.

// harvests, receptions, materials

use super::ours::pr_exsitu::{cor_harvest_areas, cor_harvest_observers, cor_material_taxa, t_materials};

diesel::table! {
    use diesel::sql_types::*;
    use crate::schema::Geometry;

    /// Harvests with their observers, municipality and department.
    pr_exsitu.v_harvests (id) {
        id -> Int4,
        uuid -> Uuid,
        code -> Text,
        version -> Int4,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
        id_harvest -> Int4,
        id_material -> Nullable<Int4>,
        id_nomenclature_harvest_type -> Int4,
        date_min -> Nullable<Date>,
        date_max -> Nullable<Date>,
        date_precision -> Text,
        sort_date -> Date,
        observers_text -> Nullable<Text>,
        geom_4326 -> Nullable<Geometry>,
        id_nomenclature_geographical_precision -> Nullable<Int4>,
        precision_m -> Nullable<Int4>,
        surface_m2 -> Nullable<Numeric>,
        altitude_min -> Nullable<Int4>,
        altitude_max -> Nullable<Int4>,
        slope_degrees -> Nullable<Numeric>,
        id_nomenclature_exposure -> Nullable<Int4>,
        cd_hab -> Nullable<Int4>,
        locality -> Nullable<Text>,
        remarks -> Nullable<Text>,
        protocol_note -> Nullable<Text>,
        landowner_consent -> Nullable<Text>,
        population_size -> Nullable<Int4>,
        individuals_seen -> Nullable<Int4>,
        individuals_fruiting -> Nullable<Int4>,
        crop_share_percent -> Nullable<Numeric>,
        herbarium_voucher -> Nullable<Text>,
        associated_species -> Nullable<Text>,
        additional_data -> Nullable<Jsonb>,
        meta_create_date -> Timestamptz,
        meta_update_date -> Nullable<Timestamptz>,
        archived_at -> Nullable<Timestamptz>,
        observers -> Jsonb,
        commune -> Nullable<Text>,
        department -> Nullable<Text>,
        chosen_areas -> Array<Int4>,
    }
}

diesel::table! {
    /// Receptions with their partner.
    pr_exsitu.v_receptions (id) {
        id -> Int4,
        uuid -> Uuid,
        version -> Int4,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
        id_harvest -> Nullable<Int4>,
        id_material -> Nullable<Int4>,
        id_partner -> Int4,
        partner_uuid -> Uuid,
        partner_name -> Text,
        partner_id_organism -> Int4,
        partner_id_digitiser -> Int4,
        partner_number -> Nullable<Text>,
        date_received -> Date,
        ipen -> Nullable<Text>,
        provenance -> Text,
        documents -> Nullable<Text>,
        remarks -> Nullable<Text>,
        additional_data -> Nullable<Jsonb>,
        meta_create_date -> Timestamptz,
        meta_update_date -> Nullable<Timestamptz>,
        archived_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// Materials with their origin and their taxa, the main one first.
    pr_exsitu.v_materials (id) {
        id -> Int4,
        uuid -> Uuid,
        code -> Text,
        version -> Int4,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
        id_harvest -> Nullable<Int4>,
        id_material -> Int4,
        harvest_uuid -> Nullable<Uuid>,
        harvest_code -> Nullable<Text>,
        harvest_id_dataset -> Nullable<Int4>,
        harvest_id_digitiser -> Nullable<Int4>,
        harvest_people -> Array<Int4>,
        reception_uuid -> Nullable<Uuid>,
        reception_partner_number -> Nullable<Text>,
        reception_date_received -> Nullable<Date>,
        reception_id_dataset -> Nullable<Int4>,
        reception_id_digitiser -> Nullable<Int4>,
        reception_people -> Array<Int4>,
        parent_uuid -> Nullable<Uuid>,
        parent_code -> Nullable<Text>,
        parent_id_dataset -> Nullable<Int4>,
        parent_id_digitiser -> Nullable<Int4>,
        parent_people -> Array<Int4>,
        id_nomenclature_material_type -> Int4,
        individuals_sampled -> Nullable<Int4>,
        id_nomenclature_individuals_class -> Nullable<Int4>,
        id_nomenclature_sampling_method -> Nullable<Int4>,
        id_nomenclature_phenology_1 -> Nullable<Int4>,
        id_nomenclature_phenology_2 -> Nullable<Int4>,
        soil_sampling -> Nullable<Bool>,
        hybridisation_risk -> Nullable<Bool>,
        culture_bank_code -> Nullable<Text>,
        remarks -> Nullable<Text>,
        additional_data -> Nullable<Jsonb>,
        meta_create_date -> Timestamptz,
        meta_update_date -> Nullable<Timestamptz>,
        archived_at -> Nullable<Timestamptz>,
        taxa -> Jsonb,
    }
}

diesel::allow_tables_to_appear_in_same_query!(v_harvests, cor_harvest_areas);
diesel::allow_tables_to_appear_in_same_query!(v_harvests, cor_harvest_observers);
diesel::allow_tables_to_appear_in_same_query!(v_harvests, t_materials);
diesel::allow_tables_to_appear_in_same_query!(v_harvests, cor_material_taxa);
diesel::allow_tables_to_appear_in_same_query!(v_materials, cor_material_taxa);

// seed lots

diesel::table! {
    /// Seed lots with material, main taxon, balance and main place. The columns that say
    /// whom they belong to are read by the condition of the rights only.
    pr_exsitu.v_seed_lots (id) {
        id -> Int4,
        uuid -> Uuid,
        code -> Text,
        version -> Int4,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        id_harvest -> Nullable<Int4>,
        id_material -> Int4,
        status -> Text,
        status_date -> Date,
        role -> Text,
        duplicate_location -> Nullable<Text>,
        archive_reserve -> Int4,
        critical_distribution -> Nullable<Int4>,
        critical_regeneration -> Nullable<Int4>,
        packaging_date -> Nullable<Date>,
        container -> Nullable<Text>,
        length_mm -> Nullable<Numeric>,
        width_mm -> Nullable<Numeric>,
        thickness_mm -> Nullable<Numeric>,
        measure_note -> Nullable<Text>,
        id_nomenclature_quality -> Nullable<Int4>,
        id_nomenclature_atwater_type -> Nullable<Int4>,
        id_nomenclature_dissemination_unit -> Nullable<Int4>,
        seed_scan_done -> Bool,
        pre_drying_start -> Nullable<Date>,
        pre_drying_end -> Nullable<Date>,
        drying_start -> Nullable<Date>,
        drying_end -> Nullable<Date>,
        id_nomenclature_drying_kind -> Nullable<Int4>,
        freeze_dried -> Nullable<Bool>,
        sorted -> Nullable<Bool>,
        id_cleaned_by -> Nullable<Int4>,
        cleaned_by_name -> Nullable<Text>,
        cleaned_by_text -> Nullable<Text>,
        moisture_percent -> Nullable<Numeric>,
        equilibrium_humidity -> Nullable<Numeric>,
        remarks -> Nullable<Text>,
        additional_data -> Nullable<Jsonb>,
        meta_create_date -> Timestamptz,
        meta_update_date -> Nullable<Timestamptz>,
        archived_at -> Nullable<Timestamptz>,
        material_uuid -> Uuid,
        material_code -> Text,
        cd_nom -> Nullable<Int4>,
        cited_name -> Nullable<Text>,
        taxon_name -> Nullable<Text>,
        vernacular_name -> Nullable<Text>,
        balance_seeds -> Nullable<Int8>,
        balance_basis -> Nullable<Text>,
        balance_mass_g -> Nullable<Numeric>,
        balance_places -> Nullable<Int4>,
        last_movement_date -> Nullable<Date>,
        place_uuid -> Nullable<Uuid>,
        place_code -> Nullable<Text>,
        place_label -> Nullable<Text>,
        sort_taxon -> Text,
        sort_packaging_date -> Date,
        sort_balance -> Int8,
        is_below_threshold -> Bool,
    }
}

diesel::allow_tables_to_appear_in_same_query!(v_seed_lots, cor_material_taxa);

// stock, sowings
