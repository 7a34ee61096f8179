import { open, close } from "./surface";
open("a"); close(); const o: typeof open = u => { u.trim(); }; o("x");
