export interface Settings {
  retries?: number;
}
