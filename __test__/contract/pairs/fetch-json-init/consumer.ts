import { fetchJson } from "./surface";
fetchJson<{ a: number }>("/x").then((r) => r.a.toFixed()); ["/a", "/b"].map((u) => fetchJson<string>(u));
