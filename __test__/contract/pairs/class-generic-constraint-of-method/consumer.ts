import { Ioc } from "./surface";
export const p: number = Ioc.root.register(() => ({ name: "db", port: 1 })).port;
