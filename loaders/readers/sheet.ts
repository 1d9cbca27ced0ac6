/**
 * What every reader hands over, whatever the file was: rows of cells, each with its place.
 */

/** A cell with text in it; empty cells are left out, their columns keep the gap. */
export interface Cell {
  text: string;
  /** 0-based column in its row. */
  column: number;
}

export interface Row {
  /** 1-based line of the file as received, or row of the sheet. */
  line: number;
  cells: Cell[];
}

export interface Sheet {
  /** Every row, blank ones included: a blank row may be a page break. */
  rows: Row[];
}
