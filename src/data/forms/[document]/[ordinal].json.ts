// In the preview, the same address that `writeFormShares` fills when the site is built.
import { parseArgs } from "node:util";
import { formShare } from "../../form-share.ts";
import { withWarehouse } from "../../query.ts";

const { values } = parseArgs({ options: { document: { type: "string" }, ordinal: { type: "string" } } });
const formId = `${values.document}-${values.ordinal}`;
const share = await withWarehouse((connection) => formShare(connection, formId));
if (!share) throw new Error(`数据仓库中没有这张表单：${formId}`);
process.stdout.write(JSON.stringify(share));
