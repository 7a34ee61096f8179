import { phase, Phase } from "./surface";
export function icon(): string { switch (phase()) { case Phase.Idle: return "○"; case Phase.Running: return "●"; } }
