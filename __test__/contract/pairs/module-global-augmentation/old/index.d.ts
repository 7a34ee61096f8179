declare global {
  interface Window {
    shopVersion: string;
  }
}
export declare const ready: boolean;
