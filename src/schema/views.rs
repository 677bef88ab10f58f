//! The views that lists and records are read from, by hand: their columns are those
//! of the migrations named `create_…_view`.

// harvests, receptions, materials

// seed lots

diesel::table! {
    /// Seed lots with material, main taxon, balance and main place.
    pr_exsitu.v_seed_lots (id) {
        id -> Int4,
        uuid -> Uuid,
        code -> Text,
        version -> Int4,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
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
        material_id_dataset -> Int4,
        material_id_digitiser -> Int4,
        material_people -> Array<Int4>,
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

diesel::table! {
    /// Materials with the columns that say whom they belong to.
    pr_exsitu.v_lot_materials (id_material) {
        id_material -> Int4,
        uuid -> Uuid,
        code -> Text,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
        id_harvest -> Nullable<Int4>,
        archived_at -> Nullable<Timestamptz>,
    }
}

// stock, sowings
