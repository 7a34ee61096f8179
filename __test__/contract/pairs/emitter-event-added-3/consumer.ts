import { on, emit } from "./surface";
on("open", e => e.id.length); on("close", e => { const u: undefined = e; void u; }); emit("open", { id: "x" }); emit("close", undefined);
