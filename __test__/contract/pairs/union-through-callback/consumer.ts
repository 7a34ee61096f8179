import { onPhase } from "./surface";
onPhase((phase: "start" | "end") => void phase);
export {};
