import { useLogger } from "./surface";
useLogger({ log: (...args) => args.length }); useLogger({ log() {}, level: "info" }); useLogger(console);
