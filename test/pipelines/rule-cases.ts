/** What holds for every rule, whatever it looks at. */
import { expect, it } from "vitest";

export type Severity = "error" | "warning" | "info";
export type Scenario = "caught" | "left" | "uncertain" | "repaired";
type Finding = Record<string, unknown>;

const SOFTER = { error: "warning", warning: "info", info: "info" } as const;

/**
 * Tests one case of a rule: what must be caught is found once, a near miss not at all, and a doubtful cell makes it softer.
 *
 * @param findingsOf the rule's findings in one of the case's scenarios
 * @param look looks at the finding in what must be caught
 */
export function testRule(
  severity: Severity,
  findingsOf: (scenario: Scenario) => Promise<Finding[]>,
  look: (finding: Finding) => void,
): void {
  it("is found once, with what was measured", async () => {
    const [finding, ...others] = await findingsOf("caught");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity, doubtful: false });
    expect(finding!.measured).not.toBeNull();
    look(finding!);
  });

  it("is not found in a near miss", async () => {
    expect(await findingsOf("left")).toEqual([]);
  });

  it("is said more softly where a cell that it rests on is doubtful", async () => {
    const [finding] = await findingsOf("uncertain");
    expect(finding).toMatchObject({ severity: SOFTER[severity], doubtful: true });
    expect(finding!.message).toMatch(/所依据的格读取存疑，请先与原件核对。$/);
    const [mended] = await findingsOf("repaired");
    expect(mended).toMatchObject({ severity, doubtful: false });
  });
}
