import { call } from "./surface";
call("/me", undefined).then((me) => { const all: Record<string, unknown> = me; return all; });
