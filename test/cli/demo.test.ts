import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { saysSynthetic } from "../../loaders/synthetic.ts";
import { workspaceAt } from "../../loaders/workspace.ts";
import { addSource, compute, jixiao, makeWorkspace, query, temporaryFolder } from "./workspace.ts";

/** Every file below a folder with its bytes, by path. */
async function filesBelow(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(files.map((path) => readFile(path, "utf8")));
  return new Map(files.map((path, at) => [path.slice(folder.length), contents[at]!] as const).sort());
}

async function demo(...args: string[]): Promise<string> {
  const to = join(await temporaryFolder(), "合成 区");
  const { code, stderr } = await jixiao(["demo", "--to", to, ...args]);
  expect(code, stderr).toBe(0);
  return to;
}

describe("jixiao demo", () => {
  it("writes as many forms as are asked for, for the years asked for", async () => {
    const to = await demo("--forms", "100", "--years", "2021-2023", "--noise", "0");
    await compute(workspaceAt(to));
    const years = await query(
      workspaceAt(to),
      "select fiscal_year, count(*) as forms from mart.forms group by all order by all",
    );
    expect(years.map(({ fiscal_year }) => fiscal_year)).toEqual([2021, 2022, 2023]);
    expect(years.reduce((sum, { forms }) => sum + Number(forms), 0)).toBe(100);
  });

  it("writes the same bytes for the same seed, and others for another", async () => {
    const args = ["--forms", "80", "--years", "2024", "--noise", "50"];
    const [one, same, other] = [
      await filesBelow(await demo(...args, "--seed", "7")),
      await filesBelow(await demo(...args, "--seed", "7")),
      await filesBelow(await demo(...args, "--seed", "8")),
    ];
    expect(same).toEqual(one);
    expect([...other.values()]).not.toEqual([...one.values()]);
  });

  it("says in every document, and in the warehouse, that all is made", async () => {
    const to = await demo("--forms", "40");
    for (const [path, text] of await filesBelow(join(to, "sources")))
      expect(saysSynthetic(text.split("\n")[0]), path).toBe(true);
    await compute(workspaceAt(to));
    expect(await query(workspaceAt(to), "select synthetic from mart.run")).toEqual([{ synthetic: true }]);
  });

  it("leaves a folder alone that holds anything", async () => {
    const to = await temporaryFolder();
    await mkdir(join(to, "sources"));
    await writeFile(join(to, "sources", "真的.txt"), "真的");
    const { code, stderr } = await jixiao(["demo", "--to", to]);
    expect(code).toBe(2);
    expect(stderr).toContain("已有文件");
    expect([...(await filesBelow(to)).values()]).toEqual(["真的"]);
  });

  it.each([
    ["--years", "2024-2020"],
    ["--years", "去年"],
    ["--forms", "0"],
    ["--forms", "1.5"],
    ["--noise", "101"],
    ["--seed", "-1"],
  ])("ends with 2 for %s %s", async (option, value) => {
    const to = join(await temporaryFolder(), "x");
    const { code, stderr } = await jixiao(["demo", "--to", to, `${option}=${value}`]);
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });
});

describe("made data and real data", () => {
  const rejected = "select path, code from mart.rejected";

  it("are not read side by side, wherever the made ones come from", async () => {
    const to = await demo("--forms", "20", "--years", "2024");
    const [, text] = [...(await filesBelow(join(to, "sources")))][0]!;
    const real = text.split("\n").slice(2).join("\n");
    const workspace = await makeWorkspace({ "2024/真的.txt": real, "2024/编的.txt": text });
    const { ingest } = await compute(workspace);
    expect(ingest.documents).toBe(1);
    expect(await query(workspace, rejected)).toEqual([{ path: "2024/编的.txt", code: "mixed" }]);

    await addSource(workspaceAt(to), "2024/真的.txt", real);
    await compute(workspaceAt(to));
    expect(await query(workspaceAt(to), rejected)).toEqual([{ path: "2024/真的.txt", code: "mixed" }]);
  });

  it("are told apart anew when a workspace has become the other", async () => {
    const to = await demo("--forms", "20", "--years", "2024");
    const { ingest } = await compute(workspaceAt(to));
    await rm(join(to, "synthetic.json"));
    const after = await compute(workspaceAt(to));
    expect(after.ingest.rejected.map(({ code }) => code)).toEqual(Array(ingest.documents).fill("mixed"));
    expect(await query(workspaceAt(to), "select synthetic, forms from mart.run")).toEqual([
      { synthetic: false, forms: "0" },
    ]);
  });
});
