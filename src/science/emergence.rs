//! The course of an emergence without assuming the shape of its curve, each seed having
//! germinated at an unknown time between two counts, or not by the last one.
//!
//! Sources: Turnbull 1976, J. R. Stat. Soc. B 38:290, for the nonparametric maximum
//! likelihood estimate; Wellner & Zhan 1997, J. Am. Stat. Assoc. 92:945, for the algorithm,
//! which alternates an expectation-maximisation step with an isotonic one; Onofri, Mesgaran &
//! Renton 2022, Weed Sci. 70:259, for its use with seeds; Rothman 1978 for the band.
//!
//! Domain: seeds that do not depend on one another and dishes that stop being counted for
//! reasons foreign to their seeds. When every dish is counted on the same days the estimate is
//! the plain cumulative proportion.

use serde::Serialize;
use utoipa::ToSchema;

use super::equations::solve;
use super::germination::Course;
use super::interval::{Interval, wilson_of};
use super::unknown::{Known, Unknown, proportion};

/// Seeds that germinated after a day and by another, or after the last count if ever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seeds {
    /// Last day on which they had not germinated.
    pub after: f64,
    /// First day on which they had; none for those that have not.
    pub by: Option<f64>,
    /// How many.
    pub count: u32,
}

/// The proportion germinated by a day, known from it until the next step begins.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[schema(as = EmergenceStep)]
pub struct Step {
    /// Seeds of this step germinated after this day…
    #[schema(example = 5.0)]
    pub after: f64,
    /// …and by this one; when between is not known.
    #[schema(example = 6.0)]
    pub by: f64,
    /// Proportion germinated by then.
    #[schema(example = 0.42)]
    pub germinated: f64,
    /// Its interval; null when the counts do not tell.
    pub interval: Option<Interval>,
}

/// How intervals of a band are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Each interval by itself has the confidence asked for, and not all of them at once: it is
    /// Wilson's for the number of seeds that gives the variance from the observed information.
    PointwiseWilson,
}

/// The estimate and its band.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = EmergenceCourse)]
pub struct Emergence {
    /// Where the proportion rises.
    pub steps: Vec<Step>,
    /// How the intervals are to be read.
    pub band: Band,
}

impl Emergence {
    /// The days between which the proportion germinated reaches a share: `(after, by]`.
    ///
    /// # Errors
    /// A share that is not a proportion, or that was not reached.
    pub fn days_to(&self, share: f64) -> Known<(f64, f64)> {
        let share = proportion(share)?;
        let step = self.steps.iter().find(|step| step.germinated >= share);
        step.map(|step| (step.after, step.by))
            .ok_or(Unknown::NeverReached)
    }
}

/// What the counts of dishes, whose days may differ, say of each of their seeds.
///
/// # Errors
/// No dish, or seeds that had germinated when they were sown.
pub fn seeds_of(courses: &[Course]) -> Known<Vec<Seeds>> {
    if courses.is_empty() {
        return Err(Unknown::NoData);
    }
    let mut seeds = Vec::new();
    for course in courses {
        let mut after = 0.0;
        for count in course.counts() {
            if count.germinated > 0 {
                if count.day <= after {
                    return Err(Unknown::GerminatedAtSowing);
                }
                seeds.push(Seeds {
                    after,
                    by: Some(count.day),
                    count: count.germinated,
                });
            }
            after = count.day;
        }
        let count = course.sown().saturating_sub(course.germinated());
        seeds.push(Seeds {
            after,
            by: None,
            count,
        });
    }
    Ok(seeds)
}

