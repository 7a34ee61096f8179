export enum Priority {
  Low,
  High,
}
export declare function enqueue(task: string, priority: Priority): void;
