/** What every page rests on. */
import { html } from "htl";
import { count } from "./format.js";
import type { Run } from "./measures.js";

const BEIJING = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "long",
  timeStyle: "short",
});

/** Which documents, when, and by which version. */
export function provenanceText(run: Run): string {
  const rejected = run.rejected > 0 ? `，另有 ${count(run.rejected)} 份文件未能读入` : "";
  const at = `运行时间：${BEIJING.format(new Date(run.run_at))}（北京时间）`;
  const synthetic = run.synthetic ? "合成数据，不是真实的表单。" : "";
  return `${synthetic}数据：${count(run.documents)} 份文件、${count(run.forms)} 张表单${rejected}。${at}。软件版本：${run.version}。`;
}

/** What a page printed on paper needs to be found again. */
export function provenance(run: Run): HTMLElement {
  return html`<p class="provenance">${provenanceText(run)}<br>
    比率一律为合计之比，四舍五入到两位小数；表单页所示为原表所印，多为截断，末位可能相差 0.01。</p>`;
}
