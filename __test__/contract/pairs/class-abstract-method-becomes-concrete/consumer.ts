import { Job, enqueue } from "./surface";
class Mail extends Job { async run(s: AbortSignal) { if (!s.aborted) await this.delay(3); } retries() { return 1; } }
enqueue(new Mail());
