export namespace Geo {
  export const earthRadius: number = 6371;
}
