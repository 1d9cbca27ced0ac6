/**
 * Whether the site is made of synthetic data, and what every page then says on top of it and across its paper.
 */
import { existsSync } from "node:fs";
import { rowsOf, warehousePath, withWarehouse } from "../data/query.ts";

/** Whether the warehouse that the site is built from says so; false where there is none to build from. */
export async function isSyntheticSite(): Promise<boolean> {
  if (!existsSync(warehousePath())) return false;
  const [run] = await withWarehouse((connection) => rowsOf(connection, "SELECT synthetic FROM mart.run"));
  return run?.synthetic === true;
}

/** The strip above the masthead; empty for real data. */
export function syntheticStrip(synthetic: boolean): string {
  if (!synthetic) return "";
  return `<p class="synthetic"><strong>合成数据</strong><span>地名、单位、项目和数字都是编造的，只供演示和测试</span></p>\n`;
}
