export interface Logger {
  write(line: string): void;
  flush(): void;
}
