#!/usr/bin/env node
// The command is TypeScript; tsx lets Node read it, also from inside node_modules.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./main.ts");
await main(process.argv.slice(2));
