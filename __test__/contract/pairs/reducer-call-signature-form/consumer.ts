import { combine, type Reducer } from "./surface";
const count: Reducer<number, { type: string }> = (s = 0, a) => (a.type === "inc" ? s + 1 : s);
const root = combine<{ count: number }, { type: string }>({ count }); root(undefined, { type: "inc" }).count.toFixed();
