export type Toast = { id: string; text: string };
export declare function show(text: string): Toast;
export type ToastId = Toast["id"];
