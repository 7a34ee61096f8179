import { table } from "./surface";
table([{ id: "1", name: "a", note: "!" }], () => {});
