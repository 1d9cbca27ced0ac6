/**
 * The styles of the document: each kind of paragraph has one, so that an office can restyle a briefing in its own
 * word processor too.
 */
import { AlignmentType, type IStylesOptions, LineRuleType } from "docx";
import type { Fonts, HouseStyle } from "../house-style.ts";
import { halfPoints, twipsOfPoints } from "./page.ts";

/** The styles by their ids. */
export const STYLE = {
  title: "BriefingTitle",
  body: "BriefingBody",
  item: "BriefingItem",
  lead: "BriefingLead",
  caption: "BriefingCaption",
  cell: "BriefingCell",
  note: "BriefingNote",
  notes: "BriefingNotes",
  pageNumber: "BriefingPageNumber",
  synthetic: "BriefingSynthetic",
} as const;

/** Red of a warning that must not be overlooked. */
const WARNING = "C00000";

/** Chinese in one font, digits and Latin in another. */
function fonts(own: Fonts, chinese: keyof Fonts) {
  return { ascii: own.number, hAnsi: own.number, cs: own.number, eastAsia: own[chinese], hint: "eastAsia" };
}

/** Lines of small type stand close, whatever the font's own distance. */
function close(points: number) {
  return { line: twipsOfPoints(points * SMALL_LEADING), lineRule: LineRuleType.EXACT };
}

const SMALL_LEADING = 1.25;

export function stylesOf({ fonts: own, sizes, page }: HouseStyle): IStylesOptions {
  const line = { line: twipsOfPoints(page.line_pt), lineRule: LineRuleType.EXACT };
  const indent = { firstLineChars: 200, firstLine: twipsOfPoints(2 * sizes.body) };
  const body = { size: halfPoints(sizes.body), font: fonts(own, "body") };
  const heading = (chinese: keyof Fonts) => ({
    run: { size: halfPoints(sizes.body), font: fonts(own, chinese), bold: false, color: "000000" },
    paragraph: { spacing: { ...line, before: 0, after: 0 }, indent, keepNext: true },
  });
  const based = { basedOn: "Normal", quickFormat: true };
  const small = { size: halfPoints(sizes.table), font: fonts(own, "table") };
  return {
    default: {
      document: { run: { ...body, language: { eastAsia: "zh-CN", value: "en-US" } } },
      heading1: heading("heading"),
    },
    // The second level of headings opens its paragraph, as official documents have it.
    characterStyles: [
      { id: STYLE.lead, name: "简报二级标题", quickFormat: true, run: { font: fonts(own, "subheading") } },
    ],
    paragraphStyles: [
      {
        ...based,
        id: STYLE.title,
        name: "简报标题",
        run: { size: halfPoints(sizes.title), font: fonts(own, "title") },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: {
            line: twipsOfPoints(sizes.title * 1.5),
            lineRule: LineRuleType.AT_LEAST,
            after: twipsOfPoints(page.line_pt),
          },
        },
      },
      {
        ...based,
        id: STYLE.body,
        name: "简报正文",
        run: body,
        paragraph: { alignment: AlignmentType.BOTH, spacing: line, indent },
      },
      { ...based, basedOn: STYLE.body, id: STYLE.item, name: "简报条目" },
      {
        ...based,
        id: STYLE.caption,
        name: "简报表题",
        run: { size: halfPoints(sizes.caption), font: fonts(own, "heading") },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 80, after: 60 }, keepNext: true },
      },
      {
        ...based,
        id: STYLE.cell,
        name: "简报表格",
        run: small,
        paragraph: { spacing: close(sizes.table) },
      },
      {
        ...based,
        id: STYLE.note,
        name: "简报出处",
        run: { size: halfPoints(sizes.note), font: fonts(own, "table") },
        paragraph: { spacing: close(sizes.note) },
      },
      {
        ...based,
        id: STYLE.notes,
        name: "简报出处标题",
        run: { size: halfPoints(sizes.note), font: fonts(own, "heading") },
        paragraph: { spacing: { ...close(sizes.note), before: 60 }, keepNext: true },
      },
      {
        ...based,
        id: STYLE.pageNumber,
        name: "简报页码",
        run: { size: halfPoints(sizes.page_number), font: fonts(own, "table") },
      },
      {
        ...based,
        id: STYLE.synthetic,
        name: "简报合成数据",
        run: { size: halfPoints(sizes.caption), font: fonts(own, "heading"), color: WARNING },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    ],
  };
}
