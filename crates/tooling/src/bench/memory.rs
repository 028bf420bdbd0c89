//! The memory of this machine.

/// Returns the bytes of memory that programs can still take; none if the system does not tell.
pub fn available() -> Option<u64> {
    parsed(&std::fs::read_to_string("/proc/meminfo").ok()?)
}

/// Returns the bytes of the line `MemAvailable: 12345 kB`.
fn parsed(memory: &str) -> Option<u64> {
    let line = memory.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn available_memory_is_parsed() {
        assert_eq!(parsed("MemFree:  9 kB\nMemAvailable:   2048 kB\n"), Some(2 * 1024 * 1024));
        assert_eq!(parsed("MemFree:  9 kB\n"), None);
    }
}