/// Turnbull's estimate of the cumulative proportion germinated, and a pointwise band.
///
/// The proportion F maximises `Σ nᵢ ln(F(rᵢ) − F(lᵢ))`, nᵢ seeds having germinated in
/// (lᵢ, rᵢ]; it is unique but inside the steps. The variance of F at a step is the diagonal of
/// the inverse of the observed information, `n = F (1 − F) / variance` the number of seeds that
/// would give it, and the interval Wilson's for that many. Where F is 0 or 1 there is no
/// variance: n is then the seeds known to have germinated by then, or not to.
///
/// # Errors
/// No seed, an interval that is not one, or a confidence that is not one.
pub fn turnbull(seeds: &[Seeds], level: f64) -> Known<Emergence> {
    let groups = grouped(seeds)?;
    let steps = inner_intervals(&groups);
    let spans: Vec<Span> = groups.iter().map(|group| Span::of(group, &steps)).collect();
    let cumulative = estimate(&spans, steps.len()).ok_or(Unknown::NotEnoughInformation)?;
    let variances = variances(&spans, &cumulative);
    let mut found = Vec::new();
    let mut before = 0.0;
    for (k, (&(after, by), &germinated)) in steps.iter().zip(&cumulative).enumerate() {
        // A step that holds no seed is none; the last one is of those that never germinated.
        if by.is_finite() && germinated > before {
            let in_effect = match variances.get(k).copied().flatten() {
                Some(variance) => germinated * (1.0 - germinated) / variance,
                None if germinated < 1.0 => 0.0,
                None => groups
                    .iter()
                    .filter(|group| group.by <= by)
                    .map(|group| group.count)
                    .sum(),
            };
            let interval = match wilson_of(germinated, in_effect, level) {
                Err(Unknown::NotEnoughInformation) => None,
                interval => Some(interval?),
            };
            found.push(Step {
                after,
                by,
                germinated,
                interval,
            });
        }
        before = germinated;
    }
    Ok(Emergence {
        steps: found,
        band: Band::PointwiseWilson,
    })
}

/// Seeds of one same interval; `by` is infinite for those that did not germinate.
struct Group {
    after: f64,
    by: f64,
    count: f64,
}

fn grouped(seeds: &[Seeds]) -> Known<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    for some in seeds.iter().filter(|some| some.count > 0) {
        let by = some.by.unwrap_or(f64::INFINITY);
        if !(some.after.is_finite()
            && some.after >= 0.0
            && by > some.after
            && some.by.is_none_or(f64::is_finite))
        {
            return Err(Unknown::DaysNotIncreasing);
        }
        let count = f64::from(some.count);
        match groups
            .iter_mut()
            .find(|group| group.after == some.after && group.by == by)
        {
            Some(group) => group.count += count,
            None => groups.push(Group {
                after: some.after,
                by,
                count,
            }),
        }
    }
    if groups.is_empty() {
        Err(Unknown::NothingSown)
    } else {
        Ok(groups)
    }
}

/// Turnbull's innermost intervals: from the start of one to the first end after it, when no
/// other start is between. Only there can F rise.
fn inner_intervals(groups: &[Group]) -> Vec<(f64, f64)> {
    let mut starts: Vec<f64> = groups.iter().map(|group| group.after).collect();
    starts.sort_by(f64::total_cmp);
    starts.dedup();
    let mut ends: Vec<f64> = groups.iter().map(|group| group.by).collect();
    ends.sort_by(f64::total_cmp);
    let first_end = |start: f64| ends.iter().copied().find(|end| *end > start);
    let next = starts.iter().skip(1).copied().chain([f64::INFINITY]);
    let pairs = starts.iter().copied().zip(next);
    pairs
        .filter_map(|(start, next)| {
            first_end(start)
                .filter(|end| *end <= next)
                .map(|end| (start, end))
        })
        .collect()
}

/// Seeds that germinated in one of the steps from `first` to `last`, both included.
#[derive(Clone, Copy)]
struct Span {
    first: usize,
    last: usize,
    count: f64,
}

impl Span {
    fn of(group: &Group, steps: &[(f64, f64)]) -> Self {
        let first = steps.iter().take_while(|(after, _)| *after < group.after).count();
        let within = steps.iter().take_while(|(_, by)| *by <= group.by).count();
        Self {
            first,
            last: within.saturating_sub(1),
            count: group.count,
        }
    }

    /// Probability of its steps: F at the end less F before the start.
    fn probability(self, cumulative: &[f64]) -> f64 {
        at(cumulative, Some(self.last)) - at(cumulative, self.first.checked_sub(1))
    }
}

/// F at the end of a step; nothing before the first.
fn at(cumulative: &[f64], step: Option<usize>) -> f64 {
    step.and_then(|step| cumulative.get(step)).copied().unwrap_or(0.0)
}

fn log_likelihood(spans: &[Span], cumulative: &[f64]) -> f64 {
    spans
        .iter()
        .map(|span| span.count * span.probability(cumulative).ln())
        .sum()
}

