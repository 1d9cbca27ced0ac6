/** Questions that no page answers: SQL on the tables of the site, in the browser. */
import { html } from "htl";
import { figure } from "../figure.js";
import { HOW_TO_BEGIN, NOTHING_READ } from "../findings.js";
import { count, NONE } from "../format.js";
import { linkToForm } from "../links.js";
import { type Column, table } from "../table.js";
import { titled } from "../titled.js";
import { type Answer, MOST_ROWS } from "./answer.js";
import { plainFigure } from "./arrow-cells.js";
import { EXAMPLES, type Example } from "./examples.js";
import { LateEngine } from "./late-engine.js";
import type { MartFiles, MartTable } from "./mart-files.js";
import { queryError } from "./query-errors.js";
import { type SqlEditor, sqlEditor } from "./sql-editor.js";

/** The query in an address; behind the sign that servers don't see, since it may be long. */
function askedQuery(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("sql");
}

type Row = Answer["rows"][number];

const FORM_ID = /^[0-9a-f]{12}-\d{2,}$/;

function columnsOf({ columns }: Answer): Column<Row>[] {
  return columns.map(({ name, numeric }, at) => ({
    label: name,
    numeric,
    cell: (row) => {
      const text = numeric ? plainFigure(row[at] ?? NONE) : (row[at] ?? NONE);
      return FORM_ID.test(text) ? html`<a href=${linkToForm(text)}>${text}</a>` : text;
    },
    value: (row) => row[at] ?? null,
  }));
}

/** An answer as a chart, where one suits it, and a table; charts are loaded with the first answer. */
async function answerElement(answer: Answer, sql: string): Promise<Node> {
  const { rows, isPart } = answer;
  const { quickChart } = await import("./quick-chart.js");
  const chart = quickChart(answer);
  const part = `结果超过 ${count(MOST_ROWS)} 行，只取了前 ${count(MOST_ROWS)} 行，下载的也是这些；请筛选或合计。`;
  return html.fragment`
    ${isPart ? html`<p class="trouble" role="alert">${part}</p>` : null}
    ${chart ? figure("查询结果", chart.note, chart.draw) : null}
    ${table(rows, columnsOf(answer), {
      ...{ caption: "查询结果", empty: "没有符合条件的行。", filtersFromAddress: false },
      filters: [`查询：${sql.replace(/\s+/g, " ").trim()}`, ...(isPart ? [part] : [])],
    })}`;
}

/** Examples that have an answer in these data, each to be clicked, and in words those that have none. */
function exampleList({ examples }: MartFiles, editor: SqlEditor): HTMLElement {
  const without = EXAMPLES.filter(({ name }) => !examples[name]).map(({ name }) => name);
  const buttons = answered(examples).map(
    ({ name, sql }) =>
      html`<button type="button" ${{ onclick: () => editor.replace(sql) }}>${name}<span class="where"> ${count(examples[name]!)} 行</span></button>`,
  );
  const left =
    without.length > 0 ? html`<span class="where">现有的表单里没有：${without.join("、")}。</span>` : null;
  return html`<p class="examples">例子：${buttons} ${left}</p>`;
}

/** The examples that give rows. */
function answered(rows: MartFiles["examples"]): Example[] {
  return EXAMPLES.filter(({ name }) => rows[name]);
}

/** A table with its columns; a click writes a name into the query. */
function tableEntry({ name, description, columns, rows }: MartTable, editor: SqlEditor): HTMLElement {
  const insert = (text: string) => () => editor.insert(text);
  return html`<details>
    <summary><code>${name}</code> <span class="where">${count(rows)} 行</span></summary>
    <p>${description} <button type="button" ${{ onclick: insert(`mart.${name}`) }}>写进查询</button></p>
    <ul>${columns.map(
      (
        column,
      ) => html`<li><button type="button" ${{ onclick: insert(column.name) }}><code>${column.name}</code></button>
        <span class="where">${column.type}</span> ${column.description}</li>`,
    )}</ul>
  </details>`;
}

/** The page; the engine is loaded and started by the first query. */
export function queryPage(files: MartFiles, forms: number): HTMLElement {
  if (forms === 0)
    return html`<div><h1>${titled(NOTHING_READ)}</h1><p class="lead">${HOW_TO_BEGIN}</p></div>`;
  const engine = new LateEngine(files);
  const status = html`<p class="status" role="status"></p>`;
  const result = html`<div class="answer"></div>`;
  const runButton =
    html`<button type="button" class="run" ${{ onclick: run }}>运行</button>` as HTMLButtonElement;
  const stopButton =
    html`<button type="button" ${{ onclick: () => engine.stop() }}>停止</button>` as HTMLButtonElement;
  const first = answered(files.examples)[0] ?? EXAMPLES[0]!;
  const editor = sqlEditor(askedQuery(location.hash) ?? first.sql, files.tables, run);
  let isRunning = false;

  function setRunning(is: boolean): void {
    isRunning = is;
    runButton.disabled = is;
    stopButton.disabled = !is;
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    const sql = editor.text();
    history.replaceState(null, "", `#${new URLSearchParams({ sql })}`);
    setRunning(true);
    result.replaceChildren();
    try {
      const answer = await engine.run(sql, (text) => {
        status.textContent = text;
      });
      const rows = `${count(answer.rows.length)}${answer.isPart ? " 行以上" : " 行"}`;
      status.textContent = `${rows}，用时 ${(answer.milliseconds / 1000).toFixed(2)} 秒。`;
      result.replaceChildren(await answerElement(answer, sql));
    } catch (error) {
      const { message, detail } = queryError(error);
      status.textContent = "";
      result.replaceChildren(
        html`<div class="trouble" role="alert"><p>${message}</p>
          ${detail ? html`<details><summary>引擎的原话（英文）</summary><pre>${detail}</pre></details>` : null}</div>`,
      );
    } finally {
      setRunning(false);
    }
  }

  setRunning(false);
  return html`<div class="query-page">
    <h1>${titled(`自由分析：用 SQL 查询 ${files.tables.length} 个表`)}</h1>
    <p class="lead">页面没有回答的问题，可以在这里直接查。查询在您的浏览器里运行，数据不离开本站；写错了也不会改动任何数据。网址里带着查询，可以发给同事。</p>
    ${exampleList(files, editor)}
    <div class="workbench">
      <section class="tables" aria-label="表和列"><h2 id="表和列">表和列</h2>${files.tables.map((each) => tableEntry(each, editor))}</section>
      <div>
        ${editor.element}
        <p class="actions">${runButton} ${stopButton} <span class="where">Ctrl+Enter 也可运行；最多取 ${count(MOST_ROWS)} 行</span></p>
        ${status}
      </div>
    </div>
    ${result}
  </div>`;
}
