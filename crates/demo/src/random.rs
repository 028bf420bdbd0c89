//! Numbers that look random and follow from a seed alone (SplitMix64), so that a corpus is the same on every machine.
//! It owns the numbers, not what is made of them.

/// What a number is multiplied or stepped by, from the published algorithm.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// A stream of numbers.
pub(super) struct Random(u64);

impl Random {
    /// The stream of a seed that belongs to one purpose: the same numbers, whichever thread asks, and in whatever order.
    pub(super) fn new(seed: u64, purpose: u64) -> Self {
        let mut start = Random(seed);
        Random(start.next() ^ purpose.wrapping_mul(STEP))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`; 0 where there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// A number from `from` to `to`, both possible.
    pub(super) fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// True `percent` times of a hundred.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the texts.
    pub(super) fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// A number of the normal distribution around 0, as the sum of twelve even ones: no function of the machine's own
    /// mathematical library takes part.
    pub(super) fn normal(&mut self) -> f64 {
        let even = |random: &mut Self| (random.next() >> 11) as f64 / (1u64 << 53) as f64;
        (0..12).map(|_| even(self)).sum::<f64>() - 6.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_and_a_purpose_make_the_stream() {
        let numbers = |seed, purpose| {
            let mut random = Random::new(seed, purpose);
            (0..20).map(|_| random.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(numbers(1, 1), numbers(1, 1));
        assert_ne!(numbers(1, 1), numbers(2, 1));
        assert_ne!(numbers(1, 1), numbers(1, 2));
    }

    #[test]
    fn the_normal_numbers_are_around_zero_and_one_wide() {
        let mut random = Random::new(7, 0);
        let numbers: Vec<f64> = (0..20_000).map(|_| random.normal()).collect();
        let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
        let variance = numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>() / numbers.len() as f64;
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
    }
}
