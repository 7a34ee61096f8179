import { systemClock, type Clock } from "./surface";
const c: Clock = systemClock(); c.now.toFixed(); c.zone = "UTC";
const fake: Clock = { now: 1, zone: "x" }; const fake2: Clock = { get now() { return 1; }, zone: "x" }; export { fake, fake2 };
