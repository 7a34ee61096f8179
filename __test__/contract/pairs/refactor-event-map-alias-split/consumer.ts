import { off, on } from "./surface";
on("close", p => p.code + p.id.length)(); on("open", ({ id }) => id.trim()); on("idle", () => off("open"));
