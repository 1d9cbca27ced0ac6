import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportPackage } from "../../../pipelines/export/package.ts";
import { PUBLIC_TABLES } from "../../../pipelines/export/tables.ts";
import { runModels } from "../../../pipelines/transform.ts";
import { rows } from "../warehouse.ts";
import { exportFolder, filledWarehouse } from "./package.ts";

const paths = exportFolder();

describe("a package of Parquet", () => {
  it("is cut by fiscal year and reads back with types", async () => {
    const connection = await filledWarehouse();
    const { tables } = await exportPackage(connection, { to: paths.to, format: "parquet" });
    expect(tables.find(({ name }) => name === "funding")).toEqual({
      name: "funding",
      rows: 5,
      files: ["2030", "2031", "__HIVE_DEFAULT_PARTITION__"].map(
        (year) => `funding/fiscal_year=${year}/funding.parquet`,
      ),
    });
    for (const { name, columns } of PUBLIC_TABLES) {
      const glob = name === "documents" ? "documents.parquet" : `${name}/*/*.parquet`;
      const options = "hive_partitioning = true, hive_types = {'fiscal_year': integer}";
      const source = `read_parquet('${join(paths.to, glob)}'${name === "documents" ? "" : `, ${options}`})`;
      const picked = columns.join(", ");
      expect(await rows(connection, `select ${picked} from ${source} order by all`), name).toEqual(
        await rows(connection, `select ${picked} from mart.${name} order by all`),
      );
    }
    const [type] = await rows(
      connection,
      `select typeof(executed) as type from read_parquet('${join(paths.to, "funding/fiscal_year=2031/funding.parquet")}')`,
    );
    expect(type).toEqual({ type: "DECIMAL(24,6)" });
    const described = JSON.parse(await readFile(join(paths.to, "datapackage.json"), "utf8"));
    expect(described.profile).toBe("data-package");
    for (const { path } of described.resources as { path: string[] }[]) {
      for (const file of path)
        expect((await readFile(join(paths.to, file))).subarray(0, 4).toString()).toBe("PAR1");
    }
  });

  it("drops years that are gone", async () => {
    const connection = await filledWarehouse();
    await exportPackage(connection, { to: paths.to, format: "parquet" });
    await connection.run("update raw.forms set fiscal_year = 2032");
    await runModels(connection);
    await exportPackage(connection, { to: paths.to, format: "parquet" });
    expect(await readdir(join(paths.to, "forms"))).toEqual(["fiscal_year=2032"]);
  });
});
