// A program that has a warehouse in its hands until it is ended: `hold.ts open FILE` has it open to write in it,
// `hold.ts rebuild FILE` is in the middle of a run that replaces it.
import { openDatabase } from "../../../loaders/warehouse/database.ts";
import { rebuildWarehouse } from "../../../loaders/warehouse/transaction.ts";

const [how, warehouse] = process.argv.slice(2) as [string, string];
const forever = new Promise<never>(() => setInterval(() => {}, 1000));

if (how === "open") {
  const database = await openDatabase(warehouse);
  console.log("ready");
  await forever;
  // Never reached, but what is still to be used is not collected, and DuckDB gives its lock back with the last object.
  database.close();
} else {
  await rebuildWarehouse(warehouse, async ({ connection }) => {
    await connection.run(
      "INSERT INTO raw.source_lines (document_id, line, text) SELECT 'half', i, 'written' FROM range(100000) AS r(i)",
    );
    await connection.run("CHECKPOINT");
    console.log("ready");
    await forever;
  });
}
