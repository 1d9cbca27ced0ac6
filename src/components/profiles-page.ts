/** Which forms follow which profile (口径): how the 100 points are split, what the rate divides by, which sources stand in a form. */
import { html } from "htl";
import { HOW_TO_BEGIN, NOTHING_READ } from "./findings.js";
import { count, NONE, yearName } from "./format.js";
import { linkToForm } from "./links.js";
import { type FormNames, formTitle, UNNAMED } from "./measures.js";
import type { FilterField } from "./pieces/list-filter.js";
import { longList } from "./pieces/long-list.js";
import { type CodedIndex, countsBy, type KeyValue, portionsOf } from "./pieces/piece-index.js";
import { type Column, table } from "./table.js";
import { titled } from "./titled.js";

interface Weights {
  execution_weight: string | null;
  cost_weight: string | null;
  output_weight: string | null;
  benefit_weight: string | null;
  satisfaction_weight: string | null;
}

/** A row of `mart.profiles`; points as forms print them. */
export interface ProfileRow extends Weights {
  profile: string;
  name: string;
  source: string;
  /** Nearest to it, and of those the ones that are the same to the point. */
  forms: number;
  following_forms: number;
  largest_departure: string | null;
  /** Of the nearest, those with a weight or level that asks for a person. */
  doubtful_forms: number;
  /** Set by the workspace's profiles.csv. */
  own: boolean;
}

/** A row of `mart.form_profiles`. */
export interface FormProfileRow extends Weights, FormNames {
  form_id: string;
  fiscal_year: number | null;
  profile: string | null;
  follows: string;
  other_weight: string | null;
  departing_group: string | null;
  departure: string | null;
  denominator: string | null;
  sources: string | null;
  /** A weight or level that this rests on asks for a person. */
  doubtful: boolean;
}

const FOLLOWS: Record<string, string> = { follows: "完全相同", departs: "有出入", none: "说不清" };
const DENOMINATORS: Record<string, string> = { adjusted: "全年预算数", initial: "年初预算数" };

/** What nearly all forms print; a column of it would say nothing. */
const NATIONAL_SOURCES = "年度资金总额、当年财政拨款、上年结转资金、其他资金";

const followsName = (value: KeyValue) => FOLLOWS[String(value)] ?? String(value);
const denominatorName = (value: KeyValue) =>
  value === null ? "分不出" : (DENOMINATORS[String(value)] ?? String(value));

function points<Row extends Weights>(label: string, key: keyof Weights): Column<Row> {
  return { label, unit: "分", numeric: true, cell: (row) => row[key] ?? NONE, value: (row) => row[key] };
}

function weights<Row extends Weights>(): Column<Row>[] {
  return [
    points("预算执行", "execution_weight"),
    points("成本", "cost_weight"),
    points("产出", "output_weight"),
    points("效益", "benefit_weight"),
    points("满意度", "satisfaction_weight"),
  ];
}

const PROFILES: Column<ProfileRow>[] = [
  {
    label: "口径",
    cell: (row) =>
      html.fragment`<a href=${`?${new URLSearchParams({ profile: row.profile })}`}>${row.name}</a>
        ${row.own ? "（本工作区）" : ""} <span class="where"><code>${row.profile}</code></span>
        ${row.doubtful_forms > 0 ? html`<span class="doubt">⚑ 含 ${count(row.doubtful_forms)} 张分值或类别待核的表单</span>` : null}`,
    value: ({ name }) => name,
  },
  { label: "依据", cell: ({ source }) => source, value: ({ source }) => source },
  ...weights<ProfileRow>(),
  {
    label: "最近它的表单",
    unit: "张",
    numeric: true,
    cell: ({ forms }) => count(forms),
    value: ({ forms }) => forms,
  },
  {
    label: "完全相同",
    unit: "张",
    numeric: true,
    cell: ({ following_forms }) => count(following_forms),
    value: ({ following_forms }) => following_forms,
  },
];

