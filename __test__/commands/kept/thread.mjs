// The thread that talks with the kept process, so that the thread of the test can wait for an answer as for a process that ends.
import { fork } from "node:child_process";
import { workerData } from "node:worker_threads";

const { file, turns, port } = workerData;
const turn = new Int32Array(turns);
const open = new Set();
const child = fork(file, [], { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
let said = "";
child.stderr.setEncoding("utf8").on("data", (text) => {
  said += text;
});

function tell(answer) {
  open.delete(answer.id);
  port.postMessage(answer);
  Atomics.add(turn, 0, 1);
  Atomics.notify(turn, 0);
}

child.on("message", tell);
child.on("close", (code, signal) => {
  for (const id of open) tell({ id, ended: `the kept process ended (${signal ?? code}): ${said}` });
});
port.on("message", (call) => {
  open.add(call.id);
  if (child.connected) child.send(call);
  else tell({ id: call.id, ended: `the kept process has ended: ${said}` });
});
