import { Job, enqueue } from "./surface";
class Mail extends Job { async run() { await this.delay(super.retries()); } }
enqueue(new Mail());
