import { Cache, sizeOf } from "./surface";
class Mine extends Cache<string, 1> { life() { return this.ttl; } }
sizeOf(new Mine("a", 2)); Cache.shared.get("x")?.toFixed();
