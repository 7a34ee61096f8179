import { cart } from "./surface";
cart.setState({ open: true }); cart.setState({ items: [...cart.getState().items, "x"] }, true);
