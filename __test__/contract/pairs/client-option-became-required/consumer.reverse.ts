import { createSdk, type SdkOptions } from "./surface";
const o: SdkOptions = { tenant: "t" }; createSdk(o); createSdk({ tenant: "x", region: "us" }).ping().then(() => {});
