// In the preview, the same address that `writePieces` fills when the site is built.
import { parseArgs } from "node:util";
import { FORM_PROFILES } from "../lists.ts";
import { pieceRows } from "../pieces.ts";
import { withWarehouse } from "../query.ts";

const { values } = parseArgs({ options: { piece: { type: "string" } } });
const rows = await withWarehouse((connection) => pieceRows(connection, FORM_PROFILES, Number(values.piece)));
if (rows === null) throw new Error(`没有这一段：${values.piece}`);
process.stdout.write(rows);
