import { read, write } from "./surface";
read("a", (e, v) => { if (!e) write("b", v ?? ""); });
