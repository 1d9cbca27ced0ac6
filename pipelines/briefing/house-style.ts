/**
 * An office's own headings, order, limits and page: `house-style.toml`, and over it `briefing.toml` of the workspace.
 */
import { readFile } from "node:fs/promises";
import { parse, TomlError } from "smol-toml";
import { describeFileError } from "../../loaders/file-errors.ts";
import { decodeText } from "../../loaders/readers/text.ts";
import { PipelineError } from "../errors.ts";

/** The product's own style, which says what each setting means. */
export const HOUSE_STYLE_FILE = new URL("house-style.toml", import.meta.url);

export const SECTIONS = ["overview", "problems", "reasons", "advice", "trust"] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Where the document says what its numbers rest on: in a list at its end, or in endnotes. */
export const NOTES_PLACES = ["text", "endnotes"] as const;
export type NotesPlace = (typeof NOTES_PLACES)[number];

export interface HouseStyle {
  order: SectionId[];
  headings: Record<SectionId | "title" | "annex" | "notes", string>;
  limits: {
    /** Percent. */
    poor_rate: number;
    /** Percent. */
    share_of_unexecuted: number;
    /** Percent. */
    share_of_named: number;
    problems: number;
    named: number;
    reasons: number;
    /** Characters. */
    reason_length: number;
    reason_quoted: number;
    advice: number;
    annex_rows: number;
    places: number;
  };
  notes: { place: NotesPlace };
  fonts: Fonts & { fallback: Fonts };
  /** Points. */
  sizes: Record<"title" | "body" | "caption" | "table" | "note" | "page_number", number>;
  page: Record<"top_mm" | "left_mm" | "text_width_mm" | "text_height_mm" | "line_pt", number>;
}

export type Fonts = Record<"title" | "heading" | "subheading" | "body" | "table" | "number", string>;

type Settings = { [name: string]: unknown };

/** The style that stands where a workspace has none of its own. */
export async function defaultStyle(): Promise<HouseStyle> {
  return parse(await readFile(HOUSE_STYLE_FILE, "utf8")) as unknown as HouseStyle;
}

/**
 * The style of a workspace.
 *
 * @param location of the workspace's own file, which may be missing
 * @throws PipelineError when it cannot be read, or sets what there is not, or to what it cannot be
 */
export async function houseStyle(location: string): Promise<HouseStyle> {
  const own = await textIfThere(location);
  const style = await defaultStyle();
  return own === null ? style : styleWith(own, style, location);
}

/** The style with the settings of a text over it. */
export function styleWith(toml: string, style: HouseStyle, location = "briefing.toml"): HouseStyle {
  const merged = over(style as unknown as Settings, parsed(toml, location), "", location);
  const result = merged as unknown as HouseStyle;
  for (const section of result.order) {
    if (!SECTIONS.includes(section))
      throw unusable(location, `order 里的“${section}”不是简报的部分`, `可以写：${SECTIONS.join("、")}。`);
  }
  if (!NOTES_PLACES.includes(result.notes.place))
    throw unusable(
      location,
      `notes.place 不能是“${result.notes.place}”`,
      `可以写：${NOTES_PLACES.join("、")}。`,
    );
  checkBounds(result, location);
  return { ...result, order: [...new Set(result.order)] };
}

const PERCENTAGES = ["poor_rate", "share_of_unexecuted", "share_of_named"] as const;
/** Points that can be read, and that a line of the page holds. */
const TYPE = { least: 5, most: 72 };
/** Millimetres. */
const A4 = { width: 210, height: 297 };

/** Values that are numbers and yet make no document. */
function checkBounds({ order, limits, sizes, page }: HouseStyle, location: string): void {
  if (order.length === 0)
    throw unusable(location, "order 里一个部分也没有", `至少写一个：${SECTIONS.join("、")}。`);
  for (const name of PERCENTAGES)
    if (limits[name] > 100)
      throw unusable(location, `limits.${name} 是百分比，不能大于 100`, `请像 ${name} = 60 那样写。`);
  const points = { ...prefixed("sizes", sizes), "page.line_pt": page.line_pt };
  for (const [name, value] of Object.entries(points))
    if (value < TYPE.least || value > TYPE.most)
      throw unusable(
        location,
        `${name} 是字号或行距，不能是 ${value} 磅`,
        `请写 ${TYPE.least} 到 ${TYPE.most} 之间的磅数，例如三号字 16。`,
      );
  if (page.left_mm + page.text_width_mm > A4.width)
    throw unusable(
      location,
      "page.left_mm 与 page.text_width_mm 之和超过 A4 纸的宽 210 毫米",
      "请改小其中一项。",
    );
  if (page.top_mm + page.text_height_mm > A4.height)
    throw unusable(
      location,
      "page.top_mm 与 page.text_height_mm 之和超过 A4 纸的高 297 毫米",
      "请改小其中一项。",
    );
}

function prefixed(table: string, values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${table}.${name}`, value]));
}

async function textIfThere(location: string): Promise<string | null> {
  try {
    const decoded = decodeText(await readFile(location));
    if (decoded) return decoded.text.replace(/^\ufeff/, "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    const { reason, advice } = describeFileError(error, location);
    throw new PipelineError(reason, advice, { cause: error });
  }
  throw unusable(location, "不是文本", "请用记事本一类的软件另存为 UTF-8。");
}

function parsed(toml: string, location: string): Settings {
  try {
    return parse(toml);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw unusable(
      location,
      `第 ${error.line} 行写法不对`,
      `每项应像 title = "标题" 或 problems = 5；引号用英文半角。`,
      error,
    );
  }
}

/** Settings laid over others, each of the kind that it replaces. */
function over(base: Settings, own: Settings, path: string, location: string): Settings {
  const result = { ...base };
  for (const [name, value] of Object.entries(own)) {
    const where = path === "" ? name : `${path}.${name}`;
    const old = Object.hasOwn(base, name) ? base[name] : undefined;
    if (old === undefined)
      throw unusable(location, `没有 ${where} 这一项`, `可以写：${Object.keys(base).join("、")}。`);
    result[name] =
      isTable(old) && isTable(value)
        ? over(old, value, where, location)
        : checked(old, value, where, location);
  }
  return result;
}

function checked(old: unknown, value: unknown, where: string, location: string): unknown {
  if (Array.isArray(old)) {
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
    throw unusable(location, `${where} 应是一串文字`, '请像 order = ["overview", "problems"] 那样写。');
  }
  if (typeof old === "number") {
    const whole = where.startsWith("limits.");
    if (typeof value === "number" && value > 0 && (whole ? Number.isInteger(value) : Number.isFinite(value)))
      return value;
    throw unusable(
      location,
      `${where} 应是大于 0 的${whole ? "整数" : "数"}`,
      `请像 ${where.split(".").at(-1)} = ${old} 那样写。`,
    );
  }
  if (typeof value === "string" && value.trim() !== "" && !isTable(old)) return value.trim();
  throw unusable(
    location,
    `${where} 应是${isTable(old) ? "一组设置" : "文字"}`,
    isTable(old) ? `请写在 [${where}] 下面。` : `请像 ${where.split(".").at(-1)} = "${old}" 那样写。`,
  );
}

function isTable(value: unknown): value is Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function unusable(location: string, what: string, advice: string, cause?: unknown): PipelineError {
  return new PipelineError(`简报样式文件有问题：${location}：${what}`, advice, { cause });
}
