import { createQueue, type Queue } from "./surface";
const q: Queue = createQueue(); q.push(() => {}); q.flush();
