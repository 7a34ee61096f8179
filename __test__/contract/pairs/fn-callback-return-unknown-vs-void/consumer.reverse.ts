import { defer, each } from "./surface";
each(new Set([1]), n => n.toFixed());
defer(() => 3);
