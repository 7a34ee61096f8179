import { listen } from "./surface";
listen("login", (p) => p.at.toFixed());
