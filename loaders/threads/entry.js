// Where a thread begins. It is TypeScript behind this, which a thread has to be told anew how to read.
import { register } from "tsx/esm/api";

register();
await import("./answer.ts");
