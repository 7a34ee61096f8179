import { call } from "./surface";
call("/me", undefined).then(({ id }) => id.trim());
