import { register, registered, type HookTable } from "./surface";
const t: HookTable = { before() {}, after() { registered(); } };
register(t);
