//! The views that lists and records are read from, by hand: their columns are those
//! of the migrations named `create_…_view`.

// places

diesel::table! {
    /// Places with their parent and the way from the root.
    pr_exsitu.v_places (id) {
        id -> Int4,
        uuid -> Uuid,
        id_parent -> Nullable<Int4>,
        id_organism -> Int4,
        kind -> Text,
        code -> Text,
        label -> Text,
        expected_temperature -> Nullable<Numeric>,
        expected_humidity -> Nullable<Numeric>,
        capacity -> Nullable<Int4>,
        remarks -> Nullable<Text>,
        additional_data -> Nullable<Jsonb>,
        id_digitiser -> Int4,
        meta_create_date -> Timestamptz,
        meta_update_date -> Nullable<Timestamptz>,
        version -> Int4,
        archived_at -> Nullable<Timestamptz>,
        parent_uuid -> Nullable<Uuid>,
        parent_code -> Nullable<Text>,
        path -> Array<Text>,
    }
}

diesel::table! {
    /// Moves of the places, with the codes of where they were and went.
    pr_exsitu.v_place_moves (id) {
        id -> Int4,
        uuid -> Uuid,
        id_place -> Int4,
        effective_date -> Date,
        before_uuid -> Nullable<Uuid>,
        before_code -> Nullable<Text>,
        after_uuid -> Nullable<Uuid>,
        after_code -> Nullable<Text>,
        id_digitiser -> Nullable<Int4>,
        digitiser -> Nullable<Text>,
        meta_create_date -> Timestamptz,
    }
}

diesel::table! {
    /// Seed lots with stock, in each place where they are.
    pr_exsitu.v_place_contents (id, id_place) {
        id -> Int4,
        id_place -> Int4,
        uuid -> Uuid,
        code -> Text,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
        id_harvest -> Nullable<Int4>,
        id_material -> Int4,
        cd_nom -> Nullable<Int4>,
        taxon_name -> Nullable<Text>,
        seeds -> Nullable<Int8>,
        basis -> Text,
        mass_g -> Nullable<Numeric>,
        last_date -> Nullable<Date>,
        place_uuid -> Uuid,
        place_code -> Text,
    }
}

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

diesel::table! {
    /// Stock movements with lot, place, partner, and what reverses what.
    pr_exsitu.v_stock_movements (id) {
        id -> Int4,
        uuid -> Uuid,
        uuid_operation -> Uuid,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
        id_harvest -> Nullable<Int4>,
        id_material -> Int4,
        id_seed_lot -> Int4,
        lot_uuid -> Uuid,
        lot_code -> Text,
        place_uuid -> Uuid,
        place_code -> Text,
        place_label -> Text,
        kind -> Text,
        seeds -> Nullable<Int4>,
        mass_g -> Nullable<Numeric>,
        basis -> Text,
        observed_seeds -> Nullable<Int4>,
        is_total -> Bool,
        effective_date -> Date,
        id_actor -> Nullable<Int4>,
        actor_name -> Nullable<Text>,
        actor_text -> Nullable<Text>,
        partner_uuid -> Nullable<Uuid>,
        partner_name -> Nullable<Text>,
        cause_type -> Nullable<Text>,
        cause_uuid -> Nullable<Uuid>,
        reverses_uuid -> Nullable<Uuid>,
        reversed_by_uuid -> Nullable<Uuid>,
        reason -> Nullable<Text>,
        reserve_override_reason -> Nullable<Text>,
        id_entered_by -> Int4,
        meta_create_date -> Timestamptz,
    }
}

