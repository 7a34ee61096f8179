import { last, on } from "./surface";
on("opened", (p) => p.id.trim()); last().closed.id.trim();
