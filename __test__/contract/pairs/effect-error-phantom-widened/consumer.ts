import { catchAll, readConfig, runSync, succeed, type ParseError } from "./surface";
export const n: number = runSync(readConfig("x").pipe(catchAll((e: ParseError) => succeed({ port: e.line })))).port;