/// F at the end of each step.
fn estimate(spans: &[Span], steps: usize) -> Option<Vec<f64>> {
    const ROUNDS: usize = 2_000;
    const SETTLED: f64 = 1e-10;
    const NOTHING: f64 = 1e-9;
    let total: f64 = spans.iter().map(|span| span.count).sum();
    let share = 1.0 / u32::try_from(steps).map_or(f64::INFINITY, f64::from);
    let mut masses = vec![share; steps];
    for _ in 0..ROUNDS {
        // How much the likelihood gains by a seed more in each step: n at the maximum for
        // those with a mass, no more for the others (Gentleman & Geyer 1994).
        let cumulative = sums(&masses);
        let gains = gains(spans, &cumulative);
        let excess = gains.iter().copied().fold(0.0, f64::max) / total - 1.0;
        if excess <= SETTLED {
            // What is left in a step that no seed needs.
            let masses: Vec<f64> = masses
                .into_iter()
                .map(|mass| if mass < NOTHING { 0.0 } else { mass })
                .collect();
            return Some(sums(&masses));
        }
        for (mass, gain) in masses.iter_mut().zip(&gains) {
            *mass *= gain / total;
        }
        masses = differences(&isotonic_step(spans, &sums(&masses)));
    }
    None
}

fn gains(spans: &[Span], cumulative: &[f64]) -> Vec<f64> {
    let weights: Vec<f64> = spans
        .iter()
        .map(|span| span.count / span.probability(cumulative))
        .collect();
    let gain = |step: usize| {
        let over = spans
            .iter()
            .zip(&weights)
            .filter(|(span, _)| (span.first..=span.last).contains(&step));
        over.map(|(_, weight)| *weight).sum()
    };
    (0..cumulative.len()).map(gain).collect()
}

/// F moved towards the maximum of a quadratic approximation with a diagonal curvature, made
/// non-decreasing, as far as the likelihood grows.
fn isotonic_step(spans: &[Span], cumulative: &[f64]) -> Vec<f64> {
    let last = cumulative.len().saturating_sub(1);
    let mut slopes = vec![(0.0, 0.0); last];
    for span in spans {
        let probability = span.probability(cumulative);
        let mut add = |step: Option<usize>, sign: f64| {
            if let Some((slope, curvature)) = step.and_then(|step| slopes.get_mut(step)) {
                *slope += sign * span.count / probability;
                *curvature += span.count / (probability * probability);
            }
        };
        add(Some(span.last), 1.0);
        add(span.first.checked_sub(1), -1.0);
    }
    let targets = slopes.iter().zip(cumulative).map(|((slope, curvature), value)| {
        if *curvature > 0.0 {
            (value + slope / curvature, *curvature)
        } else {
            (*value, f64::MIN_POSITIVE)
        }
    });
    let target = isotonic(targets)
        .into_iter()
        .map(|value| value.clamp(0.0, 1.0))
        .chain([1.0]);
    let target: Vec<f64> = target.collect();
    let now = log_likelihood(spans, cumulative);
    let mut part = 1.0;
    while part > 1e-4 {
        let moved: Vec<f64> = cumulative
            .iter()
            .zip(&target)
            .map(|(value, to)| value + part * (to - value))
            .collect();
        if log_likelihood(spans, &moved) > now {
            return moved;
        }
        part /= 2.0;
    }
    cumulative.to_vec()
}

/// The non-decreasing values closest to some, each with its weight: neighbours that decrease
/// are put together.
fn isotonic(targets: impl Iterator<Item = (f64, f64)>) -> Vec<f64> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (value, weight) in targets {
        let mut pool = (value, weight, 1);
        while let Some(&(before, heavier, size)) = pools.last() {
            if before < pool.0 {
                break;
            }
            let weight = heavier + pool.1;
            pool = (
                (before * heavier + pool.0 * pool.1) / weight,
                weight,
                size + pool.2,
            );
            pools.pop();
        }
        pools.push(pool);
    }
    pools
        .into_iter()
        .flat_map(|(value, _, size)| std::iter::repeat_n(value, size))
        .collect()
}

