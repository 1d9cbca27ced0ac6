// The limits that sentences and charts speak of, as the office has set them.
import { LIMITS } from "./common.ts";
import { printRows } from "./query.ts";

await printRows(LIMITS);
