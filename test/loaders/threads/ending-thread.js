// A thread that gives back what it is sent, and ends without an answer when told to.
import { parentPort } from "node:worker_threads";

parentPort.on("message", (message) => {
  if (message === "end") process.exit(3);
  if (message === "fail") throw new Error("cells is undefined");
  parentPort.postMessage(message);
});
parentPort.postMessage("ready");
