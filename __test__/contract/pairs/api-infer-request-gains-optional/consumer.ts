import { call } from "./surface";
call("/users", { page: 1 }).then((all) => all.join());
