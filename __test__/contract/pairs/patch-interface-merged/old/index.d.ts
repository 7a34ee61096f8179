export interface Env {
  host: string;
}
export interface Env {
  port: number;
}
