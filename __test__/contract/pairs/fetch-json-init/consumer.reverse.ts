import { fetchJson } from "./surface";
fetchJson<string>("/x", { method: "POST" });
