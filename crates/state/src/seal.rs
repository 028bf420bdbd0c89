//! The frame of every file: kind, version, and a digest of the content.

use investchn_digest::Digest;

/// The version of all formats. A file of another version is not read.
const VERSION: u32 = 1;

/// The length in bytes of the frame, which is before the content.
pub(crate) const FRAME: usize = 4 + 4 + Digest::LENGTH;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateFile {
    /// The table of all files of a site.
    Manifest,
    /// The articles of a folder, without their bodies.
    Articles,
}

impl StateFile {
    /// Returns the first bytes of a file of this kind.
    fn mark(self) -> [u8; 4] {
        match self {
            StateFile::Manifest => *b"ICmf",
            StateFile::Articles => *b"ICar",
        }
    }
}

/// Begins a file: the content is to be appended.
pub fn begin() -> Vec<u8> {
    vec![0; FRAME]
}

/// Completes a file that [`begin`] has begun.
pub fn seal(kind: StateFile, mut file: Vec<u8>) -> Vec<u8> {
    let frame = frame(kind, &file[FRAME..]);
    file[..FRAME].copy_from_slice(&frame);
    file
}

/// Returns the content of a file; none if it is of another kind or version, or if it is not as it was written.
pub fn unseal(kind: StateFile, file: &[u8]) -> Option<&[u8]> {
    let (before, content) = file.split_at_checked(FRAME)?;
    (before == frame(kind, content)).then_some(content)
}

fn frame(kind: StateFile, content: &[u8]) -> [u8; FRAME] {
    let mut frame = [0; FRAME];
    frame[..4].copy_from_slice(&kind.mark());
    frame[4..8].copy_from_slice(&VERSION.to_le_bytes());
    frame[8..].copy_from_slice(&Digest::of(content).to_bytes());
    frame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_only_as_it_was_written() {
        let mut file = begin();
        file.extend_from_slice("内容".as_bytes());
        let file = seal(StateFile::Articles, file);
        assert_eq!(unseal(StateFile::Articles, &file), Some("内容".as_bytes()));
        assert_eq!(unseal(StateFile::Manifest, &file), None, "of another kind");
        for length in 0..file.len() {
            assert_eq!(unseal(StateFile::Articles, &file[..length]), None, "{length} bytes of it");
        }
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 1;
            assert_eq!(unseal(StateFile::Articles, &damaged), None, "another byte {at}; byte 4 is the version's");
        }
        assert_eq!(unseal(StateFile::Articles, &[file, vec![0]].concat()), None, "a longer one");
    }
}
