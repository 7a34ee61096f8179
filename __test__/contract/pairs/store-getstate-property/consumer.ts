import { readable, mount, type ReadableStore } from "./surface";
const s = readable<number>("n"); const { getState } = s; export const n: number = getState(); mount(s);
mount({ name: "mock", getState: () => 1, reset() {} }); class M implements ReadableStore<string> { name = "m"; getState() { return ""; } reset() {} } mount(new M());
