//! Finds a row by its name: a table of hashes with open addressing, in which each slot has the number of a row.

/// The length of a slot in bytes.
pub(crate) const SLOT: usize = 4;

/// A slot without a row.
const EMPTY: [u8; SLOT] = u32::MAX.to_le_bytes();

/// Returns the number of slots for so many rows: a power of two, at most half full.
pub(crate) fn slots(rows: usize) -> usize {
    (2 * rows).next_power_of_two()
}

/// Makes the slots of rows with these names.
pub(crate) fn write<'a>(names: impl ExactSizeIterator<Item = &'a [u8]>) -> Vec<u8> {
    let count = slots(names.len());
    let mut slots = EMPTY.repeat(count);
    for (row, name) in (0_u32..).zip(names) {
        let free = probes(name, count).find(|at| slots[*at..*at + SLOT] == EMPTY);
        if let Some(at) = free {
            slots[at..at + SLOT].copy_from_slice(&row.to_le_bytes());
        }
    }
    slots
}

/// Returns the row of a name, for which `is_of` is true.
pub(crate) fn find(slots: &[u8], name: &[u8], is_of: impl Fn(usize) -> bool) -> Option<usize> {
    let rows = probes(name, slots.len() / SLOT).map_while(|at| {
        let slot: [u8; SLOT] = slots.get(at..at + SLOT)?.try_into().ok()?;
        (slot != EMPTY).then_some(u32::from_le_bytes(slot) as usize)
    });
    rows.into_iter().find(|row| is_of(*row))
}

/// Returns the places of the slots that may have a name, each once. `count` is a power of two.
fn probes(name: &[u8], count: usize) -> impl Iterator<Item = usize> {
    let first = hash(name) as usize;
    (0..count).map(move |step| (first.wrapping_add(step) & (count - 1)) * SLOT)
}

/// Hashes a name, eight bytes at a time. The hash is part of the format, so it is not that of a library, which may change.
fn hash(name: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = name.len() as u64;
    for part in name.chunks(8) {
        let mut word = [0; 8];
        word[..part.len()].copy_from_slice(part);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    // The upper bits are mixed best, and the lower ones choose the slot.
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_others_are_not() {
        let names: Vec<String> = (0..5000).map(|number| format!("article/huaian-htz-{number}/index.html")).collect();
        let slots = write(names.iter().map(String::as_bytes));
        let find = |name: &str| find(&slots, name.as_bytes(), |row| names[row] == name);
        assert!(names.iter().enumerate().all(|(row, name)| find(name) == Some(row)));
        assert_eq!(find("article/huaian-htz-5000/index.html"), None);
        assert_eq!(super::find(&write(std::iter::empty()), b"a", |_| true), None);
    }

    /// Names that differ in one digit only must not be in each other's way.
    #[test]
    fn a_name_is_found_in_few_steps() {
        let names: Vec<String> =
            (0..40_000).map(|number| format!("data/article/zone-2022{number:05}-1.json")).collect();
        let slots = write(names.iter().map(String::as_bytes));
        let steps = std::cell::Cell::new(0);
        for name in &names {
            find(&slots, name.as_bytes(), |row| {
                steps.set(steps.get() + 1);
                names[row] == *name
            });
        }
        assert!(steps.get() < 3 * names.len(), "{} steps for {} names", steps.get(), names.len());
    }
}
