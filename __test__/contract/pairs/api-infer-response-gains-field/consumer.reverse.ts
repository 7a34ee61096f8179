import { call } from "./surface";
call("/me", undefined).then(({ mail }) => mail.trim());
