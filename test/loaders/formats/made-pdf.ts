/**
 * PDF files made by hand, for what no office program writes.
 */

/** A PDF of these objects, numbered from 1; the first one is the catalogue. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

const stream = (entries: string, content: string): string =>
  `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;

/** Pages that are pictures, as a scanner makes them. */
export function scannedPdf(pages: number): Uint8Array {
  const page = (index: number): string =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</XObject<</I${index} 4 0 R>>>>>>`;
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(" ");
  return pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    stream("", "q 595 0 0 842 0 0 cm /I0 Do Q"),
    stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x"),
    ...Array.from({ length: pages }, () => page(0)),
  ]);
}

/**
 * A page of lines in GB 18030, under a font that lies on every Chinese computer and not in the file: its characters are named by
 * a table of the standard.
 */
export function standardFontPdf(lines: readonly Uint8Array[]): Uint8Array {
  const shown = lines.map((line) => `<${Buffer.from(line).toString("hex")}> Tj 0 -20 Td`).join(" ");
  return pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    stream("", `BT /F 12 Tf 50 700 Td ${shown} ET`),
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
  ]);
}

/** A page whose font says which glyphs it draws, and not which characters they are. */
export function unmappedPdf(): Uint8Array {
  const glyphs = Array.from({ length: 60 }, (_, index) => (index + 1).toString(16).padStart(4, "0")).join("");
  return pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    stream("", `BT /F 12 Tf 50 700 Td <${glyphs}> Tj ET`),
    "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Lost/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Lost/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/AAAAAA+Lost/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
  ]);
}