diesel::table! {
    /// Sowings with source, main taxon, place and the sums of their counts.
    pr_exsitu.v_sowings (id) {
        id -> Int4,
        uuid -> Uuid,
        code -> Text,
        version -> Int4,
        id_dataset -> Int4,
        id_digitiser -> Int4,
        people -> Array<Int4>,
        id_harvest -> Nullable<Int4>,
        id_material -> Int4,
        state -> Text,
        outcome -> Nullable<Text>,
        source_kind -> Text,
        id_seed_lot -> Nullable<Int4>,
        id_source_place -> Nullable<Int4>,
        objective -> Nullable<Text>,
        sowing_date -> Nullable<Date>,
        sort_sowing_date -> Date,
        end_date -> Nullable<Date>,
        sown_value -> Nullable<Numeric>,
        sown_unit -> Text,
        sown_basis -> Text,
        propagules_per_unit -> Nullable<Numeric>,
        next_count_due -> Nullable<Date>,
        sort_next_count_due -> Date,
        meta_create_date -> Timestamptz,
        meta_update_date -> Nullable<Timestamptz>,
        archived_at -> Nullable<Timestamptz>,
        material_uuid -> Uuid,
        material_code -> Text,
        material_id_dataset -> Int4,
        material_id_digitiser -> Int4,
        material_people -> Array<Int4>,
        lot_uuid -> Nullable<Uuid>,
        lot_code -> Nullable<Text>,
        lot_id_dataset -> Nullable<Int4>,
        lot_id_digitiser -> Nullable<Int4>,
        lot_people -> Array<Int4>,
        test_uuid -> Nullable<Uuid>,
        test_code -> Nullable<Text>,
        test_id_dataset -> Nullable<Int4>,
        test_id_digitiser -> Nullable<Int4>,
        test_people -> Array<Int4>,
        cd_nom -> Nullable<Int4>,
        cited_name -> Nullable<Text>,
        taxon_name -> Nullable<Text>,
        vernacular_name -> Nullable<Text>,
        sort_taxon_name -> Text,
        place_uuid -> Nullable<Uuid>,
        place_code -> Nullable<Text>,
        place_label -> Nullable<Text>,
        source_place_uuid -> Nullable<Uuid>,
        source_place_code -> Nullable<Text>,
        source_place_label -> Nullable<Text>,
        replicates -> Int4,
        visits -> Int4,
        emerged -> Int4,
        dead -> Int4,
        removed -> Int4,
        pricked_out -> Int4,
        surplus -> Int4,
        alive -> Int4,
        first_emergence_date -> Nullable<Date>,
        last_count_date -> Nullable<Date>,
    }
}

diesel::table! {
    /// Replicates with place and tallies.
    pr_exsitu.v_replicates (id) {
        id -> Int4,
        uuid -> Uuid,
        id_sowing -> Nullable<Int4>,
        id_seed_test -> Nullable<Int4>,
        code -> Text,
        sown -> Nullable<Int4>,
        remarks -> Nullable<Text>,
        version -> Int4,
        place_uuid -> Nullable<Uuid>,
        place_code -> Nullable<Text>,
        place_label -> Nullable<Text>,
        visits -> Int4,
        emerged -> Int4,
        dead -> Int4,
        removed -> Int4,
        pricked_out -> Int4,
        dissected -> Int4,
        surplus -> Int4,
        alive -> Int4,
        first_emergence_date -> Nullable<Date>,
        last_count_date -> Nullable<Date>,
    }
}

diesel::table! {
    /// Counts as entered, with their increments given or derived.
    pr_exsitu.v_counts (id) {
        id -> Int4,
        uuid -> Uuid,
        uuid_operation -> Uuid,
        id_sowing -> Nullable<Int4>,
        id_seed_test -> Nullable<Int4>,
        id_replicate -> Int4,
        replicate_uuid -> Uuid,
        replicate_code -> Text,
        count_date -> Date,
        previous_date -> Nullable<Date>,
        observed_alive -> Nullable<Int4>,
        is_derived -> Bool,
        emerged -> Nullable<Int4>,
        dead -> Nullable<Int4>,
        death_cause -> Nullable<Text>,
        removed -> Nullable<Int4>,
        pricked_out -> Nullable<Int4>,
        dissected -> Nullable<Int4>,
        surplus -> Nullable<Int4>,
        surplus_cause -> Nullable<Text>,
        alive_after -> Nullable<Int4>,
        id_nomenclature_stage -> Nullable<Int4>,
        id_observer -> Nullable<Int4>,
        observer_name -> Nullable<Text>,
        observer_text -> Nullable<Text>,
        remarks -> Nullable<Text>,
        cause_uuid -> Nullable<Uuid>,
        reverses_uuid -> Nullable<Uuid>,
        reversed_by_uuid -> Nullable<Uuid>,
        reason -> Nullable<Text>,
        id_digitiser -> Int4,
        meta_create_date -> Timestamptz,
    }
}

diesel::table! {
    /// Legs that count, with what was in the place after each.
    pr_exsitu.v_stock_ledger (id_stock_movement) {
        id_stock_movement -> Int4,
        id_seed_lot -> Int4,
        id_place -> Int4,
        effective_date -> Date,
        seeds -> Nullable<Int4>,
        basis -> Text,
        observed_seeds -> Nullable<Int4>,
        running_seeds -> Int8,
        running_mass -> Nullable<Numeric>,
        is_known -> Bool,
        basis_after -> Text,
        closes_day -> Bool,
        is_last -> Bool,
    }
}
