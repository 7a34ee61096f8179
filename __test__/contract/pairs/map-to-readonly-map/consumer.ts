import { flags } from "./surface";
flags.set("beta", true);
