import { cn } from "./surface";
cn("a", false, undefined).trim(); cn.bind({ a: "b" })("a").trim();
