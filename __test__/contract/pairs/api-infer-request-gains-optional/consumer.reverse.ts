import { call } from "./surface";
call("/users", { page: 1, size: 20 }).then((all) => all.join());
