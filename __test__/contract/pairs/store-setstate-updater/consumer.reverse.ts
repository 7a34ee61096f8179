import { cart } from "./surface";
cart.setState(s => ({ open: !s.open }));
