// Names that are alike and were not taken for one.
import { printRows } from "./query.ts";
import { SIMILAR_NAMES } from "./similar-names.ts";

await printRows(SIMILAR_NAMES);
