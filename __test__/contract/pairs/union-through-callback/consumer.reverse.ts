import { onPhase } from "./surface";
onPhase((phase) => void phase.length);
export {};
