//! Small systems of linear equations and least squares: what the curve and the bands need.

/// The unknowns of symmetric positive definite equations, for several right-hand sides: each
/// row is a row of the matrix followed by its right-hand sides. None when a pivot is next to
/// nothing beside the diagonal that it comes from: the equations do not determine them.
pub(super) fn solve(rows: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let diagonal: Option<Vec<f64>> = rows
        .iter()
        .enumerate()
        .map(|(k, row)| row.get(k).copied())
        .collect();
    eliminate(rows.to_vec(), &diagonal?)
}

/// Gauss's elimination of the first unknown, then of the others.
fn eliminate(rows: Vec<Vec<f64>>, diagonal: &[f64]) -> Option<Vec<Vec<f64>>> {
    let Some(((first, others), (whole, diagonal))) = rows.split_first().zip(diagonal.split_first()) else {
        return Some(Vec::new());
    };
    let (&pivot, first) = first.split_first()?;
    if !(pivot > 1e-12 * whole && pivot > 0.0 && pivot.is_finite()) {
        return None;
    }
    let reduced = others.iter().map(|row| {
        let (head, tail) = row.split_first()?;
        Some(
            tail.iter()
                .zip(first)
                .map(|(value, above)| value - head / pivot * above)
                .collect(),
        )
    });
    let mut unknowns = eliminate(reduced.collect::<Option<_>>()?, diagonal)?;
    let (coefficients, sides) = first.split_at_checked(unknowns.len())?;
    let unknown = sides.iter().enumerate().map(|(side, value)| {
        let known = coefficients
            .iter()
            .zip(&unknowns)
            .map(|(coefficient, found)| coefficient * found.get(side).copied().unwrap_or_default());
        (value - known.sum::<f64>()) / pivot
    });
    let unknown = unknown.collect();
    unknowns.insert(0, unknown);
    Some(unknowns)
}

/// What a model misses of one observation, and its derivative by each parameter.
pub(super) struct Residual {
    pub value: f64,
    pub slopes: Vec<f64>,
}

/// Parameters that make the sum of the squares of the residuals least from a start, and that
/// sum: Levenberg 1944 and Marquardt 1963, with Marquardt's scaling. None when they do not
/// settle.
pub(super) fn least_squares(
    start: Vec<f64>,
    residuals: impl Fn(&[f64]) -> Vec<Residual>,
) -> Option<(Vec<f64>, f64)> {
    const STEPS: usize = 200;
    const SETTLED: f64 = 1e-11;
    // At the bottom the sum only changes by its rounding.
    const ROUNDING: f64 = 1.0 + 1e-13;
    let sum = |residuals: &[Residual]| residuals.iter().map(|r| r.value * r.value).sum::<f64>();

    let mut parameters = start;
    let mut now = residuals(&parameters);
    let mut least = sum(&now);
    let mut damping = 1e-3;
    for _ in 0..STEPS {
        let step = solve(&normal_equations(&now, parameters.len(), damping));
        let step: Vec<f64> = step
            .map(|step| step.into_iter().flatten().collect())
            .unwrap_or_default();
        if step.len() == parameters.len() {
            let moved: Vec<f64> = parameters
                .iter()
                .zip(&step)
                .map(|(value, by)| value - by)
                .collect();
            let settled = parameters
                .iter()
                .zip(&step)
                .all(|(value, by)| by.abs() <= SETTLED * (value.abs() + SETTLED));
            let then = residuals(&moved);
            let lower = sum(&then);
            if lower <= least * ROUNDING {
                (parameters, now, least) = (moved, then, lower);
                damping = f64::max(damping / 10.0, 1e-12);
                if settled {
                    return Some((parameters, least));
                }
                continue;
            }
            if settled {
                return Some((parameters, least));
            }
        }
        damping *= 10.0;
        if damping > 1e12 {
            break;
        }
    }
    None
}

/// `(JᵀJ + damping diag JᵀJ) step = Jᵀr`.
fn normal_equations(residuals: &[Residual], parameters: usize, damping: f64) -> Vec<Vec<f64>> {
    let slope = |residual: &Residual, k: usize| residual.slopes.get(k).copied().unwrap_or_default();
    let row = |k: usize| {
        let product = |l: usize| {
            let sum: f64 = residuals.iter().map(|r| slope(r, k) * slope(r, l)).sum();
            if k == l { sum * (1.0 + damping) } else { sum }
        };
        let side: f64 = residuals.iter().map(|r| slope(r, k) * r.value).sum();
        (0..parameters).map(product).chain([side]).collect()
    };
    (0..parameters).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equations_are_solved_for_each_side() {
        let rows = [vec![4.0, 2.0, 8.0, 1.0], vec![2.0, 3.0, 8.0, 0.0]];
        let found = solve(&rows).unwrap();
        let expected = [[1.0, 0.375], [2.0, -0.25]];
        for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
            assert!((found - expected).abs() < 1e-14);
        }
        assert_eq!(solve(&[]), Some(Vec::new()));
    }

    #[test]
    fn equations_that_determine_nothing_have_no_solution() {
        assert_eq!(solve(&[vec![1.0, 1.0, 1.0], vec![1.0, 1.0, 1.0]]), None);
        assert_eq!(solve(&[vec![f64::NAN, 1.0]]), None);
        assert_eq!(solve(&[vec![]]), None);
    }

    #[test]
    fn a_curve_is_found_from_afar() {
        // Rosenbrock's valley, whose lowest point is (1, 1).
        let valley = |at: &[f64]| {
            let (x, y) = (at[0], at[1]);
            vec![
                Residual {
                    value: 10.0 * (y - x * x),
                    slopes: vec![-20.0 * x, 10.0],
                },
                Residual {
                    value: 1.0 - x,
                    slopes: vec![-1.0, 0.0],
                },
            ]
        };
        let (at, least) = least_squares(vec![-1.2, 1.0], valley).unwrap();
        assert!((at[0] - 1.0).abs() < 1e-10 && (at[1] - 1.0).abs() < 1e-10 && least < 1e-20);
        assert!(
            least_squares(vec![0.0], |_| vec![Residual {
                value: f64::NAN,
                slopes: vec![1.0]
            }])
            .is_none()
        );
    }

    proptest! {
        #[test]
        fn what_is_found_is_a_solution(roots in prop::collection::vec(prop::collection::vec(-10f64..10.0, 4), 4), side in prop::collection::vec(-10f64..10.0, 4)) {
            // AᵀA + I is positive definite.
            let rows: Vec<Vec<f64>> = (0..4).map(|k| {
                let entry = |l: usize| roots.iter().map(|row| row[k] * row[l]).sum::<f64>() + f64::from(u8::from(k == l));
                (0..4).map(entry).chain([side[k]]).collect()
            }).collect();
            let found = solve(&rows).unwrap();
            for row in &rows {
                let sum: f64 = found.iter().zip(row).map(|(x, a)| x[0] * a).sum();
                prop_assert!((sum - row[4]).abs() < 1e-6);
            }
        }

        #[test]
        fn nothing_panics(rows in prop::collection::vec(prop::collection::vec(any::<f64>(), 0..5), 0..5)) {
            let _ = solve(&rows);
        }
    }
}
