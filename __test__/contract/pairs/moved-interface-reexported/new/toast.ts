import type { Toast } from "./model";
export type { Toast } from "./model";
export declare function show(t: Toast): Toast;
