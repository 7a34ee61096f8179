export function notify(text: string): void {
  void text;
}
export namespace notify {
  export function urgent(text: string): void {
    void text;
  }
  export const enabled: boolean = true;
}
