/**
 * The tables of the exported package: a public interface that programs and people depend on. Columns may be added on
 * the right, never renamed or moved.
 */
export interface ForeignKey {
  fields: readonly string[];
  resource: string;
  /** The fields of that resource, where their names differ from ours they stand in the same order. */
  references: readonly string[];
}

export interface PublicTable {
  /** The table of `mart` and the resource of the package. */
  name: string;
  title: string;
  columns: readonly string[];
  key: readonly string[];
  foreignKeys: readonly ForeignKey[];
  /** Where the fiscal year of a row stands: with its form, in a column of its own, or nowhere. */
  year: "form" | "own" | "none";
}

const OF_FORM: ForeignKey = { fields: ["form_id"], resource: "forms", references: ["form_id"] };

export const PUBLIC_TABLES: readonly PublicTable[] = [
  {
    name: "documents",
    title: "来源文件",
    columns: ["document_id", "path", "sha256", "bytes", "format", "encoding", "forms", "ingested_at"],
    key: ["document_id"],
    foreignKeys: [],
    year: "none",
  },
  {
    name: "forms",
    title: "自评表",
    columns: [
      ...["form_id", "document_id", "ordinal", "first_line", "last_line", "fiscal_year", "project_name"],
      ...["department", "implementing_unit", "total_score", "rating", "expected_goal", "actual_outcome"],
      ...["weights_sum_ok", "scores_sum_ok", "form_type"],
    ],
    key: ["form_id"],
    foreignKeys: [{ fields: ["document_id"], resource: "documents", references: ["document_id"] }],
    year: "own",
  },
  {
    name: "funding",
    title: "项目资金",
    columns: [
      ...["form_id", "source", "initial_budget", "adjusted_budget", "executed", "weight"],
      ...["reported_execution_rate", "reported_score", "line"],
    ],
    key: ["form_id", "source"],
    foreignKeys: [OF_FORM],
    year: "form",
  },
  {
    name: "indicators",
    title: "绩效指标",
    columns: [
      ...["form_id", "seq", "level1", "level2", "name", "target", "actual", "weight", "score"],
      ...["deviation_reason", "line"],
    ],
    key: ["form_id", "seq"],
    foreignKeys: [OF_FORM],
    year: "form",
  },
  {
    name: "indicator_values",
    title: "指标的数值和完成程度",
    columns: [
      ...["form_id", "seq", "operator", "target_value", "actual_value", "unit", "verdict"],
      ...["attainment", "attained", "rule_score", "target_kind", "actual_kind", "target_upper"],
      ...["rule_score_low", "rule_score_high", "reason", "target_date", "actual_date", "doubtful"],
    ],
    key: ["form_id", "seq"],
    foreignKeys: [{ fields: ["form_id", "seq"], resource: "indicators", references: ["form_id", "seq"] }],
    year: "form",
  },
  {
    name: "cell_flags",
    title: "存疑、修补和更正过的格",
    columns: ["form_id", "record", "seq", "field", "status", "as_read", "value", "reason", "line"],
    key: ["form_id", "record", "seq", "field"],
    foreignKeys: [OF_FORM],
    year: "form",
  },
  {
    name: "findings",
    title: "检查发现的问题",
    columns: [
      ...["finding_id", "rule", "severity", "fiscal_year", "form_id", "implementing_unit", "project_name"],
      ...["field", "reported", "expected", "amount", "message", "line"],
      ...["seq", "measured", "threshold", "doubtful", "figures", "decision", "decision_state"],
      ...["decision_reason", "decision_until", "decision_office"],
    ],
    key: ["finding_id"],
    foreignKeys: [OF_FORM],
    year: "own",
  },
  {
    name: "execution",
    title: "预算执行",
    columns: [
      ...["fiscal_year", "department", "implementing_unit", "project_name", "form_id", "source"],
      ...["initial_budget", "adjusted_budget", "executed", "unexecuted", "execution_rate", "adjustment_rate"],
    ],
    key: ["form_id", "source"],
    foreignKeys: [{ fields: ["form_id", "source"], resource: "funding", references: ["form_id", "source"] }],
    year: "own",
  },
];
