/**
 * `jixiao profile`: which forms follow which profile (口径).
 */
import { Problem } from "../../../loaders/problem.ts";
import { tableText } from "../../../pipelines/explore/answer-text.ts";
import {
  type FormProfile,
  formProfiles,
  type Profile,
  type ProfileCount,
  profileCounts,
  profiles,
} from "../../../pipelines/explore/profiles.ts";
import { contextOf, defineCommand } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import type { Output } from "../output.ts";
import { readWarehouse } from "../read-warehouse.ts";
import { summaryHead } from "../summaries.ts";

/** What people ask for to see the forms that are near no known profile. */
const NONE = "none";
const PARTS = ["执行", "成本", "产出", "效益", "满意度"];
const DENOMINATORS = { adjusted: "全年预算数", initial: "年初预算数" } as const;

export const profileCommand = defineCommand({
  command: "profile [profile]",
  describe: "显示表单各用哪种口径：分值的分配、执行率的分母、资金来源",
  options: (command) =>
    command
      .positional("profile", {
        describe: '口径的代号，例如 mof_2020，不属于任何一种的写作 "none"；不给则列出各种口径',
        type: "string",
      })
      .example("$0 profile", "各种口径各有多少张表单")
      .example("$0 profile mof_2021", "近于这种口径的表单，和各自的分值"),
  async handler(args) {
    const { workspace, output } = contextOf(args);
    const known = await readWarehouse(workspace, async (connection) => ({
      profiles: await profiles(connection),
      forms: await formProfiles(connection),
      denominators: await profileCounts(connection, "denominator"),
      sources: await profileCounts(connection, "sources"),
    }));
    const asked = args.profile === undefined ? null : profileNamed(known.profiles, args.profile);
    const forms =
      asked === null ? known.forms : known.forms.filter(({ profile }) => (profile ?? NONE) === asked);
    if (asked === null) sayProfiles(known, output);
    else sayForms(forms, output);
    output.summary({ ...summaryHead("profile", EXIT.done, workspace), ...known, forms });
    process.exitCode = EXIT.done;
  },
});

function profileNamed(known: readonly Profile[], asked: string): string {
  const names = [...known.map(({ profile }) => profile), NONE];
  if (names.includes(asked)) return asked;
  throw new Problem("wrong_use", `没有口径 ${asked}`, `可以是 ${names.join("、")}。`);
}

interface Known {
  profiles: Profile[];
  forms: FormProfile[];
  denominators: ProfileCount[];
  sources: ProfileCount[];
}

function sayProfiles({ profiles, forms, denominators, sources }: Known, output: Output): void {
  const none = forms.filter(({ profile }) => profile === null).length;
  const rows = profiles.map((profile) => [
    profile.profile,
    profile.source,
    ...weightsOf(profile),
    profile.forms,
    profile.following_forms,
  ]);
  sayTable(
    ["口径", "文件", ...PARTS, "近于它的表单", "完全相同的"],
    [...rows, [NONE, "（与以上都不同，或看不清）", "", "", "", "", "", String(none), ""]],
    output,
  );
  sayTable(
    ["执行率的分母", "表单"],
    denominators.map(({ value, forms }) => [denominatorText(value), forms]),
    output,
  );
  sayTable(
    ["所印的资金来源", "表单"],
    sources.map(({ value, forms }) => [value ?? "（没有资金表）", forms]),
    output,
  );
}

function sayForms(forms: readonly FormProfile[], output: Output): void {
  const columns = ["表单", "年度", "单位", "项目", ...PARTS, "其他", "与口径相同", "执行率的分母"];
  const rows = forms.map((form) => [
    form.form_id,
    form.fiscal_year === null ? "" : String(form.fiscal_year),
    form.implementing_unit ?? "",
    form.project_name ?? "",
    ...weightsOf(form),
    form.other_weight ?? "",
    form.follows === null ? "" : form.follows ? "是" : "否",
    denominatorText(form.denominator),
  ]);
  sayTable(columns, rows, output);
  output.say(`共 ${forms.length} 张表单。`);
}

function weightsOf(weights: Profile | FormProfile): string[] {
  const { execution_weight, cost_weight, output_weight, benefit_weight, satisfaction_weight } = weights;
  return [execution_weight, cost_weight, output_weight, benefit_weight, satisfaction_weight].map(
    (weight) => weight ?? "",
  );
}

function denominatorText(denominator: string | null): string {
  return DENOMINATORS[denominator as keyof typeof DENOMINATORS] ?? "（分不出）";
}

function sayTable(columns: string[], rows: string[][], output: Output): void {
  output.say(`${tableText({ columns, rows })}`);
}
