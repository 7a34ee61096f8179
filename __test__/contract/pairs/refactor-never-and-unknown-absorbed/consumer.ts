import { decode, label, log } from "./surface";
log(label(decode("1")));
