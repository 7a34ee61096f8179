import { pairs, play, tracks } from "./surface";
const t = tracks(); t.push({ title: "x", seconds: 1 });
play(t, 0).then(x => x?.title);
export const m = new Map(pairs());
