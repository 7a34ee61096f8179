import { track } from "./surface";
track("x", { nested: { deep: true } });
