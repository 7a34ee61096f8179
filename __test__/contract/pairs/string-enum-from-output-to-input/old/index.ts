export enum Channel { Mail = "mail", Push = "push" }
export interface NotifyOptions { channels?: readonly Channel[]; fallback?: Channel }
export declare function notifyUser(id: string, options?: NotifyOptions): Promise<boolean>;
