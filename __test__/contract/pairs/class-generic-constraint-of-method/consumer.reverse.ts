import { Ioc } from "./surface";
Ioc.root.register(() => ({ name: "db", stop() {} })).stop(); Ioc.root.names();
