export enum Channel { Mail = "mail", Push = "push", Sms = "sms" }
export interface NotifyOptions { channels?: readonly Channel[]; fallback?: Channel }
export declare function notifyUser(id: string, options?: NotifyOptions): Promise<boolean>;
