export type Notification = { kind: "text"; text: string } | { kind: "link"; href: string; label: string };
export declare function notify(notification: Notification): void;
export declare function notifyAll(notifications: readonly Notification[]): void;
