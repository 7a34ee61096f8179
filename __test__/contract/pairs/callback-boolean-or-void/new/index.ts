export declare function onBeforeLeave(check: (to: string) => boolean | void): () => void;
