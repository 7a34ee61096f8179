export namespace Geo {
  export const earthRadius: number = 6371;
  export function distance(a: number, b: number): number {
    return Math.abs(a - b);
  }
}
