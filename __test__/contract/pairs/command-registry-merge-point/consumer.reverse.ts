import { execute, type CommandId, type CommandMap } from "./surface";
declare module "./surface" { interface CommandMap { "own.open": (path: string) => number } }
execute("file.save"); execute("own.open", "x").toFixed(); const c: CommandId = "own.open"; const m: CommandMap["file.save"] = () => {}; export { c, m };
