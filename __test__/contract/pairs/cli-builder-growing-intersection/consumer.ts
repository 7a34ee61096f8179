import { cli } from "./surface";
const c = cli("x").option("port", Number).flag("watch").command("up", s => s.flag("force"), a => a.force && a.watch);
const { port = 80, watch } = c.parse([]);
export const s: string = port.toFixed() + watch;
