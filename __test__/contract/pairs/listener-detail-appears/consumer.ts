import { on } from "./surface";
on("open", (nothing) => { const u: undefined = nothing; return u; });
