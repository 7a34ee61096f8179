import { report } from "./surface";
interface Ctx { id: string } declare const ctx: Ctx; report("x", ctx);
