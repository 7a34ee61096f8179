import { bus, type Bus } from "./surface";
const log = (...args: unknown[]) => console.log(args);
const first: Bus = bus.on("open", ({ id }) => log(id.length));
export const second: Bus = first.on("close", log);
