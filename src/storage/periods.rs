//! Where a lot stood, period by period: its movements say in which places, the moves of the
//! places say where those were. Pure.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

/// What was in a place at the close of a day when seeds came in or went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Close {
    /// The place.
    pub id_place: i32,
    /// The day.
    pub date: NaiveDate,
    /// There were seeds left, or there may have been.
    pub holds: bool,
}

/// A move of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The day.
    pub date: NaiveDate,
    /// Where it was, none at the top.
    pub before: Option<i32>,
    /// Where it went, none at the top.
    pub after: Option<i32>,
}

/// What holds a place now, and its moves, the first first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// The place that holds it, none at the top.
    pub id_parent: Option<i32>,
    /// Its moves.
    pub moves: Vec<Move>,
}

impl Held {
    /// The place that held it at the close of a day.
    fn by(&self, day: NaiveDate) -> Option<i32> {
        let until_then = self.moves.iter().rev().find(|m| m.date <= day);
        let after_then = self.moves.iter().find(|m| m.date > day);
        match (until_then, after_then) {
            (Some(last), _) => last.after,
            (None, Some(next)) => next.before,
            (None, None) => self.id_parent,
        }
    }
}

/// The places that matter, by their keys.
pub type Tree = HashMap<i32, Held>;

/// A time in one place, itself in the same places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The place, the one that held it, and so on up to the top.
    pub path: Vec<i32>,
    /// First day.
    pub start: NaiveDate,
    /// Day when it ended; none when it lasts.
    pub end: Option<NaiveDate>,
}

/// The stays of a lot, the first first. The days of each place come in their order.
#[must_use]
pub fn stays(closes: &[Close], tree: &Tree) -> Vec<Stay> {
    let mut open: HashMap<i32, NaiveDate> = HashMap::new();
    let mut found = Vec::new();
    for close in closes {
        if close.holds {
            open.entry(close.id_place).or_insert(close.date);
        } else if let Some(start) = open.remove(&close.id_place) {
            found.extend(split(close.id_place, start, Some(close.date), tree));
        }
    }
    for (id_place, start) in open {
        found.extend(split(id_place, start, None, tree));
    }
    // Those of one day in a stable order, whatever the map's.
    found.sort_by(|a, b| {
        (a.start, a.end.is_none(), a.end, &a.path).cmp(&(b.start, b.end.is_none(), b.end, &b.path))
    });
    found
}

/// A stay in a place, cut where that place, or one that held it, was moved.
fn split(id_place: i32, start: NaiveDate, end: Option<NaiveDate>, tree: &Tree) -> Vec<Stay> {
    let moved = tree.values().flat_map(|held| held.moves.iter().map(|m| m.date));
    let within = moved.filter(|day| *day > start && end.is_none_or(|end| *day < end));
    let cuts: BTreeSet<NaiveDate> = within.chain([start]).collect();
    let mut parts: Vec<Stay> = Vec::new();
    for day in cuts {
        let path = path(id_place, day, tree);
        match parts.last_mut() {
            Some(last) if last.path == path => {}
            last => {
                if let Some(last) = last {
                    last.end = Some(day);
                }
                parts.push(Stay {
                    path,
                    start: day,
                    end,
                });
            }
        }
    }
    parts
}

/// A place and those that held it at the close of a day, up to the top.
fn path(id_place: i32, day: NaiveDate, tree: &Tree) -> Vec<i32> {
    let mut path = vec![id_place];
    let mut at = id_place;
    // Two moves of one day may be read as a loop: it is left where it closes.
    while let Some(up) = tree
        .get(&at)
        .and_then(|held| held.by(day))
        .filter(|up| !path.contains(up))
    {
        path.push(up);
        at = up;
    }
    path
}

/// The stay of which a day is: in the place that is said, when one is; the last of them.
#[must_use]
pub fn stay_of(stays: &[Stay], day: NaiveDate, id_place: Option<i32>) -> Option<usize> {
    overlapping(stays, day, day)
        .filter(|(_, stay)| id_place.is_none() || stay.path.first() == id_place.as_ref())
        .map(|(n, _)| n)
        .last()
}

