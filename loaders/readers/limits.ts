/**
 * How much one file may ask for. Far more than a year of a province's forms in one file needs, and little enough that an
 * office computer bears it.
 */

const MIB = 1024 * 1024;

/** Bytes of a file that is taken apart (workbook, text document, PDF, archive). */
export const MOST_BYTES = 256 * MIB;
/** Bytes that the parts of a packed file (.xlsx, .docx, .ods, .zip) may unpack to. */
export const MOST_UNPACKED_BYTES = 1024 * MIB;
/** Unpacked to packed. Tables of numbers reach 30; what exceeds this only unpacks to fill the disk. */
export const MOST_RATIO = 200;
/** Below this size nothing is a bomb, whatever its ratio: an empty sheet packs well. */
export const HARMLESS_BYTES = 16 * MIB;
/** Parts of a packed file. */
export const MOST_ENTRIES = 20_000;
/** Filled cells of a file. */
export const MOST_CELLS = 5_000_000;
/** Rows of a sheet: what the office programs themselves allow. */
export const MOST_ROWS = 1_048_576;
/** Pages of a PDF. */
export const MOST_PAGES = 5_000;
/** Time for one file, and the heap that reading it may take. */
export const MOST_SECONDS = 300;
export const MOST_HEAP_MIB = 2048;
