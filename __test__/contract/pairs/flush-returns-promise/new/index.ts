export interface Queue { push(job: () => void): void; flush(): Promise<void> }
export declare function createQueue(): Queue;
