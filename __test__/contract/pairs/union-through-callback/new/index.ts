export type Phase = "start" | "end" | "cancel";
export declare function onPhase(listener: (phase: Phase) => void): void;
