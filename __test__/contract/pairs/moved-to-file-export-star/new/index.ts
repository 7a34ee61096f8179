export * from "./toast";
export type { ToastId } from "./types/ids";
