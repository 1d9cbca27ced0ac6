/**
 * `--read-again`, which several commands take.
 */
export const readAgainOption = {
  describe: "重新读取全部文件，包括没有改动的",
  type: "boolean",
  default: false,
  defaultDescription: "否",
} as const;
