import { use } from "./surface";
use((...args) => args.length); use(() => {});
