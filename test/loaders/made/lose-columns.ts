/**
 * Ways in which the text of a form loses its columns: what is left of the cells, and between them.
 */
export const LOSSES = {
  /** Cells between pipes; the empty ones of each row moved to its end. */
  raggedPipes: (text: string) =>
    rowsOf(text)
      .map(
        (cells) =>
          `${cells.filter(isFilled).join(" | ")} |${"|".repeat(cells.length - cells.filter(isFilled).length + 1)}`,
      )
      .join("\n"),
  /** One cell a line that ends in a pipe, empty ones as bare pipes, and a line of pipes behind each row. */
  pipedCellALine: (text: string) =>
    rowsOf(text)
      .map((cells) => `${cells.map((cell) => (isFilled(cell) ? `${cell} |` : "|")).join("\n")}\n|||`)
      .join("\n"),
  /** One cell a paragraph, empty ones dropped. */
  cellAParagraph: (text: string) =>
    rowsOf(text)
      .flatMap((cells) => cells.filter(isFilled))
      .join("\n\n"),
  /** One row a line, its cells between spaces. */
  rowALine: (text: string) =>
    rowsOf(text)
      .map((cells) => cells.filter(isFilled).join(" "))
      .join("\n"),
  /** All in one line of words. */
  oneLine: (text: string) =>
    rowsOf(text)
      .flatMap((cells) => cells.filter(isFilled))
      .join(" "),
} as const satisfies Record<string, (text: string) => string>;

export type Loss = keyof typeof LOSSES;

function rowsOf(text: string): string[][] {
  return text
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => cells.some(isFilled));
}

function isFilled(cell: string): boolean {
  return cell.trim() !== "";
}
