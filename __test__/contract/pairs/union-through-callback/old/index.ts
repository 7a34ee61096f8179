export type Phase = "start" | "end";
export declare function onPhase(listener: (phase: Phase) => void): void;
