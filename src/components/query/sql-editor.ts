/** The editor of queries: colours, brackets, and names of tables and columns as one types. */
import { autocompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { PostgreSQL, sql } from "@codemirror/lang-sql";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { MartTable } from "./mart-files.js";

/** The colours of the site, which follow light and dark by themselves. */
const THEME = EditorView.theme({
  "&": { fontSize: "14px", color: "var(--ink)", backgroundColor: "var(--surface)" },
  "&.cm-focused": { outline: "3px solid var(--link)" },
  ".cm-content": { fontFamily: "var(--monospace)", minHeight: "9em", caretColor: "var(--ink)" },
  ".cm-scroller": { fontFamily: "var(--monospace)", lineHeight: "1.65", maxHeight: "24em", overflow: "auto" },
  ".cm-gutters": { color: "var(--ink-soft)", backgroundColor: "var(--sunken)", border: "none" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--link) 25%, transparent)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--surface)", border: "1px solid var(--rule)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--surface)",
    backgroundColor: "var(--link)",
  },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--link)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--flag-good)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--flag-doubt)" },
  { tag: tags.comment, color: "var(--ink-soft)" },
]);

export interface SqlEditor {
  element: HTMLElement;
  text(): string;
  replace(text: string): void;
  /** Writes at the cursor. */
  insert(text: string): void;
}

/**
 * @param tables whose names and columns are offered
 * @param run called at Ctrl+Enter
 */
export function sqlEditor(text: string, tables: MartTable[], run: () => void): SqlEditor {
  const names = Object.fromEntries(
    tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  );
  const runKey = {
    key: "Mod-Enter",
    run: () => {
      run();
      return true;
    },
  };
  const element = document.createElement("div");
  element.className = "sql-editor";
  // In a root of its own the editor's styles are objects of the page; as elements a strict server would forbid them.
  const root = element.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([runKey])),
        lineNumbers(),
        history(),
        bracketMatching(),
        autocompletion({ icons: false }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        sql({ dialect: PostgreSQL, schema: { mart: names, ...names } }),
        syntaxHighlighting(COLOURS),
        THEME,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "查询语句" }),
      ],
    }),
  });
  return {
    element,
    text: () => view.state.doc.toString(),
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
  };
}
