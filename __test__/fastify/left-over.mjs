// Begins a change and is killed in the middle of it: with the lock, and without the end.
import { fileStore } from "@fedseal/fastify";

const [, , path] = process.argv;
fileStore(path).change({ who: "alice", why: "killed", to: () => process.kill(process.pid, "SIGKILL") });
