import { call } from "./surface";
call("/me", { token: "t" }).then((nothing) => { const all: never = nothing; return all; });
