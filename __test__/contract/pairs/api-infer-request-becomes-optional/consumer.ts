import { call } from "./surface";
call("/users", { page: 1 });
