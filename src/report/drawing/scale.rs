//! From numbers to places on paper, and the few round numbers an axis names.

/// A value axis: the lowest and highest number it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// Spans all numbers with a little air; one lonely number stands in the middle.
    pub fn over(numbers: impl Iterator<Item = f64>) -> Scale {
        let (low, high) = numbers
            .filter(|n| n.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
        if low > high {
            return Scale { low: 0.0, high: 1.0 };
        }
        let span = high - low;
        let air = if span > 0.0 { span * 0.08 } else { (high.abs() * 0.1).max(1.0) };
        Scale { low: low - air, high: high + air }
    }

    /// The place of a number between `bottom` and `top`, both in the units of the drawing.
    pub fn place(&self, number: f64, bottom: f64, top: f64) -> f64 {
        bottom + (number - self.low) / (self.high - self.low) * (top - bottom)
    }

    /// Round numbers inside the scale with their texts, at most `most`, lowest first. The texts are made from whole
    /// numbers, so that 0.3 never reads 0.30000000000000004.
    pub fn ticks(&self, most: usize) -> Vec<(f64, String)> {
        let span = self.high - self.low;
        let rough = span / most.max(1) as f64;
        let mut exponent = rough.log10().floor() as i32;
        let mut steps = [1i64, 2, 5].into_iter();
        let step = loop {
            match steps.next() {
                Some(step) if step as f64 * 10f64.powi(exponent) >= rough => break step,
                Some(_) => {}
                None => {
                    exponent += 1;
                    break 1;
                }
            }
        };
        let unit = step as f64 * 10f64.powi(exponent);
        let first = (self.low / unit).ceil() as i64;
        let last = (self.high / unit).floor() as i64;
        (first..=last).take(most + 1).map(|k| (k as f64 * unit, scaled(k.saturating_mul(step), exponent))).collect()
    }
}

/// `mantissa * 10^exponent` as a decimal text.
fn scaled(mantissa: i64, exponent: i32) -> String {
    if exponent >= 0 {
        let zeros = if mantissa == 0 { 0 } else { exponent as usize };
        return format!("{mantissa}{}", "0".repeat(zeros));
    }
    let places = exponent.unsigned_abs() as usize;
    let digits = format!("{:0>width$}", mantissa.unsigned_abs(), width = places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    format!("{}{whole}.{rest}", if mantissa < 0 { "-" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::Scale;

    fn texts(low: f64, high: f64) -> Vec<String> {
        Scale { low, high }.ticks(5).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn ticks_are_round_and_free_of_float_noise() {
        assert_eq!(texts(0.0, 1.0), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(texts(88.1, 96.4), ["90", "92", "94", "96"]);
        assert_eq!(texts(-0.3, 0.3), ["-0.2", "0.0", "0.2"]);
        assert_eq!(texts(0.0, 90_000.0), ["0", "20000", "40000", "60000", "80000"]);
    }

    #[test]
    fn one_lonely_number_stands_in_the_middle() {
        let scale = Scale::over([7.0].into_iter());
        assert_eq!(scale.place(7.0, 100.0, 0.0), 50.0);
    }

    #[test]
    fn no_number_at_all_still_makes_a_scale() {
        assert!(Scale::over(std::iter::empty()).place(0.5, 10.0, 0.0).is_finite());
    }
}
