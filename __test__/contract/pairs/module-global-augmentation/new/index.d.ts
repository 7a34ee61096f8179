declare global {
  interface Window {
    shopVersion: number;
  }
}
export declare const ready: boolean;
