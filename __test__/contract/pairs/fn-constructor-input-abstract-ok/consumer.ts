import { provide, providerCount } from "./surface";
class Clock { constructor(readonly zone: string) {} now() { return providerCount(); } }
export const n: number = provide(Clock, () => new Clock("x")).get().now();
