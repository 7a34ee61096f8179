import { makeLabel } from "./surface";
const l = makeLabel("a");
l.text = l.text.toUpperCase();
