import { addToCart, product, type Product } from "./surface";
const p: Product = { ...product("a"), price: 3 };
addToCart(p); addToCart({ name: "n", price: 1, sku: "s" }, 2);
