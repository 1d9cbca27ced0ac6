/**
 * The one thing of a chart that the library does not let its caller set: that a figure beside a bar keeps to one line. Narrow
 * bars break `1,390` in two otherwise, at least in LibreOffice.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const CHART = /^word\/charts\/chart\d+\.xml$/;
const LABELS = /<c:dLbls>.*?<\/c:dLbls>/gs;
/** The earliest day of a ZIP archive: the same document is the same file whenever it is written. */
const NO_DAY = "1980-01-01";

/** The document with the labels of its charts on one line each; everything else stays as it is. */
export function withUnbrokenLabels(document: Uint8Array): Uint8Array {
  const parts = unzipSync(document);
  for (const [path, bytes] of Object.entries(parts))
    if (CHART.test(path)) parts[path] = strToU8(strFromU8(bytes).replace(LABELS, onOneLine));
  return zipSync(parts, { mtime: NO_DAY });
}

function onOneLine(labels: string): string {
  return labels.replaceAll('wrap="square"', 'wrap="none"');
}
