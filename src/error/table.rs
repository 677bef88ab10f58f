//! The one table of the kinds of problems, and which law of the database is which.
//!
//! 422 is for what is wrong whatever the other fields, the day and the records there are: the
//! OpenAPI document says it all, and a form can refuse it alone. What takes more to be refused is 409.

/// A kind of problem: its stable name and its HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Stable name, the end of `type`.
    pub slug: &'static str,
    /// HTTP status.
    pub status: u16,
}

macro_rules! kinds {
    ($($name:ident = $slug:literal, $status:literal;)*) => {
        $(#[doc = concat!($slug, ", ", stringify!($status))] pub const $name: Kind = Kind { slug: $slug, status: $status };)*
        /// Every kind.
        pub const KINDS: &[Kind] = &[$($name),*];
    };
}

kinds! {
    MALFORMED = "malformed", 400;
    UNAUTHENTICATED = "unauthenticated", 401;
    WRONG_LOGIN = "wrong_login", 401;
    FORBIDDEN = "forbidden", 403;
    NOT_FOUND = "not_found", 404;
    UI_NOT_BUILT = "ui_not_built", 404;
    METHOD_NOT_ALLOWED = "method_not_allowed", 405;
    NOT_ACCEPTABLE = "not_acceptable", 406;
    TOO_LARGE = "too_large", 413;
    UNSUPPORTED_MEDIA = "unsupported_media", 415;
    INVALID = "invalid", 422;
    CODE_FORM = "code_form", 422;
    OUT_OF_RANGE = "out_of_range", 422;
    CONDITION_MISSING = "condition_missing", 428;
    CONDITION_STALE = "condition_stale", 412;
    INTERNAL = "internal", 500;
    UNAVAILABLE = "unavailable", 503;

    UNKNOWN_REFERENCE = "unknown_reference", 409;
    INCONSISTENT = "inconsistent", 409;
    CURSOR_OF_ANOTHER_LIST = "cursor_of_another_list", 409;
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused", 409;
    DELETED_SINCE = "deleted_since", 409;
    ALREADY_EXISTS = "already_exists", 409;
    HAS_CHILDREN = "has_children", 409;
    APPEND_ONLY = "append_only", 409;
    ARCHIVED = "archived", 409;
    DATES_ALONG_CHAIN = "dates_along_chain", 409;
    NOT_IN_FUTURE = "not_in_future", 409;
    DATES_ORDERED = "dates_ordered", 409;
    GEOMETRY_INVALID = "geometry_invalid", 409;
    ONE_ORIGIN = "one_origin", 409;
    TREE_ACYCLIC = "tree_acyclic", 409;
    MATERIAL_FIXED = "material_fixed", 409;
    PLACE_PARENT_SAME_ORGANISM = "place_parent_same_organism", 409;
    PLACE_HOLDS_STOCK = "place_holds_stock", 409;
    PLACE_PUT_AWAY = "place_put_away", 409;
    STOCK_NOT_NEGATIVE = "stock_not_negative", 409;
    STOCK_OVERDRAW_UNCONFIRMED = "stock_overdraw_unconfirmed", 409;
    STOCK_RESERVE_KEPT = "stock_reserve_kept", 409;
    STOCK_TAKEN_SINCE = "stock_taken_since", 409;
    TRANSFER_BALANCED = "transfer_balanced", 409;
    MOVEMENT_REVERSED = "movement_reversed", 409;
    MOVEMENT_HAS_CAUSE = "movement_has_cause", 409;
    MOVEMENT_REVERSAL_WHOLE = "movement_reversal_whole", 409;
    SOWING_TRANSITION = "sowing_transition", 409;
    SOWING_QUANTITY_FIXED = "sowing_quantity_fixed", 409;
    SOWING_SOURCE_AGREES = "sowing_source_agrees", 409;
    SOWING_DEBIT = "sowing_debit", 409;
    SOWING_OUTCOME = "sowing_outcome", 409;
    REPLICATES_SUM = "replicates_sum", 409;
    SUBSTRATE_SUMS = "substrate_sums", 409;
    UNKNOWN_IS_NULL = "unknown_is_null", 409;
    COUNT_STATE = "count_state", 409;
    COUNT_AFTER_START = "count_after_start", 409;
    COUNT_WITHIN_SOWN = "count_within_sown", 409;
    COUNT_ALIVE_NOT_NEGATIVE = "count_alive_not_negative", 409;
    COUNT_REVERSED = "count_reversed", 409;
    COUNT_REVERSAL_WHOLE = "count_reversal_whole", 409;
    COUNT_SAYS_ONE_THING = "count_says_one_thing", 409;
    COUNT_CLASS_OF_TEST = "count_class_of_test", 409;
    COUNT_CLASS_OF_KIND = "count_class_of_kind", 409;
    COUNT_CLASSES_SUM = "count_classes_sum", 409;
    COUNT_EXAMINES_ONLY = "count_examines_only", 409;
    COUNT_SEEDLINGS_EMERGED = "count_seedlings_emerged", 409;
    HUMIDITY_CHECK_SAYS_NOTHING = "humidity_check_says_nothing", 409;
    HUMIDITY_CHECK_PLACE = "humidity_check_place", 409;
    SEED_TEST_TRANSITION = "seed_test_transition", 409;
    SEED_TEST_QUANTITY_FIXED = "seed_test_quantity_fixed", 409;
    SEED_TEST_SOURCE = "seed_test_source", 409;
    SEED_TEST_DEBIT = "seed_test_debit", 409;
    SEED_TEST_PARENT = "seed_test_parent", 409;
    SEED_TEST_SECOND_CHANCE = "seed_test_second_chance", 409;
    SEED_TEST_LEFT = "seed_test_left", 409;
    SEED_TEST_REGIMES = "seed_test_regimes", 409;
    SEED_TEST_COMPLETE = "seed_test_complete", 409;
    CULTIVATION_SOURCE_FIXED = "cultivation_source_fixed", 409;
    CULTIVATION_SOURCE_AGREES = "cultivation_source_agrees", 409;
    CULTIVATION_FIRST_EVENT = "cultivation_first_event", 409;
    CULTIVATION_ALIVE_NOT_NEGATIVE = "cultivation_alive_not_negative", 409;
    CULTIVATION_CLOSED = "cultivation_closed", 409;
    CULTIVATION_STILL_ALIVE = "cultivation_still_alive", 409;
    CULTIVATION_FOUND_AGAIN = "cultivation_found_again", 409;
    CULTIVATION_CONSERVED = "cultivation_conserved", 409;
    HARVEST_IN_CULTURE = "harvest_in_culture", 409;
    EVENT_HARVEST_USED = "event_harvest_used", 409;
    MATERIAL_GENERATION_FIXED = "material_generation_fixed", 409;
    MATERIAL_HYBRIDISATION_CARRIED = "material_hybridisation_carried", 409;
    LINEAGE_ACYCLIC = "lineage_acyclic", 409;
    PRICKING_OUT_AGREES = "pricking_out_agrees", 409;
    PERMIT_NEEDED = "permit_needed", 409;
    PERMIT_DATES = "permit_dates", 409;
    PERMIT_COVERS = "permit_covers", 409;
    PERMIT_EXHAUSTED = "permit_exhausted", 409;
    FOLLOW_UP_OF_RELEASE = "follow_up_of_release", 409;
    FOLLOW_UP_AFTER_EXIT = "follow_up_after_exit", 409;
    FOLLOW_UP_WITHIN_RELEASED = "follow_up_within_released", 409;
    EXIT_FOLLOWED = "exit_followed", 409;
    EVENT_REVERSED = "event_reversed", 409;
    EVENT_REVERSAL_WHOLE = "event_reversal_whole", 409;
}

/// A constraint or trigger of the database and the problem it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Law {
    /// Name of the constraint.
    pub constraint: &'static str,
    /// Kind of problem.
    pub kind: Kind,
    /// JSON pointer of the field it concerns, when it concerns one.
    pub field: Option<&'static str>,
}

