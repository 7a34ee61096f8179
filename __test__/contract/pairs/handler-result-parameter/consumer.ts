import { bind, type Handler } from "./surface";
const h: Handler = (e) => e.preventDefault(); bind("x", h); bind<MouseEvent>("y", (e) => e.clientX.toFixed()); const k: Handler<KeyboardEvent> = (e) => e.key.trim(); bind("z", k);
