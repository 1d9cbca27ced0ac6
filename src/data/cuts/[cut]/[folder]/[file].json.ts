// In the preview, the same address that `writeCuts` fills when the site is built.
import { parseArgs } from "node:util";
import { withWarehouse } from "../../../query.ts";
import { CUTS } from "../../all.ts";
import { cutFiles } from "../../cut.ts";

const { values } = parseArgs({
  options: { cut: { type: "string" }, folder: { type: "string" }, file: { type: "string" } },
});
const cut = CUTS.find(({ name }) => name === values.cut);
if (!cut) throw new Error(`没有这一种数据：${values.cut}`);
const files = await withWarehouse((connection) => cutFiles(connection, cut));
const content = files.get(`${values.folder}/${values.file}`);
if (!content) throw new Error(`数据仓库中没有 ${values.folder}/${values.file} 的数据`);
process.stdout.write(JSON.stringify(content));