function formColumns(documents: Map<string, string>): Column<FormProfileRow>[] {
  const profileName = ({ profile }: FormProfileRow) =>
    profile === null ? NONE : (documents.get(profile) ?? profile);
  return [
    {
      label: "项目 · 实施单位",
      cell: (row) =>
        html.fragment`<a href=${linkToForm(row.form_id)}>${formTitle(row)}</a> ${row.doubtful ? html`<span class="doubt">⚑ 分值或类别待核</span>` : null}`,
      value: formTitle,
    },
    { label: "年度", short: true, cell: (row) => yearName(row.fiscal_year), value: (row) => row.fiscal_year },
    { label: "口径", cell: profileName, value: profileName },
    {
      label: "与口径",
      cell: ({ follows, departing_group: group, departure }) =>
        follows === "departs" && group !== null
          ? `${group}相差 ${Number(departure)} 分`
          : followsName(follows),
      value: ({ follows }) => follows,
    },
    ...weights<FormProfileRow>(),
    {
      label: "其他",
      unit: "分",
      numeric: true,
      cell: (row) => row.other_weight ?? NONE,
      value: (row) => row.other_weight,
    },
    {
      label: "执行率的分母",
      cell: (row) => denominatorName(row.denominator),
      value: (row) => denominatorName(row.denominator),
    },
    {
      label: "资金来源各行",
      cell: (row) => (row.sources === NATIONAL_SOURCES ? "国家表式的四行" : (row.sources ?? NONE)),
      value: (row) => row.sources,
      text: (row) => row.sources ?? "",
    },
  ];
}

function fieldsOf(names: Map<string, string>): FilterField[] {
  return [
    {
      ...{ key: "fiscal_year", param: "year", label: "年度" },
      name: (year) => yearName(year === null ? null : Number(year)),
      order: (a, b) => Number(b ?? -1) - Number(a ?? -1),
    },
    { key: "implementing_unit", param: "unit", label: "实施单位", name: (unit) => String(unit ?? UNNAMED) },
    {
      key: "profile",
      param: "profile",
      label: "口径",
      name: (profile) => (profile === null ? "说不清" : (names.get(String(profile)) ?? String(profile))),
    },
    { key: "follows", param: "follows", label: "与口径", name: followsName },
    { key: "denominator", param: "denominator", label: "执行率的分母", name: denominatorName },
  ];
}

/** Which profile most forms come near to, and how many follow one to the point. */
function title(profiles: ProfileRow[], forms: number): string {
  const [most] = [...profiles].sort((a, b) => b.forms - a.forms);
  const following = profiles.reduce((sum, { following_forms }) => sum + following_forms, 0);
  if (!most || most.forms === 0) return `${count(forms)} 张表单的口径都说不清`;
  return `${count(forms)} 张表单中 ${count(most.forms)} 张最近“${most.name}”，${count(following)} 张与所近的口径完全相同`;
}

export interface ProfilesPage {
  profiles: ProfileRow[];
  index: CodedIndex;
  /** Forms that were read. */
  forms: number;
  search: string;
}

/** The page of profiles and of the forms that follow them; its filters are in the address. */
export function profilesPage({ profiles, index, forms, search }: ProfilesPage): HTMLElement {
  if (forms === 0)
    return html`<div><h1>${titled(NOTHING_READ)}</h1><p class="lead">${HOW_TO_BEGIN}</p></div>`;
  const names = new Map(profiles.map(({ profile, name }) => [profile, name]));
  const documents = new Map(profiles.map(({ profile, source }) => [profile, source]));
  const denominators = countsBy(portionsOf(index), "denominator")
    .map(({ value, rows }) => `${denominatorName(value)} ${count(rows)} 张`)
    .join("，");
  return html`<div class="profiles-page">
    <h1>${titled(title(profiles, forms))}</h1>
    <p class="lead">口径是 100 分怎么分、执行率除以什么、资金分哪几行，各地各年不同，由表单自己所印的认出。口径不同的表单，得分不可直接相比。所印执行率的分母：${denominators}。</p>
    <h2 id="已知的口径">已知的口径</h2>
    ${table(profiles, PROFILES, { caption: "已知的口径，和有多少表单近于它", filtersFromAddress: false })}
    <p>本地另有规定的，写在 <code>profiles.csv</code> 里，再运行 <code>npx jixiao run</code>。</p>
    <h2 id="各张表单">各张表单</h2>
    ${longList<FormProfileRow>({
      ...{ name: "form_profiles", index, fields: fieldsOf(names), columns: formColumns(documents) },
      ...{ caption: "各张表单的口径", counted: "张表单" },
      words: (row) => [row.form_id, row.project_name, row.implementing_unit, row.sources].join(" "),
      empty: "没有符合条件的表单。请去掉一些筛选。",
      search,
      onFilter: () => {},
    })}
  </div>`;
}
