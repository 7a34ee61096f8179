import { Cache } from "./surface";
const c = new Cache(); c.get("a"); c.set("a", 1).set("b", 2).get("b");
export class Own extends Cache { override get(key: string, ttl?: number): string { return key + ttl; } }
const fake: Pick<Cache, "get"> = { get: (key: string) => key.length }; export { fake };
