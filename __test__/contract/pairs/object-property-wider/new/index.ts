export interface Settings {
  timeout: number | string;
  name: string;
}
