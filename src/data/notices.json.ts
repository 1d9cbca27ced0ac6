// In the preview, the same address that `writePageFiles` fills when the site is built.
import { siteNotices } from "./notices.ts";
import { withWarehouse } from "./query.ts";

process.stdout.write(JSON.stringify(await withWarehouse((connection) => siteNotices(connection, false))));
