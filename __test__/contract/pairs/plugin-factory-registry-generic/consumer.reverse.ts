import { registry } from "./surface";
registry.add("a", () => {}, {}); registry.add("b", o => { console.log(Object.keys(o)); }, { x: 1 }); const f = (o: object) => { void o; }; registry.add("c", f, new Date());
