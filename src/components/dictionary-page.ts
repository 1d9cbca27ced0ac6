/** What every figure of the site means: how cells are marked, measures, rules, limits, tables and columns. */
import { html } from "htl";
import type {
  Dictionary,
  DictionaryMeasure,
  DictionaryRule,
  DictionaryTable,
  DictionaryThreshold,
} from "../../pipelines/explore/dictionary.ts";
import { flagKind } from "./form/flag-kinds.js";
import { count, NONE } from "./format.js";
import { linkToFindings } from "./links.js";
import { type Column, table } from "./table.js";
import { titled } from "./titled.js";

/** What the marks on cells promise, in the words of the export's documentation. */
const FLAGS: readonly [status: string, meaning: string][] = [
  ["repaired", "修补过，表内规则或别处的文字可以佐证；可以放心使用"],
  ["corrected", "复核人核对原件后更正过；可以放心使用"],
  ["uncertain", "最可能的读法，但没有别处佐证；请对照原件"],
  ["truncated", "开头或结尾缺失；请对照原件"],
  ["missing", "没有读到；请对照原件"],
  ["ghost", "读到了，但判断是残影而舍去；请对照原件"],
];

function text<Row>(label: string, cell: (row: Row) => string, wide = false): Column<Row> {
  return { label, wide, cell: (row) => cell(row) || NONE, value: cell };
}

const MEASURES: Column<DictionaryMeasure>[] = [
  {
    label: "度量",
    cell: ({ name, measure }) => html.fragment`${name} <span class="where"><code>${measure}</code></span>`,
    value: ({ name }) => name,
  },
  text("单位", ({ unit }) => unit),
  text("怎么算", ({ formula }) => formula, true),
  text("依据", ({ source }) => source),
  text("看不出什么", ({ cannot_tell }) => cannot_tell),
];

const RULES: Column<DictionaryRule>[] = [
  {
    label: "规则",
    cell: ({ rule, name }) => html`<a href=${linkToFindings({ year: "all", rule })}>${rule} ${name}</a>`,
    value: ({ rule }) => rule,
  },
  text("依据", ({ source }) => source),
  text("该问什么", ({ question }) => question),
  text("看不出什么", ({ cannot_tell }) => cannot_tell),
];

const THRESHOLDS: Column<DictionaryThreshold>[] = [
  {
    label: "界限",
    cell: ({ name, meaning }) => html.fragment`${meaning} <span class="where"><code>${name}</code></span>`,
    value: ({ meaning }) => meaning,
  },
  { label: "现用", numeric: true, cell: ({ threshold }) => threshold, value: ({ threshold }) => threshold },
  {
    label: "默认",
    numeric: true,
    cell: ({ default_value }) => default_value,
    value: ({ default_value }) => default_value,
  },
  text("单位", ({ unit }) => unit),
  text("依据", ({ source, overridden_by }) =>
    overridden_by ? `${overridden_by}（默认：${source}）` : source,
  ),
];

const COLUMNS: Column<DictionaryTable["columns"][number]>[] = [
  { label: "列", cell: ({ name }) => html`<code>${name}</code>`, value: ({ name }) => name },
  { label: "类型", cell: ({ type }) => html`<code>${type}</code>`, value: ({ type }) => type },
  text("含义", ({ description }) => description, true),
];

function tableSection({ schema, name, description, columns }: DictionaryTable): HTMLElement {
  const id = `${schema}.${name}`;
  const details =
    html`<details id=${id}><summary><code>${id}</code> ${description}</summary></details>` as HTMLDetailsElement;
  // Two dozen tables of columns are made when somebody looks at them.
  details.ontoggle = () => {
    if (details.open && !details.querySelector("table")) {
      details.append(table(columns, COLUMNS, { caption: `${id} 的各列`, limit: 100 }));
    }
  };
  return details;
}

/** The page, from what the tables and rules say of themselves. */
export function dictionaryPage({ tables, measures, rules, thresholds }: Dictionary): HTMLElement {
  const title = `数据字典：${count(measures.length)} 个度量、${count(rules.length)} 条规则、${count(thresholds.length)} 个界限、${count(tables.length)} 个表`;
  return html`<div class="dictionary-page">
    <h1>${titled(title)}</h1>
    <p class="lead">每个数字怎么算、依据什么文件、看不出什么，都写在这里。说明与数据出自同一处：命令
      <code>npx jixiao dictionary</code> 给出的是同样的文字。</p>
    <h2 id="数字从哪里来">数字从哪里来</h2>
    <p>程序读取来源文件里的每一格，用表内的勾稽关系（来源相加等于总额、执行率、分值和得分之和）在几种读法中取舍。与原文不只差在断开、空格和全半角的格，都带标记：</p>
    <ul class="flag-meanings">${FLAGS.map(([status, meaning]) => {
      const { name, sign } = flagKind(status);
      return html`<li><span class=${`flag flag-${status}`}><span aria-hidden="true">${sign}</span> ${name}</span> ${meaning}</li>`;
    })}</ul>
    <p>没有标记的格与原文一致。带标记而没有佐证的格列在<a href="./review.html">待复核</a>，用到它们的合计标有 ⚑。</p>
    <p>金额以万元计，汇总的比率一律为合计之比，不是比率的平均；分母为 0 的比率是空，不是 0。部门整体和转移支付的表单不计入项目合计。</p>
    <h2 id="度量">度量</h2>
    ${table(measures, MEASURES, { caption: "度量怎么算", limit: 100, search: true })}
    <h2 id="规则">规则</h2>
    <p>规则只指出值得一问的地方，不下结论。点规则名可看它发现的问题。</p>
    ${table(rules, RULES, { caption: "规则和依据", limit: 100, search: true })}
    <h2 id="界限">界限</h2>
    <p>规则用到的界限。工作区可用 <code>thresholds.csv</code> 改成本地的规定，改过的写明依据。</p>
    ${table(thresholds, THRESHOLDS, { caption: "规则所用的界限", limit: 100, search: true })}
    <h2 id="表和列">表和列</h2>
    <p>这些表可在<a href="./query.html">自由分析</a>里查询，也可用 <code>npx jixiao export</code> 导出。</p>
    ${tables.map(tableSection)}
  </div>`;
}
