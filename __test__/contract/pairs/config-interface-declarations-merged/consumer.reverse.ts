import { configure, type Config } from "./surface";
const c: Config = { baseUrl: "/", headers: { a: "b" }, retry: (n) => n < 3 }; configure({ ...c, timeout: 1 });
declare module "./surface" { interface Config { own?: string } }
