export type State = "done" | "open";
