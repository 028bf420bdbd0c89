//! The memory of this machine.

/// Returns the bytes of memory that programs can still take; none if the system does not tell.
pub fn available() -> Option<u64> {
    bytes_of(&std::fs::read_to_string("/proc/meminfo").ok()?, "MemAvailable:")
}

/// Returns the bytes of a line of the system, such as `MemAvailable: 12345 kB`, by its label.
pub(super) fn bytes_of(text: &str, label: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(label))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn available_memory_is_parsed() {
        assert_eq!(bytes_of("MemFree:  9 kB\nMemAvailable:   2048 kB\n", "MemAvailable:"), Some(2 * 1024 * 1024));
        assert_eq!(bytes_of("MemFree:  9 kB\n", "MemAvailable:"), None);
    }
}
