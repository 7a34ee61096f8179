export interface Queue { push(job: () => void): void; flush(): void }
export declare function createQueue(): Queue;
