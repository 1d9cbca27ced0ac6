// In the preview, the same address that `writePageFiles` fills when the site is built.
import { withWarehouse } from "./query.ts";
import { searchIndex } from "./search-index.ts";

process.stdout.write(JSON.stringify(await withWarehouse(searchIndex)));
