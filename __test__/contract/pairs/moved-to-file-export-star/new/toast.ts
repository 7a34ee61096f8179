export type Toast = import("./types/ids").ToastShape;
export declare function show(text: string): Toast;
