import { useQuery } from "./surface";
export function text(): string { const q = useQuery("a", async () => 1); switch (q.status) { case "loading": return "…"; case "success": return q.data.toFixed(); case "error": return q.error.message; } }
