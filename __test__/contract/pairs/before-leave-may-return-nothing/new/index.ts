export declare function onBeforeLeave(guard: (to: string) => boolean | undefined | Promise<boolean>): void;
