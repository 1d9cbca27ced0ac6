/**
 * `--memory`, which the commands that compute take.
 */
import { Problem } from "../../loaders/problem.ts";
import { MEMORY_LIMIT } from "../../loaders/warehouse/database.ts";

export const memoryOption = {
  describe: "计算最多用多少内存；放不下的暂存在数据仓库旁边，算完即删",
  type: "string",
  default: MEMORY_LIMIT,
  requiresArg: true,
} as const;

/** Less is not enough to open a table of each room. */
const LEAST_MEGABYTES = 256;
const MEGABYTES: Readonly<Record<string, number>> = { MB: 1, GB: 1000 };

/**
 * The limit that the option names, as DuckDB takes it.
 * @throws Problem of wrong use when it is no amount of memory, or too little
 */
export function memoryLimitOf(value: string): string {
  const [, number, unit] = /^(\d{1,6})(MB|GB)$/i.exec(value) ?? [];
  if (number && Number(number) * MEGABYTES[unit!.toUpperCase()]! >= LEAST_MEGABYTES) return value;
  const advice = `请给出不少于 ${LEAST_MEGABYTES}MB 的内存，例如 --memory 512MB 或 --memory 2GB。`;
  throw new Problem("wrong_use", "选项 --memory 的值不对", advice);
}
