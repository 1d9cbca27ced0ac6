/**
 * Radicals that fonts hand out in place of the ordinary characters: 「⻓」 for 长, 「⽬」 for 目. Text layers of PDF are full of them,
 * and with them what is copied out of PDF.
 */

/** Radicals of the CJK supplement that stand for whole characters, and these; Unicode gives them no normal form. */
const RADICALS =
  "⺁⺄⺈⺊⺌⺍⺎⺐⺒⺓⺛⺜⺝⺟⺠⺩⺪⺫⺬⺮⺶⺷⺻⺼⺽⻁⻄⻅⻆⻇⻉⻊⻋⻏⻑⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";
const CHARACTERS =
  "厂乙刀卜小小兀尢巳幺旡日月母民王疋目示竹羊羊聿肉臼虎西见角角贝足车邑長长门阜雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
const BY_RADICAL = new Map([...RADICALS].map((radical, index) => [radical, [...CHARACTERS][index]!]));

/** Radicals, of both kinds, and characters that old standards had twice. */
const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/** A text with the ordinary characters for radicals. */
export function ordinaryCharacters(text: string): string {
  return text.replace(LOOKALIKES, (character) => BY_RADICAL.get(character) ?? character.normalize("NFKC"));
}