/// Variance of F at the end of each step, from the inverse of the observed information; none
/// for the last one, which is 1, and for all when the counts do not determine them.
fn variances(spans: &[Span], cumulative: &[f64]) -> Vec<Option<f64>> {
    // A step without seeds has the F of the one before: they are one parameter.
    let mut parameter = None;
    let mut before = 0.0;
    let last = cumulative.len().saturating_sub(1);
    let mut parameters: Vec<Option<usize>> = Vec::with_capacity(cumulative.len());
    for (step, &value) in cumulative.iter().enumerate() {
        if step == last || value >= 1.0 {
            parameter = None;
        } else if value > before {
            parameter = Some(parameters.iter().flatten().max().map_or(0, |highest| highest + 1));
        }
        parameters.push(parameter);
        before = value;
    }
    let size = parameters.iter().flatten().max().map_or(0, |highest| highest + 1);
    // The information beside the identity: its solutions are the columns of its inverse.
    let mut rows: Vec<Vec<f64>> = (0..size)
        .map(|k| {
            (0..2 * size)
                .map(|l| if l == size + k { 1.0 } else { 0.0 })
                .collect()
        })
        .collect();
    for span in spans {
        let end = parameters.get(span.last).copied().flatten();
        let start = span
            .first
            .checked_sub(1)
            .and_then(|step| parameters.get(step))
            .copied()
            .flatten();
        let information = span.count / span.probability(cumulative).powi(2);
        for (k, one) in [(end, 1.0), (start, -1.0)] {
            for (l, other) in [(end, 1.0), (start, -1.0)] {
                let entry = k
                    .zip(l)
                    .and_then(|(k, l)| rows.get_mut(k).and_then(|row| row.get_mut(l)));
                if let Some(entry) = entry {
                    *entry += one * other * information;
                }
            }
        }
    }
    let inverse = solve(&rows);
    let variance = |k: usize| {
        inverse
            .as_ref()?
            .get(k)?
            .get(k)
            .copied()
            .filter(|variance| *variance > 0.0)
    };
    parameters.into_iter().map(|k| k.and_then(variance)).collect()
}

fn sums(masses: &[f64]) -> Vec<f64> {
    let total: f64 = masses.iter().sum();
    let mut sum = 0.0;
    let mut cumulative: Vec<f64> = masses
        .iter()
        .map(|mass| {
            sum += mass / total;
            f64::min(sum, 1.0)
        })
        .collect();
    if let Some(last) = cumulative.last_mut() {
        *last = 1.0;
    }
    cumulative
}

