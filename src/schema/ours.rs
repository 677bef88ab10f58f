// @generated automatically by Diesel CLI.

pub mod pr_exsitu {
    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.cor_harvest_areas (id_harvest, id_area) {
            id_harvest -> Int4,
            id_area -> Int4,
            is_chosen -> Bool,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.cor_harvest_observers (id_harvest, id_role) {
            id_harvest -> Int4,
            id_role -> Int4,
            is_main -> Bool,
            uuid -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.cor_material_taxa (id_material, rank) {
            id_material -> Int4,
            rank -> Int2,
            cd_nom -> Int4,
            cited_name -> Text,
            uuid -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.cor_permit_taxa (id_permit, rank) {
            id_permit -> Int4,
            rank -> Int2,
            cd_nom -> Int4,
            cited_name -> Text,
            unit -> Text,
            quantity -> Nullable<Numeric>,
            uuid -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.cor_seed_lot_traits (id_seed_lot, id_nomenclature) {
            id_seed_lot -> Int4,
            #[sql_name = "trait"]
            trait_ -> Text,
            id_nomenclature -> Int4,
            uuid -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.cor_seed_test_people (id_seed_test, id_role) {
            id_seed_test -> Int4,
            id_role -> Int4,
            uuid -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.cor_sowing_people (id_sowing, id_role) {
            id_sowing -> Int4,
            id_role -> Int4,
            uuid -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_code_counters (kind, year) {
            kind -> Text,
            year -> Int4,
            last_number -> Int4,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_count_classes (id_count, class) {
            id_count -> Int4,
            class -> Text,
            seeds -> Int4,
            uuid -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_counts (id_count) {
            id_count -> Int4,
            uuid -> Uuid,
            uuid_operation -> Uuid,
            id_replicate -> Int4,
            count_date -> Date,
            observed_alive -> Nullable<Int4>,
            emerged -> Nullable<Int4>,
            dead -> Nullable<Int4>,
            death_cause -> Nullable<Text>,
            removed -> Nullable<Int4>,
            pricked_out -> Nullable<Int4>,
            dissected -> Nullable<Int4>,
            surplus -> Nullable<Int4>,
            surplus_cause -> Nullable<Text>,
            id_nomenclature_stage -> Nullable<Int4>,
            id_observer -> Nullable<Int4>,
            observer_text -> Nullable<Text>,
            remarks -> Nullable<Text>,
            cause_uuid -> Nullable<Uuid>,
            id_reversed -> Nullable<Int4>,
            reason -> Nullable<Text>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_cultivation_events (id_event) {
            id_event -> Int4,
            uuid -> Uuid,
            uuid_operation -> Uuid,
            id_cultivation -> Int4,
            kind -> Text,
            event_date -> Date,
            plants -> Int4,
            said -> Jsonb,
            death_cause -> Nullable<Text>,
            outcome -> Nullable<Text>,
            id_place -> Nullable<Int4>,
            id_other_cultivation -> Nullable<Int4>,
            id_death -> Nullable<Int4>,
            id_actor -> Nullable<Int4>,
            actor_text -> Nullable<Text>,
            remarks -> Nullable<Text>,
            id_reversed -> Nullable<Int4>,
            reason -> Nullable<Text>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            exit_kind -> Nullable<Text>,
            id_exit_dataset -> Nullable<Int4>,
            id_partner -> Nullable<Int4>,
            id_permit -> Nullable<Int4>,
            permit_waiver -> Nullable<Text>,
            site -> Nullable<Text>,
            geom_4326 -> Nullable<Geometry>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_cultivation_tallies (id_cultivation) {
            id_cultivation -> Int4,
            events -> Int4,
            entered -> Int4,
            propagated -> Int4,
            received -> Int4,
            given -> Int4,
            dead -> Int4,
            removed -> Int4,
            sampled -> Int4,
            exited -> Int4,
            alive -> Int4,
            date_start -> Date,
            last_event_date -> Date,
            id_place -> Nullable<Int4>,
            outcome -> Nullable<Text>,
            date_end -> Nullable<Date>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_cultivations (id_cultivation) {
            id_cultivation -> Int4,
            uuid -> Uuid,
            code -> Text,
            id_dataset -> Int4,
            id_material -> Int4,
            id_sowing -> Nullable<Int4>,
            id_seed_test -> Nullable<Int4>,
            id_parent_cultivation -> Nullable<Int4>,
            parentage -> Nullable<Text>,
            generation -> Int2,
            objective -> Nullable<Text>,
            programme -> Nullable<Text>,
            ipen -> Nullable<Text>,
            mother_line -> Nullable<Text>,
            isolation -> Nullable<Text>,
            id_responsible -> Nullable<Int4>,
            responsible_text -> Nullable<Text>,
            remarks -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_dryings (id_drying) {
            id_drying -> Int4,
            uuid -> Uuid,
            id_seed_lot -> Int4,
            date_start -> Date,
            date_end -> Nullable<Date>,
            id_nomenclature_kind -> Nullable<Int4>,
            temperature -> Nullable<Numeric>,
            humidity -> Nullable<Numeric>,
            remarks -> Nullable<Text>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_exit_follow_ups (id_follow_up) {
            id_follow_up -> Int4,
            uuid -> Uuid,
            id_exit -> Int4,
            follow_up_date -> Date,
            alive -> Int4,
            dead -> Int4,
            not_seen -> Int4,
            flowering -> Nullable<Int4>,
            id_observer -> Nullable<Int4>,
            observer_text -> Nullable<Text>,
            remarks -> Nullable<Text>,
            id_reversed -> Nullable<Int4>,
            reason -> Nullable<Text>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_harvests (id_harvest) {
            id_harvest -> Int4,
            uuid -> Uuid,
            code -> Text,
            id_dataset -> Int4,
            id_nomenclature_harvest_type -> Int4,
            date_min -> Nullable<Date>,
            date_max -> Nullable<Date>,
            date_precision -> Text,
            observers_text -> Nullable<Text>,
            geom_4326 -> Nullable<Geometry>,
            geom_local -> Nullable<Geometry>,
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
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
            id_cultivation_event -> Nullable<Int4>,
            collecting_source -> Nullable<Int2>,
            to_synthese -> Bool,
            id_permit -> Nullable<Int4>,
            permit_waiver -> Nullable<Text>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_history (id_history) {
            id_history -> Int8,
            happened_at -> Timestamptz,
            transaction -> Int8,
            table_name -> Text,
            uuid -> Uuid,
            uuid_record -> Uuid,
            id_dataset -> Nullable<Int4>,
            operation -> Text,
            before -> Nullable<Jsonb>,
            after -> Nullable<Jsonb>,
            id_role -> Nullable<Int4>,
            request_id -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_humidity_checks (id_humidity_check) {
            id_humidity_check -> Int4,
            uuid -> Uuid,
            id_seed_lot -> Int4,
            id_place -> Nullable<Int4>,
            check_date -> Date,
            id_nomenclature_level -> Nullable<Int4>,
            id_nomenclature_indicator -> Nullable<Int4>,
            indicator_changed_on -> Nullable<Date>,
            moisture_percent -> Nullable<Numeric>,
            equilibrium_humidity -> Nullable<Numeric>,
            temperature -> Nullable<Numeric>,
            id_nomenclature_device -> Nullable<Int4>,
            id_observer -> Nullable<Int4>,
            observer_text -> Nullable<Text>,
            remarks -> Nullable<Text>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_idempotency_keys (id_role, key) {
            id_role -> Int4,
            key -> Text,
            fingerprint -> Text,
            status -> Nullable<Int4>,
            headers -> Nullable<Jsonb>,
            body -> Nullable<Text>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_materials (id_material) {
            id_material -> Int4,
            uuid -> Uuid,
            code -> Text,
            id_dataset -> Int4,
            id_harvest -> Nullable<Int4>,
            id_reception -> Nullable<Int4>,
            id_parent_material -> Nullable<Int4>,
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
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
            generation -> Int2,
            mothers -> Nullable<Jsonb>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_partners (id_partner) {
            id_partner -> Int4,
            uuid -> Uuid,
            id_organism -> Int4,
            name -> Text,
            kind -> Text,
            institution_code -> Nullable<Text>,
            contact -> Nullable<Text>,
            email -> Nullable<Text>,
            phone -> Nullable<Text>,
            address -> Nullable<Text>,
            city -> Nullable<Text>,
            country -> Nullable<Text>,
            remarks -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_permits (id_permit) {
            id_permit -> Int4,
            uuid -> Uuid,
            id_dataset -> Int4,
            kind -> Text,
            number -> Text,
            holder -> Nullable<Text>,
            id_area -> Nullable<Int4>,
            territory -> Nullable<Text>,
            valid_from -> Date,
            valid_to -> Nullable<Date>,
            remarks -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_place_moves (id_place_move) {
            id_place_move -> Int4,
            uuid -> Uuid,
            id_place -> Int4,
            id_parent_before -> Nullable<Int4>,
            id_parent_after -> Nullable<Int4>,
            effective_date -> Date,
            id_digitiser -> Nullable<Int4>,
            meta_create_date -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_places (id_place) {
            id_place -> Int4,
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
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_protected_taxa (cd_nom) {
            cd_nom -> Int4,
            uuid -> Uuid,
            reason -> Text,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_receptions (id_reception) {
            id_reception -> Int4,
            uuid -> Uuid,
            id_dataset -> Int4,
            id_partner -> Int4,
            partner_number -> Nullable<Text>,
            date_received -> Date,
            ipen -> Nullable<Text>,
            provenance -> Text,
            documents -> Nullable<Text>,
            remarks -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_replicate_tallies (id_replicate) {
            id_replicate -> Int4,
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
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_replicates (id_replicate) {
            id_replicate -> Int4,
            uuid -> Uuid,
            id_sowing -> Nullable<Int4>,
            id_seed_test -> Nullable<Int4>,
            code -> Text,
            sown -> Nullable<Int4>,
            id_place -> Nullable<Int4>,
            remarks -> Nullable<Text>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_seed_lots (id_seed_lot) {
            id_seed_lot -> Int4,
            uuid -> Uuid,
            code -> Text,
            id_dataset -> Int4,
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
            cleaned_by_text -> Nullable<Text>,
            moisture_percent -> Nullable<Numeric>,
            equilibrium_humidity -> Nullable<Numeric>,
            remarks -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
            oil_content_percent -> Nullable<Numeric>,
            longevity -> Nullable<Text>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_seed_tests (id_seed_test) {
            id_seed_test -> Int4,
            uuid -> Uuid,
            code -> Text,
            id_dataset -> Int4,
            id_seed_lot -> Int4,
            id_source_place -> Nullable<Int4>,
            kind -> Text,
            purpose -> Text,
            state -> Text,
            id_parent_test -> Nullable<Int4>,
            seeds -> Nullable<Int4>,
            date_start -> Nullable<Date>,
            date_end -> Nullable<Date>,
            id_place -> Nullable<Int4>,
            conclusion -> Nullable<Text>,
            remarks -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
            support -> Nullable<Text>,
            substrate_note -> Nullable<Text>,
            regimes -> Nullable<Jsonb>,
            next_count_due -> Nullable<Date>,
            people_text -> Nullable<Text>,
            state_reason -> Nullable<Text>,
            typed_results -> Nullable<Jsonb>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_seed_weighings (id_seed_weighing) {
            id_seed_weighing -> Int4,
            uuid -> Uuid,
            id_seed_lot -> Int4,
            weighing_date -> Date,
            seeds_per_sample -> Int4,
            sample_masses_g -> Array<Nullable<Numeric>>,
            total_mass_g -> Nullable<Numeric>,
            is_chaffy -> Bool,
            remarks -> Nullable<Text>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_settings (id_setting) {
            id_setting -> Int4,
            uuid -> Uuid,
            id_organism -> Int4,
            name -> Text,
            value -> Numeric,
            source -> Text,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_sowings (id_sowing) {
            id_sowing -> Int4,
            uuid -> Uuid,
            code -> Text,
            id_dataset -> Int4,
            id_material -> Int4,
            source_kind -> Text,
            id_seed_lot -> Nullable<Int4>,
            id_source_place -> Nullable<Int4>,
            id_seed_test -> Nullable<Int4>,
            off_stock_reason -> Nullable<Text>,
            state -> Text,
            outcome -> Nullable<Text>,
            objective -> Nullable<Text>,
            programme -> Nullable<Text>,
            sowing_date -> Nullable<Date>,
            end_date -> Nullable<Date>,
            sown_value -> Nullable<Numeric>,
            sown_unit -> Text,
            sown_basis -> Text,
            propagules_per_unit -> Nullable<Numeric>,
            id_nomenclature_method -> Nullable<Int4>,
            depth_mm -> Nullable<Numeric>,
            id_nomenclature_watering -> Nullable<Int4>,
            substrate -> Nullable<Jsonb>,
            id_nomenclature_container -> Nullable<Int4>,
            container_volume_ml -> Nullable<Numeric>,
            container_cells -> Nullable<Int4>,
            container_count -> Nullable<Int4>,
            covering -> Nullable<Text>,
            id_place -> Nullable<Int4>,
            is_ambient -> Nullable<Bool>,
            day_temperature -> Nullable<Numeric>,
            night_temperature -> Nullable<Numeric>,
            photoperiod_hours -> Nullable<Numeric>,
            light -> Nullable<Text>,
            expected_emergence_min -> Nullable<Date>,
            expected_emergence_max -> Nullable<Date>,
            next_count_due -> Nullable<Date>,
            people_text -> Nullable<Text>,
            remarks -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
            archived_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_stock_balances (id_seed_lot, id_place) {
            id_seed_lot -> Int4,
            id_place -> Int4,
            seeds -> Nullable<Int8>,
            basis -> Text,
            mass_g -> Nullable<Numeric>,
            last_date -> Nullable<Date>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_stock_movements (id_stock_movement) {
            id_stock_movement -> Int4,
            uuid -> Uuid,
            uuid_operation -> Uuid,
            id_seed_lot -> Int4,
            id_place -> Int4,
            kind -> Text,
            seeds -> Nullable<Int4>,
            mass_g -> Nullable<Numeric>,
            basis -> Text,
            observed_seeds -> Nullable<Int4>,
            is_total -> Bool,
            effective_date -> Date,
            id_actor -> Nullable<Int4>,
            actor_text -> Nullable<Text>,
            id_partner -> Nullable<Int4>,
            cause_type -> Nullable<Text>,
            cause_uuid -> Nullable<Uuid>,
            id_reversed -> Nullable<Int4>,
            reason -> Nullable<Text>,
            reserve_override_reason -> Nullable<Text>,
            additional_data -> Nullable<Jsonb>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            id_permit -> Nullable<Int4>,
            permit_waiver -> Nullable<Text>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use crate::schema::Geometry;

        pr_exsitu.t_treatment_steps (id_treatment_step) {
            id_treatment_step -> Int4,
            uuid -> Uuid,
            id_sowing -> Nullable<Int4>,
            id_seed_test -> Nullable<Int4>,
            rank -> Int2,
            kind -> Text,
            product -> Nullable<Text>,
            tool -> Nullable<Text>,
            concentration -> Nullable<Numeric>,
            concentration_unit -> Nullable<Text>,
            day_temperature -> Nullable<Numeric>,
            night_temperature -> Nullable<Numeric>,
            photoperiod_hours -> Nullable<Numeric>,
            duration -> Nullable<Numeric>,
            duration_unit -> Nullable<Text>,
            medium -> Nullable<Text>,
            start_date -> Nullable<Date>,
            planned_end_date -> Nullable<Date>,
            end_date -> Nullable<Date>,
            quantity_treated -> Nullable<Int4>,
            quantity_lost -> Nullable<Int4>,
            id_actor -> Nullable<Int4>,
            actor_text -> Nullable<Text>,
            remarks -> Nullable<Text>,
            id_import -> Nullable<Int4>,
            id_digitiser -> Int4,
            meta_create_date -> Timestamptz,
            meta_update_date -> Nullable<Timestamptz>,
            version -> Int4,
        }
    }

    diesel::joinable!(cor_harvest_areas -> t_harvests (id_harvest));
    diesel::joinable!(cor_harvest_observers -> t_harvests (id_harvest));
    diesel::joinable!(cor_material_taxa -> t_materials (id_material));
    diesel::joinable!(cor_permit_taxa -> t_permits (id_permit));
    diesel::joinable!(cor_seed_lot_traits -> t_seed_lots (id_seed_lot));
    diesel::joinable!(cor_seed_test_people -> t_seed_tests (id_seed_test));
    diesel::joinable!(cor_sowing_people -> t_sowings (id_sowing));
    diesel::joinable!(t_count_classes -> t_counts (id_count));
    diesel::joinable!(t_counts -> t_replicates (id_replicate));
    diesel::joinable!(t_cultivation_events -> t_partners (id_partner));
    diesel::joinable!(t_cultivation_events -> t_permits (id_permit));
    diesel::joinable!(t_cultivation_events -> t_places (id_place));
    diesel::joinable!(t_cultivation_tallies -> t_cultivations (id_cultivation));
    diesel::joinable!(t_cultivation_tallies -> t_places (id_place));
    diesel::joinable!(t_cultivations -> t_materials (id_material));
    diesel::joinable!(t_cultivations -> t_seed_tests (id_seed_test));
    diesel::joinable!(t_cultivations -> t_sowings (id_sowing));
    diesel::joinable!(t_dryings -> t_seed_lots (id_seed_lot));
    diesel::joinable!(t_exit_follow_ups -> t_cultivation_events (id_exit));
    diesel::joinable!(t_harvests -> t_permits (id_permit));
    diesel::joinable!(t_humidity_checks -> t_places (id_place));
    diesel::joinable!(t_humidity_checks -> t_seed_lots (id_seed_lot));
    diesel::joinable!(t_harvests -> t_cultivation_events (id_cultivation_event));
    diesel::joinable!(t_materials -> t_harvests (id_harvest));
    diesel::joinable!(t_materials -> t_receptions (id_reception));
    diesel::joinable!(t_receptions -> t_partners (id_partner));
    diesel::joinable!(t_replicate_tallies -> t_replicates (id_replicate));
    diesel::joinable!(t_replicates -> t_places (id_place));
    diesel::joinable!(t_replicates -> t_seed_tests (id_seed_test));
    diesel::joinable!(t_replicates -> t_sowings (id_sowing));
    diesel::joinable!(t_seed_lots -> t_materials (id_material));
    diesel::joinable!(t_seed_tests -> t_seed_lots (id_seed_lot));
    diesel::joinable!(t_seed_weighings -> t_seed_lots (id_seed_lot));
    diesel::joinable!(t_sowings -> t_materials (id_material));
    diesel::joinable!(t_sowings -> t_seed_lots (id_seed_lot));
    diesel::joinable!(t_sowings -> t_seed_tests (id_seed_test));
    diesel::joinable!(t_stock_balances -> t_places (id_place));
    diesel::joinable!(t_stock_balances -> t_seed_lots (id_seed_lot));
    diesel::joinable!(t_stock_movements -> t_partners (id_partner));
    diesel::joinable!(t_stock_movements -> t_permits (id_permit));
    diesel::joinable!(t_stock_movements -> t_places (id_place));
    diesel::joinable!(t_stock_movements -> t_seed_lots (id_seed_lot));
    diesel::joinable!(t_treatment_steps -> t_seed_tests (id_seed_test));
    diesel::joinable!(t_treatment_steps -> t_sowings (id_sowing));

    diesel::allow_tables_to_appear_in_same_query!(
        cor_harvest_areas,
        cor_harvest_observers,
        cor_material_taxa,
        cor_permit_taxa,
        cor_seed_lot_traits,
        cor_seed_test_people,
        cor_sowing_people,
        t_code_counters,
        t_count_classes,
        t_counts,
        t_cultivation_events,
        t_cultivation_tallies,
        t_cultivations,
        t_dryings,
        t_exit_follow_ups,
        t_harvests,
        t_history,
        t_humidity_checks,
        t_idempotency_keys,
        t_materials,
        t_partners,
        t_permits,
        t_place_moves,
        t_places,
        t_protected_taxa,
        t_receptions,
        t_replicate_tallies,
        t_replicates,
        t_seed_lots,
        t_seed_tests,
        t_seed_weighings,
        t_settings,
        t_sowings,
        t_stock_balances,
        t_stock_movements,
        t_treatment_steps,
    );
}
