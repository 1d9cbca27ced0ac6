import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { saySummary } from "../../src/cli/summaries.ts";
import { fileText } from "./made-text.ts";
import { captureOutput, compute, JIXIAO, makeWorkspace } from "./workspace.ts";

it("a run says how many forms another file supersedes", async () => {
  const text = fileText();
  const workspace = await makeWorkspace({
    "2031/甲局.txt": text,
    "2031/甲局（更正）.txt": text.replace("全年的活动已办好。", "全年的活动已经办好。"),
  });
  const summary = await compute(workspace);
  expect(summary.compute.catalogue).toEqual({ superseded: 1, similar: 0 });
  const { output, said } = captureOutput();
  saySummary(summary, output);
  expect(said()).toContain("有 1 张表的项目在别的文件里另有一张，没有重复计入");
});

it("a command whose reader has seen enough ends without a word", async () => {
  const child = spawn(process.execPath, [JIXIAO, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const [code] = (await once(child, "close")) as [number];
  expect({ code, complaint }).toEqual({ code: 0, complaint: "" });
});
