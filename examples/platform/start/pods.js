import cluster from "node:cluster";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * Starts processes of the server that share one port.
 *
 * @param {{ count: number, settings: object }} options `settings`: what bff/pod.js gets, as JSON
 */
export async function startPods({ count, settings }) {
  cluster.setupPrimary({ exec: fileURLToPath(new URL("../bff/pod.js", import.meta.url)), args: [] });
  const pods = [];
  let isOver = false;
  const keep = async () => {
    const pod = await startPod(settings);
    pods.push(pod);
    pod.once("exit", (code, signal) => {
      pods.splice(pods.indexOf(pod), 1);
      if (isOver) return;
      console.error(`A pod of the server ended with ${signal ?? code}; another one is started.`);
      keep().catch((error) => console.error("There is no other one:", error));
    });
  };
  await Promise.all(Array.from({ length: count }, keep));
  return {
    pids: pods.map((pod) => pod.process.pid),
    /** `process.memoryUsage()` of each. */
    memory: () => Promise.all(pods.map(memoryOf)),
    stop: () => {
      isOver = true;
      return Promise.all(pods.map(stopPod));
    },
  };
}

async function startPod(settings) {
  const pod = cluster.fork();
  const ended = once(pod, "exit").then(([code]) => {
    throw new Error(`the server ended with ${code} before it was ready`);
  });
  await Promise.race([once(pod, "message"), ended]);
  pod.send(settings);
  await Promise.race([once(pod, "message"), ended]);
  ended.catch(() => undefined);
  return pod;
}

async function memoryOf(pod) {
  const answer = once(pod, "message");
  pod.send("memory");
  const [{ memory }] = await answer;
  return memory;
}

async function stopPod(pod) {
  const ended = once(pod, "exit");
  pod.disconnect();
  const hard = setTimeout(() => pod.process.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(hard);
}
