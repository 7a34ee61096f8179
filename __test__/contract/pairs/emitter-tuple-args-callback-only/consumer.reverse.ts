import { listen } from "./surface";
listen("tick", (n, drift) => n + drift);
