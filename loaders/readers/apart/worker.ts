/**
 * The thread that takes files apart: one question, one answer.
 */
import { parentPort } from "node:worker_threads";
import { messageOf } from "../../problem.ts";
import { readSheets } from "../read-sheets.ts";
import { Refusal } from "../refusal.ts";
import type { Answer, Question } from "./messages.ts";

parentPort!.on("message", async ({ file, bytes }: Question) => {
  parentPort!.postMessage(await answer(file, bytes));
});

async function answer(file: Question["file"], bytes: Uint8Array): Promise<Answer> {
  try {
    return { kind: "read", sheets: await readSheets(file, bytes) };
  } catch (error) {
    if (error instanceof Refusal)
      return { kind: "refused", code: error.code, message: error.message, advice: error.advice };
    return { kind: "failed", message: messageOf(error) };
  }
}
