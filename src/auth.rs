//! Who calls, and what they may do: GeoNature's token, then the role and its rights
//! read from the database. Nothing in a token is trusted beyond `id_role`.

pub mod can;
pub mod http;
pub mod passwords;
pub mod session;
pub mod token;

use std::sync::Arc;

pub use can::{All, Can, Create, Delete, Export, Read, Settings, Update, Validate};

/// How far a permission goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// My own records, and those of the datasets I am an actor of.
    Mine = 1,
    /// The same for my organisation.
    Organism = 2,
    /// Every record.
    Everything = 3,
}

impl Scope {
    /// The host stores "everything" as NULL.
    #[must_use]
    pub fn from_host(value: Option<i32>) -> Option<Self> {
        match value {
            None => Some(Self::Everything),
            Some(1) => Some(Self::Mine),
            Some(2) => Some(Self::Organism),
            Some(_) => None,
        }
    }
}

/// One permission that counts: a scope, and the filters that narrow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// How far it goes.
    pub scope: Scope,
    /// Only records that touch one of these areas; empty for anywhere.
    pub areas: Vec<i32>,
    /// Only records of these taxa and their descendants; empty for any.
    pub taxa: Vec<i32>,
    /// Places of sensitive taxa are blurred.
    pub blurred: bool,
}

impl Grant {
    /// True when every record of `other` is reached by this one, as exactly.
    fn covers(&self, other: &Self) -> bool {
        self.scope >= other.scope
            && (self.areas.is_empty() || self.areas == other.areas)
            && (self.taxa.is_empty() || self.taxa == other.taxa)
            && (!self.blurred || other.blurred)
    }
}

/// Someone who is logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// Key of the role in the host.
    pub id_role: i32,
    /// Login.
    pub login: String,
    /// Name to show.
    pub name: String,
    /// Organisation, when the role has one.
    pub id_organism: Option<i32>,
    /// Name of the organisation.
    pub organism: Option<String>,
    /// Rights on the module: action (one letter of CRUVED), object, grant.
    pub rights: Vec<(char, String, Grant)>,
    /// Datasets allowed at scope 1.
    pub datasets_mine: Vec<i32>,
    /// Datasets allowed at scope 2 (those of scope 1 included).
    pub datasets_organism: Vec<i32>,
}

impl Principal {
    /// The datasets a scope reaches.
    #[must_use]
    pub fn datasets(&self, scope: Scope) -> &Vec<i32> {
        match scope {
            Scope::Mine => &self.datasets_mine,
            Scope::Organism | Scope::Everything => &self.datasets_organism,
        }
    }

    /// The permissions for an action, less those that another one covers.
    #[must_use]
    pub fn grants(&self, action: char, object: &str) -> Vec<Grant> {
        let mut kept: Vec<Grant> = Vec::new();
        for (_, _, grant) in self.rights.iter().filter(|(a, o, _)| *a == action && o == object) {
            if kept.iter().any(|k| k.covers(grant)) {
                continue;
            }
            kept.retain(|k| !grant.covers(k));
            kept.push(grant.clone());
        }
        kept
    }

    /// What an action on the module's records reaches.
    #[must_use]
    pub fn reach(self: &Arc<Self>, action: char) -> Reach {
        Reach {
            principal: Arc::clone(self),
            grants: self.grants(action, All::CODE),
            is_read: action == 'R',
        }
    }

    /// The largest scope of an action on an object, 0 when there is none.
    #[must_use]
    pub fn scope(&self, action: char, object: &str) -> u8 {
        self.grants(action, object)
            .iter()
            .map(|g| g.scope as u8)
            .max()
            .unwrap_or(0)
    }
}

/// What an action reaches for someone: the condition on the rows is made from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Who.
    pub principal: Arc<Principal>,
    /// Their permissions for the action; none reaches nothing.
    pub grants: Vec<Grant>,
    /// The action is R: places and partners of one's organisation are always readable.
    pub is_read: bool,
}

impl Reach {
    /// The same, less the permissions that blur places: what it does not reach is shown blurred.
    #[must_use]
    pub fn exact(&self) -> Self {
        let grants = self.grants.iter().filter(|g| !g.blurred).cloned().collect();
        Self {
            principal: Arc::clone(&self.principal),
            grants,
            is_read: self.is_read,
        }
    }

    /// True when some place may be shown blurred.
    #[must_use]
    pub fn blurs(&self) -> bool {
        self.grants.iter().any(|g| g.blurred)
    }

    /// True when a record of this dataset, of mine, may be written: what C asks of a new record.
    #[must_use]
    pub fn allows_dataset(&self, id_dataset: i32) -> bool {
        self.grants.iter().any(|g| match g.scope {
            Scope::Everything => true,
            scope => self.principal.datasets(scope).contains(&id_dataset),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(scope: Scope) -> Grant {
        Grant {
            scope,
            areas: vec![],
            taxa: vec![],
            blurred: false,
        }
    }

    fn principal(rights: Vec<Grant>) -> Principal {
        Principal {
            id_role: 1,
            login: String::new(),
            name: String::new(),
            id_organism: None,
            organism: None,
            rights: rights.into_iter().map(|g| ('R', "ALL".to_owned(), g)).collect(),
            datasets_mine: vec![],
            datasets_organism: vec![],
        }
    }

    #[test]
    fn the_largest_scope_wins() {
        let p = principal(vec![
            grant(Scope::Mine),
            grant(Scope::Everything),
            grant(Scope::Organism),
        ]);
        assert_eq!(p.grants('R', "ALL"), vec![grant(Scope::Everything)]);
        assert_eq!(p.scope('R', "ALL"), 3);
        assert_eq!(p.scope('U', "ALL"), 0);
        assert_eq!(p.scope('R', "EXSITU_SETTINGS"), 0);
    }

    #[test]
    fn a_filtered_permission_adds_to_a_smaller_one() {
        let filtered = Grant {
            areas: vec![5],
            ..grant(Scope::Everything)
        };
        let p = principal(vec![filtered.clone(), grant(Scope::Mine)]);
        assert_eq!(p.grants('R', "ALL"), vec![filtered, grant(Scope::Mine)]);
    }

    #[test]
    fn the_host_stores_everything_as_null_and_nothing_else() {
        assert_eq!(Scope::from_host(None), Some(Scope::Everything));
        assert_eq!(Scope::from_host(Some(2)), Some(Scope::Organism));
        assert_eq!(Scope::from_host(Some(3)), None);
    }
}
