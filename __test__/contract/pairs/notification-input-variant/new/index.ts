type TextNotification = { kind: "text"; text: string; icon?: string };
type LinkNotification = { kind: "link"; href: string; label?: string };
type ProgressNotification = { kind: "progress"; percent: number };
export type Notification = TextNotification | LinkNotification | ProgressNotification;
export declare function notify(notification: Notification): void;
export declare function notifyAll(notifications: readonly Notification[]): void;
