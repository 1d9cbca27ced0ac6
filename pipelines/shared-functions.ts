/**
 * What `core` and `mart` need and no two engines spell alike: the short list of functions that an engine must be given
 * before it runs the models.
 *
 * `percent(part, whole)`: `part` in percent of `whole`, DECIMAL(38, 6), rounded half away from zero; null where either is
 * null or `whole` is 0. DuckDB divides decimals as doubles, Spark as decimals, so in Spark it is one line:
 *
 * ```sql
 * create function percent(part decimal(38, 6), whole decimal(38, 6)) returns decimal(38, 6)
 * return cast(100 * part / nullif(whole, 0) as decimal(38, 6))
 * ```
 *
 * `amount_text(amount)`: an amount as people read it, with thousands separators and two decimals, more where it has them:
 * `1,465.28`. In Spark:
 *
 * ```sql
 * create function amount_text(amount decimal(38, 6)) returns string return format_number(amount, '#,##0.00####')
 * ```
 */
import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * DuckDB's `%` is exact for decimals. Twice the part in millionths of a percent plus the whole, less its remainder, is a
 * whole number of `2 × whole`: a double divides it without error up to 10⁹ %, and beyond that in the 15th digit.
 */
const PERCENT = `create or replace temp macro percent(part, whole) as
  cast(sign(part) * sign(whole) as decimal(1, 0)) * cast(
    (
      (200000000 * abs(cast(part as decimal(38, 6))) + abs(whole))
      - (200000000 * abs(cast(part as decimal(38, 6))) + abs(whole)) % nullif(2 * abs(cast(whole as decimal(38, 6))), 0)
    ) / nullif(2 * abs(cast(whole as decimal(38, 6))), 0)
    as decimal(37, 0)
  ) * cast(0.000001 as decimal(7, 6))`;

/** DuckDB groups only integers and doubles: here the digits before the point are grouped from their end. */
const AMOUNT_TEXT = `create or replace temp macro amount_text(amount) as
  case when amount < 0 then '-' else '' end
  || reverse(
    rtrim(
      regexp_replace(
        reverse(split_part(cast(abs(cast(amount as decimal(38, 6))) as varchar), '.', 1)),
        '(\\d{3})', '\\1,', 'g'
      ),
      ','
    )
  )
  || regexp_replace(
    '.' || split_part(cast(cast(amount as decimal(38, 6)) as varchar), '.', 2),
    '(\\.\\d\\d(?:\\d*[1-9])?)0*$', '\\1'
  )`;

/** Makes the functions known to a connection, for as long as it is open. */
export async function defineSharedFunctions(connection: DuckDBConnection): Promise<void> {
  await connection.run(PERCENT);
  await connection.run(AMOUNT_TEXT);
}
