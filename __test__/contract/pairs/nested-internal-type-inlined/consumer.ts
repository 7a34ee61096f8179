import { customer, put, type Customer } from "./surface";
const c: Customer = { name: "", address: { street: "" }, tags: new Set() }; put(c).then(x => { x.address.geo = { lat: 1, lng: 2 }; x.tags.add("a"); return customer(x.name); }); export type G = NonNullable<Customer["address"]["geo"]>["lat"];
