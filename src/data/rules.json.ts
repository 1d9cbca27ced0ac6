// The rules that findings follow, with what each asks.
import { printRows } from "./query.ts";

await printRows(`SELECT rule, name, source, cannot_tell, question FROM mart.rules`);
