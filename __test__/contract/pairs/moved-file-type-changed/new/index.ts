export * from "./pricing/price";
