/**
 * yargs' own words where its Chinese is missing or says "non-option".
 */
export const CHINESE: Record<string, string | { one: string; other: string }> = {
  "Positionals:": "参数：",
  "Commands:": "命令：",
  "Options:": "选项：",
  "Examples:": "示例：",
  "default:": "默认值：",
  "choices:": "可选值：",
  "aliases:": "别名：",
  boolean: "开关",
  "Show help": "显示帮助",
  "Show version number": "显示版本号",
  "Did you mean %s?": "没有这个命令；您要的是不是 %s？",
  "Unknown argument: %s": { one: "不认识的选项或参数：%s", other: "不认识的选项或参数：%s" },
  "Unknown command: %s": { one: "不认识的命令：%s", other: "不认识的命令：%s" },
  "Not enough non-option arguments: got %s, need at least %s": {
    one: "参数不够：给了 %s 个，至少要 %s 个",
    other: "参数不够：给了 %s 个，至少要 %s 个",
  },
  "Too many non-option arguments: got %s, maximum of %s": {
    one: "参数太多：给了 %s 个，最多 %s 个",
    other: "参数太多：给了 %s 个，最多 %s 个",
  },
  "Not enough arguments following: %s": "选项 %s 后面缺少值",
  "Argument: %s, Given: %s, Choices: %s": "选项 %s 的值是 %s，可以是 %s",
  "Invalid values:": "选项的值不对：",
  "Missing required argument: %s": { one: "缺少必需的选项：%s", other: "缺少必需的选项：%s" },
};
