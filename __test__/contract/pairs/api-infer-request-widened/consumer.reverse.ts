import { call } from "./surface";
call("/users", { page: "last" });
