import { Hook } from "./surface";
const plain = new Hook<string>();
plain.tap("log", (value) => console.log(value.length));
plain.tap({ name: "log" }, (value) => console.log(value.length));
const more = new Hook<string, { before: string }>();
more.tap({ name: "log", before: "all" }, (value) => console.log(value.length));
