/** The parts of a Markdown text that can be held to what they say. */

export interface CodeBlock {
  language: string;
  text: string;
}

export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }));
}

/** The lines of all shell blocks. */
export function shellCommands(markdown: string): string[] {
  return codeBlocks(markdown)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split("\n"))
    .filter((line) => line !== "");
}

/** Each output that is shown right under its commands, with the last of them. */
export function shownOutputs(markdown: string): { command: string; output: string }[] {
  const pairs = markdown.matchAll(/^```sh\n(?:[^`]*\n)?([^`\n]+)\n```\n\n```text\n(.*?)^```$/gms);
  return [...pairs].map(([, command, output]) => ({ command: command!, output: output! }));
}

/** The rows of the table under a heading row that begins with `first`, cells without their code marks. */
export function tableRows(markdown: string, first: string): string[][] {
  const lines = markdown.split("\n");
  const rows = lines.slice(lines.findIndex((line) => line.startsWith(`| ${first} |`)) + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Where links and pictures lead, inside the repository. */
export function localLinks(markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  return targets.filter((target) => !/^(?:https?:|#)/.test(target));
}

/** The paths of a folder listing that is indented by two blanks a level. */
export function listedPaths(listing: string): string[] {
  const above: string[] = [];
  return listing
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, indent, name] = /^( *)(\S+)/.exec(line)!;
      above.splice(indent!.length / 2, above.length, name!);
      return above.join("");
    });
}
