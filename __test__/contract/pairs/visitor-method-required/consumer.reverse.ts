import { walk, type Visitor } from "./surface";
const v: Visitor = { enter() {} }; walk("<a>", v); class V implements Visitor { enter(n: string) { n.trim(); } leave() {} } walk("", new V());
