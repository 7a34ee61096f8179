export enum Priority {
  Low,
  High,
  Urgent,
}
export declare function enqueue(task: string, priority: Priority): void;
