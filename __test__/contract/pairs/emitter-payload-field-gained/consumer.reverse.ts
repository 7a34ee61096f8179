import { onTrace } from "./surface";
onTrace("span", s => { const p: string | null = s.parent; return p; });
