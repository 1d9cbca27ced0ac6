/**
 * Districts that exist on no map. Every name is made of two invented halves, so that a city of any size can be filled.
 */

/** The city that all made districts belong to. */
export const CITY = "云溪市";

const FIRST = ["岚", "栖", "枫", "霁", "澄", "桐", "芦", "雁", "棠", "砚"];
const SECOND = ["桥", "汀", "湖", "坡", "陵", "渡", "台", "源"];

/** Names of towns and subdistricts inside a district. */
export const TOWNS = ["柳荫", "石泉", "东篱", "望舒", "青禾", "竹溪", "南屏", "花墩", "鹿鸣", "云栈"];

/** The n-th district, from 0: `云溪市岚桥区`. The first eighty differ; further ones are numbered. */
export function districtName(index: number): string {
  const within = index % (FIRST.length * SECOND.length);
  // Both halves change from one to the next: neighbours would be mixed up otherwise.
  const first = FIRST[within % FIRST.length]!;
  const second = SECOND[(within + Math.floor(within / FIRST.length)) % SECOND.length]!;
  const round = Math.floor(index / (FIRST.length * SECOND.length));
  return `${CITY}${first}${second}${round === 0 ? "" : `第${round + 1}`}区`;
}
