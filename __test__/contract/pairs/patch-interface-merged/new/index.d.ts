export interface Env {
  host: string;
  port: number;
}
