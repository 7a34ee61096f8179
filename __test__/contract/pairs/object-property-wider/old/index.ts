export interface Settings {
  timeout: number;
  name: string;
}
