import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { serveSite } from "../../src/cli/site/serve.ts";
import type { Notices } from "../../src/components/site-notices/notices.ts";
import { fileText } from "./made-text.ts";
import { addSource, JIXIAO, jixiao, makeWorkspace, query, temporaryFolder } from "./workspace.ts";

/** A port that somebody else has until the test is finished. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Waits for what a program does in its own time. */
async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("it did not come true");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A site is built in half a minute on an idle laptop; a busy one takes longer. */
const PATIENCE = 400_000;

it(
  "start reads, computes, builds, and serves on the next port when the wanted one is taken",
  async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    const to = join(workspace.root, "网站");
    const port = await takenPort();
    const args = ["start", "--data", workspace.root, "--to", to, "--port", String(port)];
    const child = spawn(process.execPath, [JIXIAO, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    const address = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          const found = /网站已在本机打开：(\S+)/.exec(said)?.[1];
          if (found) resolve(found);
        });
      }
      child.once("exit", () => reject(new Error(said)));
    });
    expect(said).toContain(`端口 ${port} 已被占用，改用 ${new URL(address).port}。`);
    expect(new URL(address).hostname).toBe("127.0.0.1");
    expect(new URL(address).port).not.toBe(String(port));

    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<!DOCTYPE html>");
    const [form] = await query(workspace, "select form_id from mart.forms");
    const share = await fetch(`${address}_file/data/forms/${String(form!.form_id).replace("-", "/")}.json`);
    expect(((await share.json()) as { form: unknown }).form).toMatchObject({ project_name: "活动经费" });
    expect((await fetch(`${address}没有.html`)).status).toBe(404);

    // While it is open it follows the sources: what is put there is shown, and what cannot be read is told.
    const notices = async () => (await (await fetch(`${address}_file/data/notices.json`)).json()) as Notices;
    const first = await notices();
    expect(first).toMatchObject({ live: true, rejected: [] });
    await waitUntil(() => said.includes("按 Ctrl+C 结束"));
    await addSource(workspace, "2031/乙局.txt", fileText([{ project: "培训经费", unit: "云溪市乙局本级" }]));
    await waitUntil(async () => (await notices()).version !== first.version);
    // The figures come first; the briefings, which take longer, follow and are said to until they do.
    await waitUntil(async () => (await notices()).briefings === undefined);
    const projects = await fetch(`${address}_file/data/briefings/index.json`);
    expect(await projects.json()).toMatchObject({ briefings: [{ id: "2031" }, {}, {}, {}] });
    const data = join(to, "_file", "data");
    const run = (await readdir(data)).find((name) => /^run\.[0-9a-f]{8}\.json$/.test(name))!;
    expect(JSON.parse(await readFile(join(data, run), "utf8"))).toMatchObject([{ documents: 2, forms: 2 }]);
    expect(await (await fetch(`${address}_file/data/search.json`)).text()).toContain("培训经费");
    await addSource(workspace, "2031/照片.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3));
    await waitUntil(async () => (await notices()).rejected.length > 0);
    const [rejected] = (await notices()).rejected;
    expect(rejected!.path).toContain("照片.txt");
    expect(rejected!.reason).toMatch(/\p{Script=Han}/u);

    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
    await expect(fetch(address)).rejects.toThrow();
  },
  PATIENCE,
);

it(
  "build leaves the files that others have put beside the site",
  async () => {
    const workspace = await makeWorkspace({ "2031/甲局.txt": fileText() });
    const to = join(workspace.root, "网站");
    await mkdir(to);
    await writeFile(join(to, "CNAME"), "mine");
    await writeFile(join(to, "index.html"), "old");
    const { code, stdout, stderr } = await jixiao(["build", "--json", "--data", workspace.root, "--to", to]);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ command: "build", exit_code: 0, forms: 1, site: to });
    expect(await readFile(join(to, "CNAME"), "utf8")).toBe("mine");
    expect(await readFile(join(to, "index.html"), "utf8")).toContain("<!DOCTYPE html>");
  },
  PATIENCE,
);

it("the server shows what is on the disk now, and nothing outside its folder", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "site"));
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "site", "index.html"), "first");
  const server = await serveSite(join(folder, "site"), 40_000);
  onTestFinished(() => server.close());
  expect(await (await fetch(server.address)).text()).toBe("first");
  await writeFile(join(folder, "site", "index.html"), "second, and longer");
  expect(await (await fetch(server.address)).text()).toBe("second, and longer");
  expect((await fetch(`${server.address}..%2fsecret.txt`)).status).toBe(404);
});
