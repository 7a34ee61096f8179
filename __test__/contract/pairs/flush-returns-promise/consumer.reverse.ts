import { createQueue } from "./surface";
createQueue().flush().then(() => {});