fn differences(cumulative: &[f64]) -> Vec<f64> {
    let before = std::iter::once(0.0).chain(cumulative.iter().copied());
    cumulative
        .iter()
        .zip(before)
        .map(|(value, before)| f64::max(value - before, 0.0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::germination::Count;
    use super::super::interval::wilson;
    use super::*;
    use proptest::prelude::*;

    fn some(after: f64, by: f64, count: u32) -> Seeds {
        Seeds {
            after,
            by: by.is_finite().then_some(by),
            count,
        }
    }

    fn course(sown: u32, counts: &[(f64, u32)]) -> Course {
        let counts = counts.iter().map(|&(day, germinated)| Count { day, germinated });
        Course::new(sown, counts.collect()).unwrap()
    }

    fn masses(emergence: &Emergence) -> Vec<(f64, f64, f64)> {
        let before = std::iter::once(0.0).chain(emergence.steps.iter().map(|step| step.germinated));
        emergence
            .steps
            .iter()
            .zip(before)
            .map(|(s, before)| (s.after, s.by, s.germinated - before))
            .collect()
    }

    /// Women treated by radiotherapy of Finkelstein & Wolfe 1985, and the estimate that Fay &
    /// Shaw 2010, J. Stat. Softw. 36(2), print of them.
    #[test]
    fn the_published_estimate_of_censored_data() {
        const NEVER: f64 = f64::INFINITY;
        let known = [
            (6.0, 10.0),
            (0.0, 7.0),
            (7.0, 16.0),
            (7.0, 14.0),
            (37.0, 44.0),
            (0.0, 8.0),
            (4.0, 11.0),
            (11.0, 15.0),
            (25.0, 37.0),
            (26.0, 40.0),
            (27.0, 34.0),
            (36.0, 44.0),
            (36.0, 48.0),
            (17.0, 25.0),
            (11.0, 18.0),
            (5.0, 12.0),
            (0.0, 5.0),
            (5.0, 11.0),
            (19.0, 35.0),
            (17.0, 25.0),
            (19.0, 26.0),
        ];
        let still = [
            45.0, 46.0, 46.0, 17.0, 15.0, 22.0, 46.0, 46.0, 46.0, 46.0, 46.0, 37.0, 40.0, 46.0, 38.0, 37.0,
            18.0, 24.0, 36.0, 24.0, 32.0, 33.0, 37.0, 34.0, 36.0,
        ];
        let known = known.iter().map(|&(after, by)| some(after, by, 1));
        let all: Vec<Seeds> = known
            .chain(still.iter().map(|&after| some(after, NEVER, 1)))
            .collect();
        let found = turnbull(&all, 0.95).unwrap();
        let published = [
            (4.0, 5.0, 0.0463),
            (6.0, 7.0, 0.0334),
            (7.0, 8.0, 0.0887),
            (11.0, 12.0, 0.0708),
            (24.0, 25.0, 0.0926),
            (33.0, 34.0, 0.0818),
            (38.0, 40.0, 0.1209),
        ];
        assert_eq!(found.steps.len(), published.len() + 1);
        for ((after, by, mass), (from, to, expected)) in masses(&found).into_iter().zip(published) {
            assert_eq!((after, by), (from, to));
            assert!(
                (mass - expected).abs() < 5.1e-5,
                "({after}, {by}] {mass} is not {expected}"
            );
        }
        // The last step, (46, 48], has the 0.4656 that is left.
        assert!((1.0 - found.steps[6].germinated - 0.4656).abs() < 1e-4);
        for step in &found.steps {
            assert!(step.interval.unwrap().contains(step.germinated));
        }
    }

    #[test]
    fn dishes_counted_on_the_same_days_give_the_plain_proportion() {
        let dishes = [
            course(25, &[(2.0, 5), (4.0, 8), (6.0, 2)]),
            course(25, &[(2.0, 3), (4.0, 9), (6.0, 0)]),
        ];
        let found = turnbull(&seeds_of(&dishes).unwrap(), 0.95).unwrap();
        let germinated: Vec<(f64, f64, f64)> = found
            .steps
            .iter()
            .map(|s| (s.after, s.by, s.germinated))
            .collect();
        for ((after, by, share), (from, to, seeds)) in
            germinated
                .into_iter()
                .zip([(0.0, 2.0, 8), (2.0, 4.0, 25), (4.0, 6.0, 27)])
        {
            assert_eq!((after, by), (from, to));
            assert!((share - f64::from(seeds) / 50.0).abs() < 1e-9);
            let (wilson, step) = (
                wilson(seeds, 50, 0.95).unwrap(),
                found.steps.iter().find(|s| s.by == by).unwrap(),
            );
            let interval = step.interval.unwrap();
            assert!((interval.low - wilson.low).abs() < 1e-6 && (interval.high - wilson.high).abs() < 1e-6);
        }
    }

    #[test]
    fn a_dish_lost_early_does_not_count_as_failed() {
        // Of two like dishes one went mouldy on day 4: it tells nothing of what follows.
        let dishes = [course(20, &[(4.0, 5), (8.0, 10)]), course(20, &[(4.0, 5)])];
        let found = turnbull(&seeds_of(&dishes).unwrap(), 0.95).unwrap();
        let shares: Vec<f64> = found.steps.iter().map(|step| step.germinated).collect();
        // Kaplan and Meier: 1 − (30/40)(5/15).
        assert!(
            (shares[0] - 0.25).abs() < 1e-8 && (shares[1] - 0.75).abs() < 1e-8,
            "{shares:?}"
        );
    }

    #[test]
    fn when_a_share_is_reached_lies_between_two_counts() {
        let dish = [course(10, &[(2.0, 3), (5.0, 4)])];
        let found = turnbull(&seeds_of(&dish).unwrap(), 0.95).unwrap();
        assert_eq!(found.days_to(0.5), Ok((2.0, 5.0)));
        assert_eq!(found.days_to(0.8), Err(Unknown::NeverReached));
        assert_eq!(found.days_to(8.0), Err(Unknown::ProportionOutOfRange));
    }

    #[test]
    fn every_seed_germinated_is_not_surely_all() {
        let dish = [course(10, &[(2.0, 3), (5.0, 7)])];
        let found = turnbull(&seeds_of(&dish).unwrap(), 0.95).unwrap();
        let last = found.steps[1];
        assert_eq!((last.by, last.germinated), (5.0, 1.0));
        assert!((last.interval.unwrap().low - wilson(10, 10, 0.95).unwrap().low).abs() < 1e-9);
    }

    #[test]
    fn no_germination_is_no_step() {
        let dish = [course(10, &[(2.0, 0), (5.0, 0)])];
        assert_eq!(turnbull(&seeds_of(&dish).unwrap(), 0.95).unwrap().steps, []);
    }

    #[test]
    fn what_is_no_interval_is_refused() {
        assert_eq!(turnbull(&[], 0.95), Err(Unknown::NothingSown));
        assert_eq!(
            turnbull(&[some(2.0, 2.0, 1)], 0.95),
            Err(Unknown::DaysNotIncreasing)
        );
        assert_eq!(
            turnbull(&[some(f64::NAN, 2.0, 1)], 0.95),
            Err(Unknown::DaysNotIncreasing)
        );
        assert_eq!(
            turnbull(&[some(0.0, 2.0, 1)], 1.0),
            Err(Unknown::ConfidenceOutOfRange)
        );
        assert_eq!(seeds_of(&[]), Err(Unknown::NoData));
        assert_eq!(
            seeds_of(&[course(10, &[(0.0, 1)])]),
            Err(Unknown::GerminatedAtSowing)
        );
    }

    fn intervals() -> impl Strategy<Value = Vec<Seeds>> {
        let one = (0u32..20, prop::option::of(1u32..12), 1u32..30);
        prop::collection::vec(one, 1..25).prop_map(|all| {
            let seeds = |(after, length, count): (u32, Option<u32>, u32)| {
                let after = f64::from(after);
                Seeds {
                    after,
                    by: length.map(|length| after + f64::from(length)),
                    count,
                }
            };
            all.into_iter().map(seeds).collect()
        })
    }

    proptest! {
        #[test]
        fn it_never_decreases_and_is_in_its_band(seeds in intervals()) {
            let found = turnbull(&seeds, 0.95).unwrap();
            let mut before = (0.0, 0.0);
            for step in &found.steps {
                prop_assert!(step.germinated > before.1 && step.germinated <= 1.0);
                prop_assert!(step.after >= before.0 && step.by > step.after);
                if let Some(interval) = step.interval {
                    prop_assert!(interval.contains(step.germinated));
                }
                before = (step.by, step.germinated);
            }
        }

        #[test]
        fn no_other_curve_is_likelier(seeds in intervals(), weights in prop::collection::vec(0.01f64..1.0, 60)) {
            let groups = grouped(&seeds).unwrap();
            let steps = inner_intervals(&groups);
            let spans: Vec<Span> = groups.iter().map(|group| Span::of(group, &steps)).collect();
            let best = log_likelihood(&spans, &estimate(&spans, steps.len()).unwrap());
            let other = log_likelihood(&spans, &sums(&weights[..steps.len()]));
            prop_assert!(other <= best + 1e-6);
        }

        #[test]
        fn without_censoring_it_is_the_empirical_curve(newly in prop::collection::vec(0u32..20, 1..20), others in 1u32..50) {
            let sown = newly.iter().sum::<u32>() + others;
            let counts: Vec<(f64, u32)> = (1u32..).map(f64::from).zip(newly.iter().copied()).collect();
            let dish = course(sown, &counts);
            let found = turnbull(&seeds_of(std::slice::from_ref(&dish)).unwrap(), 0.95).unwrap();
            let rises = dish.cumulative_shares();
            prop_assert_eq!(found.steps.len(), rises.len());
            for (step, (day, share)) in found.steps.iter().zip(rises) {
                prop_assert!(step.by == day && (step.germinated - share).abs() < 1e-8);
            }
        }

        #[test]
        fn nothing_panics(seeds in prop::collection::vec((any::<f64>(), any::<Option<f64>>(), any::<u32>()), 0..6), level in any::<f64>()) {
            let seeds: Vec<Seeds> = seeds.into_iter().map(|(after, by, count)| Seeds { after, by, count }).collect();
            let _ = turnbull(&seeds, level);
        }
    }

    impl Course {
        /// Day and proportion after each count that found seeds.
        fn cumulative_shares(&self) -> Vec<(f64, f64)> {
            let mut sum = 0;
            let counts = self.counts().iter().filter(|count| count.germinated > 0);
            counts
                .map(|count| {
                    sum += count.germinated;
                    (count.day, f64::from(sum) / f64::from(self.sown()))
                })
                .collect()
        }
    }
}
