export declare function onBeforeLeave(guard: (to: string) => boolean): void;
