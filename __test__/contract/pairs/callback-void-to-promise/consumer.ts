import { mountForm } from "./surface";
const seen: string[] = [];
mountForm({ onSubmit: d => seen.push(String(d.get("a"))) });
