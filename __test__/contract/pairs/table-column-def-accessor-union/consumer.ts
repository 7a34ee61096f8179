import { defineColumns, type Column } from "./surface";
interface P { name: string; price: number }
const c: Column<P> = { key: "price", title: "Price", format: v => v.toFixed(2) };
defineColumns<P>(c, { key: "name", title: "Name" });