/// The problem a constraint stands for.
#[must_use]
pub fn law(constraint: &str) -> Option<Law> {
    LAWS.iter()
        .find(|(name, _, _)| *name == constraint)
        .map(|&(constraint, kind, field)| Law {
            constraint,
            kind,
            field,
        })
}

/// Every law the service knows by name; a constraint that is not here is an internal
/// error, since the rules should have refused first.
pub const LAWS: &[(&str, Kind, Option<&str>)] = &[
    ("append_only", APPEND_ONLY, None),
    ("has_children", HAS_CHILDREN, None),
    ("dates_along_chain", DATES_ALONG_CHAIN, None),
    ("idempotency_key_length", INVALID, None),
    // thresholds
    ("setting_once", ALREADY_EXISTS, None),
    ("setting_source_said", INVALID, Some("/source")),
    ("setting_known_and_in_range", OUT_OF_RANGE, Some("/value")),
    // partners
    ("partners_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("partners_name_key", ALREADY_EXISTS, Some("/name")),
    // places
    ("places_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("places_code_key", ALREADY_EXISTS, Some("/code")),
    ("place_not_its_parent", TREE_ACYCLIC, Some("/parent")),
    ("place_tree_acyclic", TREE_ACYCLIC, Some("/parent")),
    (
        "place_parent_same_organism",
        PLACE_PARENT_SAME_ORGANISM,
        Some("/parent"),
    ),
    (
        "place_temperature_range",
        OUT_OF_RANGE,
        Some("/expected_temperature"),
    ),
    ("place_archived_empty", PLACE_HOLDS_STOCK, None),
    ("balance_place_in_use", PLACE_PUT_AWAY, None),
    ("place_humidity_range", OUT_OF_RANGE, Some("/expected_humidity")),
    // harvests and receptions
    ("harvests_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("harvests_code_key", ALREADY_EXISTS, Some("/code")),
    ("harvest_code_form", CODE_FORM, Some("/code")),
    ("harvest_not_future", NOT_IN_FUTURE, Some("/date_min")),
    ("harvest_dates_ordered", DATES_ORDERED, Some("/date_max")),
    ("harvest_dates_given", DATES_ORDERED, Some("/date_min")),
    ("harvest_geometry_valid", GEOMETRY_INVALID, Some("/geometry")),
    ("harvest_altitude_range", INCONSISTENT, Some("/altitude_min")),
    (
        "harvest_fruiting_among_seen",
        INCONSISTENT,
        Some("/individuals_fruiting"),
    ),
    ("receptions_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("reception_not_future", NOT_IN_FUTURE, Some("/date_received")),
    // materials
    ("materials_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("materials_code_key", ALREADY_EXISTS, Some("/code")),
    ("material_code_form", CODE_FORM, Some("/code")),
    ("material_one_origin", ONE_ORIGIN, Some("/origin")),
    ("material_not_its_parent", TREE_ACYCLIC, Some("/origin")),
    ("material_chain_acyclic", TREE_ACYCLIC, Some("/origin")),
    // seed lots
    ("seed_lots_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("seed_lots_code_key", ALREADY_EXISTS, Some("/code")),
    ("seed_lot_code_form", CODE_FORM, Some("/code")),
    ("seed_lot_dates_ordered", DATES_ORDERED, Some("/drying_end")),
    ("seed_lot_not_future", NOT_IN_FUTURE, Some("/packaging_date")),
    ("seed_weighings_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("weighing_not_future", NOT_IN_FUTURE, Some("/weighing_date")),
    // stock
    ("stock_movements_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("movement_not_future", NOT_IN_FUTURE, Some("/effective_date")),
    ("movement_sign", INCONSISTENT, Some("/seeds")),
    ("movement_unknown_is_null", UNKNOWN_IS_NULL, Some("/basis")),
    ("movement_reversed_once", MOVEMENT_REVERSED, None),
    ("movement_reversal_exact", MOVEMENT_REVERSED, None),
    ("movement_reversal_whole", MOVEMENT_REVERSAL_WHOLE, None),
    ("stock_taken_since", STOCK_TAKEN_SINCE, Some("/effective_date")),
    ("stock_not_negative", STOCK_NOT_NEGATIVE, Some("/seeds")),
    ("stock_reserve_kept", STOCK_RESERVE_KEPT, Some("/seeds")),
    ("balance_not_negative", STOCK_NOT_NEGATIVE, Some("/seeds")),
    ("transfer_balanced", TRANSFER_BALANCED, None),
    // sowings
    ("sowings_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("sowings_code_key", ALREADY_EXISTS, Some("/code")),
    ("sowing_code_form", CODE_FORM, Some("/code")),
    ("sowing_one_source", ONE_ORIGIN, Some("/source")),
    ("sowing_source_agrees", SOWING_SOURCE_AGREES, Some("/source")),
    ("sowing_transition", SOWING_TRANSITION, None),
    ("sowing_quantity_fixed", SOWING_QUANTITY_FIXED, None),
    ("sowing_debit", SOWING_DEBIT, None),
    ("sowing_debited_once", SOWING_DEBIT, None),
    ("sowing_outcome_known", SOWING_OUTCOME, Some("/outcome")),
    ("sowing_sown_dated", DATES_ORDERED, Some("/sowing_date")),
    ("sowing_dates_ordered", DATES_ORDERED, Some("/end_date")),
    ("sowing_not_future", NOT_IN_FUTURE, Some("/sowing_date")),
    ("sowing_end_not_future", NOT_IN_FUTURE, Some("/end_date")),
    ("sowing_unknown_is_null", UNKNOWN_IS_NULL, Some("/sown_basis")),
    ("sowing_counted_whole", INCONSISTENT, Some("/sown_value")),
    ("sowing_substrate_sums", SUBSTRATE_SUMS, Some("/substrate")),
    (
        "sowing_emergence_ordered",
        DATES_ORDERED,
        Some("/expected_emergence_max"),
    ),
    ("replicates_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("replicate_code_once_in_sowing", ALREADY_EXISTS, Some("/code")),
    ("replicate_code_once_in_test", ALREADY_EXISTS, Some("/code")),
    ("replicates_sum", REPLICATES_SUM, None),
    ("treatment_steps_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("step_rank_once_in_sowing", ALREADY_EXISTS, Some("/rank")),
    ("step_rank_once_in_test", ALREADY_EXISTS, Some("/rank")),
    ("step_dates_ordered", DATES_ORDERED, Some("/end_date")),
    ("step_ended_started", DATES_ORDERED, Some("/start_date")),
    ("step_end_not_future", NOT_IN_FUTURE, Some("/end_date")),
    (
        "step_concentration_unit",
        UNKNOWN_IS_NULL,
        Some("/concentration_unit"),
    ),
    ("step_concentration_range", INCONSISTENT, Some("/concentration")),
    ("step_duration_unit", UNKNOWN_IS_NULL, Some("/duration_unit")),
    ("step_quantities", INCONSISTENT, Some("/quantity_lost")),
    // counts
    ("counts_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("count_not_future", NOT_IN_FUTURE, Some("/count_date")),
    ("count_seen_or_increments", COUNT_SAYS_ONE_THING, None),
    ("count_says_something", COUNT_SAYS_ONE_THING, None),
    ("count_reversed_once", COUNT_REVERSED, None),
    ("count_reversal_exact", COUNT_REVERSED, None),
    ("count_reversal_whole", COUNT_REVERSAL_WHOLE, None),
    ("count_state", COUNT_STATE, None),
    ("count_after_start", COUNT_AFTER_START, Some("/count_date")),
    ("count_within_sown", COUNT_WITHIN_SOWN, None),
    ("count_alive_not_negative", COUNT_ALIVE_NOT_NEGATIVE, None),
    ("count_class_of_test", COUNT_CLASS_OF_TEST, None),
    ("count_class_of_kind", COUNT_CLASS_OF_KIND, None),
    ("count_classes_sum", COUNT_CLASSES_SUM, None),
    ("count_examines_only", COUNT_EXAMINES_ONLY, None),
    ("count_seedlings_emerged", COUNT_SEEDLINGS_EMERGED, None),
    ("t_count_classes_pkey", ALREADY_EXISTS, None),
    // dryings
    ("dryings_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("drying_not_future", NOT_IN_FUTURE, Some("/date_start")),
    ("drying_dates_ordered", DATES_ORDERED, Some("/date_end")),
    ("drying_temperature_range", OUT_OF_RANGE, Some("/temperature")),
    ("drying_humidity_range", OUT_OF_RANGE, Some("/humidity")),
    // humidity checks
    ("humidity_checks_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("humidity_check_not_future", NOT_IN_FUTURE, Some("/check_date")),
    (
        "humidity_check_silica_by_then",
        DATES_ORDERED,
        Some("/indicator_changed_on"),
    ),
    (
        "humidity_check_moisture_range",
        OUT_OF_RANGE,
        Some("/moisture_percent"),
    ),
    (
        "humidity_check_humidity_range",
        OUT_OF_RANGE,
        Some("/equilibrium_humidity"),
    ),
    (
        "humidity_check_temperature_range",
        OUT_OF_RANGE,
        Some("/temperature"),
    ),
    (
        "humidity_check_measured",
        INCONSISTENT,
        Some("/equilibrium_humidity"),
    ),
    ("humidity_check_says_something", HUMIDITY_CHECK_SAYS_NOTHING, None),
    ("humidity_check_place", HUMIDITY_CHECK_PLACE, Some("/place")),
    // seed tests
    ("seed_tests_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("seed_tests_code_key", ALREADY_EXISTS, Some("/code")),
    ("seed_test_code_form", CODE_FORM, Some("/code")),
    ("seed_test_transition", SEED_TEST_TRANSITION, None),
    ("seed_test_quantity_fixed", SEED_TEST_QUANTITY_FIXED, None),
    ("seed_test_source", SEED_TEST_SOURCE, None),
    ("seed_test_debit", SEED_TEST_DEBIT, None),
    ("seed_test_debited_once", SEED_TEST_DEBIT, None),
    ("seed_test_parent", SEED_TEST_PARENT, Some("/parent_test")),
    (
        "seed_test_second_chance",
        SEED_TEST_SECOND_CHANCE,
        Some("/parent_test"),
    ),
    ("seed_test_left", SEED_TEST_LEFT, Some("/seeds")),
    ("seed_test_regimes_ordered", SEED_TEST_REGIMES, Some("/regimes")),
    ("seed_test_not_future", NOT_IN_FUTURE, Some("/date_start")),
    ("seed_test_dates_ordered", DATES_ORDERED, Some("/date_end")),
    ("seed_test_started", DATES_ORDERED, Some("/date_start")),
    ("seed_test_complete", SEED_TEST_COMPLETE, None),
    // cultivations
    ("cultivations_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("cultivations_code_key", ALREADY_EXISTS, Some("/code")),
    ("cultivation_code_form", CODE_FORM, Some("/code")),
    ("cultivation_one_source", ONE_ORIGIN, Some("/source")),
    ("cultivation_source_fixed", CULTIVATION_SOURCE_FIXED, None),
    ("cultivation_source_agrees", CULTIVATION_SOURCE_AGREES, None),
    ("cultivation_first_event", CULTIVATION_FIRST_EVENT, None),
    (
        "cultivation_alive_not_negative",
        CULTIVATION_ALIVE_NOT_NEGATIVE,
        None,
    ),
    ("cultivation_closed", CULTIVATION_CLOSED, None),
    ("cultivation_still_alive", CULTIVATION_STILL_ALIVE, None),
    ("cultivation_found_again", CULTIVATION_FOUND_AGAIN, None),
    ("cultivation_conserved", CULTIVATION_CONSERVED, None),
    ("cultivation_events_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("event_not_future", NOT_IN_FUTURE, Some("/event_date")),
    // harvests in culture, lineage
    ("harvest_in_culture", HARVEST_IN_CULTURE, None),
    ("harvest_in_culture_stays", HARVEST_IN_CULTURE, None),
    ("harvest_of_event_key", ALREADY_EXISTS, None),
    ("event_harvest_used", EVENT_HARVEST_USED, None),
    ("material_mothers_said", INVALID, Some("/mothers")),
    (
        "material_generation_fixed",
        MATERIAL_GENERATION_FIXED,
        Some("/material_type"),
    ),
    (
        "material_hybridisation_carried",
        MATERIAL_HYBRIDISATION_CARRIED,
        Some("/hybridisation_risk"),
    ),
    ("lineage_acyclic", LINEAGE_ACYCLIC, None),
    ("event_dose_unit", UNKNOWN_IS_NULL, Some("/said/dose_unit")),
    ("event_reversed_once", EVENT_REVERSED, None),
    ("event_reversal_exact", EVENT_REVERSED, None),
    ("event_reversal_whole", EVENT_REVERSAL_WHOLE, None),
    ("pricking_out_agrees", PRICKING_OUT_AGREES, None),
    // permits and exits
    ("permits_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("permits_number_key", ALREADY_EXISTS, Some("/number")),
    ("permit_dates_ordered", DATES_ORDERED, Some("/valid_to")),
    ("permit_needed", PERMIT_NEEDED, None),
    ("permit_dates", PERMIT_DATES, None),
    ("permit_covers", PERMIT_COVERS, None),
    ("permit_exhausted", PERMIT_EXHAUSTED, None),
    ("t_protected_taxa_pkey", ALREADY_EXISTS, Some("/cd_nom")),
    ("event_geometry_valid", GEOMETRY_INVALID, Some("/said/geometry")),
    ("exit_followed", EXIT_FOLLOWED, None),
    ("exit_follow_ups_uuid_key", ALREADY_EXISTS, Some("/uuid")),
    ("follow_up_not_future", NOT_IN_FUTURE, Some("/follow_up_date")),
    ("follow_up_says_something", INCONSISTENT, Some("/alive")),
    ("follow_up_flowering_alive", INCONSISTENT, Some("/flowering")),
    ("follow_up_of_release", FOLLOW_UP_OF_RELEASE, None),
    (
        "follow_up_after_exit",
        FOLLOW_UP_AFTER_EXIT,
        Some("/follow_up_date"),
    ),
    (
        "follow_up_within_released",
        FOLLOW_UP_WITHIN_RELEASED,
        Some("/alive"),
    ),
    ("follow_up_reversed_once", EVENT_REVERSED, None),
    ("follow_up_reversal_exact", EVENT_REVERSED, None),
];
