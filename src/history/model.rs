//! A line of the history.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

text_enum! {
    /// What was done to a row.
    pub enum HistoryOperation {
        Insert = "insert",
        Update = "update",
        Delete = "delete",
    }
}

/// One write on a record or on one of its parts.
#[derive(Debug, Clone, Queryable, Serialize, ToSchema)]
pub struct HistoryLine {
    #[serde(skip)]
    pub(super) id: i64,
    /// Instant.
    pub happened_at: DateTime<Utc>,
    /// What was done.
    pub operation: HistoryOperation,
    /// Table of the row: that of the record, or of one of its parts.
    #[schema(example = "t_partners")]
    pub table: String,
    /// Identifier of the row.
    pub uuid: Uuid,
    /// The row before, null for an insert.
    #[schema(value_type = Option<Object>)]
    pub before: Option<Value>,
    /// The row after, null for a delete.
    #[schema(value_type = Option<Object>)]
    pub after: Option<Value>,
    /// Role that did it, null when it was not done through the service.
    pub id_role: Option<i32>,
    /// Name of that role.
    pub role: Option<String>,
    /// Request that did it.
    pub request_id: Option<Uuid>,
    /// Lines written together have the same number.
    pub transaction: i64,
}

impl HistoryLine {
    /// The same line without some columns of its row.
    #[must_use]
    pub fn without(mut self, columns: &[&str]) -> Self {
        for row in [&mut self.before, &mut self.after].into_iter().flatten() {
            if let Value::Object(fields) = row {
                fields.retain(|name, _| !columns.contains(&name.as_str()));
            }
        }
        self
    }
}

/// What a history may be asked.
#[derive(Debug, Clone, Default, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct HistoryFilters {
    /// Where to read on: `next_cursor` of the page before.
    pub cursor: Option<String>,
    /// Lines of the page, 50 by default.
    #[validate(range(min = 1, max = 500))]
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
}
