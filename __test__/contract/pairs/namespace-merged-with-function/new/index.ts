export function notify(text: string): void {
  void text;
}
export namespace notify {
  export const enabled: boolean = true;
}
