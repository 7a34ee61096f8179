export const Units = {
  toCm(inches: number): number {
    return inches * 2.54;
  },
};
