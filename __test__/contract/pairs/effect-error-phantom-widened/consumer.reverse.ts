import { catchAll, readConfig, runSync, succeed, type IoError, type ParseError } from "./surface";
export const n: number = runSync(readConfig("x").pipe(catchAll((e: ParseError | IoError) => succeed({ port: e._tag.length })))).port;
