import { schedule } from "./surface";
schedule((s) => { s.throwIfAborted(); });
