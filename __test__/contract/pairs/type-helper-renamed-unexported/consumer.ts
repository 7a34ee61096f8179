import { config, freeze, type Conf } from "./surface";
const c: Conf = { name: "x", limits: { cpu: 1, tags: [] } };
export const n: number = freeze(c).limits.cpu + config().limits.tags.length;
