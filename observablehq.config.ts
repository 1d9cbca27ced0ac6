import type MarkdownIt from "markdown-it";
import { MASTHEAD_SCRIPT, masthead, PAGES } from "./src/site/masthead.ts";
import { isSyntheticSite, syntheticStrip } from "./src/site/synthetic.ts";

const synthetic = await isSyntheticSite();

/**
 * Runs before the body is parsed. Framework's document has no language, forbids zooming and names its controls in
 * English; readers' programs need the first, people with weak eyes the second.
 */
const DOCUMENT_SETUP = `<script>{
  document.documentElement.lang = "zh-CN";
  document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
  // The answer that stands in the page is that of the newest year; an address may ask for another.
  if (location.search) document.documentElement.classList.add("has-query");
}</script>
<link rel="icon" href="/icon.svg">${MASTHEAD_SCRIPT}`;

/** Gives every heading an id that keeps its Chinese characters; Framework's own drops them and leaves nothing. */
function headingIds(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("heading_ids", (state) => {
    for (const [i, token] of state.tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const text = state.tokens[i + 1]?.content ?? "";
      const id = text
        .replace(/\$\{[^}]*\}/g, "")
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "");
      if (id) token.attrSet("id", id);
      else token.attrs = token.attrs?.filter(([name]) => name !== "id") ?? null;
    }
  });
  return md;
}

export default {
  root: "src",
  output: process.env.JIXIAO_DIST ?? "dist",
  title: synthetic ? "绩效自评（合成数据）" : "绩效自评",
  pages: PAGES,
  sidebar: false,
  pager: false,
  toc: false,
  search: false,
  // Plain files on any web server: a link names the file, since not every server knows that /form means form.html.
  preserveExtension: true,
  style: "style.css",
  globalStylesheets: [],
  head: DOCUMENT_SETUP,
  header: ({ path }: { path: string }) => syntheticStrip(synthetic) + masthead(path),
  footer: "",
  markdownIt: headingIds,
  // The loaders are TypeScript; tsx need not be on the PATH (it is not when the site is built by an installed command).
  interpreters: { ".ts": [process.execPath, "--import", import.meta.resolve("tsx")] },
};
