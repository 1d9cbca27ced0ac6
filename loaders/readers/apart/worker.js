// A thread starts from JavaScript; tsx lets Node read the rest.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
