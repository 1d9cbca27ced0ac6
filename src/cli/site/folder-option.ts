/**
 * `--to` of the commands that build the site.
 */
export const siteFolderOption = {
  describe: "网站放在哪个文件夹",
  type: "string",
  default: "dist",
  requiresArg: true,
} as const;
