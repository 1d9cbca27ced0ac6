/**
 * How the engine compiles the reader. It is many small functions that call each other; V8's optimizing compiler sets them
 * into one another again and again, and by default spends more processor time on that than the faster code saves, even
 * over thousands of forms. A tenth of its budget for it is enough.
 */
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--max-inlined-bytecode-size-cumulative=100");
