/** Names that are alike reach the page with the forms of the rarer one. */
import { expect, test } from "vitest";
import { runModels } from "../../../pipelines/transform.ts";
import { rowsOf } from "../../../src/data/query.ts";
import { SIMILAR_NAMES } from "../../../src/data/similar-names.ts";
import { addForms, emptyWarehouse } from "../../pipelines/warehouse.ts";

const DEPARTMENT = "云溪市甲局";
const made = {
  funding: { total: ["0", "100", "80"] },
  indicators: [["90", "90"]],
  department: DEPARTMENT,
} as const;

test("a pair stands once, the name used more first, with the other's forms; names far apart do not", async () => {
  const connection = await emptyWarehouse();
  await addForms(connection, [
    { ...made, ordinal: 1, document: "1".repeat(12), year: 2031, unit: "云溪市人才服务中心" },
    { ...made, ordinal: 1, document: "2".repeat(12), year: 2032, unit: "云溪市人才服务中心" },
    { ...made, ordinal: 1, document: "3".repeat(12), year: 2033, unit: "云溪市人材服务中心" },
    { ...made, ordinal: 1, document: "4".repeat(12), year: 2033, unit: "云溪市不动产登记中心" },
  ]);
  await runModels(connection);
  expect(await rowsOf(connection, SIMILAR_NAMES)).toEqual([
    {
      ...{ kind: "unit", within: DEPARTMENT, distance: 1 },
      ...{ name: "云溪市人才服务中心", forms: 2 },
      ...{ similar_name: "云溪市人材服务中心", similar_forms: 1, form_ids: [`${"3".repeat(12)}-01`] },
    },
  ]);
});
