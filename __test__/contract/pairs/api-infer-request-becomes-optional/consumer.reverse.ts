import { call } from "./surface";
call("/users", undefined);
