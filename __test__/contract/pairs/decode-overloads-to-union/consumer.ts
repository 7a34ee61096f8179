import { decode } from "./surface";
if (decode("a").ok) decode(new Uint8Array()).ok;
