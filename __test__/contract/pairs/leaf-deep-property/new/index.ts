export interface Config {
  name: string;
  server: {
    host: string;
    port: string;
  };
}
