/** What a page is told about the run behind it. Written by `src/data/notices.ts`. */

export interface RejectedFile {
  path: string;
  reason: string;
  advice: string;
}

export interface Notices {
  /** Changes with every run. */
  version: string;
  /** Whether the files may change while the page is open: `jixiao start` follows the sources. */
  live: boolean;
  /** Stands here while the briefings are still those of the run before; they are written last. */
  briefings?: "behind";
  /** Files that could not be read. */
  rejected: RejectedFile[];
  /** Why the last change could not be taken in: the figures are those of before, or the briefings alone. */
  problem?: { of: "figures" | "briefings"; message: string; advice: string };
}
