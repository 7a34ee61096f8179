export type ToastShape = { text: string; id: string };
export type ToastId = string;
