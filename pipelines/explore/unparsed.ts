/**
 * Targets and actuals that the grammar does not know: kept as text and not checked.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { martRows } from "./mart-rows.ts";

export interface UnparsedText {
  form_id: string;
  seq: number;
  name: string | null;
  field: "target" | "actual";
  text: string;
  line: number | null;
}

const UNPARSED = `
  with texts as (
    select form_id, seq, 'target' as field from mart.indicator_values where target_kind = 'unparsed'
    union all
    select form_id, seq, 'actual' from mart.indicator_values where actual_kind = 'unparsed'
  )
  select
    form_id, seq, indicators.name, field,
    case field when 'target' then indicators.target else indicators.actual end as text,
    indicators.line
  from texts
  inner join mart.indicators as indicators using (form_id, seq)
  order by form_id, seq, field`;

/** Every such text, in the order of the forms. */
export function unparsedTexts(connection: DuckDBConnection): Promise<UnparsedText[]> {
  return martRows(connection, UNPARSED);
}
