//! A row of the manifest: a record in bytes, and the place where its name ends.

use investchn_digest::{Digest, FileStamp};

use crate::file_record::FileRecord;

/// The length of a row in bytes: digest, input digest, length, modification time, end of the name.
pub(crate) const ROW: usize = 2 * Digest::LENGTH + 8 + 8 + 4;

/// No digest: no known content has this one.
const NONE: [u8; Digest::LENGTH] = [0; Digest::LENGTH];

/// Appends a digest, or none.
pub(crate) fn write_digest(digest: Option<Digest>, to: &mut Vec<u8>) {
    to.extend_from_slice(&digest.map_or(NONE, Digest::to_bytes));
}

/// Reads a digest, or none, at a place.
pub(crate) fn read_digest(bytes: &[u8], at: usize) -> Option<Digest> {
    read(bytes, at).filter(|digest| *digest != NONE).map(Digest::from_bytes)
}

/// Reads a number at a place; 0 beyond the end.
pub(crate) fn read_u32(bytes: &[u8], at: usize) -> u32 {
    read(bytes, at).map_or(0, u32::from_le_bytes)
}

/// Reads a number at a place; 0 beyond the end.
pub(crate) fn read_u64(bytes: &[u8], at: usize) -> u64 {
    read(bytes, at).map_or(0, u64::from_le_bytes)
}

fn read<const LENGTH: usize>(bytes: &[u8], at: usize) -> Option<[u8; LENGTH]> {
    bytes.get(at..at + LENGTH)?.try_into().ok()
}

/// Appends a row.
pub(crate) fn write_row(record: FileRecord, name_end: u32, to: &mut Vec<u8>) {
    write_digest(Some(record.digest), to);
    write_digest(record.input_digest, to);
    to.extend_from_slice(&record.stamp.length.to_le_bytes());
    to.extend_from_slice(&record.stamp.modified.to_le_bytes());
    to.extend_from_slice(&name_end.to_le_bytes());
}

/// Reads the record of a row.
pub(crate) fn read_record(row: &[u8]) -> Option<FileRecord> {
    let (first, stamp) = (Digest::LENGTH, 2 * Digest::LENGTH);
    let stamp = FileStamp { length: read_u64(row, stamp), modified: read_u64(row, stamp + 8) };
    Some(FileRecord { digest: read_digest(row, 0)?, input_digest: read_digest(row, first), stamp })
}

/// Adds a distance, modulo 2³², to the place where the name of a row ends.
pub(crate) fn move_name_end(row: &mut [u8], distance: u32) {
    let end = read_u32(row, ROW - 4).wrapping_add(distance);
    row[ROW - 4..].copy_from_slice(&end.to_le_bytes());
}

/// Reads where the name of a row ends.
pub(crate) fn read_name_end(row: &[u8]) -> usize {
    read_u32(row, ROW - 4) as usize
}
