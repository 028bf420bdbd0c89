//! Decimal numbers without rounding.

/// A number: a mantissa and a power of ten. Equal numbers are equal values, because the mantissa has no zero at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    mantissa: u128,
    exponent: i32,
}

impl Decimal {
    /// Makes the number `mantissa` × 10^`exponent`.
    pub fn new(mut mantissa: u128, mut exponent: i32) -> Self {
        if mantissa == 0 {
            return Decimal { mantissa: 0, exponent: 0 };
        }
        while mantissa.is_multiple_of(10) {
            mantissa /= 10;
            exponent += 1;
        }
        Decimal { mantissa, exponent }
    }

    /// Reads digits with at most one point among them. None if they are more than a number of any text has.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let mantissa = [whole, part].concat().parse().ok()?;
        Some(Decimal::new(mantissa, -i32::try_from(part.len()).ok()?))
    }

    /// Returns the number times 10^`power`.
    #[must_use]
    pub fn shifted(self, power: i32) -> Self {
        if self.mantissa == 0 { self } else { Decimal { exponent: self.exponent.saturating_add(power), ..self } }
    }

    /// Returns the sum; none if it is larger than a number of any text.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let aligned = |it: Decimal| {
            let power = u32::try_from(it.exponent - exponent).ok()?;
            10_u128.checked_pow(power)?.checked_mul(it.mantissa)
        };
        Some(Decimal::new(aligned(self)?.checked_add(aligned(other)?)?, exponent))
    }

    /// Returns the number if it is whole and small.
    pub(crate) fn small(self) -> Option<u32> {
        let power = 10_u128.checked_pow(u32::try_from(self.exponent).ok()?)?;
        u32::try_from(self.mantissa.checked_mul(power)?).ok()
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Decimal::new(number.into(), 0)
    }
}
