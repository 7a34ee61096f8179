import { call } from "./surface";
call("/me", { token: "t" });
