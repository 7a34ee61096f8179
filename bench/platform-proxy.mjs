// Stands between the pods and Redis, and passes everything on after a time, in its order. Messages: { port } and { milliseconds }.
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

let milliseconds = 0;

process.on("message", async (message) => {
  if (message.port !== undefined) {
    const url = await listen(message.port);
    return process.send({ url });
  }
  milliseconds = message.milliseconds;
  process.send({});
});
process.on("disconnect", () => process.exit());

async function listen(port) {
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    pass(client, upstream);
    pass(upstream, client);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return `redis://127.0.0.1:${server.address().port}`;
}

function pass(from, to) {
  let before = Promise.resolve();
  from.setNoDelay(true);
  from.on("data", (data) => {
    const write = () => to.writable && to.write(data);
    before = milliseconds === 0 ? before.then(write) : Promise.all([before, sleep(milliseconds)]).then(write);
  });
  from.on("error", () => to.destroy());
  from.on("close", () => to.destroy());
}
