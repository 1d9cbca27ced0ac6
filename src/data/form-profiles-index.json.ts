// How many rows of which kind lie in which piece of the list.
import { FORM_PROFILES } from "./lists.ts";
import { pieceIndex } from "./pieces.ts";
import { withWarehouse } from "./query.ts";

process.stdout.write(
  JSON.stringify(await withWarehouse((connection) => pieceIndex(connection, FORM_PROFILES))),
);
