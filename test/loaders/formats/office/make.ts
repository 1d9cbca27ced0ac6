/**
 * Makes the office files of ../fixtures with LibreOffice (`soffice` on the path): `npx tsx test/loaders/formats/office/make.ts`.
 * The files are checked in; tests need no office program. The files named password are one-form and report, saved by the same
 * program under the password 2024.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { flatSpreadsheet, flatText, type OfficeSheet } from "./flat-xml.ts";
import { formRows, formTable, type OfficeTable, text } from "./form-table.ts";
import { ARCHIVE, RIVER, TREES } from "./truths.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const WIDTHS = [14, 20, 18, 16, 19, 19, 18, 14, 16, 14];

const NOTES: OfficeTable = [
  [text("填报说明")],
  [text("一、本工作簿供各单位填报2024年度绩效自评表使用。")],
  [text("二、金额单位为万元，保留两位小数。")],
];
const INDEX: OfficeTable = [
  [text("序号"), text("项目名称"), text("主管部门")],
  [text("1"), text(RIVER.project), text(RIVER.department)],
  [text("2"), text(TREES.project), text(TREES.department)],
];

/** A table with empty rows above and empty columns at its left. */
function moved(table: OfficeTable, rows: number, columns: number): OfficeTable {
  const above = Array.from({ length: rows }, () => [text("")]);
  const left = (row: OfficeTable[number], index: number) =>
    Array.from({ length: index >= 0 ? columns : 0 }, () => text("")).concat(row);
  return [...above, ...table.map(left)];
}

const sheet = (name: string, rows: OfficeTable, widths: readonly number[] = WIDTHS): OfficeSheet => ({
  name,
  rows,
  widths,
});

const workbooks: [name: string, sheets: OfficeSheet[], formats: string[]][] = [
  ["one-form", [sheet("自评表", formTable(RIVER))], ["xlsx", "xls", "ods", "html", "pdf", "csv"]],
  [
    "several-sheets",
    [
      sheet("填报说明", NOTES),
      sheet("目录", INDEX),
      sheet("水务局", [...formTable(RIVER), [text("")], ...formTable(TREES)]),
      sheet("文旅局", moved(formTable(ARCHIVE), 3, 2), [8, 8, ...WIDTHS]),
    ],
    ["xlsx", "xls", "ods"],
  ],
];

const texts: [name: string, blocks: (string | OfficeTable)[], formats: string[]][] = [
  [
    "report",
    [
      "云溪市清河区2024年度绩效自评报告",
      "一、总体情况\n2024年，各单位认真开展绩效自评，现将项目支出绩效自评表公开如下。",
      "项目支出绩效自评表\n（2024年度）",
      formRows(RIVER),
      "二、古树名木养护项目\n该项目执行率偏低，主要是复壮工程验收推迟。",
      "项目支出绩效自评表\n（2024年度）",
      formRows(TREES),
      "三、下一步打算\n继续加强预算执行管理。",
    ],
    ["docx", "html", "pdf"],
  ],
];

/** Forms that page breaks cut: between rows, inside a row, and under the head. */
const RULES = Array.from(
  { length: 14 },
  (_, index) => `第${index + 1}条 各单位应当按照要求开展绩效自评，如实填写。`,
);
const TITLE = "项目支出绩效自评表\n（2024年度）";
texts.push([
  "page-breaks",
  [RULES.join("\n"), TITLE, formRows(RIVER), TITLE, formRows(TREES), TITLE, formRows(ARCHIVE)],
  ["pdf"],
]);

/** Commas, quotes around texts, UTF-8, from the first row. */
const CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1";

const work = mkdtempSync(join(tmpdir(), "office-"));
try {
  for (const [name, sheets, formats] of workbooks) convert(name, "fods", flatSpreadsheet(sheets), formats);
  for (const [name, blocks, formats] of texts) convert(name, "fodt", flatText(blocks), formats);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function convert(name: string, source: "fods" | "fodt", content: string, formats: readonly string[]): void {
  const path = join(work, `${name}.${source}`);
  writeFileSync(path, content);
  for (const format of formats) {
    const to = format === "csv" ? CSV_FILTER : format;
    execFileSync("soffice", [
      `-env:UserInstallation=file://${join(work, "profile")}`,
      "--headless",
      "--convert-to",
      to,
      "--outdir",
      work,
      path,
    ]);
    copyFileSync(join(work, `${name}.${format}`), join(FIXTURES, `${name}.${format}`));
  }
}
