/**
 * Text of sites that mirror others: turned into traditional characters, with the sound of some of them in brackets
 * (`項(xiàng)目`). Forms are printed in simplified characters, so that is what they are read in.
 */
import { Converter } from "opencc-js/t2cn";

export interface PlainChinese {
  text: string;
  /** Whether anything was converted or taken out. */
  converted: boolean;
}

/** A character with its sound in brackets behind it. */
const SOUND = /(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]/g;
/** Words of every form, in traditional characters. */
const TRADITIONAL_LABELS = /項目名稱|主管部門|實施單位|績效|指標|資金總額/;

type Convert = (text: string) => string;
/** Made when it is first needed: its words take a tenth of a second to prepare. */
let simplify: Convert | null = null;

/** A text in simplified characters, without sounds; as it stands where its labels are. */
export function plainChinese(text: string): PlainChinese {
  const spoken = text.replace(SOUND, "");
  if (!TRADITIONAL_LABELS.test(spoken)) return { text, converted: false };
  const convert: Convert = simplify ?? Converter({ from: "t", to: "cn" });
  simplify = convert;
  return { text: convert(spoken), converted: true };
}
