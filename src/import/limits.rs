//! The hard limits of reading, each a number with its reason. All are our choice unless a source is named.

/// Files in one import.
pub const MAX_FILES: usize = 200;
/// Rows of one table: ten years of a clinic with 400 sessions a day.
pub const MAX_ROWS: usize = 1_000_000;
/// Columns of one table, far above any export.
pub const MAX_COLUMNS: usize = 1_000;
/// Cells of one import, so that reading stays below 512 MiB of memory.
pub const MAX_CELLS: usize = 6_000_000;
/// Letters in one cell.
pub const MAX_CELL_CHARS: usize = 100_000;
/// Depth of a JSON document; ours needs 4.
pub const MAX_JSON_DEPTH: usize = 64;
/// Issues of one kind about one field that are listed one by one; the rest is counted.
pub const MAX_SAME_ISSUES: usize = 200;
/// Rows in which the header is looked for, since exports may begin with a title.
pub const MAX_HEADER_ROW: usize = 10;
/// Resources of one import of FHIR, contained ones among them: as many as rows of one table.
pub const MAX_RESOURCES: usize = 1_000_000;
/// Depth of FHIR bundles within bundles; the standard's own examples need 2.
pub const MAX_NESTED_BUNDLES: usize = 4;
/// Bytes of all FHIR texts of one import: they are kept until references between them are resolved.
pub const MAX_FHIR_BYTES: usize = 128 << 20;
