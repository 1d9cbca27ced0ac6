// Execution of each year by source of funds.
import { YEARS } from "./common.ts";
import { printRows } from "./query.ts";

await printRows(YEARS);
