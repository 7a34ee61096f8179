import { box } from "./surface";
box({ width: "2fr" });
