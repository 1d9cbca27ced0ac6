import { identifier } from "../sql-text.ts";
import type { MartTable } from "./mart-columns.ts";

/**
 * The order of a table's rows: by its key. A `seq` that is text holds the numbers of indicators or the names of
 * sources: numbers go by their value, 2 before 10.
 */
export function sortedByKey(table: MartTable): string {
  const terms = table.key.flatMap((name) => {
    const column = `t.${identifier(name)}`;
    const isText = table.columns.some((candidate) => candidate.name === name && candidate.type === "string");
    return name === "seq" && isText ? [`try_cast(${column} as integer) nulls first`, column] : [column];
  });
  return `order by ${terms.join(", ")}`;
}
