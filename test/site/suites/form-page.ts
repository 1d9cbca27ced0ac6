/** The page of a form: as printed, beside its source, with its doubts where they are. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import { FORMS, HOSTILE_NAME } from "../made-forms.ts";
import type { Site } from "../site.ts";

/** The text of the source line that is marked, and whether it can be seen in its panel. */
async function markedLine(page: Page): Promise<{ line: number; visible: boolean }> {
  return page.locator(".source [aria-current]").evaluate((item) => {
    const panel = item.parentElement!.getBoundingClientRect();
    const box = item.getBoundingClientRect();
    const line = Number((item as HTMLElement).dataset.sourceLine);
    return { line, visible: box.top >= panel.top && box.bottom <= panel.bottom };
  });
}

export function formPage(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("form page", () => {
    test("shows every indicator and amount of the form, and its lines letter by letter", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.long}`);
      const indicators = await query(
        `select name from mart.indicators where form_id = '${FORMS.long}' order by seq`,
      );
      expect(indicators).toHaveLength(66);
      const names = await page
        .locator(".indicators tbody tr")
        .evaluateAll((lines) => lines.map((line) => line.querySelector("td:nth-last-child(6)")!.textContent));
      expect(names.map((name) => name?.trim())).toEqual(indicators.map((row) => row.name));
      const labels = await page
        .locator(".indicators td[rowspan]:not([rowspan='1'])")
        .evaluateAll((cells) =>
          cells.map((cell) => [cell.textContent?.trim(), (cell as HTMLTableCellElement).rowSpan]),
        );
      expect(labels).toEqual([
        ["产出指标", 66],
        ["数量指标", 33],
        ["质量指标", 33],
      ]);
      const lines = await query(
        `select text from mart.source_lines join mart.forms using (document_id)
         where form_id = '${FORMS.long}' and line between first_line and last_line order by line`,
      );
      const shown = await page
        .locator(".source code")
        .evaluateAll((codes) => codes.map((code) => code.textContent?.replaceAll("⇥", "\t")));
      expect(shown).toEqual(lines.map((row) => row.text));
      await page.close();
    });

    test("brings the asked line into view on both sides", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.long}&line=120`);
      await page.waitForSelector(".source [aria-current]");
      expect(await markedLine(page)).toEqual({ line: 120, visible: true });
      const cell = page.locator(".indicators td.is-asked").first();
      const box = (await cell.boundingBox())!;
      expect(box.y).toBeGreaterThan(0);
      expect(box.y + box.height).toBeLessThan(900);
      await page.close();
    });

    test("marks a line that is clicked, on both sides and in the address", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.long}&line=60`);
      await page.getByText("第66项课程完成数").first().click();
      const { line } = await markedLine(page);
      expect(line).not.toBe(60);
      expect(new URL(page.url()).searchParams.get("line")).toBe(String(line));
      expect((await textsOf(page, ".status"))[0]).toContain(`第 ${line} 行`);
      expect(await page.locator(".paper .is-asked").first().getAttribute("data-cell-line")).toBe(
        String(line),
      );
      await page.close();
    });

    test("marks a line by keyboard alone", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.long}`);
      await page.getByRole("link", { name: "第3项课程完成数" }).focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      const fromForm = await markedLine(page);
      expect((await textsOf(page, ".paper td.is-asked"))[0]).toBe("第4项课程完成数");
      await page.locator(".source a.number").first().focus();
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      const fromSource = await markedLine(page);
      expect(fromSource.visible).toBe(true);
      expect(fromSource.line).toBeGreaterThan(fromForm.line);
      await page.close();
    });

    test("sets every flag in its cell and explains it in a note", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.doubtful}`);
      const flags = await query(`select * from mart.cell_flags where form_id = '${FORMS.doubtful}'`);
      const asking = flags.filter((flag) => flag.asks_person).length;
      expect(asking).toBeGreaterThan(3);
      expect((await textsOf(page, ".honesty"))[0]).toContain(
        `⚑ ${asking} 处待核，✎ ${flags.length - asking} 处已修补或更正`,
      );
      const targets = await page
        .locator(".paper a.flag")
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("href")));
      expect(new Set(targets).size).toBe(flags.length);
      for (const target of targets) expect(await page.locator(`.notes ${target}`).count()).toBe(1);
      const notes = (await textsOf(page, ".notes li")).join("\n");
      for (const flag of flags) expect(notes).toContain(String(flag.reason));
      const cell = page.locator(".funding td", { hasText: "90.45" });
      expect(await cell.locator(".flag-uncertain").count()).toBe(1);
      await page.close();
    });

    test("says one thing once: a label over many rows carries one mark", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.doubtful}`);
      const marks = page.locator(".indicators td", { hasText: "效益指标" }).first().locator(".flag");
      expect(await marks.count()).toBe(1);
      await page.close();
    });

    test("tells what the rules found, with what to ask and the way to the line", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.long}`);
      const findings = await query(
        `select message, question, line from mart.findings join mart.rules using (rule) where form_id = '${FORMS.long}'`,
      );
      expect(findings.length).toBeGreaterThan(2);
      const shown = (await textsOf(page, ".finding")).join("\n");
      for (const finding of findings) {
        expect(shown).toContain(String(finding.message));
        expect(shown).toContain(`该问：${finding.question}`);
      }
      await page.locator(".finding a[data-line]").first().click();
      const line = await page.locator(".finding a[data-line]").first().getAttribute("data-line");
      expect((await markedLine(page)).line).toBe(Number(line));
      await page.close();
    });

    test("tells that amounts were converted", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.unfunded}`);
      expect(await textsOf(page, ".converted")).toEqual(["原文金额以元为单位，此处均已换算为万元。"]);
      await page.close();
    });

    test("leads to its neighbours in the document", async () => {
      const { page } = await site().open(`form.html?id=${FORMS.activities}`);
      expect(await page.getByRole("link", { name: "上一张" }).count()).toBe(0);
      await page.getByRole("link", { name: "下一张" }).click();
      await page.waitForURL((url) => url.searchParams.get("id") === FORMS.doubtful);
      await page.close();
    });

    test.each([
      ["0123456789ab-01", "没有编号为“0123456789ab-01”的表单"],
      ["nonsense", "表单编号“nonsense”的写法不对"],
      ["", "表单编号“”的写法不对"],
      ["<img src=x onerror=window.hacked=9>", "表单编号“<img src=x onerror=window.hacked=9>”的写法不对"],
      ["../../../etc/passwd", "的写法不对"],
    ])("answers the id %j with a sentence and the list", async (id, sentence) => {
      const { page } = await site().open(`form.html?${new URLSearchParams({ id })}`);
      expect((await textsOf(page, "h1"))[0]).toBe("没有找到这张表单");
      expect((await textsOf(page, "[role=alert]"))[0]).toContain(sentence);
      expect(await page.locator(".form-list tbody tr").count()).toBe(10);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      await page.close();
    });

    test.each(["0", "-1", "9999", "1.5", "abc"])(
      "shows the form where its line %j is nonsense",
      async (line) => {
        const { page } = await site().open(`form.html?id=${FORMS.activities}&line=${line}`);
        expect((await textsOf(page, "h1"))[0]).toContain("活动经费");
        expect(await page.locator(".is-asked").count()).toBe(0);
        await page.close();
      },
    );

    test("shows text that looks like markup, and never runs it", async () => {
      for (const path of ["", "form.html", `form.html?id=${FORMS.hostile}`]) {
        const { page } = await site().open(path);
        await page.waitForLoadState("networkidle");
        expect((await textsOf(page, "body")).join()).toContain(HOSTILE_NAME);
        expect(await page.locator("main img, main script, main [onclick], main [onerror]").count()).toBe(0);
        expect(await page.evaluate(() => "hacked" in window)).toBe(false);
        await page.close();
      }
    });
  });
}