/// The stays that share a day with a time.
pub fn overlapping(stays: &[Stay], start: NaiveDate, end: NaiveDate) -> impl Iterator<Item = (usize, &Stay)> {
    stays
        .iter()
        .enumerate()
        .filter(move |(_, stay)| stay.start <= end && stay.end.is_none_or(|last| start <= last))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: i32 = 1;
    const FREEZER: i32 = 2;
    const BOX: i32 = 3;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, n).unwrap()
    }

    fn close(id_place: i32, n: u32, holds: bool) -> Close {
        Close {
            id_place,
            date: day(n),
            holds,
        }
    }

    /// A box in a room, a freezer beside.
    fn tree(moves: Vec<Move>) -> Tree {
        let id_parent = moves.last().map_or(Some(ROOM), |m| m.after);
        HashMap::from([
            (ROOM, Held::default()),
            (FREEZER, Held::default()),
            (BOX, Held { id_parent, moves }),
        ])
    }

    fn read(stays: &[Stay]) -> Vec<(&[i32], NaiveDate, Option<NaiveDate>)> {
        stays
            .iter()
            .map(|stay| (stay.path.as_slice(), stay.start, stay.end))
            .collect()
    }

    #[test]
    fn a_transfer_ends_a_stay_and_begins_another() {
        let closes = [close(BOX, 5, true), close(BOX, 9, false), close(FREEZER, 9, true)];
        assert_eq!(
            read(&stays(&closes, &tree(vec![]))),
            [
                (&[BOX, ROOM][..], day(5), Some(day(9))),
                (&[FREEZER][..], day(9), None)
            ]
        );
    }

    #[test]
    fn moving_a_box_takes_along_what_is_in_it() {
        let moved = Move {
            date: day(12),
            before: Some(ROOM),
            after: Some(FREEZER),
        };
        let closes = [close(BOX, 5, true), close(BOX, 8, true)];
        assert_eq!(
            read(&stays(&closes, &tree(vec![moved]))),
            [
                (&[BOX, ROOM][..], day(5), Some(day(12))),
                (&[BOX, FREEZER][..], day(12), None)
            ]
        );
        // Before the seeds came, the move is not theirs.
        let later = [close(BOX, 20, true)];
        assert_eq!(
            read(&stays(&later, &tree(vec![moved]))),
            [(&[BOX, FREEZER][..], day(20), None)]
        );
        // Nor once they left.
        let gone = [close(BOX, 5, true), close(BOX, 10, false)];
        assert_eq!(
            read(&stays(&gone, &tree(vec![moved]))),
            [(&[BOX, ROOM][..], day(5), Some(day(10)))]
        );
    }

    #[test]
    fn a_lot_may_come_back_and_be_in_two_places() {
        let closes = [
            close(BOX, 1, true),
            close(FREEZER, 2, true),
            close(BOX, 4, false),
            close(BOX, 6, true),
        ];
        assert_eq!(
            read(&stays(&closes, &tree(vec![]))),
            [
                (&[BOX, ROOM][..], day(1), Some(day(4))),
                (&[FREEZER][..], day(2), None),
                (&[BOX, ROOM][..], day(6), None)
            ]
        );
    }

    #[test]
    fn a_move_that_comes_back_the_same_day_is_none() {
        let out = Move {
            date: day(7),
            before: Some(ROOM),
            after: Some(FREEZER),
        };
        let back = Move {
            before: out.after,
            after: out.before,
            ..out
        };
        assert_eq!(
            read(&stays(&[close(BOX, 5, true)], &tree(vec![out, back]))),
            [(&[BOX, ROOM][..], day(5), None)]
        );
    }

    #[test]
    fn a_loop_of_one_day_is_left() {
        let mut loops = tree(vec![]);
        loops.get_mut(&ROOM).unwrap().id_parent = Some(BOX);
        assert_eq!(stays(&[close(BOX, 1, true)], &loops)[0].path, [BOX, ROOM]);
    }

    #[test]
    fn a_check_is_of_the_stay_in_its_place_that_day() {
        let closes = [close(BOX, 5, true), close(BOX, 9, false), close(FREEZER, 9, true)];
        let stays = stays(&closes, &tree(vec![]));
        assert_eq!(stay_of(&stays, day(9), Some(BOX)), Some(0));
        assert_eq!(stay_of(&stays, day(9), None), Some(1));
        assert_eq!(stay_of(&stays, day(4), None), None);
        assert_eq!(stay_of(&stays, day(20), Some(BOX)), None);
        let dried: Vec<usize> = overlapping(&stays, day(1), day(5)).map(|(n, _)| n).collect();
        assert_eq!(dried, [0]);
    }
}
