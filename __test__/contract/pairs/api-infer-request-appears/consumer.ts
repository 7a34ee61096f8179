import { call } from "./surface";
call("/me", undefined);
