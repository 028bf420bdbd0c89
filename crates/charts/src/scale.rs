//! The scale of an axis: from zero to a round number, with a few round numbers between them.

/// An axis that begins at zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scale {
    /// The distance of two gridlines: 1, 2 or 5, and zeros.
    pub(crate) step: u32,
    /// The last gridline, which no value exceeds.
    pub(crate) top: u32,
}

impl Scale {
    /// Makes the scale of values up to this one, with at most five steps.
    pub(crate) fn up_to(greatest: u32) -> Self {
        let powers = (0..9).map(|power| 10_u32.pow(power));
        let mut steps = powers.flat_map(|power| [power, 2 * power, 5 * power].map(|step| step.min(1_000_000_000)));
        let step = steps.find(|step| u64::from(*step) * 5 >= u64::from(greatest)).unwrap_or(1_000_000_000);
        Scale { step, top: greatest.div_ceil(step).max(1).saturating_mul(step) }
    }

    /// Returns the numbers of the gridlines, zero among them.
    pub(crate) fn lines(self) -> impl Iterator<Item = u32> {
        (0..=self.top / self.step).map(move |line| line * self.step)
    }

    /// Returns the length of a value on an axis of this length.
    pub(crate) fn length(self, value: u32, axis: f64) -> f64 {
        f64::from(value) * axis / f64::from(self.top)
    }
}

/// Returns the distance of labels below columns for these years, so that at most ten labels are needed.
pub(crate) fn years_between_labels(years: u16) -> u16 {
    [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| years <= step * 10).unwrap_or(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_round_and_hold_every_value() {
        for (greatest, step, top) in [(0, 1, 1), (1, 1, 1), (4, 1, 4), (6, 2, 6), (94, 20, 100), (584, 200, 600)] {
            assert_eq!(Scale::up_to(greatest), Scale { step, top }, "{greatest}");
        }
        for greatest in [u32::from(u16::MAX), u32::MAX] {
            assert!(Scale::up_to(greatest).lines().count() <= 6, "{greatest}");
        }
    }

    #[test]
    fn labels_of_four_decades_are_five_years_apart() {
        assert_eq!(years_between_labels(43), 5);
        assert_eq!(years_between_labels(1), 1);
    }
}
