import { listen } from "./surface";
listen("click", { handle: (e) => { e.name.trim(); }, once: true });
