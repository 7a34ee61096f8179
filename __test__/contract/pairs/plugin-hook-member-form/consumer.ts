import { listen, type Click } from "./surface";
const l = { handle(e: Click) { e.x.toFixed(); } };
listen("click", l);
