import { install, type Plugin } from "./surface";
const p: Plugin = { name: "a", setup(app) { app.use(p); } }; install(p);
