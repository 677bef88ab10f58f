//! The right in the handler's signature: `Can<Create>` is someone who may create.

use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::{Principal, Reach};
use crate::error::Problem;

/// An action of the host's CRUVED.
pub trait Action {
    /// Its letter.
    const CODE: char;
}

/// An object that the host grants rights on.
pub trait Object {
    /// Its code in the host.
    const CODE: &'static str;
}

macro_rules! actions {
    ($($name:ident $code:literal $doc:literal)*) => {
        $(#[doc = $doc] #[derive(Debug, Clone, Copy)] pub struct $name;
        impl Action for $name { const CODE: char = $code; })*
    };
}
actions! {
    Create 'C' "C: make a record."
    Read 'R' "R: read."
    Update 'U' "U: change, or append to, a record."
    Validate 'V' "V: override a reserve or a permit."
    Export 'E' "E: formats other than JSON and GeoJSON."
    Delete 'D' "D: delete or archive."
}

/// Every record of the module.
#[derive(Debug, Clone, Copy)]
pub struct All;
impl Object for All {
    const CODE: &'static str = "ALL";
}
impl All {
    /// Its code in the host.
    pub const CODE: &'static str = <Self as Object>::CODE;
}

/// Thresholds, and the tokens of others.
#[derive(Debug, Clone, Copy)]
pub struct Settings;
impl Object for Settings {
    const CODE: &'static str = "EXSITU_SETTINGS";
}

/// Someone logged in who has a permission, of any scope, for an action on an object;
/// what it reaches is asked of the rows. 401 without a valid token, 403 without the right.
#[derive(Debug, Clone)]
pub struct Can<A, O = All> {
    /// Who.
    pub user: Arc<Principal>,
    right: PhantomData<(A, O)>,
}

impl<A: Action, O: Object> Can<A, O> {
    /// What the action reaches.
    #[must_use]
    pub fn reach(&self) -> Reach {
        self.user.reach(A::CODE)
    }

    /// What another action reaches.
    #[must_use]
    pub fn reach_of<B: Action>(&self) -> Reach {
        self.user.reach(B::CODE)
    }

    /// What reading reaches: whatever the action, what one may not read is not found.
    #[must_use]
    pub fn reads(&self) -> Reach {
        self.user.reach(Read::CODE)
    }

    /// Goes on when the action reaches the record that was found.
    ///
    /// # Errors
    /// 403: it may be read, not this.
    pub fn check(&self, reached: bool) -> Result<(), Problem> {
        if reached {
            Ok(())
        } else {
            Err(Problem::forbidden(A::CODE))
        }
    }

    /// True when they also have another right, of any scope.
    #[must_use]
    pub fn may<B: Action>(&self) -> bool {
        self.user.scope(B::CODE, O::CODE) > 0
    }
}

impl<A: Action, O: Object> FromRequest for Can<A, O> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let user = req.extensions().get::<Arc<Principal>>().cloned();
        ready(match user {
            None => Err(Problem::unauthenticated()),
            Some(user) if user.scope(A::CODE, O::CODE) == 0 => Err(Problem::forbidden(A::CODE)),
            Some(user) => Ok(Self {
                user,
                right: PhantomData,
            }),
        })
    }
}

/// Someone logged in, whatever their rights.
#[derive(Debug, Clone)]
pub struct LoggedIn(pub Arc<Principal>);

impl FromRequest for LoggedIn {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let user = req.extensions().get::<Arc<Principal>>().cloned();
        ready(user.map(Self).ok_or_else(Problem::unauthenticated))
    }
}
