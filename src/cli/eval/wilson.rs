//! How sure a share is.

/// Half-width of the 95% interval of a standard normal variable.
const Z: f64 = 1.959_964;

/// The 95% Wilson score interval of `hits` in `of`, as shares of 1.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", JASA 22 (1927).
pub(super) fn interval(hits: usize, of: usize) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let n = of as f64;
    let share = hits as f64 / n;
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    (
        ((middle - half) / scale).max(0.0),
        ((middle + half) / scale).min(1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::interval;

    #[test]
    fn agrees_with_published_values() {
        let near = |(low, high): (f64, f64), (a, b): (f64, f64)| {
            assert!(
                (low - a).abs() < 1e-3 && (high - b).abs() < 1e-3,
                "{low} {high}"
            );
        };
        // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        near(interval(81, 263), (0.2553, 0.3662));
        near(interval(15, 148), (0.0624, 0.1605));
        near(interval(0, 20), (0.0, 0.1611));
        near(interval(1, 29), (0.0061, 0.1718));
    }
}
