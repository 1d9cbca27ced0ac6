// In the preview, the same address that `writePageFiles` fills when the site is built.
import { wholeDictionary } from "../../pipelines/explore/dictionary.ts";
import { withWarehouse } from "./query.ts";

process.stdout.write(JSON.stringify(await withWarehouse(wholeDictionary)));
