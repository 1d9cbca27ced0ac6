/** The page of profiles: which there are, and which forms follow them. */
import { describe, expect, test } from "vitest";
import { rows } from "../../pipelines/warehouse.ts";
import { textsOf } from "../browser.ts";
import type { Site } from "../site.ts";
import { tableOf } from "../tables.ts";

export function profiles(site: () => Site): void {
  const query = (sql: string) => rows(site().warehouse, sql);

  describe("profiles", () => {
    test("are told with how many forms come near to them, as the warehouse holds it", async () => {
      const { page, problems } = await site().open("profiles.html");
      const known = await query("select forms, following_forms from mart.profiles order by position");
      expect(known.some((row) => Number(row.forms) > 0)).toBe(true);
      const shown = await tableOf(page, "已知的口径");
      expect(shown.map((cells) => cells.slice(-2))).toEqual(
        known.map((row) => [String(row.forms), String(row.following_forms)]),
      );
      const [all] = await query("select count(*) as forms from mart.form_profiles");
      expect((await tableOf(page, "各张表单的口径")).length).toBe(Number(all!.forms));
      expect(problems).toEqual([]);
      await page.close();
    });

    test("lead to their forms, and a form to itself", async () => {
      const { page } = await site().open("profiles.html");
      const [profile] = await query(
        `select profile, count(*) as forms from mart.form_profiles
         where profile is not null group by profile order by forms desc limit 1`,
      );
      await page.locator(`a[href="?profile=${profile!.profile}"]`).click();
      await page.waitForURL(/profile=/);
      await page.locator("caption", { hasText: "各张表单的口径" }).waitFor();
      expect((await tableOf(page, "各张表单的口径")).length).toBe(Number(profile!.forms));
      expect((await textsOf(page, ".profiles-page output"))[0]).toContain(`${profile!.forms} 张表单`);
      await page.locator(".profiles-page .long-list tbody a").first().click();
      await page.waitForURL(/form\.html\?id=/);
      await page.close();
    });
  });
}
