import { createRegister, type Register } from "./surface";
interface Order { id: string; address: { city: string; geo: { lat: number } } }
const register: Register<Order> = createRegister<Order>();
register("address.geo.lat").onBlur(); const n: "id" | "address" | "address.city" | "address.geo" | "address.geo.lat" = register("id").name; export { n };
